"""Who does something instead of somebody is told by a fact that names just another one; who else does it is not."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import SUBJECTS, reply

MODERN = SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question",
    ["Mit wem wickelt eBay Zahlungen anstelle von PayPal ab?", "Who took over payments at eBay instead of PayPal?"],
)
def test_whoever_takes_somebodys_place_is_told(question: str) -> None:
    told = reply(question, folder=MODERN)
    assert told.outcome is Outcome.ANSWER
    assert "Adyen" in told.text


@pytest.mark.parametrize(
    "question", ["Mit wem wickelt eBay Zahlungen anstelle von Adyen ab?", "Who handles payments at eBay besides Adyen?"]
)
def test_who_it_is_besides_the_one_told_is_not(question: str) -> None:
    told = reply(question, folder=MODERN)
    assert told.outcome is Outcome.SILENT
