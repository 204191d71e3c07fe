"""Yes or no by month, weekday and place: "in February?", "on a Tuesday?", "in London?" against what a fact says.

Like figures (`comparing`), what is asked must be held against exactly one value of its kind. A place is right if the
fact's lies in it, and wrong if neither lies in the other: Cambridge is in Britain, and neither in London nor in France.
"""

from collections.abc import Sequence

from bot.facts.concerned import entities_of
from bot.facts.model import Fact, Knowledge
from bot.understanding.deals.times import asked_time, told_times
from bot.understanding.deciding.openness import is_adjective
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.valuekeys import value_keys
from bot.understanding.rules import seats
from bot.understanding.utterance.units import Analysis, Unit


def timed(fact: Fact, units: Sequence[Unit]) -> bool | None:
    """Does the fact prove (True) or disprove (False) the month or weekday asked about? None where it does neither.

    A day or year beside it must be the fact's, too.
    """
    asked = asked_time(units)
    told = told_times(fact, asked) if asked else []
    if asked is None or len(told) != 1:
        return None
    numbers = {key for unit in units if unit.kind == "number" for key in unit.keys}
    own = next(keys for value in fact.values.values() if told[0] in (keys := value_keys(value)))
    return (True if own.keys() >= numbers else None) if told[0] == asked else False


def placed(reading: Reading, analysis: Analysis, knowledge: Knowledge) -> bool | None:
    """Does the fact, if it tells where something is, prove (True) or disprove (False) the place asked about?

    A place that the fact holds otherwise only says what is meant: "was *Britain*'s agreement signed in London?"
    """
    told = knowledge.place_of(reading.features.fact)
    named = [unit for unit in analysis.names if unit.entities and not is_adjective(unit, analysis.text)]
    # "London" may stand for its state, but where a place is told it is asked for itself
    first = [one.entities[0] for one in named if set(one.entities) <= knowledge.wholes(one.entities[0])]
    asked = [name for name in first if knowledge.is_place(name)]
    if told is None or not asked or seats.is_another_s(analysis, reading.features.fact, knowledge):
        return None
    wider = [place for place in asked if knowledge.lies_in(told, place)]
    fact = reading.features.fact
    held = entities_of(fact, knowledge.deals[fact.deal])
    against = [place for place in asked if place not in wider and place not in held]
    if len(wider) == len(asked):
        return True
    return False if len(against) == 1 and told not in knowledge.wholes(against[0]) else None
