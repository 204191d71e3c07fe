"""The figure of another time: how it was before a change, or in the first of several spans.

"How much did it cost *before the reduction*?" isn't answered by what it costs since, nor "how many came in the *first
month*?" by how many come in each.
"""

import re
from collections.abc import Collection
from itertools import chain

from bot.facts.model import ENDED
from bot.facts.values import Count, Duration, Money, NotDisclosed, Percentage, Range
from bot.understanding.readings.scoring import ASKED_SO, Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.answertypes import TIMES
from bot.understanding.utterance.units import Analysis, follows

RULE = "another time than that of which the fact tells"
_AMOUNTS = frozenset({"count", "amount", "money", "percent", "duration"})
_OPEN = frozenset({"text", "definition"})
"""What is asked for by a noun ("what *duty* did they pay before?")."""

_FIGURES = (Count, Duration, Money, Percentage, Range)
_SENTENCE = re.compile(r"[.?!;:]\s")


class OtherTimes:
    """Tells such questions.

    `earlier` finds words that ask how it was before, `not_earlier` what stands before these where they don't, `telling`
    what tells it; `beginning` are concepts of what is first and of what tells that, `dealt` those of the deal itself,
    its end and its report.
    """

    def __init__(
        self,
        told: ToldNames,
        earlier: re.Pattern[str],
        not_earlier: re.Pattern[str],
        telling: re.Pattern[str],
        beginning: tuple[Collection[str], Collection[str]],
        dealt: Collection[str],
    ) -> None:
        self._told, self._dealt = told, frozenset(dealt)
        self._first, self._first_told = map(frozenset, beginning)
        self._earlier, self._not_earlier, self._telling = earlier, not_earlier, telling

    def untold(self, analysis: Analysis, best: Reading) -> bool:
        """Is a figure asked for as it was before, or in the first of several spans, and does the fact not tell that?"""
        fact = best.features.fact
        if "yesno" in analysis.flags or not self._measured(analysis, best):
            return False
        if fact.status == ENDED or isinstance(fact.value, NotDisclosed):
            return False
        limited = isinstance(fact.value, Duration)  # "how long is it *before* it goes back": what follows is the limit
        before = not limited and self._asks_before(analysis) and not self._tells_before(best)
        return before or self._of_the_first(analysis, best)

    def _measured(self, analysis: Analysis, best: Reading) -> bool:
        return bool(analysis.types & _AMOUNTS) or (
            analysis.types <= _OPEN and isinstance(best.features.fact.value, _FIGURES)
        )

    def _asks_before(self, analysis: Analysis) -> bool:
        """Do words ask how it was before? "Two days *before*", "*before* 5 May" and "longer than *before*" don't."""
        for found in self._earlier.finditer(analysis.text):
            if not _in_a_question(analysis, found.start()):
                continue
            before = analysis.text[: found.start()].rstrip()
            counted = any(unit.measures and unit.end == len(before) for unit in analysis.units)
            dated = any(
                unit.measures and not analysis.text[found.end() : unit.start].strip()
                for unit in analysis.units
                if unit.start >= found.end()
            )
            dated = dated or (analysis.date is not None and any(at >= found.end() for at in analysis.date.starts))
            deal = any(not self._dealt.isdisjoint(unit.keys) for unit in analysis.units if unit.start >= found.end())
            if not counted and not dated and not deal and not self._not_earlier.search(before):
                return True
        return False

    def _tells_before(self, best: Reading) -> bool:
        """Does it say so, or tell two figures of a kind, the earlier of which may be meant ("cut *from 9*% to 7%")?"""
        fact = best.features.fact
        kinds = [type(value) for value in fact.values.values() if isinstance(value, _FIGURES)]
        if len(kinds) > len(set(kinds)):
            return True
        if any(map(self._telling.search, fact.wording.values())):
            return True
        return any(map(self._earlier.search, chain.from_iterable(fact.questions.values())))

    def _of_the_first(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked of the *first month*, where the fact tells of nothing that is first?"""
        if not self._first_told.isdisjoint(self._told.said(best.features.fact.id)):
            return False
        rows = list(zip(analysis.units, best.centrality, strict=False))
        return any(
            central < ASKED_SO
            and not self._first.isdisjoint(unit.keys)
            and any(not TIMES.isdisjoint(other.keys) and follows(analysis.text, unit, other) for other, _ in rows)
            for unit, central in rows
        )


def _in_a_question(analysis: Analysis, place: int) -> bool:
    """Does a question word stand in the same sentence?"""
    begin = max((end.end() for end in _SENTENCE.finditer(analysis.text, 0, place)), default=0)
    end = _SENTENCE.search(analysis.text, place)
    return any(begin <= at < (end.start() if end else len(analysis.text)) for at in analysis.asking)
