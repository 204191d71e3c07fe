"""Which deal is the oldest, the largest, the longest, and which figure the highest, by the typed values of facts.

Compared is only what can be: beginnings by as much of their dates as is known, amounts of money in one currency, terms,
numbers of the same thing. What a plan aims at counts for none of these but an amount or a span.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from bot.facts.model import AHEAD, Deal, Fact, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import Count, Date, Duration, Money
from bot.understanding.deals.listing import DealLister
from bot.understanding.deals.superlatives import Asked
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Unit

_LAST = frozenset({"latest", "largest", "longest", "most"})
_MEASURES = {
    "earliest": "date", "latest": "date", "largest": "money", "smallest": "money", "longest": "term",
    "shortest": "term", "most": "count", "fewest": "count",
}  # fmt: skip
_SURELY = 0.8
_DAYS = {
    "minute": Decimal(1) / 1440, "hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7),
    "month": Decimal("30.4375"), "year": Decimal("365.25"),
}  # fmt: skip
"""Months and years go by their mean length."""


@dataclass(frozen=True)
class Ranked:
    """What was compared: the facts that come first, one for each currency, and the others in their order.

    `measure` is date, money, term or count; `units` are the currencies of the first ones. `known` says
    how many deals could be compared, `unknown` how many of those asked for have no such value. `decided` is False where
    so many have none, or so many are alike, that nothing can be said of all.
    """

    kind: str
    measure: str
    first: tuple[Fact, ...]
    others: tuple[Fact, ...] = ()
    units: tuple[str, ...] = ()
    known: int = 0
    unknown: int = 0
    decided: bool = True


@dataclass(frozen=True)
class _Entry:
    fact: Fact
    order: tuple[Decimal | int, ...]
    unit: str = ""


class Ranking:
    """Compares the deals, or the figures of one thing, that a superlative asks for."""

    def __init__(self, knowledge: Knowledge, lister: DealLister, analyser: Analyser) -> None:
        self._knowledge = knowledge
        self._lister = lister
        self._analyser = analyser
        self._beginnings = knowledge.telling(Tells.BEGINNING)
        self._happening = frozenset(knowledge.telling(Tells.HAPPENING))
        self._sizes, self._terms = knowledge.telling(Tells.SIZE), knowledge.telling(Tells.TERM)

    def of(self, asked: Asked) -> Ranked | None:
        """The comparison asked for; None where the facts hold nothing of the kind."""
        if asked.counted is not None:
            return self._figures(asked.kind, asked.counted)
        if asked.deals is None:
            return None
        ways: dict[str, Callable[[Deal], _Entry | None]]
        ways = {"date": self._begun, "money": self._size, "term": self._term}
        deals = self._lister.deals(asked.deals)
        measure = _MEASURES[asked.kind]
        find = ways[measure]
        entries = [found for deal in deals if (found := find(self._knowledge.deals[deal]))]
        if not entries:
            return Ranked(asked.kind, measure, (), unknown=len(deals), decided=False) if deals else None
        ranked = _ranked(asked.kind, measure, entries)
        unknown = len(deals) - len(entries)
        tied = len(ranked.first) > len(ranked.units)
        sure = unknown <= len(entries) and not tied and len(deals) > 1
        return replace(ranked, unknown=unknown, decided=sure)

    def _begun(self, deal: Deal) -> _Entry | None:
        """When a deal was made, by the first of the attributes that tell it."""
        for name in self._beginnings:
            for fact in self._facts(deal, name):
                dates = [fact.value] if isinstance(fact.value, Date) else list(_of_type(fact, Date))
                happened = fact.status not in AHEAD or name in self._happening
                if len(dates) == 1 and isinstance(dates[0], Date) and dates[0].year is not None and happened:
                    date = dates[0]
                    known = [part for part in (date.year, date.month, date.day) if part is not None]
                    return _Entry(fact, tuple(known))
        return None

    def _size(self, deal: Deal) -> _Entry | None:
        """How large a deal is, by its amount in one currency."""
        for name in self._sizes:
            for fact in self._facts(deal, name, also=False):
                if isinstance(fact.value, Money) and fact.value.currency:
                    return _Entry(fact, (fact.value.amount,), fact.value.currency)
        return None

    def _term(self, deal: Deal) -> _Entry | None:
        """How long a deal lasts, by its term."""
        for name in self._terms:
            for fact in self._facts(deal, name, also=False):
                if isinstance(fact.value, Duration) and fact.value.low == fact.value.high:
                    return _Entry(fact, (fact.value.low * _DAYS[fact.value.asked_in],))
        return None

    def _facts(self, deal: Deal, attribute: str, *, also: bool = True) -> Iterable[Fact]:
        """A deal's facts that tell an attribute, those first that tell it before all else."""
        own = [self._knowledge.facts[name] for name in deal.facts]
        yield from (fact for fact in own if fact.attribute == attribute)
        if also:
            yield from (fact for fact in own if attribute in fact.also)

    def _figures(self, kind: str, thing: Unit) -> Ranked | None:
        """The numbers of a thing that the sources give, one for each deal."""
        keys = {key for key, strength in thing.keys.items() if strength >= _SURELY}
        facts = [fact for counted, listed in self._counted if counted & keys for fact in listed]
        entries = {fact.deal: _Entry(fact, (fact.value.number,)) for fact in facts if isinstance(fact.value, Count)}
        if not entries:
            return None
        ranked = _ranked(kind, "count", list(entries.values()))
        return replace(ranked, decided=len(entries) > 1 and len(ranked.first) == 1)

    @cached_property
    def _counted(self) -> Sequence[tuple[frozenset[str], tuple[Fact, ...]]]:
        """The facts that say how many there are of something, by what that is called."""
        facts: dict[str, list[Fact]] = {}
        for fact in self._knowledge.facts.values():
            if isinstance(fact.value, Count) and fact.value.of and fact.status not in AHEAD:
                facts.setdefault(fact.value.of, []).append(fact)
        return [(self._keys(of), tuple(listed)) for of, listed in facts.items()]

    def _keys(self, word: str) -> frozenset[str]:
        units = self._analyser.units(word, "en")
        return frozenset((word, *(key for unit in units for key, strength in unit.keys.items() if strength >= _SURELY)))


def _of_type(fact: Fact, kind: type) -> Iterable[object]:
    return (value for value in fact.values.values() if isinstance(value, kind))


def _ranked(kind: str, measure: str, entries: Sequence[_Entry]) -> Ranked:
    """What comes first among the entries of each unit, and the others."""
    first: list[Fact] = []
    others: list[Fact] = []
    units = list(dict.fromkeys(entry.unit for entry in entries))
    for unit in units:
        alike = sorted((entry for entry in entries if entry.unit == unit), key=lambda e: e.order, reverse=kind in _LAST)
        best = [entry.fact for entry in alike if not any(_before(kind, other, entry) for other in alike)]
        first += best
        others += [entry.fact for entry in alike if entry.fact not in best]
    return Ranked(kind, measure, tuple(first), tuple(others), tuple(units), known=len(entries))


def _before(kind: str, one: _Entry, other: _Entry) -> bool:
    """Does one surely come before the other? Of 1474 and February 1474 nobody knows."""
    size = min(len(one.order), len(other.order))
    mine, its = one.order[:size], other.order[:size]
    return mine > its if kind in _LAST else mine < its
