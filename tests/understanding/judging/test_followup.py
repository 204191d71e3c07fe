import pytest

from bot.answering.room.reply import Outcome
from tests import apps


@pytest.mark.parametrize(
    ("first", "question"),
    [
        ("How many customers does JD have?", "Is it bigger than Amazon?"),
        ("Wie viele Kunden hat JD?", "Ist es größer als Amazon?"),
    ],
)
def test_what_was_talked_about_is_compared_with_the_new_name(first: str, question: str) -> None:
    assert apps.reply(first, question).facts == ("jd-europe/rank",)


@pytest.mark.parametrize(
    ("first", "question"),
    [
        ("How many customers does JD have?", "Does it have more than Alibaba?"),
        ("Wie viele Kunden hat JD?", "Ist es größer als eBay?"),
    ],
)
def test_a_comparison_that_no_fact_makes_is_not_told(first: str, question: str) -> None:
    assert apps.reply(first, question).outcome is Outcome.SILENT


def test_another_name_still_takes_the_place_of_the_one_before() -> None:
    reply = apps.reply("Wie lange gilt der Deal mit Großbritannien?", "Und wer hat für Österreich unterschrieben?")
    assert reply.facts[0] == "jd-austria/signatory"


def test_more_than_a_number_compares_with_no_name() -> None:
    first = "Wie viele Kunden hat JD?"
    reply = apps.reply(first, "Wie viele Marken hat Tmall Global, mehr als 20000 sind das, oder?")
    assert reply.facts == ("tmall-brands/brand_count",)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("zurück zu den Briten: wann war dort die Unterschrift?", "jd-uk/date_signed"),
        ("Bei den Briten: wann war dort die Unterschrift?", "jd-uk/date_signed"),
        ("Bei AliExpress in Moskau: wie lange dauert da die Lieferung?", "aliexpress-moscow/delivery_time"),
        ("Let's go back to the UK. Who signed there?", "jd-uk/signatory"),
        ("The UK one then: how much is it worth?", "jd-uk/amount"),
    ],
)
def test_who_is_named_before_the_question_is_what_it_is_about(question: str, fact: str) -> None:
    reply = apps.reply("Wer hat für Österreich unterschrieben?", question)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts[0] == fact


def test_a_name_within_the_question_stays_with_the_conversation() -> None:
    reply = apps.reply("What is the peace of Stralsund?", "And who spoke there for Denmark?", folder=apps.HANSE)
    assert {fact.split("/")[0] for fact in reply.facts} <= {"stralsund-1370"}
