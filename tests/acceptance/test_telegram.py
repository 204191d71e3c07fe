"""The whole bot in Telegram, in both languages."""

import pytest

from bot.channels.telegram.commands import COMMANDS
from tests.acceptance.conftest import AUSTRIA, Served
from tests.botapi.seen import Pressed

AMOUNT = {"de": ("Um wie viel Geld geht es beim JD-Deal mit den Briten?", "2,3"),
          "en": ("How much money is in JD's deal with the British?", "2.3")}  # fmt: skip
AMBIGUOUS = {"de": "wie viele länder?", "en": "how many countries?"}

BOTH = pytest.mark.parametrize("language", ["de", "en"])


def shown(pressed: Pressed) -> list[str]:
    """What a press has led to, in place or below."""
    return [message.text for message in pressed.changed + pressed.messages]


@BOTH
def test_a_question_is_answered_with_its_source(served: Served, language: str) -> None:
    (reply,) = served.api.ask(served.api.user(language), AUSTRIA[language], n=1)
    assert "Schramböck" in reply.text
    (sources,) = reply.parts("blockquote") + reply.parts("expandable_blockquote")
    assert sources.startswith("[1]")


@BOTH
def test_figures_are_in_the_reader_s_format(served: Served, language: str) -> None:
    question, figure = AMOUNT[language]
    assert figure in served.api.ask(served.api.user(language), question, n=1)[0].text


def test_the_language_is_that_of_the_question_not_of_the_app(served: Served) -> None:
    user = served.api.user("fr")
    assert "unter" in served.api.ask(user, AUSTRIA["de"], n=1)[0].text
    assert "signed" in served.api.ask(user, AUSTRIA["en"], n=1)[0].text


@BOTH
def test_an_ambiguous_question_offers_buttons_that_turn_into_the_answer(served: Served, language: str) -> None:
    user = served.api.user(language)
    (reply,) = served.api.ask(user, AMBIGUOUS[language], n=1)
    assert 2 <= len(reply.buttons) <= 4
    pressed = served.api.press(user, reply, reply.buttons[-1])
    assert [message.id for message in pressed.changed] == [reply.id]
    assert "[1]" in pressed.changed[0].text


@BOTH
def test_old_buttons_work_after_a_restart_in_their_language(served: Served, language: str) -> None:
    asking, tapping = served.api.user(language), served.api.user("fr")
    (reply,) = served.api.ask(asking, AUSTRIA[language], n=1)
    before = served.api.press(tapping, reply, reply.buttons[0])
    served.restart()
    after = served.api.press(asking, reply, reply.buttons[0])
    assert shown(after) == shown(before)
    assert shown(after)


def test_a_follow_up_leans_on_the_conversation_of_its_chat(served: Served) -> None:
    anna, ben = served.api.user("de"), served.api.user("de")
    served.api.ask(anna, "Was hat JD.com mit Großbritannien vereinbart?", n=1)
    served.api.ask(ben, "Was hat JD.com mit Österreich vereinbart?", n=1)
    assert "Schramböck" in served.api.ask(ben, "und wer hat unterschrieben?", n=1)[0].text
    assert "Liu" in served.api.ask(anna, "und wer hat unterschrieben?", n=1)[0].text


def test_an_edited_question_corrects_its_answer(served: Served) -> None:
    user = served.api.user("en")
    sent = served.api.send(user, "Who signed the agreement with Britain?")
    (reply,), _ = served.api.wait(user, sent["seq"], n=1)
    new, changed = served.api.wait(user, served.api.edit(user, sent["message_id"], AUSTRIA["en"])["seq"], quiet=0.3)
    assert new == []
    assert changed[0].id == reply.id
    assert "Schramböck" in changed[0].text


def test_many_chats_at_once_each_get_their_own_answers_in_order(served: Served) -> None:
    people = [(served.api.user(language), language) for language in ("de", "en") * 10]
    for user, language in people:
        served.api.send(user, AUSTRIA[language])
        served.api.send(user, AMOUNT[language][0])
    for user, language in people:
        (first, second), _ = served.api.wait(user, n=2)
        assert "Schramböck" in first.text
        assert AMOUNT[language][1] in second.text


@BOTH
@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "ask"])
def test_every_command_is_answered(served: Served, command: str, language: str) -> None:
    assert served.api.ask(served.api.user(language), f"/{command}", n=1)[0].text


@BOTH
def test_what_telegram_shows_of_the_bot_is_in_the_user_s_language(served: Served, language: str) -> None:
    commands = served.api.call("commands", user=served.api.user(language))
    assert [command["command"] for command in commands] == list(COMMANDS)
    assert ("Sprache" in str(commands)) == (language == "de")
    profile = served.api.call("bot")["profile"]
    code = language if language == "de" else ""
    assert all(profile[field][code] for field in ("name", "description", "short_description"))


def test_at_the_next_start_nothing_is_set_again(served: Served) -> None:
    sets = [call["n"] for call in served.api.calls() if call["method"].startswith("setMy")]
    served.restart()
    assert [call["n"] for call in served.api.calls() if call["method"].startswith("setMy")] == sets
    assert len(sets) == 8


def test_it_stays_small(served: Served) -> None:
    assert served.bot.rss_mb() < 165  # 155 seen, with the database; the goal is 150


def test_it_ends_cleanly_and_told_nobody_its_token(served: Served) -> None:
    served.restart()
    assert served.bot.stop() == 0
    log = served.bot.log()
    assert "Traceback" not in log
    assert served.api.token.split(":")[1] not in log


def test_telegram_refused_nothing_of_all_this(served: Served) -> None:
    assert served.api.rejected() == []
