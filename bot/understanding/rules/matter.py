"""Whether a figure is asked of the very matter that a fact tells: when a contract was signed says nothing of its end.

Year, name and contract may all be the fact's own, and the verb be another's. Words that speak for other attributes and
for none of the fact's give it away.
"""

from collections.abc import Collection, Set
from itertools import chain

from bot.facts.model import Fact
from bot.facts.values import Count, Date, Duration, EntityValue
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.rates import Rates
from bot.understanding.utterance.units import Analysis

_USUAL = 0.25
"""How usual a word must be in a fact's own example questions to be its own, whatever its attributes' words are."""

_UNHEARD, _MANY = 0.06, 30
"""How seldom a word is said that none of a fact's examples holds, where there are so many of them."""

_LIKE = 0.7
_BARE = 3
"""So few words ask for nothing but the time ("and per day?")."""

_THINGS = frozenset({"country", "company", "person", "city", "organisation"})
"""Kinds of things that are counted; a noun for one of them stands for none of the others."""

_FIGURES = frozenset({"count", "amount", "money", "percent"})

_SETTLED = _FIGURES | {"person", "company", "organisation"}
"""What comes of a plan, and only then is known."""

_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_UNIT, _SCALE = "unit_", 10
"""So many times longer than the span told is the unit asked for of another matter."""

RULE = "a figure of something else"
THE_END = "a plan doesn't tell what it came to"


def of_something_else(
    analysis: Analysis, reading: Reading, attributes: AttributeFinder, asked: AskedNouns, rates: Rates
) -> bool:
    """Is the figure asked for that of another event, of other things, on another scale or per another time?"""
    fact = reading.features.fact
    return (
        _of_another(analysis, reading, attributes)
        or _of_other_things(analysis, fact, asked)
        or _counts_time(analysis, fact)
        or _on_another_scale(analysis, fact)
        or _at_another_rate(analysis, fact, rates)
    )


def another_measure(analysis: Analysis, reading: Reading, apart: Set[str]) -> bool:
    """Is a figure asked for that is told by its own name only ("profit"), where the fact merely tells one like it?

    A fact that knows many ways of being asked for is judged by these.
    """
    if reading.features.asked >= _MANY or not analysis.types & MEASURED:
        return False
    rows = zip(analysis.units, reading.explained, strict=False)
    return any(match < _LIKE and unit.says and bool(apart & unit.keys.keys()) for unit, match in rows)


def told_at(fact: Fact, asked: Collection[str], rates: Rates) -> bool:
    """Does a wording or example question of the fact speak of a figure per one of these times?"""
    texts = chain(fact.wording.values(), *fact.questions.values())
    return any(not rates.of(text).isdisjoint(asked) for text in texts)


def tells(analysis: Analysis, place: int) -> bool:
    """Does a unit say what is asked about: no name, date or figure, nor what that is measured in or compared by?"""
    unit = analysis.units[place]
    dated = analysis.date is not None and unit.start in analysis.date.starts  # "*March* 2014" marches nowhere
    if unit.kind in ("entity", "operator") or not unit.says or unit.measures or dated:
        return False
    return not any(figure.compared_by(unit) for figure in analysis.figures)


def asks_the_end(analysis: Analysis, planning: Collection[str]) -> bool:
    """Is it asked how many or who it was in the end ("how many had *actually* joined")? A plan doesn't tell it.

    `planning` are concepts of what lies ahead: "how many were *really expected*" asks for the plan itself.
    """
    asked = analysis.types & (_FIGURES if "yesno" in analysis.flags or not _opens(analysis) else _SETTLED)
    if "in_fact" not in analysis.flags or "foreseen" in analysis.flags or not asked:
        return False
    return not any(key in planning for unit in analysis.units for key in unit.keys)


def _opens(analysis: Analysis) -> bool:
    """Does a question word open it, maybe behind a preposition ("*to whom* was it sold")?"""
    return bool(analysis.asking) and len(analysis.text[: analysis.asking[0]].split()) <= 1


def _of_another(analysis: Analysis, reading: Reading, attributes: AttributeFinder) -> bool:
    """Does a question for yes or no name a figure of something else than the fact tells?"""
    if "yesno" not in analysis.flags or not analysis.figures:
        return False
    own = reading.features.attributes
    for place, unit in enumerate(analysis.units):
        if not tells(analysis, place):
            continue
        if any(unit.text.casefold() in told.casefold() for told in reading.features.fact.wording.values()):
            continue  # "*angelegt* auf 5 Jahre": the statement's own word, whatever else it means
        usual = reading.centrality[place]
        spoken, others = attributes.spoken_for(unit, own)
        foreign = others and not spoken and usual < _USUAL
        if foreign or (others and usual < _UNHEARD and reading.features.asked >= _MANY):
            return True
    return False


def _of_other_things(analysis: Analysis, fact: Fact, asked: AskedNouns) -> bool:
    """Are other things counted than those asked for ("how many *companies*", where the fact counts countries)?"""
    if "count" not in analysis.types:
        return False
    heads = (place for place in analysis.focus if not describes_next(analysis, place))
    wanted = {kind for place in heads for kind in asked.of(analysis.units[place])} & _THINGS
    counted = {asked.nouns.get(value.of or "") for value in fact.values.values() if isinstance(value, Count)} & _THINGS
    return bool(wanted and counted) and wanted.isdisjoint(counted)


def _counts_time(analysis: Analysis, fact: Fact) -> bool:
    """Is it asked how many there are of a thing, where all that the fact counts is time ("for seven years")?"""
    if "count" not in analysis.types or any(unit.measures for unit in analysis.units):
        return False
    values = fact.values.values()
    counting = (value for value in values if not isinstance(value, EntityValue | Date))
    return any(isinstance(value, Duration) for value in values) and all(isinstance(v, Duration) for v in counting)


def describes_next(analysis: Analysis, place: int) -> bool:
    """Is it the first noun of two ("how many *office* staff")? What is counted is the second one."""
    if place + 1 not in analysis.focus:
        return False
    unit, following = analysis.units[place : place + 2]
    return not analysis.between(unit, following).strip()


def _at_another_rate(analysis: Analysis, fact: Fact, rates: Rates) -> bool:
    """Is a figure asked per a time ("per day") of which no wording and no example question of the fact speaks?"""
    if not (analysis.types & MEASURED or analysis.words <= _BARE):
        return False
    asked = rates.of(analysis.text)
    return bool(asked) and not told_at(fact, asked, rates)


def _on_another_scale(analysis: Analysis, fact: Fact) -> bool:
    """Is it asked how many *years*, where the fact counts days? It tells of something else, unless it is near."""
    units = (key.removeprefix(_UNIT) for unit in analysis.units for key in unit.keys if key.startswith(_UNIT))
    asked = [_DAYS[unit] for unit in units if unit in _DAYS]
    told = [value for value in fact.values.values() if isinstance(value, Duration)]
    if "duration" not in analysis.types or not asked or not told:
        return False
    return all(max(asked) > _SCALE * float(value.high) * _DAYS[value.asked_in] for value in told)
