"""The Knowledge of a generated world without files, for quick tests: the same objects as the folder's loader makes."""

from collections.abc import Mapping

from benchmarks.world import Plain, World
from bot.errors import KnowledgeError
from bot.facts.deal_reader import read_deal
from bot.facts.fields import Fields
from bot.facts.gazetteer_reader import read_gazetteer
from bot.facts.model import Attribute, Deal, Fact, Knowledge
from bot.facts.problems import Problems
from bot.facts.source_reader import read_sources


def knowledge_of(world: World, attributes: Mapping[str, Attribute]) -> Knowledge:
    """The world read by the loader's own readers. `attributes` are those of a loaded knowledge folder."""
    problems = Problems()
    sources = read_sources(_fields("sources.yaml", world.sources(), problems))
    entities = read_gazetteer(_fields("gazetteer.yaml", world.gazetteer(), problems))
    deals: dict[str, Deal] = {}
    facts: dict[str, Fact] = {}
    for name, plain in world.deals():
        deal, found = read_deal(name, _fields(f"deals/{name}.yaml", plain, problems))
        deals[deal.id] = deal
        facts.update((fact.id, fact) for fact in found)
    if problems.found:
        raise KnowledgeError(problems.found)
    return Knowledge(f"generated {world.size}", sources, entities, attributes, deals, facts)


def _fields(file: str, plain: Plain, problems: Problems) -> Fields:
    return Fields(_as_typed(plain), file, "", problems)


def _as_typed(plain: Plain) -> Plain:
    """Every scalar as the text that stands in YAML."""
    if isinstance(plain, dict):
        return {key: _as_typed(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_as_typed(value) for value in plain]
    return str(plain)
