"""What can be told of something all at once: the kinds of sheets, and which facts belong to one."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.facts.model import PUBLISHED, Fact
from bot.facts.values import Count, Date, Duration, Money, Percentage, Range
from bot.understanding.utterance.units import Unit

EVERYTHING, FURTHER = "everything", "further"
TOPIC = "topic"
"""The kind of a sheet on what is no deal and nobody; no phrases of its own ask for it."""

VALUES: dict[str, tuple[type, ...]] = {
    "figures": (Count, Money, Percentage, Range, Duration),
    "sums": (Money,),
    "dates": (Date, Duration),
}
"""What is told, by the key of factsheets.yaml."""

BEARERS = frozenset({"company", "product", "programme"})
"""Kinds of names whose bearers' figures are told from all deals; places and persons have none of their own."""


@dataclass(frozen=True)
class FactSheet:
    """What is told all at once, in the order of its deals' files; `kind` is a key of factsheets.yaml, or TOPIC.

    `deal` is None where it is told of a name that several deals bear, or of a topic (`whose`), or of several `deals`.
    """

    kind: str
    facts: tuple[Fact, ...]
    deal: str | None
    whose: tuple[Unit, ...] = ()
    deals: tuple[str, ...] = ()


def telling(kind: str, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those of some facts whose value is of the kind, then those that tell another one beside theirs."""
    told = [fact for fact in facts if fact.attribute != PUBLISHED]
    plain = [fact for fact in told if isinstance(fact.value, VALUES[kind])]
    held = {value for fact in plain for value in fact.values.values()}
    beside = [fact for fact in told if fact not in plain]
    others = (f for f in beside if any(isinstance(one, VALUES[kind]) and one not in held for one in f.values.values()))
    return (*plain, *others)
