import pytest

from bot.understanding.judging.recognition import Verdict
from tests.apps import HANSE, app


@pytest.mark.parametrize("question", ["Wer hat alles unterschrieben?", "Who all signed?"])
def test_one_word_of_all_deals_is_told_of_all(question: str) -> None:
    found = app().room.recogniser.recognise(question)
    assert found.verdict is Verdict.ANSWER
    assert {reading.features.fact.id for reading in found.chosen} == {"jd-austria/signatory", "jd-uk/signatory"}


@pytest.mark.parametrize("question", ["Wer hat verhandelt?", "Who negotiated?"])
def test_one_word_that_asks_for_no_list_is_asked_back(question: str) -> None:
    assert app(HANSE).room.recogniser.recognise(question).verdict is Verdict.CLARIFY
