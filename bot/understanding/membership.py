"""Whether somebody is one of those that a fact lists: "is Switzerland in on it, too?".

People ask it in countless ways, and a fact on who may join is often as near as the list itself. Where a reading's value
names the one asked for, and nothing else that is said is left over, the list is the answer: yes.
"""

from collections.abc import Collection, Sequence

from bot.facts.values import EntityList
from bot.understanding.scoring import EXPLAINED, Reading
from bot.understanding.units import Analysis

RULE = "one of those listed"

_OTHERWISE = frozenset({"negation", "except", "only", "other_one", "compare", "in_fact"})
_LOOKED_AT, _NEAR = 6, 0.75
"""Among so many readings, and so near to the best, the list is looked for."""


def listed(
    analysis: Analysis, readings: Sequence[Reading], joining: Collection[str], absences: Collection[str]
) -> Reading | None:
    """The reading that lists who is asked for, saying yes; `joining` are concepts of taking part, as in "among"."""
    if "yesno" not in analysis.flags or analysis.flags & _OTHERWISE or analysis.figures or analysis.types:
        return None
    joins = {place for place, unit in enumerate(analysis.units) if not unit.keys.keys().isdisjoint(joining)}
    if not joins:
        return None
    least = _NEAR * readings[0].score
    for reading in readings[:_LOOKED_AT]:
        fact = reading.features.fact
        if reading.score < least or not isinstance(fact.value, EntityList) or fact.attribute in absences:
            continue
        rows = list(zip(analysis.units, reading.explained, strict=False))
        asked = [unit for unit in analysis.names if not set(unit.entities).isdisjoint(fact.value.entities)]
        others = [row for place, row in enumerate(rows) if place not in joins]
        held = all(match >= EXPLAINED or not unit.says for unit, match in others)
        if asked and held:
            return reading._replace(itself=True, polarity=True)
    return None
