"""What came before or after the fact told last: the deal's next date, who held the post then, or that it isn't told.

The fact itself is no answer to that, and neither is anything else that its deal happens to tell.
"""

from bot.facts.model import PUBLISHED, Fact, Knowledge
from bot.facts.values import Date
from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.followup import latest
from bot.understanding.judging.recognised import told
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.readings.scoring import Reading
from bot.understanding.utterance.sequels import EARLIER, LATER, Sequels
from bot.understanding.utterance.units import Analysis

RULE = "asks what came before or after"
_DATES = frozenset({"date", "year", "month", "day"})
_Moment = tuple[int, ...]


class Following:
    """Finds what came next, and what came first."""

    def __init__(self, knowledge: Knowledge, completing: Completing, sequels: Sequels) -> None:
        self._knowledge = knowledge
        self._completing = completing
        self._sequels = sequels

    def recognised(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What came before or after what was told last; None if that isn't all that is asked."""
        asked = self._sequels.asked(analysis.text) if background and background.told else None
        if background is None or asked is None:
            return None
        last = next((fact for fact in background.facts if fact in self._knowledge.facts), None)
        if last is None:
            return None
        fact = self._knowledge.facts[last]
        beside = [self._knowledge.facts[one] for one in self._knowledge.deals[fact.deal].facts if one != last]
        side = asked if asked not in (EARLIER, LATER) else None
        found = self._bearing(side, beside) if side else self._dated(fact, beside, background, later=asked == LATER)
        read = self._read(analysis, found) if found else None
        if read:
            return told(*read, RULE)
        return Recognition(analysis, Verdict.SILENT, attribute=side, rule=RULE)

    def _read(self, analysis: Analysis, fact: Fact) -> tuple[Candidate, Reading] | None:
        return self._completing.of_fact(analysis, (), fact.id)

    def _dated(self, fact: Fact, beside: list[Fact], background: Background, *, later: bool) -> Fact | None:
        """The deal's fact with the next date, if the one told last is a date or was asked for as one."""
        before = self._completing.analyse(latest(background), background.language)
        return _next(fact, beside, later=later) if isinstance(fact.value, Date) or before.types & _DATES else None

    @staticmethod
    def _bearing(side: str, facts: list[Fact]) -> Fact | None:
        """The fact that tells who held the post."""
        return next((fact for fact in facts if side in (fact.attribute, *fact.also)), None)


def _next(fact: Fact, beside: list[Fact], *, later: bool) -> Fact | None:
    """The fact of the deal with the date nearest to this one's, before or after it; None if no date is told."""
    own = _moment(fact)
    if own is None:
        return None
    dated = [(moment, one) for one in beside if (moment := _moment(one))]
    if later:
        return min((pair for pair in dated if _before(own, pair[0])), key=lambda pair: pair[0], default=(own, None))[1]
    return max((pair for pair in dated if _before(pair[0], own)), key=lambda pair: pair[0], default=(own, None))[1]


def _before(one: _Moment, other: _Moment) -> bool:
    """Is a moment surely before another, as far as both are told?"""
    both = min(len(one), len(other))
    return one[:both] < other[:both]


def _moment(fact: Fact) -> _Moment | None:
    """As much of its date as a fact tells, from the year on; the day of the report is none."""
    dates = [one for one in (fact.value, *fact.values.values()) if isinstance(one, Date) and one.year is not None]
    if fact.attribute == PUBLISHED or not dates:
        return None
    parts = (dates[0].year, dates[0].month, dates[0].day)
    return tuple(part for place, part in enumerate(parts) if part is not None and None not in parts[:place])
