import pytest

from bot.understanding.judging.recognition import Verdict
from tests.apps import app


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("An welchem Datum genau hat Richard Liu im Jänner in Peking unterschrieben?", "the kind of answer wanted"),
        ("By what percentage are the commission fees on Tmall Global reduced?", "the kind of answer wanted"),
        ("Has JD.com signed anything with Siemens about robots?", "a name or number"),
        ("On what date did Shramböck put pen to paper?", "confidence"),
    ],
)
def test_every_verdict_names_the_rule_that_decided(question: str, rule: str) -> None:
    assert app().room.recogniser.recognise(question).rule.startswith(rule)


def test_what_no_fact_can_give_is_refused_before_likeness_is_weighed() -> None:
    recognition = app().room.recogniser.recognise("What percentage of the turnover does SPSR Express get?")
    assert recognition.verdict is Verdict.SILENT
    assert not recognition.chosen
