"""What buttons and deep links open, from the desk's side."""

import random

import pytest

from bot.answering.answers import state
from bot.answering.desk import Desk
from bot.answering.openings import reopened
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome
from bot.answering.room.room import Room
from bot.answering.room.tokens import MOST_FACTS, NOTHING, answer_token, link_of, token_of
from bot.app import App

BOTH = pytest.mark.parametrize("language", ["de", "en"])


def said(desk: Desk, text: str, language: str) -> str:
    return desk.answer(text, Conversation(), language, 0.0)[0].text


@BOTH
def test_an_answer_opens_again_with_its_yes_or_no(app: App, language: str) -> None:
    questions = {"de": "Ist Deutschland bei den Tmall-Pavillons dabei?",
                 "en": "Does JD.com have an agreement with Britain?"}  # fmt: skip
    reply, _ = app.desk.answer(questions[language], Conversation(), language, 0.0)
    assert reply.outcome is Outcome.ANSWER
    assert reply.token is not None
    again = reopened(app.room, reply.token, language)
    assert again is not None
    assert (again.text, again.references) == (reply.text, reply.references)


@BOTH
def test_the_sources_of_an_answer_say_what_each_is_and_which_words_count(app: App, language: str) -> None:
    reply = state(app.room, [app.knowledge.facts["jd-uk/amount"]], language)
    sources, _ = app.desk.choose(f"o{reply.token}", Conversation(), language, 0.0)
    assert "Trending Topics" in sources.text
    assert "rund 2,3 Millionen Euro" in sources.text
    assert "[1]" in sources.text
    assert {"de": "undatiert", "en": "undated"}[language] in sources.text


def test_looking_at_sources_does_not_change_what_is_talked_about(app: App) -> None:
    reply, talking = app.desk.answer("Who signed for Austria?", Conversation(), "en", 0.0)
    _, after = app.desk.choose(f"o{reply.token}", talking, "en", 0.0)
    assert after.topic == talking.topic


def test_an_answer_of_too_many_facts_has_no_token(room: Room) -> None:
    facts = list(room.knowledge.facts)[: MOST_FACTS + 1]
    assert answer_token(facts) is None
    assert answer_token([]) is None
    assert room.tokens.several(answer_token(facts[1:]) or "") == (tuple(facts[1:]), None)


@BOTH
def test_a_deep_link_opens_every_deal_and_fact(app: App, language: str) -> None:
    for identifier in (*app.knowledge.deals, *app.knowledge.facts):
        payload = link_of(identifier)
        assert len(payload) <= 64
        assert payload.replace("-", "").replace("_", "").isalnum()
        reply, after = app.desk.answer(f"/start {payload}", Conversation(), language, 0.0)
        assert reply.language == language
        assert after.topic.deal == identifier.partition("/")[0]


def test_a_link_to_something_long_is_a_digest_that_opens_as_well(room: Room) -> None:
    assert link_of("deal/" + "x" * 80).startswith("f1_")
    assert room.tokens.linked(link_of("jd-uk")) == token_of("d", "jd-uk")


def test_one_can_go_on_from_a_deep_link(app: App) -> None:
    _, opened = app.desk.answer("/start jd-austria", Conversation(), "en", 0.0)
    assert "Schramböck" in app.desk.answer("who signed?", opened, "en", 1.0)[0].text


@BOTH
@pytest.mark.parametrize("payload", ["", NOTHING])
def test_a_link_that_only_leads_to_the_chat_gets_a_welcome(app: App, language: str, payload: str) -> None:
    assert said(app.desk, f"/start {payload}", language) == said(app.desk, "/start", language)


@BOTH
def test_a_welcome_is_three_lines_with_three_questions_to_tap(app: App, language: str) -> None:
    told, conversation = app.desk.answer("/start", Conversation(), language, 0.0)
    assert [block.count("\n") + 1 for block in told.blocks] == [3]
    assert "/help" in told.text
    assert len({choice.token for choice in told.choices}) == 3
    for choice in told.choices:
        assert choice.label.endswith("?")
        assert app.desk.choose(choice.token, conversation, language, 1.0)[0].outcome is Outcome.ANSWER


@BOTH
def test_help_tells_what_the_welcome_leaves_out(app: App, language: str) -> None:
    welcome, helping = said(app.desk, "/start", language), said(app.desk, "/help", language)
    assert "/search" in helping
    assert "/search" not in welcome


@BOTH
@pytest.mark.parametrize("payload", ["gone-deal", "jd--nothing", "d1_0000000000", "../../etc", "%00", "a1_" + "0" * 40])
def test_a_link_to_what_is_gone_says_so_before_it_helps(app: App, language: str, payload: str) -> None:
    told, _ = app.desk.answer(f"/start {payload}", Conversation(), language, 0.0)
    usual, _ = app.desk.answer("/start", Conversation(), language, 0.0)
    assert told.text.startswith({"de": "Was dieser Link öffnen sollte, gibt es nicht mehr.",
                                 "en": "What this link led to is no longer there."}[language])  # fmt: skip
    assert (told.blocks, told.choices) == (usual.blocks, usual.choices)


@BOTH
def test_a_link_to_a_fact_that_is_gone_opens_its_deal(app: App, language: str) -> None:
    told, after = app.desk.answer("/start jd-uk--gone", Conversation(), language, 0.0)
    card, _ = app.desk.answer("/deal jd-uk", Conversation(), language, 0.0)
    assert told.blocks[1:] == card.blocks
    assert {"de": "gibt es nicht mehr", "en": "no longer there"}[language] in told.blocks[0]
    assert (told.heading, told.facts, after.topic.deal) == (card.heading, card.facts, "jd-uk")


@BOTH
def test_help_is_no_link(app: App, language: str) -> None:
    assert said(app.desk, "/help jd-uk", language) == said(app.desk, "/help", language)


def test_whatever_is_forged_opens_nothing_and_never_raises(app: App) -> None:
    chance = random.Random(6)
    letters = "abcdefmnoqstvwy1.0123456789-_=ABé\u202e "
    heads = ["", *"abdfomqtvlyn", "o1", "a1.", "b1.", "m1.", "q1.", "t1.", "v1.", "l1.", "oa1.", "ob1.", "oo1."]
    for _ in range(3000):
        token = chance.choice(heads) + "".join(chance.choices(letters, k=chance.randint(0, 50)))
        reply, _ = app.desk.choose(token, Conversation(), "de", 0.0)
        assert reply.text


@BOTH
def test_the_language_is_picked_by_tapping(app: App, language: str) -> None:
    reply, _ = app.desk.answer("/language", Conversation(), language, 0.0)
    assert [choice.label for choice in reply.choices][:2] == ["Deutsch", "English"]
    for choice, fixed in zip(reply.choices, ("de", "en", None), strict=True):
        assert app.desk.choose(choice.token, Conversation(language="en"), language, 0.0)[1].language == fixed
