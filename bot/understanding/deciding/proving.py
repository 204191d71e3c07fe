"""What a fact's own figures, times and places prove of a question, whatever it asks for."""

from bot.facts.concerned import entities_of
from bot.facts.model import Fact, Knowledge
from bot.understanding.deals.times import asked_time, told_times
from bot.understanding.deciding.comparing import compared
from bot.understanding.deciding.dating import dated
from bot.understanding.deciding.placing import placed, timed
from bot.understanding.judging.recognition import Recognition
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.utterance.askedfigures import EQUAL, YEARS
from bot.understanding.utterance.units import TELLING, Analysis, AskedFigure, Unit

OWN = 0.6
"""How well a fact holds what is its own, not only a part of what it names or its deal's."""


def proved(knowledge: Knowledge, recognition: Recognition, reading: Reading) -> bool | None:
    """What the fact's own figures, times and places say; a figure that it holds otherwise says only what is meant."""
    analysis, fact = recognition.analysis, reading.features.fact
    there, measured = placed(reading, analysis, knowledge), None
    if holds_names(reading, analysis):  # "was the *British* one signed on a Monday?"
        measured = _measured(fact, analysis)
        measured = None if measured and any(_elsewhere(knowledge, fact, unit) for unit in analysis.names) else measured
    if there is False and min(held(reading, recognition), default=0) < OWN:
        there = None  # "did he meet the *prime minister* from London?"
    if measured is False and not analysis.date and any(_holds(reading, analysis, one) for one in analysis.figures):
        measured = None
    return there if measured is None or there is False else measured


def held(reading: Reading, recognition: Recognition) -> list[float]:
    """How well a fact holds each word that is said; "did she *fly from London* to sign?" isn't where it was signed."""
    rows = zip(recognition.analysis.units, reading.explained, strict=False)
    return [match for unit, match in rows if unit.kind in TELLING and unit.says]


def holds_names(reading: Reading, analysis: Analysis) -> bool:
    """Are all names the fact's own?"""
    return all(reading.features.holds(unit, OWN) for unit in analysis.names)


def _measured(fact: Fact, analysis: Analysis) -> bool | None:
    """What the fact's own figures and times say: to a date if one is asked about, or a weekday, or a figure."""
    if analysis.date:
        beside = any(figure.start not in analysis.date.starts for figure in analysis.figures)
        return None if beside else dated(fact, analysis.date)
    time = asked_time(analysis.units)
    return timed(fact, analysis.units) if time and told_times(fact, time) else compared(fact, analysis.figures)


def _elsewhere(knowledge: Knowledge, fact: Fact, name: Unit) -> bool:
    """Is it a place, which may stand for its state, that the fact has nothing to do with?"""
    place = next(iter(name.entities), "")
    return knowledge.is_place(place) and place not in entities_of(fact, knowledge.deals[fact.deal])


def _holds(reading: Reading, analysis: Analysis, figure: AskedFigure) -> bool:
    """Does a fact hold a number, wherever it stands in it? A year must be its own, not only one of its deal's."""
    least = OWN if figure.unit is None and figure.number in YEARS else EXPLAINED
    rows = zip(analysis.units, reading.explained, strict=False)
    return figure.relation == EQUAL and any(unit.start == figure.start and match >= least for unit, match in rows)
