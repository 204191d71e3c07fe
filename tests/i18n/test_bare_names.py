from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.facts.entities import Entity
from bot.facts.model import Knowledge
from bot.facts.values import EntityList, EntityValue, Value
from bot.i18n import Voice
from bot.i18n.bare_names import bare_names, doubled_articles
from bot.i18n.declined_names import german_declension
from tests.apps import LOCALES

PORT = Entity("port", "organisation", {"de": ("Hafen Riga",), "en": ("Port of Riga",)}, article={"de": "der"})
LINE = Entity("line", "company", {"de": ("BalticLine",), "en": ("BalticLine",)})
Remedies = Callable[..., list[str]]


@pytest.fixture
def remedies(small: Knowledge) -> Remedies:
    """The remedies for a German wording whose value is the port, or what is given."""
    fact = small.facts["night-train/contract"]
    entities = {**small.entities, "port": PORT, "line": LINE}

    def check(german: str, value: Value | None = None) -> list[str]:
        said = replace(fact, wording={**fact.wording, "de": german}, value=value or EntityValue("port"), details={})
        knowledge = replace(small, entities=entities, facts={fact.id: said})
        declension = german_declension(LOCALES)
        return [one.remedy for one in bare_names(knowledge, Voice("de", LOCALES, entities), declension)]

    return check


@pytest.mark.parametrize(
    "german", ["Dem muss {value} noch zustimmen.", "{value} stimmte zu.", "Es war das Ziel, {value} wollte es."]
)
def test_a_name_that_states_its_article_wants_it_in_a_sentence(remedies: Remedies, german: str) -> None:
    assert remedies(german) == [
        "„Hafen Riga“ lacks an article: write {value:nominative}, „der Hafen Riga“, or :accusative or :dative"
    ]


def test_one_name_of_a_list_that_wants_its_article_is_noticed(remedies: Remedies) -> None:
    [remedy] = remedies("Dazu gehören {value}.", EntityList(("line", "port"), complete=True))
    assert "„BalticLine und der Hafen Riga“" in remedy
    assert remedies("Dazu gehören {value}.", EntityList(("line",), complete=True)) == []


def test_a_country_that_bears_an_article_counts_like_a_name_that_states_one(remedies: Remedies) -> None:
    assert (
        "„die Schweiz und Lettland“" in remedies("Es kamen {value} hinzu.", EntityList(("CH", "LV"), complete=True))[0]
    )


@pytest.mark.parametrize(
    "german",
    [
        "Dem muss {value:nominative} noch zustimmen.",
        "Zwei Partner: {value}.",
        "Der Betreiber ({value}) schweigt.",
        "Es gehört der Firma {value}.",
        "Es gehört zum alten {value}.",
        "Das sagt der {value}.",
        "Der Chef des {value} schweigt.",
    ],
)
def test_a_name_stands_bare_behind_an_article_a_noun_or_a_colon(remedies: Remedies, german: str) -> None:
    assert remedies(german) == []


def test_a_contracted_preposition_before_a_name_in_its_case_has_the_article_twice(remedies: Remedies) -> None:
    [remedy] = remedies("Es gehört zum {value:dative}.")
    assert remedy == (
        "„zum dem Hafen Riga“ has the article twice: write zu {value:dative}, it becomes „zum Hafen Riga“"
    )
    assert remedies("Es gehört zu {value:dative}.") == []
    assert remedies("Es gehört zum {value:dative}.", EntityValue("line")) == []


def test_an_article_before_a_name_in_its_case_is_one_too_many(remedies: Remedies) -> None:
    [remedy] = remedies("Sie liegt am {value:dative}.")
    assert remedy == "„am dem Hafen Riga“ has the article twice: write {value}, or leave „am“ out"


@pytest.fixture
def english(small: Knowledge) -> Callable[[str, str], list[str]]:
    """The remedies for an English wording whose value is a country or a name by its id."""
    fact = small.facts["night-train/contract"]

    def check(wording: str, entity: str) -> list[str]:
        said = replace(fact, wording={**fact.wording, "en": wording}, value=EntityValue(entity), details={})
        knowledge = replace(small, facts={fact.id: said})
        return [one.remedy for one in doubled_articles(knowledge, Voice("en", LOCALES, small.entities))]

    return check


@pytest.mark.parametrize("before", ["the", "Latvia's", "its", "a"])
def test_an_english_name_that_brings_its_article_has_none_before_it(
    english: Callable[[str, str], list[str]], before: str
) -> None:
    assert english(f"It is part of {before} {{value}}.", "US") == [
        f"“{before} the United States” has one article too many: write {{value:plain}}, or leave “{before}” out"
    ]
    assert english(f"It is part of {before} {{value:plain}}.", "US") == []
    assert english(f"It is part of {before} {{value}}.", "FR") == []


@pytest.mark.parametrize(
    "wording",
    ["It is {value}.", "Look into {value}.", "It bathed {value} in light.", "They promised that {value} will test it."],
)
def test_an_english_name_without_an_article_before_it_keeps_its_own(
    english: Callable[[str, str], list[str]], wording: str
) -> None:
    assert english(wording, "US") == []
