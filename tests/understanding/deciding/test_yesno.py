"""Yes and no only where a fact decides them: what looks like a verdict and isn't one."""

from pathlib import Path

import pytest

from tests import apps
from tests.apps import reply


@pytest.mark.parametrize(
    "turns",
    [
        ("Is Hema a supermarket?",),  # it is no question of how many
        ("Ist Hema ein Supermarkt?",),
        ("Is Rakuten bigger than Amazon?",),  # no figures to compare
        ("How many customers does Alibaba have?", "more than JD.com?"),
        ("Wie viele Amerikaner haben Prime?", "das sind mehr als Familien, oder?"),
        ("Will Alibaba be in Brussels in 2016?",),  # a plan is no promise
        ("Hat Tmall Global die 1.000 Marken erreicht?", "in den 12 Monaten?"),
        ("Wurde Intime im Januar 2017 gekauft?",),  # the year isn't told
        ("What happened in 2014?", "and in February?"),  # nothing is asked that yes would answer
        ("Did Margarete Schramböck sign with Richard Liu?",),
        ("Hat Alibaba eine Botschaft in Brüssel eröffnet?",),
        ("Ist das Zentrum in Cambridge eine Premiere für JD.com in Europa?",),  # denied is that it is the second
        ("Does JD.com already do much of its business outside China?",),
        ("Is Britain the only country that has an agreement with JD.com?",),
        ("Was Alibaba's spending on stores spread over two years?",),  # not for more than two
        ("Besides Jack Ma, did six more tycoons join the meeting in China?",),
        ("Ist der Plan mit den tausend Marken ein Teil von Alibabas Importprogramm?",),  # only its name is a number
        ("Does Rakuten Ichiba come from China?",),
    ],
)
def test_neither_yes_nor_no_is_said_where_the_fact_does_not_decide(turns: tuple[str, ...]) -> None:
    assert not apps.reply(*turns).text.startswith(("Yes", "No.", "Not ", "Ja", "Nein", "Nicht "))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Wurde Intime im Januar gekauft?", "Ja."),
        ("Would Hema belong to Alibaba?", "Yes."),
        ("Ist Deutschland bei den Tmall-Pavillons dabei?", "Nein."),
        ("Hat JD.com mehr als 300 Millionen Kunden?", "Nein."),
        ("Did Richard Liu sign the Austria deal?", "Not Richard Liu"),
        ("Hat Jack Ma JD.com gegründet?", "Nein."),
        ("Does the British agreement last over three years?", "No."),
        ("Läuft das britische Abkommen über fünf Jahre?", "Nein."),
        ("Was JD.com's British agreement signed in London?", "No."),  # whoever signed it, the place is told
    ],
)
def test_it_is_said_where_it_does(question: str, verdict: str) -> None:
    assert apps.reply(question).text.startswith(verdict)


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("How much is the UK deal worth?", "that's 2.3 billion, right?"), "No."),
        (("What share of brands are new to China?", "is it below 50 percent?"), "No."),
        (("Is delivery in Moscow faster than 10 days?",), "Yes."),
        (("Ist die Lieferung in Moskau langsamer als 10 Tage?",), "Nein."),
    ],
)
def test_a_figure_asked_back_is_held_against_the_one_just_told(turns: tuple[str, ...], verdict: str) -> None:
    assert reply(*turns).text.startswith(verdict)


@pytest.mark.parametrize("question", ["Hat Richard Liu JD.com gegründet?", "Is Jack Ma the head of Alibaba?"])
def test_what_is_denied_of_one_is_not_denied_of_another(question: str) -> None:
    told = reply(question)
    assert told.outcome == "answer"
    assert not told.text.startswith(("No", "Nein"))


def test_no_to_one_deal_is_none_to_another() -> None:
    said = reply("Wurde der britische Deal in London unterschrieben?")
    assert all(fact.startswith("jd-uk/") for fact in said.facts)


def test_a_year_is_no_amount() -> None:
    assert not reply("Wer hat den britischen Vertrag unterzeichnet?", "war das 2014?").text.startswith("Nein")


@pytest.mark.parametrize(
    "turns",
    [
        ("How many brands does Tmall Global want to add?", "how many are there already?"),
        ("How many brands does Tmall Global want to add?", "how many does it have now?"),
    ],
)
def test_a_figure_of_now_is_no_plan(turns: tuple[str, ...]) -> None:
    assert reply(*turns).facts[0] == "tmall-brands/brand_count"


@pytest.mark.parametrize(
    ("question", "folder"),
    [
        ("Do both Amazon and Alibaba overshadow Rakuten?", apps.KNOWLEDGE),
        ("Stellen Amazon und Alibaba Rakuten in den Schatten?", apps.KNOWLEDGE),
        ("Did Lübeck and Hamburg pay the same?", apps.HANSE),
    ],
)
def test_a_no_to_the_other_way_round_is_none(question: str, folder: Path) -> None:
    assert not apps.reply(question, folder=folder).text.startswith(("No.", "Nein."))


@pytest.mark.parametrize(
    "question", ["Does Rakuten outshine Amazon and Alibaba?", "Stellt Rakuten Amazon und Alibaba in den Schatten?"]
)
def test_a_no_to_this_way_round_is_one(question: str) -> None:
    assert apps.reply(question).text.startswith(("No.", "Nein."))


@pytest.mark.parametrize(
    "question",
    [
        "Is Germany in the pavilions yet or still missing?",
        "Ist Deutschland bei den Pavillons dabei oder fehlt es noch?",
    ],
)
def test_which_of_two_opposites_holds_is_said_by_neither_yes_nor_no(question: str) -> None:
    said = apps.reply(question)
    assert said.facts[0] == "tmall-pavilions/germany"
    assert not said.text.startswith(("Yes", "No.", "Ja", "Nein"))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Ist das Importprogramm auf fünf Jahre angelegt?", "Ja."),
        ("Ist das Importprogramm von Alibaba auf zehn Jahre angelegt?", "Nein."),
    ],
)
def test_the_statements_own_word_is_of_no_other_matter(question: str, verdict: str) -> None:
    assert apps.reply(question).text.startswith(verdict)
