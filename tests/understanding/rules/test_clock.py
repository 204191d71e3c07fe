"""An hour that a question names doesn't limit what tells when something is open; other figures do."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import SUBJECTS, reply

MODERN = SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question",
    [
        "Can I fetch my parcel from the Packstation at 3 in the morning?",
        "Is the Packstation open at 11 at night?",
        "Ist die Packstation um 4 Uhr früh offen?",
    ],
)
def test_when_it_is_open_answers_for_any_hour(question: str) -> None:
    told = reply(question, folder=MODERN)
    assert told.outcome is Outcome.ANSWER
    assert told.facts[0] == "packstation/hours"


@pytest.mark.parametrize(
    "question", ["Can I fetch 3 parcels from the Packstation?", "Kann ich 4 Pakete aus der Packstation holen?"]
)
def test_a_number_of_things_is_no_hour(question: str) -> None:
    assert reply(question, folder=MODERN).outcome is Outcome.SILENT
