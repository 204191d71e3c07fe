"""Enumerations: each item is asked of the topic they share."""

import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.several.items import items
from tests.apps import KNOWLEDGE, app, joints, reply


def told(text: str) -> tuple[str, ...]:
    return tuple(items(app(KNOWLEDGE).understanding.hearing.analyser.analyse(text), joints()).values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JD UK: amount, term and place", ("JD UK: amount?", "JD UK: term?", "JD UK: place?")),
        (
            "JD in England – Betrag, Laufzeit, Ort?",
            tuple(f"JD in England: {x}?" for x in ("Betrag", "Laufzeit", "Ort")),
        ),
        (
            "Was plant JD in Cambridge (Jahr, Themen)?",
            tuple(f"Was plant JD in Cambridge: {x}?" for x in ("Jahr", "Themen")),
        ),
        (
            "Laufzeit, Betrag und Ort des Abkommens von JD",
            tuple(f"{x} des Abkommens von JD?" for x in ("Laufzeit", "Betrag", "Ort")),
        ),
        ("The terms of JD UK, i.e. amount and term?", ("The terms of JD UK: amount?", "The terms of JD UK: term?")),
        (
            "Die Eckdaten von JD UK, also Betrag und Laufzeit",
            ("Die Eckdaten von JD UK: Betrag?", "Die Eckdaten von JD UK: Laufzeit?"),
        ),
    ],
)
def test_items_stand_behind_their_topic_in_brackets_or_before_it(text: str, expected: tuple[str, ...]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "amount, term and place",  # of what?
        "JD UK: amount",
        "JD UK: amount, Alibaba, Rakuten",  # names are no items
        "The terms of JD UK, namely the amount",
        "Also Betrag und Laufzeit",
        "Who signed for JD, and when, and where?",
        "JD UK: one, two, three, four, five, six",
    ],
)
def test_what_enumerates_nothing(text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        (
            "Anzahl, Herkunft und Neulingsquote der Marken auf Tmall Global",
            {"tmall-brands/brand_count", "tmall-brands/country_count", "tmall-brands/newcomer_share"},
        ),
        ("The UK deal: amount, term, place of signing", {"jd-uk/amount", "jd-uk/term", "jd-uk/place_signed"}),
    ],
)
def test_each_item_is_told(question: str, facts: set[str]) -> None:
    said = reply(question)
    assert said.outcome is Outcome.ANSWER
    assert set(said.facts) == facts


def test_an_item_that_is_not_told_is_named() -> None:
    said = reply("The UK deal: amount, term, telephone number")
    assert set(said.facts) == {"jd-uk/amount", "jd-uk/term"}
    assert "telephone number" in said.text


def test_a_question_behind_two_names_enumerates_nothing() -> None:
    assert told("JD in Europe vs AliExpress in Russia: who delivers, itself or a partner?") == ()
