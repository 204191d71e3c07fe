"""What a question says beyond that which a figure, a place or an example can decide: then neither yes nor no is said.

"Did it start in Belgium *before the Netherlands*?", "did seven *Belgian* entrepreneurs come?", "is *all* of it sold?"
sound much like what a fact does tell.
"""

import re
from collections import Counter

from bot.facts.model import Knowledge
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

_ORDERING = "ordering"
_INEXACT = frozenset({"before", "after", "more", "less", "at_least", "at_most"})
_TURNING = frozenset({"wishing", "wholly"})
"""Operators that change what is asked; facts to which they belong have example questions with them."""

_ALL = frozenset({"every"})
_SMALL = "#1"
_GOES_ON = re.compile(r"\s+\w")


def is_open(analysis: Analysis, reading: Reading) -> bool:
    """Is an order in time asked about, somebody's own self, or what few examples hold ("do they *want* it")?"""
    return _orders(analysis) or _twice(analysis) or bool(analysis.flags & _TURNING - reading.features.operators)


def figure_is_open(analysis: Analysis, reading: Reading, told: ToldNames, knowledge: Knowledge) -> bool:
    """Is a figure that is right asked of each and every one, or of a country's, of which the fact says nothing?"""
    every = analysis.flags & _ALL - reading.features.operators
    own = {whole for one in told.of(reading.features.fact.id) for whole in knowledge.wholes(one)}
    return bool(every) or any(
        own.isdisjoint(unit.entities) for unit in analysis.names if is_adjective(unit, analysis.text)
    )


def counts(analysis: Analysis) -> bool:
    """Is a number said that no comparison has proved ("has Spain *two* pavilions")?"""
    return any(unit.kind == "number" and _SMALL not in unit.keys for unit in analysis.units)


def is_adjective(name: Unit, text: str) -> bool:
    """Is it a country's adjective ("the *British* one"), which names no place where something is?

    What else a country is called ("Britain") is known like one, but ends what is said of the place.
    """
    calls = any(key.startswith("%") for key in name.keys)
    return calls and _GOES_ON.match(text, name.end) is not None


def _orders(analysis: Analysis) -> bool:
    """Is it asked what came before what else, not before a date or figure?"""
    dated = analysis.date is not None and analysis.date.relation in _INEXACT
    return _ORDERING in analysis.flags and not dated and not any(one.relation in _INEXACT for one in analysis.figures)


def _twice(analysis: Analysis) -> bool:
    """Is somebody named twice in what is asked ("does *Britain* buy *British* goods")?"""
    named = Counter(name for unit in analysis.names if unit.start not in analysis.beside for name in unit.entities[:1])
    return any(count > 1 for count in named.values())
