"""What is told of somebody is never said not to be told of him, whatever else of it is asked."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import reply


@pytest.mark.parametrize(
    ("question", "denied"),
    [
        ("Did the British target get reached?", "don’t give the goal"),
        ("Arbeitet Alibaba auch mit diplomatischen Vertretungen zusammen?", "den Partner nicht"),
        ("Wie heißt der Entwicklungschef von AliExpress?", "den Sprecher nicht"),
    ],
)
def test_what_a_fact_tells_is_not_denied(question: str, denied: str) -> None:
    said = reply(question)
    assert said.outcome is Outcome.SILENT
    assert denied not in said.text


def test_a_figure_of_somebody_else_is_still_named() -> None:
    assert "number of customers for Alibaba" in reply("How many customers does Alibaba have in China?").text
