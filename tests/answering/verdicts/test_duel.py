"""Which of two it is, said before the statements."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("question", "folder", "said"),
    [
        ("Was war teurer, LinkedIn oder Whole Foods?", MODERN, "Teurer: LinkedIn."),
        ("Was war billiger, LinkedIn oder Whole Foods?", MODERN, "Billiger: Whole Foods."),
        ("What was dearer, LinkedIn or Whole Foods?", MODERN, "Dearer: LinkedIn."),
        (
            "Was wurde zuerst unterzeichnet: der Friede von Stralsund oder der von Utrecht?",
            apps.HANSE,
            "Zuerst: Stralsund.",
        ),
        (
            "Welcher Friede wurde später geschlossen, der von Stralsund oder der von Utrecht?",
            apps.HANSE,
            "Später: Utrecht.",
        ),
    ],
)  # fmt: skip
def test_two_figures_of_one_kind_are_weighed_in_the_question_s_own_word(question: str, folder: Path, said: str) -> None:
    reply = apps.reply(question, folder=folder)
    assert reply.outcome is Outcome.ANSWER
    assert reply.blocks[0] == said
    assert len(reply.facts) == 2
    assert all("[" in block for block in reply.blocks[1:3])  # each statement has its citation


@pytest.mark.parametrize(
    "question",
    [
        "Has JD more customers than Amazon Prime has members?",  # yes or no
        "Which has more: JD's customers or Amazon Prime's members?",  # not the same thing
        "How many customers does JD have?",
    ],
)
def test_where_the_facts_do_not_decide_it_nothing_is_said(question: str) -> None:
    blocks = apps.reply(question).blocks
    assert not any(block.startswith(("More:", "Has:")) for block in blocks)


def test_less_is_told_from_more() -> None:
    comparatives = apps.app().understanding.hearing.comparatives
    assert comparatives.asks_for_less("Cheaper")
    assert comparatives.asks_for_less("zuerst")
    assert not comparatives.asks_for_less("dearer")
    assert comparatives.found("which is cheaper") == ("money", 9, 16)
