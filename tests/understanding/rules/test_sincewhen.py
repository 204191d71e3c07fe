"""Since when something has been so is told neither by a plan nor by a day that comes again."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps


@pytest.mark.parametrize(
    "question",
    [
        "Since when has Alibaba had an embassy in Brussels?",
        "Seit wann hat Alibaba eine Botschaft in Brüssel?",
        "Since when do the livestreams take place on the 21st?",
        "Seit wann gibt es die Livestreams am 21.?",
    ],
)
def test_a_plan_and_a_day_of_each_month_tell_no_beginning(question: str) -> None:
    assert apps.reply(question).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Since when has JD.com been trying to move closer to Europe?", "jd-europe/europe_since"),
        ("Seit wann streckt JD.com seine Fühler Richtung Europa aus?", "jd-europe/europe_since"),
        ("When does Alibaba want to start in Brussels?", "alibaba-brussels/start_date"),
        ("Wann will Alibaba in Brüssel anfangen?", "alibaba-brussels/start_date"),
    ],
)
def test_what_has_begun_tells_it_and_when_a_plan_begins_may_be_asked(question: str, fact: str) -> None:
    said = apps.reply(question)
    assert said.outcome is Outcome.ANSWER
    assert fact in said.facts
