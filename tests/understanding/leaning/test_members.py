import pytest

from bot.answering.room.reply import Outcome
from tests.apps import reply


@pytest.mark.parametrize("asked", ["welche sind das?", "welche?", "nennen Sie sie bitte", "zähl sie auf"])
def test_the_members_of_what_was_counted_are_listed(asked: str) -> None:
    found = reply("Wie viele Länder nehmen an den Pavillons teil?", asked)
    assert found.facts == ("tmall-pavilions/participants",)


@pytest.mark.parametrize("asked", ["which ones?", "name them", "can you name them?"])
def test_a_list_that_was_stated_is_stated_again(asked: str) -> None:
    assert reply("How many allies does Alipay have?", asked).facts == ("alipay-europe/allies",)


@pytest.mark.parametrize(
    ("question", "asked", "fact"),
    [
        ("Wie viele Länder hat Safe.Shop?", "welche?", "safe-shop/countries"),
        ("How many embassies work with Juhuasuan?", "which countries are they?", "juhuasuan-embassies/embassies"),
        (
            "From how many countries do brands come to Tmall Global?",
            "aus welchen Ländern?",
            "tmall-brands/country_count",
        ),
    ],
)
def test_where_they_are_only_counted_they_are_not_named(question: str, asked: str, fact: str) -> None:
    found = reply(question, asked)
    assert found.outcome is Outcome.SILENT
    assert found.facts == (fact,)


def test_who_asks_for_a_list_of_something_else_gets_that() -> None:
    assert reply("Wie viele Länder hat Safe.Shop?", "Welche Länder haben einen Tmall-Pavillon?").facts[0] == (
        "tmall-pavilions/participants"
    )


@pytest.mark.parametrize(
    ("turns", "lead"),
    [
        (("How many countries have a pavilion?", "which are in Europe?"), "Europe: Switzerland, France, the"),
        (("Wie viele Länder haben Pavillons?", "welche?", "welche sind in Ozeanien?"), "Ozeanien: Neuseeland und"),
    ],
)
def test_a_region_picks_those_that_lie_in_it(turns: tuple[str, ...], lead: str) -> None:
    found = reply(*turns)
    assert found.facts == ("tmall-pavilions/participants",)
    assert found.text.startswith(lead)


@pytest.mark.parametrize(
    "asked", ["what about my country, Germany?", "und wie sieht's mit meinem Land aus, Deutschland?"]
)
def test_a_country_called_ones_own_is_looked_up_in_the_list(asked: str) -> None:
    assert reply("Which countries have a Tmall pavilion?", asked).text.startswith(("No.", "Nein."))


def test_where_none_lies_in_it_none_is_named() -> None:
    found = reply("Which countries have a pavilion?", "which of them are in Asia?")
    assert found.outcome is Outcome.SILENT
