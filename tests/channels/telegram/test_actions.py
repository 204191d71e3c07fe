from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.answering.browsing.search import page_token
from bot.answering.room.reply import Choice, Outcome, Reference, Reply
from bot.answering.room.tokens import answer_token, token_of
from bot.channels.telegram.actions import actions, deep_link, question_number, reasons
from bot.channels.telegram.keyboards import FORM, Kind, Tap
from bot.i18n import load_voices
from bot.settings import Settings
from bot.subscriptions.subscribing.codes import MENU, Code

VOICES = load_voices(Settings().locales, {})
FACTS = ("jd-uk/amount", "jd-uk/signatory", "jd-uk/term", "jd-uk/place_signed")
REPLY = Reply(
    Outcome.ANSWER,
    "de",
    ("Rund 2,3 Mio. €. [1]",),
    facts=FACTS[:1],
    references=(Reference(1, "000", "000.txt", 5, "[1] …"),),
    token=answer_token(FACTS[:1]),
)


def labels(reply: Reply, *, follows: bool = True, question: int | None = 7) -> list[list[str]]:
    rows = actions(reply, VOICES[reply.language], "deal_bot", question, follows=follows)
    return [[button.text for button in row] for row in rows]


@pytest.mark.parametrize(
    ("language", "words"), [("de", ["📄 Quellen", "🔔 Folgen"]), ("en", ["📄 Sources", "🔔 Follow"])]
)
def test_an_answer_can_be_looked_behind_followed_rated_and_shared(language: str, words: list[str]) -> None:
    first, second = labels(replace(REPLY, language=language))
    assert first == words
    assert second == ["👍", "👎", {"de": "↗ Teilen", "en": "↗ Share"}[language]]


def test_without_subscriptions_there_is_nothing_to_follow() -> None:
    assert labels(REPLY, follows=False)[0] == ["📄 Quellen"]


def test_a_card_is_not_rated() -> None:
    assert labels(replace(REPLY, token=token_of("d", "jd-uk")))[1] == ["↗ Teilen"]


def test_what_can_t_be_told_apart_later_is_not_rated() -> None:
    nameless = replace(REPLY, token=None)
    assert labels(nameless)[1] == ["👍", "👎", "↗ Teilen"]
    assert labels(nameless, question=None)[1] == ["↗ Teilen"]
    assert labels(REPLY, question=None)[1] == ["👍", "👎", "↗ Teilen"]


def test_facts_of_several_deals_have_no_single_address_and_what_to_follow_is_chosen() -> None:
    several = replace(REPLY, facts=("jd-uk/amount", "safe-shop/countries"))
    assert labels(several) == [["📄 Quellen", "🔔 Folgen …"], ["👍", "👎"]]
    follow = actions(several, VOICES["de"], "deal_bot", 7, follows=True)[0][1]
    tap = Tap.read(str(follow.callback_data))
    assert tap is not None
    assert tap.kind is Kind.BELOW
    assert Code.read(tap.token) == Code(MENU)


@pytest.mark.parametrize(("language", "label"), [("de", "🔔 Folgen …"), ("en", "🔔 Follow …")])
def test_a_page_of_a_search_is_about_no_single_deal_even_if_it_shows_but_one(language: str, label: str) -> None:
    page = replace(REPLY, language=language, token=page_token("JD"))
    assert labels(page) == [[{"de": "📄 Quellen", "en": "📄 Sources"}[language], label], []]


@pytest.mark.parametrize(("other", "label"), [("safe-shop", "🔔 Folgen …"), ("jd-uk", "🔔 Folgen")])
def test_a_list_that_offers_other_deals_than_it_tells_of_is_about_several(other: str, label: str) -> None:
    listed = replace(REPLY, choices=(Choice("…", token_of("d", other)), Choice("?", token_of("f", "safe-shop/fee"))))
    assert labels(listed)[0][1] == label


@pytest.mark.parametrize("outcome", [Outcome.HELP, Outcome.CLARIFY, Outcome.OFFTOPIC, Outcome.SMALLTALK])
def test_what_is_no_answer_has_no_actions(outcome: Outcome) -> None:
    assert labels(replace(REPLY, outcome=outcome)) == []


def test_where_the_sources_are_silent_one_can_ask_to_be_told() -> None:
    silent = replace(REPLY, outcome=Outcome.SILENT)
    assert labels(silent) == [["🔔 Sagen Sie mir, wenn Sie es wissen"]]
    assert labels(silent, follows=False) == []
    assert labels(silent, question=None) == []


def test_the_longest_answer_under_the_highest_number_fits_into_64_bytes() -> None:
    reply = replace(REPLY, facts=FACTS, token=answer_token(FACTS))
    rows = actions(reply, VOICES["de"], "deal_bot", 2**31 - 1, follows=True)
    codes = [str(button.callback_data) for row in rows for button in row if button.callback_data]
    assert len(codes) == 4
    assert all(len(code.encode()) <= 64 and FORM.fullmatch(code) for code in codes)
    rated = next(tap for code in codes if (tap := Tap.read(code)) and tap.kind is Kind.GOOD)
    assert question_number(rated.token) == 2**31 - 1


def test_what_is_shared_is_a_link_that_opens_it() -> None:
    rows = actions(REPLY, VOICES["de"], "deal_bot", 7, follows=False)
    (address,) = [button.url for row in rows for button in row if button.url]
    (shared,) = parse_qs(urlsplit(str(address)).query)["url"]
    assert shared == "https://t.me/deal_bot?start=jd-uk--amount" == deep_link("deal_bot", "jd-uk/amount")


@pytest.mark.parametrize(
    ("rated", "number"), [("7.a1.x", 7), (".a1.x", None), ("", None), ("é.a1", None), ("zzzzzzzzz.", None)]
)
def test_a_question_s_number_is_read_or_none(rated: str, number: int | None) -> None:
    assert question_number(rated) == number


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_was_wrong_is_one_of_three(language: str) -> None:
    rows = reasons("7.a1.0123456789", language, VOICES[language])
    assert [len(row) for row in rows] == [1, 1, 1]
    assert rows[1][0].text == {"de": "Stimmt nicht", "en": "Not true"}[language]
