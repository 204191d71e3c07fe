"""The rules that forbid stating the readings of a question, however alike the words are; each has its name.

Two kinds: what shows that something else is asked than the facts tell, and what the facts lack of what is asked for.
"""

from collections.abc import Callable, Sequence

from bot.facts.model import NOT_YET
from bot.understanding.deals.titles import Titles
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.objections import too_fine
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.scoring import EXPLAINED, Reading
from bot.understanding.rules import (
    ahead,
    boughtwith,
    capitals,
    counted,
    finer,
    making,
    matter,
    opposites,
    othertimes,
    partof,
    roles,
    services,
    sincewhen,
    sums,
    unnamed,
)
from bot.understanding.rules.limiting import FIRM
from bot.understanding.rules.rules import Rules
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis, Unit

_HELD, _FEW_STRANGE = 0.25, 3
"""Without a name, one word in three that neither the fact nor its deal holds is one too many."""

FOREIGN = "what no deal is about"
_STRANGE = "nothing named, and a word that no fact of the deal holds"
_NOTHING_OWN = "of what is said itself the fact holds no word"
_NOT_HELD = "a name or number that the fact doesn't hold"
_NO_FOCUS = "the thing asked for isn't in the fact"
_ADDRESS, _NO_ADDRESS = "address", "an address, which the fact doesn't give"
PLACES = frozenset({_NO_ADDRESS, finer.RULE})
"""The rules after which what isn't told is a place, as what stands nearest may say."""

_WRONG_KIND = "the kind of answer wanted isn't in the fact"


class Refusals:
    """Applies them; the same for all questions."""

    def __init__(self, rules: Rules, hearing: Hearing, attributes: AttributeFinder, titles: Titles) -> None:
        self._rules = rules
        self._asked, self._rates = hearing.asked, hearing.rates
        self._attributes, self._titles = attributes, titles

    def of_something_else(self, analysis: Analysis, chosen: Sequence[Reading]) -> bool:
        """Is it the figure, age or office of something else than the facts tell?"""
        best = chosen[0]
        another = matter.of_something_else(analysis, best, self._attributes, self._asked, self._rates)
        another = another or matter.another_measure(analysis, best, self._rules.apart)
        whose = self._rules.whose.ages(analysis, best) or self._rules.whose.figure(analysis, best)
        whose = whose or self._rules.whose.office(analysis, chosen) or self._rules.whose.seat(analysis, best)
        return another or whose or self._rules.heads.of_another(analysis, best)

    def against(self, candidate: Candidate, chosen: Sequence[Reading], conflicts: Sequence[Unit]) -> str:
        """The first rule that forbids stating the readings, "" if none does."""
        if conflicts:
            return _NOT_HELD
        analysis, best = candidate.merged.analysis, chosen[0]
        alone = not candidate.merged.inherited
        rules: Sequence[tuple[str, Callable[[], bool]]] = (
            (_NOTHING_OWN, lambda: not alone and _says_nothing_known(analysis, best)),
            (_STRANGE, lambda: alone and self._strange(analysis, best)),
            (_NO_FOCUS, lambda: _misses_focus(analysis, best)),
            (matter.THE_END, lambda: best.features.fact.status in NOT_YET and self._asks_the_end(analysis)),
            (FOREIGN, lambda: self._is_foreign(analysis, best)),
            (roles.RULE, lambda: self._rules.roles.untold(analysis, best)),
            (services.RULE, lambda: self._rules.services.asked(analysis, best)),
            (making.RULE, lambda: self._rules.making.asked(analysis, best)),
            (making.REACTION, lambda: self._rules.reacting.asked(analysis, best)),
            (othertimes.RULE, lambda: self._rules.othertimes.untold(analysis, best)),
            (sincewhen.RULE, lambda: self._rules.sincewhen.untold(analysis, best)),
            (ahead.RULE, lambda: self._rules.ahead.untold(analysis, best)),
            (partof.RULE, lambda: self._rules.partof.untold(analysis, best)),
            (capitals.RULE, lambda: self._rules.capitals.unknown(analysis, best)),
            (counted.RULE, lambda: self._rules.counted.untold(analysis, chosen, self._attributes)),
            (boughtwith.RULE, lambda: self._rules.boughtwith.asked(analysis, best)),
            (sums.RULE, lambda: self._rules.sums.untold(analysis, best)),
            (opposites.RULE, lambda: self._rules.opposites.asked(analysis, best)),
            (finer.RULE, lambda: self._rules.finer.asked(analysis, chosen)),
            (unnamed.RULE, lambda: alone and self._rules.unnamed.asked(analysis, chosen)),
            (_NO_ADDRESS, lambda: _ADDRESS in analysis.types and not best.type_fits),
            (_WRONG_KIND, lambda: _wrong_kind(analysis, chosen)),
        )
        return next((name for name, forbids in rules if forbids()), "")

    def _asks_the_end(self, analysis: Analysis) -> bool:
        return matter.asks_the_end(analysis, self._rules.planning)

    def _is_foreign(self, analysis: Analysis, best: Reading) -> bool:
        """Does a word mean only what no deal is about ("the *weather* in Stockholm"), and no example question hold it?

        An attribute's own words may hold such a thing ("even when it rains").
        """
        rows = zip(analysis.units, best.centrality, strict=False)
        strange = [unit for unit, central in rows if not central and unit.says and not unit.correction]
        return any(map(self._means_foreign, strange))

    def only_foreign(self, analysis: Analysis) -> bool:
        """Does all that is said of anybody mean only what no deal is about ("the *weather* in Vienna")?"""
        return bool(analysis.said) and all(map(self._means_foreign, analysis.said))

    def _means_foreign(self, unit: Unit) -> bool:
        concepts = unit.concepts
        return bool(concepts) and self._rules.foreign.issuperset(concepts)

    def _strange(self, analysis: Analysis, best: Reading) -> bool:
        """Is nothing named, and something said that neither the fact nor its deal holds?"""
        strange = [u for u, m in zip(analysis.units, best.explained, strict=False) if u.weight >= FIRM and m < _HELD]
        if analysis.names or not strange or len(strange) * _FEW_STRANGE < len(analysis.contents):
            return False
        return not any(self._titles.meant((unit,)) for unit in analysis.said)  # "the *import programme*"


def _says_nothing_known(analysis: Analysis, best: Reading) -> bool:
    """Does a follow-up that asks for no kind of answer say only words that the fact doesn't hold ("blablub")?"""
    own = [match for unit, match in zip(analysis.units, best.explained, strict=False) if unit.says]
    return bool(own) and not analysis.types and "yesno" not in analysis.flags and max(own) < _HELD


def _misses_focus(analysis: Analysis, best: Reading) -> bool:
    return bool(analysis.focus) and all(best.explained[place] < EXPLAINED for place in analysis.focus)


def _wrong_kind(analysis: Analysis, chosen: Sequence[Reading]) -> bool:
    measured = not chosen[0].type_fits and analysis.types & MEASURED
    return bool(measured) or too_fine(analysis, chosen)
