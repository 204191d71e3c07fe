"""Yes or no: where a fact decides a question that asks for one of them. In doubt neither is said.

A wrong yes costs more trust than a missing one. What is only planned or presumed neither has nor hasn't happened, a
comparison needs figures, and a question that leans on another one leaves more open than it says.
"""

from bot.answering.verdicts import afterwards, openness
from bot.answering.verdicts.comparing import compared
from bot.answering.verdicts.dating import dated
from bot.answering.verdicts.placing import placed, timed
from bot.facts.concerned import entities_in, entities_of
from bot.facts.model import AHEAD, Fact, Knowledge
from bot.facts.values import EntityList
from bot.understanding.deals.times import asked_time, is_time, told_times
from bot.understanding.judging.recognition import Recognition
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.rules import matter
from bot.understanding.rules.limiting import FIRM
from bot.understanding.utterance.askedfigures import EITHER, EQUAL, OPEN, YEARS
from bot.understanding.utterance.units import TELLING, Analysis, AskedFigure, Unit

_OWN = 0.6
"""How well a fact holds what is its own, not only a part of what it names or its deal's."""

_NOT_YET = frozenset({"planned", "announced", "presumed", "not_disclosed"})
_TIED = 2.0
"""So many points behind the best one another is as near to what is asked."""

_ALREADY = "already"
_FORESEEING = frozenset({"foreseen"})
"""Operators that ask what will be ("will it open"): a plan isn't a promise."""

_WISHING = "wishing"
_ALL = frozenset({"every", "each", "only"})
_EXISTS, _DETAILS = "exists", frozenset({"summary", "followup"})
_COMPARING = frozenset({"more_than", "less_than", "most"})


def decided(knowledge: Knowledge, told: ToldNames, recognition: Recognition, reading: Reading) -> bool | None:
    """Does the fact decide a yes/no question? By figures, times and places, yes/no examples, its list; else None.

    A list may name who is missing: membership counts where the nearest examples are those to which the fact says yes.
    """
    analysis, fact = recognition.analysis, reading.features.fact
    if recognition.offers or any(figure.relation == EITHER for figure in analysis.figures):
        return None  # "in Oxford or in Cambridge", "more or less than 100"
    if "yesno" not in analysis.flags or "negation" in analysis.flags or openness.is_open(analysis, reading):
        return None
    if regions := _regions(knowledge, recognition):
        listed = isinstance(fact.value, EntityList) and fact.status not in _NOT_YET and not analysis.flags & _ALL
        inside = any(knowledge.lies_in(one, region) for region in regions for one in entities_in(fact))
        return True if listed and inside else None
    ahead = fact.status in AHEAD
    happened = bool(analysis.flags & afterwards.WHETHER) and fact.status in _NOT_YET
    proved = _proved(knowledge, recognition, reading)
    if proved is not None:
        open_ = (happened and (proved or _ALREADY in analysis.flags)) or (proved and ahead and _promises(recognition))
        open_ = open_ or (proved and openness.figure_is_open(analysis, reading, told, knowledge))
        return None if open_ or not _about_this(recognition, reading) else proved
    if any(figure.relation == OPEN for figure in analysis.figures):
        return None  # "does it have 13 *more*?"
    if reading.itself:
        return None if happened else reading.polarity
    return _by_examples(recognition, reading, happened=happened)


def first_to_say(knowledge: Knowledge, recognition: Recognition) -> Reading:
    """The reading to be stated first: the best, unless another chosen one, or one as near, disproves what is asked.

    "Was the agreement signed in London?" finds who signed it, and beside it where. What the best one proves only such
    a one disproves that holds what is said better ("was the purchase *completed* in 2011?").
    """
    best, *chosen = recognition.chosen
    tied = (one for one in recognition.readings if one.number != best.number and one.score >= best.score - _TIED)
    others = {one.number: one for one in (*chosen, *tied)}.values()
    proved = _proved(knowledge, recognition, best) if "yesno" in recognition.analysis.flags else False
    if proved is False:
        return best
    same = (one for one in others if one.features.fact.deal == best.features.fact.deal)
    whole = (one for one in same if min(_held(one, recognition), default=0) >= _OWN)
    better = (one for one in whole if not proved or _holds_better(one, best, recognition))
    return next((one for one in better if _proved(knowledge, recognition, one) is False), best)


def _holds_better(one: Reading, other: Reading, recognition: Recognition) -> bool:
    """Does a fact hold each word that is said as well as another one, and some of them better?"""
    pairs = list(zip(_held(one, recognition), _held(other, recognition), strict=True))
    return all(own >= others for own, others in pairs) and any(own > others for own, others in pairs)


def _held(reading: Reading, recognition: Recognition) -> list[float]:
    """How well a fact holds each word that is said; "did she *fly from London* to sign?" isn't where it was signed."""
    rows = zip(recognition.analysis.units, reading.explained, strict=False)
    return [match for unit, match in rows if unit.kind in TELLING and unit.says]


def _proved(knowledge: Knowledge, recognition: Recognition, reading: Reading) -> bool | None:
    """What the fact's own figures, times and places say; a figure that it holds otherwise says only what is meant."""
    analysis, fact = recognition.analysis, reading.features.fact
    there, measured = placed(reading, analysis, knowledge), None
    if _holds_names(reading, analysis):  # "was the *British* one signed on a Monday?"
        measured = _measured(fact, analysis)
        measured = None if measured and any(_elsewhere(knowledge, fact, unit) for unit in analysis.names) else measured
    if there is False and min(_held(reading, recognition), default=0) < _OWN:
        there = None  # "did he meet the *prime minister* from London?"
    if measured is False and not analysis.date and any(_holds(reading, analysis, one) for one in analysis.figures):
        measured = None
    return there if measured is None or there is False else measured


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
    least = _OWN if figure.unit is None and figure.number in YEARS else EXPLAINED
    held = zip(analysis.units, reading.explained, strict=False)
    return figure.relation == EQUAL and any(unit.start == figure.start and match >= least for unit, match in held)


def _regions(knowledge: Knowledge, recognition: Recognition) -> list[str]:
    """The regions named of which facts tell at most the countries: examples for these say nothing of the whole."""
    named = (entity for unit in recognition.analysis.names for entity in unit.entities)
    known = (knowledge.entities.get(entity) for entity in named)
    return [one.id for one in known if one and one.countries and one.bystander]


def _by_examples(recognition: Recognition, reading: Reading, *, happened: bool) -> bool | None:
    """Yes or no by examples that are only like the question: every word of it must be theirs."""
    analysis, fact = recognition.analysis, reading.features.fact
    if openness.counts(analysis) or analysis.flags & _COMPARING or any(map(is_time, analysis.units)):
        return None  # it says something of a figure or a time, and the fact doesn't prove it
    if any(unit.weight >= FIRM and unit.kind in TELLING for unit in reading.unexplained):
        return None  # "did the *founder* sign it"
    if not recognition.inherited and not any(unit.kind in TELLING and unit.says for unit in analysis.units):
        return None  # "is Ozola Latvian?": names alone are like many an example
    if happened and (reading.polarity is not False or fact.status in AHEAD):
        return None  # "no" would be as wrong as "yes", years later
    if reading.polarity is not None:
        # "was Britain's agreement signed in *London*?"
        open_ = not _holds_names(reading, analysis) or (reading.polarity and not _may_say_yes(recognition, reading))
        return None if open_ else reading.polarity
    asked = {entity for unit in analysis.names for entity in unit.entities}
    listed = isinstance(fact.value, EntityList) and bool(asked & set(fact.value.entities))
    return True if listed and reading.leaning and fact.status not in _NOT_YET else None


def _holds_names(reading: Reading, analysis: Analysis) -> bool:
    """Are all names the fact's own?"""
    return all(reading.features.holds(unit, _OWN) for unit in analysis.names)


def _may_say_yes(recognition: Recognition, reading: Reading) -> bool:
    """Is nothing asked that such examples leave open: what is only planned, whether it is so for each?"""
    analysis = recognition.analysis
    promised = reading.features.fact.status in AHEAD and _promises(recognition)
    # "are there any details?" is no question of the deal
    details = _EXISTS in analysis.flags and analysis.flags & _DETAILS
    for_each = analysis.flags & _ALL <= reading.features.operators
    return not (promised or details) and for_each


def _promises(recognition: Recognition) -> bool:
    """Would a yes promise what is only planned? So it would after "will it", and in what leans on another question."""
    analysis = recognition.analysis
    either = analysis.language is None and _WISHING in analysis.flags  # "will" of either language
    return bool(recognition.inherited or analysis.flags & _FORESEEING or either)


def _about_this(recognition: Recognition, reading: Reading) -> bool:
    """Is all else that is said the fact's own? "Does it end in 2018" isn't "was it presented"."""
    analysis = recognition.analysis
    held = enumerate(reading.explained[: len(analysis.units)])
    beside = (place for place, match in held if match < _OWN and not is_time(analysis.units[place]))
    return not any(matter.tells(analysis, place) for place in beside)
