"""Questions for yes or no that offer a choice."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import reply

PARTICIPANTS, GERMANY = "tmall-pavilions/participants", "tmall-pavilions/germany"


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Entsteht das Forschungszentrum in Oxford oder Cambridge?", ("jd-cambridge/location",)),
        ("Was the import programme presented in Beijing or Shanghai?", ("import-programme/presented_where",)),
        ("Hat Richard Liu oder Jack Ma JD.com gegründet?", ("jd-europe/founder",)),
        ("Is the research centre in Oxford or in Cambridge?", ("jd-cambridge/location",)),
        ("Sind es 25 oder 26 Botschaften?", ("juhuasuan-embassies/embassies",)),
        ("Wurde der Vertrag vor oder nach 2014 unterschrieben?", ("aliexpress-moscow/date_signed",)),
        ("Has Germany or France a pavilion on Tmall Global?", (GERMANY, PARTICIPANTS)),
        ("Sind es mehr oder weniger als 20.000 Marken auf Tmall Global?", ("tmall-brands/brand_count",)),
        ("Are there more or fewer than 20,000 brands on Tmall Global?", ("tmall-brands/brand_count",)),
    ],
)
def test_what_is_told_is_said_without_yes_or_no(question: str, facts: tuple[str, ...]) -> None:
    said = reply(question)
    assert said.outcome is Outcome.ANSWER
    assert said.facts == facts
    assert not said.text.startswith(("Ja", "Nein", "Yes", "No."))


def test_what_is_as_much_as_asked_for_is_neither_more_nor_less() -> None:
    assert reply("Hat JD.com mehr oder weniger als 266 Millionen Kunden?").text.startswith("JD.com zählt 266 Millionen")


@pytest.mark.parametrize(
    "question", ["Hat Deutschland oder Italien einen Pavillon?", "Liegt Cambridge in England oder in den USA?"]
)
def test_a_name_of_which_nothing_is_told_is_not_passed_over(question: str) -> None:
    assert reply(question).outcome is Outcome.SILENT


def test_an_inclusive_or_may_be_answered_by_yes() -> None:
    assert reply("Do the pavilions offer travel or culture information?").text.startswith("Yes.")


def test_one_fact_that_speaks_of_both_is_told_by_itself() -> None:
    said = reply("Wurde das Abkommen in Peking oder London unterzeichnet?")
    assert said.facts[0] == "jd-uk/place_signed"
    assert said.text.startswith("Das Treffen")


def test_a_fact_of_another_deal_is_no_choice() -> None:
    assert reply("Does France or Austria have a pavilion?").facts == (PARTICIPANTS,)


def test_places_asked_for_together_are_told_by_facts_of_their_own() -> None:
    said = reply("Haben Frankreich und Deutschland einen Pavillon?")
    assert said.facts == (PARTICIPANTS, GERMANY)
    assert not said.text.startswith(("Ja", "Nein"))


def test_places_that_one_fact_holds_are_answered_by_yes() -> None:
    assert reply("Sind Spanien und Frankreich dabei bei den Pavillons?").text.startswith("Ja.")
