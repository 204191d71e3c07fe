"""A follow-up of a question word or a name alone is answered only by what gives that: a reason, a date, the place."""

import pytest

from bot.answering.room.reply import Outcome, Reply
from tests import apps


def text(reply: Reply) -> str:
    return " ".join(str(block) for block in reply.blocks)


@pytest.mark.parametrize(
    "turns",
    [
        ("Does JD.com have a deal with Germany?", "Why not?"),
        ("Gibt es ein Abkommen von JD.com mit Deutschland?", "Warum nicht?"),
        ("Is Germany part of the country pavilions?", "why not?"),
        ("Ist Deutschland bei den Pavillons dabei?", "Wieso nicht?"),
        ("Who signed for Austria?", "Why?"),
        ("Wer hat für Österreich unterschrieben?", "Warum?"),
    ],
)
def test_why_is_answered_by_a_reason_or_not_at_all(turns: tuple[str, ...]) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.SILENT
    assert "the reason" in text(reply) or "den Grund" in text(reply)


@pytest.mark.parametrize(
    ("turns", "facts"),
    [
        (("Was war das Bündnis von Lübeck und Hamburg?", "Warum?"), ("luebeck-hamburg-1241/reason",)),
        (("What was the alliance of Lübeck and Hamburg?", "Why?"), ("luebeck-hamburg-1241/reason",)),
    ],
)
def test_why_is_answered_where_a_reason_is_told(turns: tuple[str, ...], facts: tuple[str, ...]) -> None:
    assert apps.reply(*turns, folder=apps.HANSE).facts == facts


@pytest.mark.parametrize(
    "turns",
    [
        ("Welche Städte hatten die Schlüssel zum Peterhof?", "War Hamburg dabei?", "Warum nicht?"),
        ("Which towns held the keys to the Peterhof?", "Was Hamburg one of them?", "Why not?"),
        ("What was the Peterhof?", "Who closed it?", "Why?"),
        ("Wo lag der Stalhof?", "Wer hat ihn geschlossen?", "Warum?"),
    ],
)
def test_neither_a_list_nor_another_deal_s_reason_is_one(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns, folder=apps.HANSE).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("What is an Alibaba embassy?", "and when?"), "alibaba-brussels/start_date"),
        (("Was ist die Alibaba-Botschaft?", "Und wann kommt sie?"), "alibaba-brussels/start_date"),
    ],
)
def test_the_one_date_of_what_was_told_is_told(turns: tuple[str, ...], fact: str) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts == (fact,)


@pytest.mark.parametrize(
    "turns",
    [
        ("Wie viele Bestellungen schafft das Zentrum in Moskau?", "Seit wann?"),
        ("Where did About You launch?", "When was it?"),
        ("How many Americans subscribe to Prime?", "Since when?"),
    ],
)
def test_neither_a_figure_nor_the_date_of_the_report_is_when(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("turns", "facts"),
    [
        (("Is Alibaba opening in Brussels?", "And in Germany?"), ("alibaba-brussels/locations",)),
        (("Kommt Alibaba nach Brüssel?", "Und nach Deutschland?"), ("alibaba-brussels/locations",)),
    ],
)
def test_a_place_named_alone_is_answered_by_what_tells_of_it(turns: tuple[str, ...], facts: tuple[str, ...]) -> None:
    assert apps.reply(*turns).facts == facts


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        (("Wo startet About You?", "Und in Österreich?"), "Österreich"),
        (("Where did About You launch?", "And in Austria?"), "Austria"),
        (("Is Alibaba opening in Brussels?", "And Austria?"), "Austria"),
    ],
)
def test_a_place_of_which_nothing_is_told_is_named_as_such(turns: tuple[str, ...], name: str) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.SILENT
    assert name in reply.blocks[0]
    assert not any(fact.startswith("jd-") for fact in reply.facts)


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("How many countries are in the pavilions?", "And on Juhuasuan?"), "juhuasuan-embassies/embassies"),
        (("Wie viele Länder haben Pavillons?", "Und bei Juhuasuan?"), "juhuasuan-embassies/embassies"),
    ],
)
def test_of_another_deal_the_same_side_is_told(turns: tuple[str, ...], fact: str) -> None:
    assert fact in apps.reply(*turns).facts


def test_what_was_asked_two_questions_ago_is_not_asked_again() -> None:
    turns = ("Wie viele Unternehmer waren bei dem Treffen?", "Und wer hat davon erzählt?", "Und in Deutschland?")
    assert "alibaba-brussels/meeting_size" not in apps.reply(*turns).facts


def test_after_a_question_without_an_answer_the_list_is_still_talked_about() -> None:
    turns = ("Does JD.com have a deal with Germany?", "Why not?", "And with Austria?")
    assert apps.reply(*turns).facts == ("jd-austria/overview",)


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("Gibt es einen Deal mit Russland?", "Wo?"), "aliexpress-moscow/location"),
        (("Is there a deal with Russia?", "Where?"), "aliexpress-moscow/location"),
        (("Was plant JD.com in Cambridge?", "Wo?"), "jd-cambridge/location"),
        (("What does JD.com plan in Cambridge?", "Where?"), "jd-cambridge/location"),
        (("Welche Deals hat Amazon?", "der zweite", "Wann war das?"), "amazon-whole-foods/first_time"),
        (("Which deals does Amazon have?", "the second one", "When was that?"), "amazon-whole-foods/first_time"),
    ],
)
def test_where_and_when_are_answered_by_a_side_that_asks_for_it(turns: tuple[str, ...], fact: str) -> None:
    assert apps.reply(*turns).facts == (fact,)


@pytest.mark.parametrize(
    "turns",
    [("Wer hat für Österreich unterschrieben?", "Wie viel?"), ("Who signed for Austria?", "How much?")],
)
def test_how_much_is_not_answered_by_who_takes_part(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns).outcome is Outcome.SILENT
