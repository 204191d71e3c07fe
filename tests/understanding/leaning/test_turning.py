"""What turns to another deal without naming anybody, and who is one of those just listed."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import HANSE, reply


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("What is the JD UK deal?", "and the other one?"), "jd-austria/overview"),
        (("Wer hat das Abkommen mit Österreich unterschrieben?", "und das andere?"), "jd-uk/signatory"),
        (("Was ist der Austria-Deal?", "und der andere?", "wer hat den unterschrieben?"), "jd-uk/signatory"),
        (("When was the Austria deal signed?", "and the UK one?", "and the other one, where was it signed?"),
         "jd-austria/place_signed"),
        (("Who signed the Austria deal?", "and the other deal?"), "jd-uk/signatory"),
        (("Wie viele Länder haben Pavillons?", "und Safe.Shop?"), "safe-shop/countries"),
        (("Wie viele Länder haben Pavillons?", "und Safe.Shop?", "und bei dem anderen?"),
         "tmall-pavilions/participant_count"),
    ],
)  # fmt: skip
def test_the_other_one_is_the_deal_before_or_the_only_one_like_it(turns: tuple[str, ...], fact: str) -> None:
    said = reply(*turns)
    assert (said.outcome, said.facts[0]) == (Outcome.ANSWER, fact)


def test_the_other_side_is_no_other_deal() -> None:
    said = reply("What did Richard Liu sign in January?", "And who was on the other side?")
    assert all(fact.startswith("jd-uk/") for fact in said.facts)


def test_a_country_turns_to_no_other_deal() -> None:
    said = reply("Is Italy part of the country pavilions?", "and Japan?")
    assert all(fact.startswith("tmall-pavilions/") for fact in said.facts)


COUNTED = "How many countries have a pavilion?"


@pytest.mark.parametrize(
    ("turns", "fact", "verdict"),
    [
        ((COUNTED, "is Spain one of them?"), "participants", "Yes."),
        ((COUNTED, "gehört die Schweiz dazu?"), "participants", "Ja."),
        ((COUNTED, "is Spain among them?", "and Germany?"), "germany", "No."),
        ((COUNTED, "und Polen?", "hm schade. und Frankreich?"), "participants", "Ja."),
    ],
)
def test_whether_somebody_is_one_of_those_counted(turns: tuple[str, ...], fact: str, verdict: str) -> None:
    said = reply(*turns)
    assert said.facts == (f"tmall-pavilions/{fact}",)
    assert said.text.startswith(verdict)


@pytest.mark.parametrize(
    ("turns", "name"),
    [
        ((COUNTED, "is Poland one of them?"), "Poland"),
        (("which countries have a deal with JD.com?", "Is France among them?"), "France"),
    ],
)
def test_whoever_a_list_doesnt_name_isnt_said_to_be_missing(turns: tuple[str, ...], name: str) -> None:
    said = reply(*turns)
    assert said.outcome is Outcome.SILENT
    assert said.blocks[0] == f"Our sources don’t name {name} there."
    assert said.facts


def test_what_was_never_told_lists_nobody() -> None:
    assert not reply("Welche Länder will JD erobern?", "und Österreich?").text.startswith("Ja")


def test_in_another_folder() -> None:
    castles = "Welche Burgen bekamen die Städte?"
    assert reply(castles, "Skanör auch?", folder=HANSE).text.startswith("Ja.")
    assert reply(castles, "und Kopenhagen?", folder=HANSE).blocks[0] == "Unsere Quellen nennen Kopenhagen dabei nicht."


@pytest.mark.parametrize(
    ("turns", "outcome"),
    [
        (("How many orders are expected in Moscow?", "per day?"), Outcome.SILENT),
        (("How many orders are expected in Moscow?", "and per month?"), Outcome.ANSWER),
        (("Wie viele Bestellungen werden in Moskau erwartet?", "und am Tag?"), Outcome.SILENT),
        (("Wie viele Bestellungen werden in Moskau erwartet?", "im Monat?"), Outcome.ANSWER),
    ],
)
def test_a_figure_asked_per_another_time_is_the_same_figure(turns: tuple[str, ...], outcome: Outcome) -> None:
    said = reply(*turns)
    assert (said.outcome, said.facts) == (outcome, ("aliexpress-moscow/order_capacity",))


def test_names_alone_are_neither_yes_nor_no() -> None:
    assert not reply("Is Reynders Belgian?").text.startswith(("Yes", "No"))


def test_no_i_meant_rules_nobody_out() -> None:
    assert reply("When did JD sign with Austria?", "no, I meant the UK").facts == ("jd-uk/date_signed",)
