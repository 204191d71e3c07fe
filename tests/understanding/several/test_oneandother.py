"""What "the one" and "the other" stand for."""

import pytest

from bot.understanding.several.oneandother import OneAndOther
from tests.apps import analyse, joints, reply


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("Rakuten and About You: who runs the one and who the other?", "who runs Rakuten and who About You?"),
        ("Rakuten und About You: wer leitet das eine und wer das andere?", "wer leitet Rakuten und wer About You?"),
    ],
)
def test_both_names_come_into_their_places(question: str, written: str) -> None:
    assert OneAndOther(joints()).written_out(analyse(question)) == written


@pytest.mark.parametrize(
    "question",
    [
        "What is the one, and what is the other?",
        "Rakuten: was ist das eine?",
        "Rakuten and About You: who runs the other?",
    ],
)
def test_without_two_that_are_named_before_nothing_is_written_out(question: str) -> None:
    assert OneAndOther(joints()).written_out(analyse(question)) == ""


@pytest.mark.parametrize(
    "question",
    [
        "Rakuten and About You: where is the one from and where is the other at home?",
        "Rakuten und About You: aus welchem Land kommt das eine und aus welchem Land das andere?",
    ],
)
def test_what_is_asked_of_each_is_told_of_each(question: str) -> None:
    assert {fact.split("/")[0] for fact in reply(question).facts} == {"rakuten", "about-you"}
