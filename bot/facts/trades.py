"""The trades of well-known companies, for every folder: who says "the auction site" or "der Autobauer" means one.

Known by the companies' names alone. What a folder's gazetteer says itself comes first. A trade is never told; it helps
to understand.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.facts.entities import BUSINESSES, Entity
from bot.facts.fields import Fields
from bot.facts.problems import Problems, did_you_mean


def read_trades(fields: Fields) -> dict[str, tuple[str, ...]]:
    """The trades by the companies' names, folded."""
    found: dict[str, list[str]] = defaultdict(list)
    for trade in fields.names():
        for name in fields.strings(trade):
            if trade in found[name.casefold()]:
                fields.problem(trade, name, "it stands there already: name a company once a trade")
            found[name.casefold()].append(trade)
    fields.finish()
    return {name: tuple(trades) for name, trades in found.items()}


def with_trades(entities: Mapping[str, Entity], trades: Mapping[str, tuple[str, ...]]) -> dict[str, Entity]:
    """The entities, companies among them with the trades that are known by one of their names."""
    found = dict(entities)
    for entity in entities.values():
        if entity.kind not in BUSINESSES or entity.trades or entity.bystander:
            continue
        known = dict.fromkeys(trade for name in entity.spoken for trade in trades.get(name.casefold(), ()))
        if known:
            found[entity.id] = replace(entity, trades=tuple(known))
    return found


def check_trades(file: str, entities: Mapping[str, Entity], known: Collection[str], problems: Problems) -> None:
    """Each trade of a gazetteer is one of those known."""
    for entity in entities.values():
        for number, trade in enumerate(entity.trades, 1):
            if trade not in known:
                remedy = did_you_mean(trade, known, "a trade of the project's trades.yaml: its keys are all there are")
                problems.add(file, f"entities.{entity.id}.trades[{number}]", trade, remedy)
