"""Where one of many is from says only for whom a question is asked, if the facts tell of that country."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps


@pytest.mark.parametrize(
    ("question", "deal"),
    [
        ("Does a family from Chengdu also find holiday tips on the country pavilions?", "tmall-pavilions"),
        ("Findet eine Familie aus Chengdu auf den Länder-Pavillons auch Urlaubstipps?", "tmall-pavilions"),
    ],
)
def test_the_town_of_an_example_limits_nothing(question: str, deal: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts[0].startswith(deal)


@pytest.mark.parametrize(
    "question",
    [
        "Does a family from Lima also find holiday tips on the country pavilions?",  # nothing is told of Peru
        "Findet eine Familie aus Lima auf den Länder-Pavillons auch Urlaubstipps?",
        "Are there holiday tips for Chengdu on the country pavilions?",  # the town itself is asked about
        "Gibt es auf den Länder-Pavillons Urlaubstipps für Chengdu?",
    ],
)
def test_a_town_elsewhere_or_one_that_is_asked_about_still_does(question: str) -> None:
    assert apps.reply(question).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question",
    [
        "Wie lange wartet ein Kunde in Kasan auf sein AliExpress-Paket?",  # told of Moscow
        "How long does a customer in Kazan wait for an AliExpress parcel?",
        "Wo holt ein Kunde in Kasan sein AliExpress-Paket ab?",
    ],
)
def test_nor_does_a_town_stand_for_one_of_its_country_that_a_fact_names(question: str) -> None:
    assert apps.reply(question).outcome is not Outcome.ANSWER
