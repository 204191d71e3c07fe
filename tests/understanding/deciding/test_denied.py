"""Questions that deny what they ask ("hasn't Spain got one?"): nobody is left out, and no verdict is said."""

import pytest

from tests import apps
from tests.apps import reply

_VERDICTS = ("Yes", "No.", "Not ", "Ja", "Nein", "Nicht ", "Doch")


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Hasn't Spain got a pavilion?", "tmall-pavilions/participants"),
        ("Hat Spanien nicht auch einen Pavillon?", "tmall-pavilions/participants"),
        ("Hat Spanien keinen Pavillon?", "tmall-pavilions/participants"),
        ("Isn't JD.com from China?", "jd-europe/origin"),
        ("Ist JD.com nicht aus China?", "jd-europe/origin"),
        ("Hat Deutschland keinen Pavillon?", "tmall-pavilions/germany"),
    ],
)
def test_what_is_denied_is_found_as_what_is_asked(question: str, fact: str) -> None:
    said = reply(question)
    assert said.facts[0] == fact
    assert not said.text.startswith(_VERDICTS)


@pytest.mark.parametrize(
    "question",
    [
        "Hat Österreich nicht auch ein Abkommen mit JD.com?",
        "Hat JD.com keinen Deal mit Österreich?",
        "Doesn't Austria have a deal with JD.com?",
    ],
)
def test_a_denied_verb_leaves_out_no_deal(question: str) -> None:
    said = reply(question)
    assert said.outcome == "answer"
    assert all(fact.startswith("jd-austria/") for fact in said.facts)


@pytest.mark.parametrize("question", ["Hat JD keinen Deal mit Spanien?", "Doesn't JD have a deal with Spain?"])
def test_no_deal_is_found_where_there_is_none(question: str) -> None:
    assert reply(question).outcome == "silent"


def test_on_another_subject_too() -> None:
    said = reply("Isn't the alliance of Lübeck and Hamburg from 1241?", folder=apps.HANSE)
    assert said.facts[0] == "luebeck-hamburg-1241/date"


@pytest.mark.parametrize("question", ["Which deals are not with Austria?", "Welche Deals sind nicht mit Österreich?"])
def test_a_name_that_is_denied_itself_is_left_out(question: str) -> None:
    assert not any(fact.startswith("jd-austria/") for fact in reply(question).facts)
