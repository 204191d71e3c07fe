"""What came before or after what was told is another date of the deal, whoever held the post, or not told."""

import pytest

from bot.answering.room.reply import Outcome, Reply
from tests import apps


def text(reply: Reply) -> str:
    return " ".join(str(block) for block in reply.blocks)


@pytest.mark.parametrize(
    "turns",
    [
        ("When was the contract with SPSR signed?", "And before that?"),
        ("When was the contract with SPSR signed?", "what happened after that?"),
        ("Wann wurde der Vertrag mit SPSR unterschrieben?", "Und davor?"),
        ("Wann wurde der Vertrag mit SPSR unterschrieben?", "Was kam danach?"),
    ],
)
def test_the_fact_itself_is_not_what_came_before_or_after_it(turns: tuple[str, ...]) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.SILENT
    assert not reply.facts


@pytest.mark.parametrize(
    ("turns", "label"),
    [
        (("Who signed for Austria?", "Who came after her?"), "the successor"),
        (("Wer hat für Österreich unterschrieben?", "Wer war ihre Vorgängerin?"), "Vorgänger"),
    ],
)
def test_who_held_the_post_is_named_as_what_is_not_told(turns: tuple[str, ...], label: str) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.SILENT
    assert label in text(reply)


def test_what_says_more_is_a_question_of_its_own() -> None:
    reply = apps.reply("When was the contract with SPSR signed?", "And before that, who reported it?")
    assert reply.outcome is Outcome.ANSWER
