import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.utterance.rates import Rates
from tests import apps

RATES = Rates(
    [{"each": ["per", "a"], "day": ["daily"], "month": []}, {"each": ["pro"], "day": ["täglich"]}],
    [{"day": ["day", "days"], "month": ["month"]}, {"day": ["tag"], "month": ["monat"]}],
)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("How many orders per day?", {"day"}),
        ("20,000 orders a month", {"month"}),
        ("wie viele pro Tag und pro Monat", {"day", "month"}),
        ("wie viele täglich?", {"day"}),
        ("on the day of the month", set()),
        ("a holiday, a daylight", set()),
    ],
)
def test_times_of_a_rate(text: str, times: set[str]) -> None:
    assert RATES.of(text) == times


@pytest.mark.parametrize(
    "turns",
    [
        ("Wie viele Bestellungen schafft das Zentrum in Moskau pro Tag?",),
        ("How much is the import programme worth per year?",),
        ("Wie viel Euro bringt das britische Abkommen?", "wie viel wäre das pro Jahr?"),
    ],
)
def test_a_figure_for_another_time_is_no_answer(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns).outcome is Outcome.SILENT


def test_the_time_that_the_fact_tells_is_one() -> None:
    assert apps.reply("How many orders does the Moscow centre handle a month?").outcome is Outcome.ANSWER
    assert apps.reply("Wie viele Bestellungen werden monatlich erwartet?").outcome is Outcome.ANSWER
