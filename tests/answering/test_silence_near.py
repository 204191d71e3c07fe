"""What stands near what isn't told must be about whom was asked."""

import pytest

from tests import apps


@pytest.mark.parametrize(
    "question", ["Wie viele Läden hat Tesla in Deutschland?", "How many stores does Etsy have?", "What does eBay cost?"]
)
def test_nothing_about_another_company_is_offered(question: str) -> None:
    reply = apps.reply(question)
    assert reply.facts == ()


def test_another_country_or_person_leaves_what_is_told_of_the_deal() -> None:
    reply = apps.reply("Hat JD.com ein Abkommen mit Spanien?")
    assert reply.facts
