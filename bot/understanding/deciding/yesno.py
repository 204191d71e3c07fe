"""Yes or no: where a fact decides a question that asks for one of them. In doubt neither is said.

A wrong yes costs more trust than a missing one. What is only planned or presumed neither has nor hasn't happened, a
comparison needs figures, and a question that leans on another one leaves more open than it says.
"""

from collections.abc import Iterable

from bot.facts.concerned import entities_in
from bot.facts.model import AHEAD, Fact, Knowledge
from bot.facts.values import EntityList
from bot.understanding.deals.times import is_time
from bot.understanding.deciding import afterwards, openness
from bot.understanding.deciding.proving import OWN, holds_names, proved
from bot.understanding.judging.recognition import Recognition
from bot.understanding.language.normalise import clean
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.rules import matter
from bot.understanding.rules.limiting import FIRM
from bot.understanding.utterance.askedfigures import EITHER, OPEN
from bot.understanding.utterance.units import TELLING, Analysis

_NOT_YET = frozenset({"planned", "announced", "presumed", "not_disclosed"})
_ALREADY = "already"
_FORESEEING = frozenset({"foreseen"})
"""Operators that ask what will be ("will it open"): a plan isn't a promise."""

_WISHING = "wishing"
_ALL = frozenset({"every", "each", "only"})
_EXISTS, _DETAILS = "exists", frozenset({"summary", "followup"})
_OWN_FOR_YES = OWN + 0.01
"""What only its examples with a no hold ("have they *confirmed* the 30 million?") proves no yes."""

_BOTH = 2
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
    proof = proved(knowledge, recognition, reading)
    if proof is not None:
        open_ = (happened and (proof or _ALREADY in analysis.flags)) or (proof and ahead and _promises(recognition))
        open_ = open_ or (proof and openness.figure_is_open(analysis, reading, told, knowledge))
        return None if open_ or not _about_this(recognition, reading, _OWN_FOR_YES if proof else OWN) else proof
    if any(figure.relation == OPEN for figure in analysis.figures):
        return None  # "does it have 13 *more*?"
    if reading.itself:
        turned = reading.polarity is False and not _denied_so(analysis, fact)  # the same words in another order
        return None if happened or turned else reading.polarity
    return _by_examples(recognition, reading, happened=happened)


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
        open_ = not holds_names(reading, analysis) or (reading.polarity and not _may_say_yes(recognition, reading))
        open_ = open_ or (not reading.polarity and not _denied_so(analysis, fact))
        return None if open_ else reading.polarity
    asked = {entity for unit in analysis.names for entity in unit.entities}
    listed = isinstance(fact.value, EntityList) and bool(asked & set(fact.value.entities))
    return True if listed and reading.leaning and fact.status not in _NOT_YET else None


def _denied_so(analysis: Analysis, fact: Fact) -> bool:
    """Does one of the examples with a no name all that are named, in the same order? "Does A beat B?" isn't "B A?".

    Places say where, in any order.
    """
    firms = (unit for unit in analysis.names if not all(one.isupper() for one in unit.entities))
    names = [unit.text.casefold().split()[0] for unit in firms]  # "JD" and "JD.com"
    if len(names) < _BOTH:
        return True
    denied = (clean(question).casefold() for questions in fact.no.values() for question in questions)
    return any(_in_order(names, question) for question in denied)


def _in_order(names: Iterable[str], question: str) -> bool:
    at = 0
    for name in names:
        at = question.find(name, at) + 1
        if not at:
            return False
    return True


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


def _about_this(recognition: Recognition, reading: Reading, least: float) -> bool:
    """Is all else that is said the fact's own? "Does it end in 2018" isn't "was it presented"."""
    analysis = recognition.analysis
    held = enumerate(reading.explained[: len(analysis.units)])
    beside = (place for place, match in held if match < least and not is_time(analysis.units[place]))
    return not any(matter.tells(analysis, place) for place in beside)
