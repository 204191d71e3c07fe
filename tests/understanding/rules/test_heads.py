import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import reply

MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question",
    [
        "Wer ist Geschäftsführer von RedMart?",
        "Who is the head of Packstation?",
        "Wer leitet Zalando?",
        "Who runs RedMart?",
        "Who is the manager of About You?",
        "Who leads Alibaba?",
        "Who is the chairman of Alibaba?",
    ],
)
def test_who_heads_a_company_is_not_told_by_a_fact_that_names_nobody_of_it(question: str) -> None:
    assert reply(question, folder=MODERN).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    "question",
    ["Wer ist der Präsident der neuen Hanse?", "Wer ist der Chef der neuen Hanse?", "Wer leitet die neue Hanse?"],
)
def test_who_heads_it_may_be_told_by_his_office_alone(question: str) -> None:
    said = reply(question, folder=apps.HANSE)
    assert said.outcome is Outcome.ANSWER
    assert "Bürgermeister" in said.text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the boss of eBay?", "Wenig"),
        ("Wer leitet PayPal?", "Schulman"),
    ],
)
def test_whom_the_sources_name_is_told(question: str, name: str) -> None:
    said = reply(question, folder=MODERN)
    assert said.outcome is Outcome.ANSWER
    assert name in said.text


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Wer ist Gründer von Lazada?", "alibaba-lazada/founded"),
        ("Who is the founder of Lazada?", "alibaba-lazada/founded"),
    ],
)
def test_who_founded_a_company_is_its_founder(question: str, fact: str) -> None:
    assert reply(question, folder=MODERN).facts[0] == fact


@pytest.mark.parametrize("question", ["Who is the founder of eBay?", "Wer ist der Gründer von PayPal?"])
def test_who_heads_a_company_need_not_be_its_founder(question: str) -> None:
    assert reply(question, folder=MODERN).outcome is Outcome.SILENT
