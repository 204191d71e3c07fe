"""What companies do: said by a gazetteer, or known of those that are well known."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.errors import KnowledgeError
from bot.facts.entities import Entity
from bot.facts.fields import Fields
from bot.facts.loader import load_knowledge
from bot.facts.problems import Problems
from bot.facts.trades import read_trades, with_trades
from bot.understanding.language.vocabulary import load_vocabulary
from tests.apps import KNOWLEDGE, LOCALES

FIRM = Entity("orion", "company", {"de": ("Orion",), "en": ("Orion", "Orion Shipping")})


def known(entity: Entity) -> Entity:
    return with_trades({entity.id: entity}, {"orion shipping": ("shipping_line", "ferry_operator")})[entity.id]


def test_a_company_of_the_folder_gets_the_trades_that_are_known_by_one_of_its_names() -> None:
    assert known(FIRM).trades == ("shipping_line", "ferry_operator")


@pytest.mark.parametrize(
    "firm",
    [
        replace(FIRM, trades=("brewer",)),  # what the gazetteer says comes first
        replace(FIRM, kind="person"),
        replace(FIRM, bystander=True),  # no fact is about it
        replace(FIRM, names={"de": ("Orion",), "en": ("Orion",)}),
    ],
)
def test_any_other_stays_as_it_is(firm: Entity) -> None:
    assert known(firm) is firm


def test_a_company_that_stands_twice_in_a_trade_is_told() -> None:
    problems = Problems()
    read_trades(Fields({"brewer": ["Orion", "ORION"]}, "trades.yaml", "", problems))
    assert ["name a company once" in problem.remedy for problem in problems.found] == [True]


def test_a_gazetteer_names_only_trades_that_there_are(folder: Path, change: Callable[[str, str, str], None]) -> None:
    change("gazetteer.yaml", "kind: company", "trades: [brewr]\n    kind: company")
    with pytest.raises(KnowledgeError) as error:
        load_knowledge(folder, LOCALES)
    assert {(problem.value, "brewer" in problem.remedy) for problem in error.value.problems} == {("brewr", True)}


def test_each_trade_of_a_well_known_company_is_called_something_in_both_languages() -> None:
    knowledge, vocabulary = load_knowledge(KNOWLEDGE, LOCALES), load_vocabulary(LOCALES)
    trades = {trade for entity in knowledge.entities.values() for trade in entity.trades}
    assert "online_retailer" in trades
    assert {trade for trade in trades for words in vocabulary.words.values() if trade not in words.trades} == set()


def test_all_trades_are_called_something_in_both_languages() -> None:
    trades = set(yaml.safe_load((KNOWLEDGE / "trades.yaml").read_text(encoding="utf-8")))
    vocabulary = load_vocabulary(LOCALES)
    assert set(vocabulary.words["de"].trades) == set(vocabulary.words["en"].trades) == trades
    assert trades >= set(vocabulary.firms.trades)
