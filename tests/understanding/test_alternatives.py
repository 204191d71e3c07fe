"""Questions for yes or no that offer a choice."""

import pytest

from bot.answering.reply import Outcome
from tests.apps import reply

PARTICIPANTS, GERMANY = "tmall-pavilions/participants", "tmall-pavilions/germany"


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Entsteht das Forschungszentrum in Oxford oder Cambridge?", ("jd-cambridge/location",)),
        ("Was the import programme presented in Beijing or Shanghai?", ("import-programme/presented_where",)),
        ("Hat Richard Liu oder Jack Ma JD.com gegründet?", ("jd-europe/founder",)),
        ("Ist Alipay von Alibaba oder von JD.com?", ("alipay-europe/owner",)),
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


def test_one_fact_that_speaks_of_both_is_told_by_itself() -> None:
    said = reply("Wurde das Abkommen in Peking oder London unterzeichnet?")
    assert said.facts[0] == "jd-uk/place_signed"
    assert not said.text.startswith("Nein")


def test_a_fact_of_another_deal_is_no_choice() -> None:
    assert reply("Does France or Austria have a pavilion?").facts == (PARTICIPANTS,)


def test_places_asked_for_together_are_told_by_facts_of_their_own() -> None:
    said = reply("Haben Frankreich und Deutschland einen Pavillon?")
    assert said.facts == (PARTICIPANTS, GERMANY)
    assert not said.text.startswith(("Ja", "Nein"))


def test_places_that_one_fact_holds_are_answered_by_yes() -> None:
    assert reply("Sind Spanien und Frankreich dabei bei den Pavillons?").text.startswith("Ja.")
