"""What people expect of a bot in Telegram, in both languages, from the real process."""

import json
import random
import re
import time
from string import ascii_lowercase

import pytest

from tests.acceptance.conftest import AUSTRIA, Served, run_bot
from tests.botapi.client import BotApi
from tests.botapi.seen import Message

BOTH = pytest.mark.parametrize("language", ["de", "en"])
WORDS = {
    "de": {"sources": "📄 Quellen", "back": "‹ Zurück", "share": "↗ Teilen", "follow": "🔔 Folgen",
           "not true": "Stimmt nicht", "company": "Firma", "year": "Jahr", "clear": "✕ Filter aufheben"},
    "en": {"sources": "📄 Sources", "back": "‹ Back", "share": "↗ Share", "follow": "🔔 Follow",
           "not true": "Not true", "company": "Company", "year": "Year", "clear": "✕ Clear filters"},
}  # fmt: skip


@pytest.fixture
def api(served: Served) -> BotApi:
    return served.api


def answered(api: BotApi, language: str) -> tuple[int, Message]:
    """A user and the answer to the question about Austria."""
    user = api.user(language)
    (reply,) = api.ask(user, AUSTRIA[language], n=1)
    return user, reply


@BOTH
def test_under_an_answer_there_is_what_to_do_with_it(api: BotApi, language: str) -> None:
    _, reply = answered(api, language)
    words = WORDS[language]
    assert {words["sources"], words["share"], words["follow"], "👍", "👎"} <= set(reply.buttons)
    assert len(reply.buttons) <= 9


@BOTH
def test_the_sources_take_the_answer_s_place_and_give_it_back(api: BotApi, language: str) -> None:
    user, reply = answered(api, language)
    sources = api.press(user, reply, WORDS[language]["sources"]).changed[0]
    assert sources.id == reply.id
    assert "Trending Topics" in sources.text
    assert "Margarete Schramböck" in sources.text
    again = api.press(user, sources, WORDS[language]["back"]).changed[0]
    assert (again.id, again.text, again.entities) == (reply.id, reply.text, reply.entities)
    assert WORDS[language]["sources"] in again.buttons


@BOTH
def test_related_questions_have_answers(api: BotApi, language: str) -> None:
    user, reply = answered(api, language)
    related = [
        button["text"] for row in reply.keyboard for button in row if button.get("callback_data", "")[1:2] == "r"
    ]
    assert len(related) >= 3
    for label in related[:3]:
        (below,) = api.press(user, reply, label).messages
        assert label in below.parts("italic")
        assert "[1]" in below.text


@BOTH
def test_thumbs_are_thanked_for_and_kept_for_the_editor(served: Served, language: str) -> None:
    user, reply = answered(served.api, language)
    down = served.api.press(user, reply, "👎")
    assert down.answer
    assert "👍" not in down.changed[0].buttons
    reason = served.api.press(user, down.changed[0], WORDS[language]["not true"])
    assert reason.answer
    assert WORDS[language]["not true"] not in reason.changed[0].buttons
    assert WORDS[language]["sources"] in reason.changed[0].buttons
    time.sleep(0.3)  # it is written a moment later
    shown = run_bot("feedback", "--json", DATA_DIR=str(served.data))
    kept = json.loads(shown.stdout.splitlines()[0])
    assert (kept["reason"], kept["language"], kept["asked"]) == ("not_true", language, AUSTRIA[language])
    assert "jd-austria/signatory" in kept["facts"]


@BOTH
def test_a_look_at_the_sources_changes_nothing_of_how_an_answer_is_rated(served: Served, language: str) -> None:
    def kept() -> list[tuple[str, str, str]]:
        time.sleep(0.3)  # it is written a moment later
        lines = run_bot("feedback", "--json", DATA_DIR=str(served.data)).stdout.splitlines()
        return [(row["language"], row["asked"], row["reason"]) for row in map(json.loads, lines)]

    def looked_behind(answer: Message) -> Message:
        time.sleep(1)  # within a second after an edit, the same tap again is a double one
        sources = served.api.press(user, answer, WORDS[language]["sources"]).changed[0]
        return served.api.press(user, sources, WORDS[language]["back"]).changed[0]

    before = kept()
    user, reply = answered(served.api, language)
    fresh = looked_behind(reply)
    assert fresh.keyboard == reply.keyboard
    down = served.api.press(user, fresh, "👎").changed[0]
    asked = looked_behind(down)
    assert asked.keyboard == down.keyboard
    rated = served.api.press(user, asked, WORDS[language]["not true"]).changed[0]
    assert looked_behind(rated).keyboard == rated.keyboard
    after = kept()
    assert len(after) == len(before) + 1
    assert after.count((language, AUSTRIA[language], "not_true")) > before.count(
        (language, AUSTRIA[language], "not_true")
    )


@BOTH
def test_in_a_group_the_next_one_may_rate_as_well(api: BotApi, language: str) -> None:
    one, other = api.user(language), api.user(language)
    (reply,) = api.ask(one, f"/ask {AUSTRIA[language]}", chat=api.group([one, other]), n=1)
    up = api.press(one, reply, "👍")
    assert up.answer
    assert up.changed == []  # the buttons stay where they are
    down = api.press(other, reply, "👎").changed[0]
    assert {"👍", "👎"} < set(down.buttons)  # another may think otherwise already
    (told,) = api.press(other, down, WORDS[language]["not true"]).changed
    assert told.keyboard == reply.keyboard


@BOTH
def test_a_shared_link_opens_what_was_shared(api: BotApi, language: str) -> None:
    _, reply = answered(api, language)
    (address,) = [button["url"] for row in reply.keyboard for button in row if "url" in button]
    payload = re.search(r"start%3D([\w-]+)$", address)
    assert payload
    (opened,) = api.ask(api.user(language), f"/start {payload[1]}", n=1)
    assert "Schramböck" in opened.text
    (card,) = api.ask(api.user(language), "/start jd-uk", n=1)
    assert card.parts("bold") == [{"de": "JD.com und Großbritannien", "en": "JD.com and the United Kingdom"}[language]]


@BOTH
def test_deals_are_browsed_page_by_page_in_one_message(api: BotApi, language: str) -> None:
    user = api.user(language)
    (page,) = api.ask(user, "/deals", n=1)
    seen = set(page.text.splitlines())
    second = api.press(user, page, "›").changed[0]
    assert second.id == page.id
    assert not {line for line in second.text.splitlines() if line.startswith("•")} & seen
    menu = api.press(user, page, WORDS[language]["company"]).changed[0]
    company = next(label for label in menu.buttons if label.startswith("JD.com"))
    filtered = api.press(user, menu, company).changed[0]
    assert filtered.text.count("•") == int(company.split("(")[1].rstrip(")"))
    years = api.press(user, filtered, WORDS[language]["year"]).changed[0]
    planned = api.press(user, years, "2019 (1)").changed[0]
    assert "Cambridge" in planned.text
    cleared = api.press(user, planned, WORDS[language]["clear"]).changed[0]
    assert cleared.text == page.text
    card = api.press(user, cleared, next(label for label in cleared.buttons if "SPSR" in label)).messages[0]
    assert "SPSR" in card.parts("bold")[0]


def test_a_tap_that_changes_nothing_is_answered_and_edits_nothing(api: BotApi) -> None:
    user = api.user("en")
    (page,) = api.ask(user, "/deals", n=1)
    pressed = api.press(user, page, "1/3")
    assert pressed.answer is not None
    assert pressed.changed + pressed.messages == []


def test_a_double_tap_counts_once(api: BotApi) -> None:
    user = api.user("en")
    (page,) = api.ask(user, "/deals", n=1)
    deal = page.buttons[0]
    for _ in range(2):
        api.call("press", user=user, message_id=page.id, label=deal, wait=0)
    cards, _ = api.wait(user, page.raw["seq"], quiet=0.6)
    assert len(cards) == 1


def test_an_edit_that_means_the_same_changes_nothing(api: BotApi) -> None:
    user = api.user("en")
    sent = api.send(user, AUSTRIA["en"])
    api.wait(user, sent["seq"], n=1)
    edited = api.edit(user, sent["message_id"], AUSTRIA["en"] + " ")
    assert api.wait(user, edited["seq"], timeout=0.6) == ([], [])


@BOTH
def test_an_edited_question_changes_the_picture_too(api: BotApi, language: str) -> None:
    user = api.user(language)
    sent = api.send(user, "/timeline jd")
    (picture, text), _ = api.wait(user, sent["seq"], n=2)

    def edited(question: str) -> tuple[list[Message], list[Message]]:
        return api.wait(user, api.edit(user, sent["message_id"], question)["seq"], quiet=1.5)

    below, (other_picture, other_text) = edited("/timeline alibaba")
    assert (below, other_picture.id, other_text.id) == ([], picture.id, text.id)
    assert all("Alibaba" in message.text for message in (other_picture, other_text))
    below, (gone, answer) = edited(AUSTRIA[language])
    assert (below, gone.id, gone.deleted, answer.id) == ([], picture.id, True, text.id)
    assert "Schramböck" in answer.text
    below, (taken_back,) = edited("/timeline jd")
    assert (taken_back.id, taken_back.deleted) == (text.id, True)
    assert [message.raw["media"] for message in below] == ["photo", None]


def test_an_edit_that_fixes_the_language_changes_the_menu_too(api: BotApi) -> None:
    user = api.user("en")
    sent = api.send(user, AUSTRIA["en"])
    api.wait(user, sent["seq"], n=1)
    _, (changed,) = api.wait(user, api.edit(user, sent["message_id"], "/language de")["seq"], quiet=0.3)
    assert "Deutsch" in changed.text
    assert "Sprache" in str(api.call("commands", user=user))


@BOTH
def test_an_edit_that_makes_a_subscriber_s_command_of_a_question_is_obeyed(api: BotApi, language: str) -> None:
    user = api.user(language)
    sent = api.send(user, AUSTRIA[language])
    (answer,), _ = api.wait(user, sent["seq"], n=1)
    (preview,), changed = api.wait(user, api.edit(user, sent["message_id"], "/subscribe Alibaba")["seq"], n=1)
    assert answer.id not in {message.id for message in changed}
    follow = {"de": "🔔 Abonnieren", "en": "🔔 Subscribe"}[language]
    assert api.press(user, preview, follow).changed[0].text.startswith(FOLLOWED[language])


@BOTH
def test_help_names_what_a_subscriber_can_do(api: BotApi, language: str) -> None:
    (reply,) = api.ask(api.user(language), "/help", n=1)
    assert [
        name for name in ("subscribe", "subscriptions", "privacy", "forget") if f"/{name} –" not in reply.text
    ] == []


@BOTH
def test_words_are_searched_and_the_search_goes_on(api: BotApi, language: str) -> None:
    user = api.user(language)
    (found,) = api.ask(user, "/search alibaba", n=1)
    more = api.press(user, found, "›").changed[0]
    assert more.text != found.text
    assert more.parts("bold") == found.parts("bold")


@BOTH
def test_pictures_come_with_a_caption_and_the_citations_below(api: BotApi, language: str) -> None:
    user = api.user(language)
    for command, title in (("/timeline", {"de": "Zeitleiste", "en": "Timeline"}),
                           ("/compare brand" if language == "en" else "/compare marken",
                            {"de": "Im Vergleich", "en": "Compared"})):  # fmt: skip
        picture, text = api.ask(user, command, n=2)
        assert picture.raw["media"] == "photo"
        assert picture.text.startswith(title[language])
        assert max(size["width"] for size in picture.raw["message"]["photo"]) == 1080
        assert "[1]" in text.text
    sent = [call for call in api.calls("sendPhoto") if call["params"]["chat_id"] == str(user["id"])]
    assert len(sent) == 2


def test_a_picture_is_uploaded_once(api: BotApi) -> None:
    for _ in range(2):
        api.ask(api.user("de"), "/timeline", n=2)
    assert "file" not in str(api.calls("sendPhoto")[-1]["params"]["photo"])


@BOTH
def test_inline_results_are_in_the_user_s_language_and_carry_their_citation(api: BotApi, language: str) -> None:
    user = api.user(language)
    answer = api.inline(user, AUSTRIA[language])
    assert 1 <= len(answer["results"]) <= 10
    assert answer["is_personal"]
    first = next(result for result in answer["results"] if "Schramböck" in result["parsed"]["text"])
    assert "[1]" in first["parsed"]["text"]
    assert {"de": "Österreich", "en": "Austria"}[language] in first["title"]
    friend = api.group([user], bot=False)
    shared = api.call("choose", user=user, query_id=answer["query_id"], result_id=first["id"], chat=friend)
    assert "Trending Topics" in shared["message"]["text"]


@BOTH
def test_an_empty_inline_query_offers_topics_and_nonsense_the_chat(api: BotApi, language: str) -> None:
    user = api.user(language)
    assert len(api.inline(user, "")["results"]) == 10
    nothing = api.inline(user, "xyzzyx")
    assert nothing["results"] == []
    assert nothing["button"]["start_parameter"] == "inline"


@BOTH
def test_a_fixed_language_goes_for_answers_inline_and_the_menu(api: BotApi, language: str) -> None:
    other = {"de": "en", "en": "de"}[language]
    user = api.user(other)
    (choice,) = api.ask(user, "/language", n=1)
    fixed = api.press(user, choice, {"de": "Deutsch", "en": "English"}[language])
    assert fixed.changed[0].id == choice.id
    (reply,) = api.ask(user, AUSTRIA[other], n=1)
    assert WORDS[language]["sources"] in reply.buttons
    assert {"de": "Österreich", "en": "Austria"}[language] in api.inline(user, "austria")["results"][0]["parsed"][
        "text"
    ]
    assert ("Sprache" in str(api.call("commands", user=user))) == (language == "de")
    api.ask(user, "/language auto", n=1)
    assert ("Sprache" in str(api.call("commands", user=user))) == (other == "de")


@BOTH
def test_a_group_is_greeted_answered_when_it_asks_and_left_alone_otherwise(api: BotApi, language: str) -> None:
    user = api.user(language)
    group = api.group([user])
    sent = api.send(user, f"/ask {AUSTRIA[language]}", chat=group)
    (reply,), _ = api.wait(group, sent["seq"], n=1)
    assert "Schramböck" in reply.text
    assert reply.raw["reply_to"] == sent["message_id"]
    assert api.ask(user, "@stand_in_test_bot what is the capital of Peru?", chat=group, timeout=0.8) == []
    (honest,) = api.ask(user, "/ask what is the capital of Peru?", chat=group, n=1)
    assert honest.text


@BOTH
def test_a_group_that_adds_the_bot_learns_how_to_ask(api: BotApi, language: str) -> None:
    user = api.user(language)
    group = api.group([user], bot=False)
    api.add(user, group)
    (greeting,), _ = api.wait(group, n=1)
    assert "/ask" in greeting.text
    assert {"de": "Fragen", "en": "question"}[language] in greeting.text


@BOTH
def test_an_answer_stays_in_the_topic_of_its_question_and_so_does_the_conversation(api: BotApi, language: str) -> None:
    user = api.user(language)
    forum = api.group([user], topics=[7, 8])
    follow_up = {"de": "/ask und wann?", "en": "/ask and when?"}[language]
    told = []
    for text, thread in ((f"/ask {AUSTRIA[language]}", 7), (follow_up, 7), (follow_up, 8)):
        sent = api.send(user, text, chat=forum, thread=thread)
        (reply,), _ = api.wait(forum, sent["seq"], n=1)
        assert reply.raw["message"]["message_thread_id"] == thread
        assert reply.raw["reply_to"] == sent["message_id"]
        told.append(reply.text)
    assert {"de": "Montag", "en": "Monday"}[language] in told[1]
    assert {"de": "Montag", "en": "Monday"}[language] not in told[2]
    sent = api.send(user, "/timeline", chat=forum, thread=8)
    pictures, _ = api.wait(forum, sent["seq"], n=2)
    assert [reply.raw["message"]["message_thread_id"] for reply in pictures] == [8, 8]
    assert [reply.raw["reply_to"] for reply in pictures] == [sent["message_id"], None]


DECIDED = {"de": "entscheiden darüber deren Administratoren", "en": "for its administrators to decide"}
FOLLOWED = {"de": "Abonniert: ", "en": "You now follow: "}


@BOTH
def test_only_a_group_s_administrators_change_what_it_follows(api: BotApi, language: str) -> None:
    boss, other = api.user(language), api.user(language)
    group = api.group([boss, other], admins=[boss["id"]])
    for line in (
        "/subscribe Alibaba",
        "/unsubscribe",
        "/pause",
        "/resume",
        "/export",
        "/forget",
        "/subscriptions 22-7",
    ):
        words = line.split(" ", 1)
        refused = api.ask(other, " ".join([f"{words[0]}@stand_in_test_bot", *words[1:]]), chat=group, n=1)[0]
        assert DECIDED[language] in refused.text
        assert refused.buttons == []
    (reply,) = api.ask(other, f"/ask {AUSTRIA[language]}", chat=group, n=1)
    tapped = api.press(other, reply, WORDS[language]["follow"])
    assert DECIDED[language] in str(tapped.answer)
    (preview,) = api.ask(boss, "/subscribe Alibaba", chat=group, n=1)
    follow = {"de": "🔔 Abonnieren", "en": "🔔 Subscribe"}[language]
    stopped = api.press(other, preview, follow)
    assert DECIDED[language] in str(stopped.answer)
    assert stopped.changed + stopped.messages == []
    (nothing,) = api.ask(other, "/subscriptions", chat=group, n=1)
    assert {"de": "noch nichts abonniert", "en": "don’t follow anything yet"}[language] in nothing.text
    assert api.press(boss, preview, follow).changed[0].text.startswith(FOLLOWED[language])
    assert "Alibaba" in api.ask(other, "/subscriptions", chat=group, n=1)[0].text


@BOTH
def test_an_anonymous_administrator_decides_too_and_everybody_for_themselves(api: BotApi, language: str) -> None:
    boss, other = api.user(language), api.user(language)
    group = api.group([boss, other], admins=[boss["id"]])
    sent = api.send(boss, "/subscribe Alibaba", chat=group, anonymous=True)
    (preview,), _ = api.wait(group, sent["seq"], n=1)
    follow = {"de": "🔔 Abonnieren", "en": "🔔 Subscribe"}
    label = next(label for label in preview.buttons if label in follow.values())
    assert api.press(boss, preview, label).changed[0].text.startswith(tuple(FOLLOWED.values()))
    (own,) = api.ask(other, "/subscribe Alibaba", n=1)
    assert api.press(other, own, follow[language]).changed[0].text.startswith(FOLLOWED[language])


@BOTH
def test_a_guest_answers_once_where_it_is_called_and_only_when_it_knows(api: BotApi, language: str) -> None:
    user = api.user(language)
    answer = api.guest(user, f"@stand_in_test_bot {AUSTRIA[language]}")
    assert "Schramböck" in answer["result"]["parsed"]["text"]
    assert "[1]" in answer["result"]["parsed"]["text"]
    assert api.guest(user, "@stand_in_test_bot what is the capital of Peru?", timeout=0.8) is None


@BOTH
@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "document", "location"])
def test_what_is_no_text_gets_a_kind_line(api: BotApi, language: str, kind: str) -> None:
    (line,) = api.media(api.user(language), kind, n=1)
    assert {"de": "nur Text", "en": "only understand text"}[language] in line.text


@BOTH
def test_a_flood_is_slowed_down_politely_and_others_do_not_wait(api: BotApi, language: str) -> None:
    flooding, other = api.user(language), api.user(language)
    for _ in range(25):
        api.send(flooding, {"de": "danke", "en": "thank you"}[language])
    assert api.ask(other, AUSTRIA[language], n=1, timeout=3)
    replies, _ = api.wait(flooding, n=22, timeout=10)
    line = {"de": "etwas langsamer", "en": "more slowly"}[language]
    assert sum(line in reply.text for reply in replies) == 1


def test_nobody_waits_for_texts_that_take_long_to_read(api: BotApi) -> None:
    chance, writing, other = random.Random(4), api.user("de"), api.user("en")
    for _ in range(6):
        words = ("".join(chance.choices(ascii_lowercase, k=chance.randint(4, 12))) for _ in range(450))
        api.send(writing, " ".join(words)[:4096])
    assert api.ask(other, AUSTRIA["en"], n=1)
    answered = [message for message in api.transcript(writing) if message.raw["from_bot"]]
    assert len(answered) < 6
    replies, _ = api.wait(writing, n=6, timeout=30)
    assert len(replies) == 6


def test_an_answer_to_an_edited_question_changes_even_after_a_restart(served: Served) -> None:
    user = served.api.user("en")
    sent = served.api.send(user, "Who signed the agreement with Britain?")
    (reply,), _ = served.api.wait(user, sent["seq"], n=1)
    served.restart()
    edited = served.api.edit(user, sent["message_id"], AUSTRIA["en"])
    new, changed = served.api.wait(user, edited["seq"], quiet=0.3)
    assert (new, changed[0].id) == ([], reply.id)
    assert "Schramböck" in changed[0].text


def test_telegram_refused_nothing_of_all_this(served: Served) -> None:
    assert served.api.rejected() == []
    assert "Traceback" not in served.bot.log()
