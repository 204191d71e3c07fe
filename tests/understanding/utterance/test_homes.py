import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import analyse

MODERN = apps.SUBJECTS / "modern"


def named(question: str) -> set[str]:
    return {entity for unit in analyse(question, MODERN).names for entity in unit.entities}


@pytest.mark.parametrize(
    ("question", "entity"),
    [
        ("What did the Indian firm sell?", "flipkart"),
        ("Was bekam der indische Konzern?", "flipkart"),
        ("Wer ist der Chef des indischen Konzerns?", "flipkart"),
        ("Wer kaufte den indischen Konzern?", "flipkart"),
        ("Who bought the Indian business?", "flipkart"),
        ("Who owns the Singapore company?", "lazada"),
    ],
)
def test_a_company_is_called_by_where_it_is_at_home(question: str, entity: str) -> None:
    assert entity in named(question)


@pytest.mark.parametrize(
    ("question", "entity"),
    [
        ("Can Indian firms join?", "flipkart"),  # any of them
        ("Können die indischen Händler mitmachen?", "flipkart"),
        ("Wie viele der indischen Händler sind dagegen?", "flipkart"),
        ("Wie geht es den indischen Händlern?", "flipkart"),
        ("Is Lazada an Indian firm?", "flipkart"),
        ("What is the Indian law?", "flipkart"),  # no company
        ("Who owns the American company?", "walmart"),  # too many are from there
    ],
)
def test_a_country_alone_or_one_of_many_stays_a_country(question: str, entity: str) -> None:
    assert entity not in named(question)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Wie viel zahlt das Berliner Modehaus für About You?", "zalando-about-you/offer"),
        ("How much does the fashion house from Berlin pay for About You?", "zalando-about-you/offer"),
        ("Which backer cashed out completely when the Americans came to Bengaluru?", "walmart-flipkart/shareholders"),
    ],
)
def test_a_town_speaks_for_the_companies_that_are_at_home_there(question: str, fact: str) -> None:
    reply = apps.reply(question, folder=MODERN)
    assert reply.outcome is Outcome.ANSWER
    assert fact in reply.facts


@pytest.mark.parametrize(
    "question",
    [
        "Wie viel zahlt das Münchner Modehaus für About You?",  # nobody there is
        "How much does the fashion house from Munich pay for About You?",
        "How many of Flipkart's customers live in Bangalore?",  # asks of the town itself
        "Wie viele Kunden hat Flipkart in Bengaluru?",
    ],
)
def test_a_town_where_nobody_or_somebody_only_lives_answers_nothing(question: str) -> None:
    assert apps.reply(question, folder=MODERN).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question",
    ["Is About You based in Hamburg?", "Wurde About You in Hamburg gegründet?", "Sitzt Alibaba in Hangzhou?"],
)
def test_beside_its_firm_a_town_is_asked_about_itself(question: str) -> None:
    said = apps.reply(question)
    assert said.outcome is Outcome.SILENT
    assert "Hamburg" in said.text or "Hangzhou" in said.text
