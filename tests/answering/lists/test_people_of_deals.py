"""Who took part in one deal or two: the persons whom their statements name, each with what they are."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import reply

HANSE = apps.SUBJECTS / "hanse"


@pytest.mark.parametrize(
    "question",
    [
        "Welche Personen haben bei JD.coms Abkommen mit Großbritannien und Österreich mitgewirkt?",
        "Welche Leute waren am britischen und am österreichischen Abkommen beteiligt?",
        "Which people were involved in JD.com's deals with Britain and Austria?",
        "Which people took part in the British and the Austrian agreement?",
    ],
)
def test_the_persons_of_both_deals_are_called(question: str) -> None:
    said = reply(question)
    assert said.outcome is Outcome.ANSWER
    for name in ("Richard Liu", "Theresa May", "Margarete Schramböck"):
        assert name in said.blocks[1]


@pytest.mark.parametrize(
    "question", ["Welche Personen sind am Österreich-Deal beteiligt?", "Which people took part in the Austria deal?"]
)
def test_of_one_deal_no_others_are_called(question: str) -> None:
    listed = reply(question).blocks[1]
    assert "Margarete Schramböck" in listed
    assert "Liu" not in listed


@pytest.mark.parametrize(
    "question",
    ["Which persons were involved in the Moscow contract?", "Welche Personen waren am Moskau-Vertrag beteiligt?"],
)
def test_where_nobody_is_named_it_says_so(question: str) -> None:
    said = reply(question)
    assert (said.outcome, said.facts, len(said.blocks)) == (Outcome.SILENT, (), 1)


@pytest.mark.parametrize("question", ["Wer war am Abkommen mit Großbritannien beteiligt?", "Who signed for Austria?"])
def test_parties_and_signatories_are_told_as_before(question: str) -> None:
    assert reply(question).facts[0].split("/")[1] in {"parties", "signatory"}


@pytest.mark.parametrize(
    "question",
    [
        "Which people were involved in the Peace of Stralsund?",
        "Welche Personen waren am Frieden von Stralsund beteiligt?",
    ],
)
def test_so_it_is_with_treaties(question: str) -> None:
    assert {fact.split("/")[0] for fact in reply(question, folder=HANSE).facts} == {"stralsund-1370"}
