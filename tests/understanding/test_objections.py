import pytest

from bot.understanding.recognition import Verdict
from tests.apps import app


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Wie viele Filialen hat Intime?", "Intime"),  # another fact of the deal counts those of Hema
        ("What share of the turnover does Alipay get in Moscow?", "Alipay"),
        ("Wie viele Botschaften arbeiten mit Amazon zusammen?", "Amazon"),
    ],
)
def test_a_company_that_only_other_facts_hold_does_not_get_this_facts_figure(question: str, name: str) -> None:
    found = app().room.recogniser.recognise(question)
    assert found.verdict is Verdict.SILENT
    assert name in [unit.text for unit in found.conflicts] or not found.chosen


@pytest.mark.parametrize("question", ["Wie viele Kunden hat JD.com?", "Wie viele Supermärkte hat Hema Xiansheng?"])
def test_the_one_that_it_is_about_does(question: str) -> None:
    assert app().room.recogniser.recognise(question).verdict is Verdict.ANSWER
