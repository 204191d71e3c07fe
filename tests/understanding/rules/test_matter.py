import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.rules import matter
from tests import apps


@pytest.mark.parametrize(
    "question",
    [
        "Läuft der Vertrag von AliExpress und SPSR 2015 aus?",
        "Does the AliExpress contract expire in 2015?",
        "Endet der Vertrag mit SPSR 2014?",
        "Wurde der Vertrag mit SPSR 2014 gekündigt?",
        "Was the SPSR contract renewed in 2014?",
        "Wurde SPSR 2014 gegründet?",
    ],
)
def test_the_date_of_another_event_stands_near_and_answers_nothing(question: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.SILENT
    assert reply.facts == ("aliexpress-moscow/date_signed",)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Wurde der SPSR-Vertrag 2014 besiegelt?", "Ja."),
        ("Was the SPSR contract signed in 2015?", "No."),
        ("Does Hema have 20 branches?", "No."),
        ("Läuft das JD-Abkommen mit den Briten vier Jahre?", "Nein."),  # "läuft" asks for the term, too
    ],
)
def test_the_figure_of_the_very_matter_decides(question: str, lead: str) -> None:
    reply = apps.reply(question)
    assert reply.text.startswith(lead)


@pytest.mark.parametrize("question", ["Hat JD 266 Millionen Kunden verloren?", "Did JD lose 266 million customers?"])
def test_a_count_of_customers_says_nothing_of_those_lost(question: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("How many retailers take part in the pavilions?", Outcome.SILENT),
        ("Wie viele Händler machen bei den Pavillons mit?", Outcome.SILENT),
        ("How many nations take part in the pavilions?", Outcome.ANSWER),
        ("Wie viele Unternehmer waren beim Treffen mit Jack Ma?", Outcome.ANSWER),
    ],
)
def test_countries_counted_are_no_companies(question: str, outcome: Outcome) -> None:
    assert apps.reply(question).outcome is outcome


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Wie viele Jahre hat ein neuer Store bei Tmall Global Zeit?", Outcome.SILENT),  # 30 days
        ("How many years until a new store opens on Tmall Global?", Outcome.SILENT),
        ("How many weeks until a new store opens on Tmall Global?", Outcome.ANSWER),
        ("Wie viele Monate dauert die Lieferung nach Moskau?", Outcome.ANSWER),  # days, and that says it
        ("Wie viele Monate läuft das Abkommen mit den Briten?", Outcome.ANSWER),
    ],
)
def test_years_are_not_asked_of_what_takes_days(question: str, outcome: Outcome) -> None:
    assert apps.reply(question).outcome is outcome


def test_what_is_counted_is_the_second_of_two_nouns() -> None:
    asked = apps.analyse("How many office staff were dismissed?", apps.SUBJECTS / "modern")
    assert [asked.units[place].text for place in asked.focus] == ["office", "staff"]
    assert [matter.describes_next(asked, place) for place in asked.focus] == [True, False]


@pytest.mark.parametrize("question", ["Preis je Aktie?", "What is the price per share?"])
def test_a_price_per_share_is_a_price(question: str) -> None:
    assert any("price" in unit.keys for unit in apps.analyse(question).units)


@pytest.mark.parametrize(
    "question",
    [
        "What was Flipkart's profit last year?",  # its sales are told
        "Wie hoch war Flipkarts Gewinn im letzten Jahr?",
        "How much profit did Flipkart make?",
    ],
)
def test_a_figure_that_only_its_own_name_tells_is_not_taken_from_one_like_it(question: str) -> None:
    assert apps.reply(question, folder=apps.SUBJECTS / "modern").outcome is not Outcome.ANSWER


@pytest.mark.parametrize("question", ["What were Flipkart's sales?", "Wie hoch war Flipkarts Umsatz?"])
def test_by_its_own_name_it_is(question: str) -> None:
    reply = apps.reply(question, folder=apps.SUBJECTS / "modern")
    assert "walmart-flipkart/sales" in reply.facts


@pytest.mark.parametrize(
    "question",
    [
        "Für wie viele Händler gilt der Vertrag von eBay und PayPal?",
        "How many merchants does the contract of eBay and PayPal cover?",
    ],
)
def test_a_fact_that_counts_years_counts_nothing_else(question: str) -> None:
    assert apps.reply(question, folder=apps.SUBJECTS / "modern").outcome is Outcome.SILENT


@pytest.mark.parametrize(
    "question",
    [
        "Für wie viele Jahre gilt der Vertrag von eBay und PayPal?",
        "For how many years did the contract of eBay and PayPal run?",
    ],
)
def test_it_does_count_the_years(question: str) -> None:
    assert apps.reply(question, folder=apps.SUBJECTS / "modern").facts[0] == "ebay-paypal/contract"
