"""A folder's own attributes take part in what questions are answered by, once its intents.yaml says what they tell."""

from dataclasses import replace

from bot.facts.tells import Tells
from bot.understanding.deals.dealdates import DealDates
from bot.understanding.rules import seats
from tests import apps

DEAL = "jd-austria"


def test_whichever_attribute_tells_the_beginning_dates_a_deal() -> None:
    knowledge = apps.app().knowledge
    others = [knowledge.facts[fact] for fact in knowledge.deals[DEAL].facts if fact != f"{DEAL}/date_signed"]
    own = replace(knowledge, tells={Tells.BEGINNING: (others[0].attribute,)})
    assert DealDates(own).beginning(own.deals[DEAL]) == others[0]
    assert DealDates(knowledge).beginning(own.deals[DEAL]) == knowledge.facts[f"{DEAL}/date_signed"]


def test_a_firm_is_placed_by_whichever_attribute_tells_its_seat() -> None:
    knowledge = apps.app().knowledge
    fact = knowledge.facts["jd-cambridge/overview"]
    asked = apps.analyse("Is JD.com based in London?")
    assert seats.is_another_s(asked, fact, knowledge)
    assert not seats.is_another_s(asked, fact, replace(knowledge, tells={Tells.SEAT: (fact.attribute,)}))
