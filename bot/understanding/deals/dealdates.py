"""When deals were made, and when they ended, by the dates of their facts: for questions like "which before 1300?"."""

from collections.abc import Iterable
from itertools import chain

from bot.facts.model import ENDED, PUBLISHED, Deal, Fact, Knowledge
from bot.facts.tells import Tells
from bot.facts.values import Date, Value, Weekday
from bot.understanding.utterance.wanted import Wanted


class DealDates:
    """The years of each deal.

    A deal without a beginning was made by the time of its other dates, its end proves only that it was made before. For
    a year asked for by itself all dates count.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._beginnings = frozenset(knowledge.telling(Tells.BEGINNING))
        self._endings = frozenset(knowledge.telling(Tells.ENDING))
        self._telling = {deal.id: self._first_telling(deal) for deal in knowledge.deals.values()}

    def within(self, deal: Deal, wanted: Wanted) -> bool:
        """Was a deal made, or where that is asked for did it end, in one of the times wanted?"""
        return any(True for _ in self.proving(deal, wanted))

    def beginning(self, deal: Deal) -> Fact | None:
        """The fact that says when a deal was made, however roughly, else its first with a year; None if none does."""
        facts = [self._knowledge.facts[name] for name in deal.facts]
        own = (fact for fact in facts if fact.attribute in self._beginnings)
        return next(own, None) or next((fact for fact in facts if any(years(fact))), None)

    def telling(self, deal: Deal) -> Fact | None:
        """The fact that dates a deal, if only by a month or weekday, first when it was made; None if none does."""
        return self._telling[deal.id]

    def _first_telling(self, deal: Deal) -> Fact | None:
        facts = [self._knowledge.facts[name] for name in deal.facts]
        own = [fact for fact in facts if fact.attribute in self._beginnings and isinstance(fact.value, Date | Weekday)]
        others = (fact for fact in facts if fact.attribute != PUBLISHED and any(map(_is_date, fact.values.values())))
        return next(chain(own, others), None)

    def proving(self, deal: Deal, wanted: Wanted) -> Iterable[Fact]:
        """The facts of a deal that date it in one of the times wanted."""
        facts = [self._knowledge.facts[name] for name in deal.facts]
        ended = ENDED in wanted.statuses
        telling = self._endings if ended else self._beginnings
        own = [fact for fact in facts if fact.attribute in telling and any(years(fact))]
        for fact in (*own, *(fact for fact in facts if fact not in own)):
            late = fact.attribute in self._endings and not ended
            for period in wanted.periods:
                counts = not own or fact in own
                proves = period.first == period.last or (counts and (not late or period.first is None))
                if proves and any(map(period.holds, years(fact))):
                    yield fact
                    break


def years(fact: Fact) -> Iterable[int]:
    """The years of a fact's dates."""
    return (value.year for value in fact.values.values() if isinstance(value, Date) and value.year is not None)


def _is_date(value: Value) -> bool:
    return isinstance(value, Date)
