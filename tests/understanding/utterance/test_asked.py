import pytest

from tests.apps import analyse


def types(question: str) -> frozenset[str]:
    return analyse(question).types


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("In which European country does it start?", "country"),
        ("What was Amazon's yearly turnover?", "money"),
        ("What is the share price of JD.com?", "money"),
        ("What's the phone number of the editors?", "address"),
        ("Welche Kundenzahl hat Rakuten?", "count"),  # by the head of a compound
        ("Wie lautet die Telefonnummer von Alibaba?", "address"),
        ("Welches Gehalt bekommt Alvin Liu?", "money"),
        ("JD.com Umsatz", "money"),  # no question word at all
        ("What did Alibaba pay for Intime?", "money"),
        ("Was hat Alibaba für das Kaufhaus in China bezahlt?", "money"),
        ("Wie alt ist Richard Liu?", "age"),
        ("pls list every single nation with a pavilion", "country"),
        ("Zähle mir bitte alle Staaten auf, die einen Pavillon haben.", "country"),
        ("Können Sie alle Firmen auflisten, die dazugehören?", "company"),
        ("Was hat der amerikanische Konzern für die kleine schwedische Firma bezahlt?", "money"),  # far apart
        ("Wie hoch ist der Steuersatz?", "percent"),
        ("Welchen Zollsatz in Prozent mussten die Händler zahlen?", "percent"),
        ("How big is the share as a percentage?", "percent"),
    ],
)
def test_a_noun_says_what_is_asked_for(question: str, kind: str) -> None:
    assert kind in types(question)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What's the problem of local shopkeepers with it?", "company"),
        ("What is the deal with Austria about?", "deal"),
        ("Die Umsätze von JD.com sind laut dem Artikel gestiegen", "money"),  # a statement
        ("What does AliExpress earn its money with?", "money"),
        ("Welche Voraussetzung gilt für Händler?", "duration"),
        ("What's the name of all the brands in that country?", "country"),  # nothing is to be listed by "name"
        ("Wie viel müssen die Händler zahlen?", "company"),  # that is not "zählen"
        ("What is the commission in percent?", "duration"),
    ],
)
def test_a_noun_further_on_does_not(question: str, kind: str) -> None:
    assert kind not in types(question)


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("How many customers does Alibaba have?", ["customers"]),
        ("Wie viele Mitarbeiter hat das Zentrum?", ["Mitarbeiter"]),
        ("In wie vielen Ländern gilt es?", ["Ländern"]),
    ],
)
def test_the_thing_counted_is_found_behind_how_many(question: str, focus: list[str]) -> None:
    analysis = analyse(question)
    assert [analysis.units[place].text for place in analysis.focus][:1] == focus


@pytest.mark.parametrize("text", ["what's the daily parcel volume of JD", "what was the yearly freight volume"])
def test_a_measure_of_time_before_another_noun_is_not_asked_for(text: str) -> None:
    assert analyse(text).types.isdisjoint({"day", "month", "year"})


def test_a_loss_is_a_word_in_a_language_that_it_is_not_spelt_in() -> None:
    assert any("loss" in unit.keys for unit in analyse("alibaba moskau loss").units)
