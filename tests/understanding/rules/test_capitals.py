"""A name that nobody knows is given away by its capital, in German where a noun would need an article."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

MODERN, HANSE = apps.SUBJECTS / "modern", apps.SUBJECTS / "hanse"


@pytest.mark.parametrize(
    "question",
    [
        "How much did Microsoft pay for Slack?",
        "Wie viel hat Microsoft für Slack bezahlt?",
        "Who bought Lazada from Zippo?",
        "Arbeitet Ocado mit Blurbix zusammen?",
    ],
)
def test_a_word_with_a_capital_is_a_name_and_no_misspelling(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("folder", "question"),
    [
        (MODERN, "How much did Microsoft pay for Linkedin?"),  # a known one, spelt otherwise
        (MODERN, "How many MEPs voted for the deal with Japan?"),  # an abbreviation
        (HANSE, "Did every Hanseatic ally join in starving Norway of grain?"),  # it describes what follows
        (MODERN, "Wie viel hat Microsoft für Linkdin bezahlt?"),  # a known one, misspelt
        (MODERN, "Für welchen Betrag kaufte Microsoft LinkedIn?"),  # a noun with its article
        (MODERN, "How Much Did Microsoft Pay For LinkedIn Altogether?"),  # all are written so
    ],
)
def test_other_capitals_say_nothing(folder: Path, question: str) -> None:
    assert apps.reply(question, folder=folder).outcome is Outcome.ANSWER
