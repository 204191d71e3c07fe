"""The short items of the sources, or whom they name: "which firms are in the *news in brief* from autumn 2017?".

Short items are sections with titles of their own, below an article or all there are, of the time that is said.
"""

from collections.abc import Callable, Iterable, Sequence

from bot.facts.model import PUBLISHED, Deal, Fact, Knowledge
from bot.facts.values import Date
from bot.understanding.deals.scopes import Scopes
from bot.understanding.deals.sheetwords import OPEN, OTHERWISE, inside
from bot.understanding.deals.times import is_time
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.utterance.periods import Period, periods
from bot.understanding.utterance.units import Analysis, Unit

_MONTH = "month_"


class ShortItems:
    """Finds the deals that such items tell of; `scopes` are what articles and deals are called.

    `concerns` tells whether a deal is about what a unit names.
    """

    def __init__(
        self, knowledge: Knowledge, scopes: Scopes, concerns: Callable[[Deal, Unit], bool], words: Vocabulary
    ) -> None:
        self._knowledge, self.scopes, self._concerns = knowledge, scopes, concerns
        self._seasons = words.deals.seasons
        self._times = frozenset(words.deals.happening)
        self._free = frozenset((*words.lists.listing, *words.lists.counting))
        spoken = [one.mentions for one in words.words.values()]
        self._nouns, self._below, self._titles = (
            Phrases(phrase for listed in spoken for phrase in listed.get(key, ()))
            for key in ("brief", "below", "headlines")
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they are called what they are, and where they stand; nothing if they aren't named."""
        nouns = self._nouns.spans(text)
        return [*nouns, *self._below.spans(text), *self._titles.spans(text)] if nouns else []

    def in_titles(self, text: str) -> bool:
        """Is only asked what their titles say?"""
        return bool(self._titles.spans(text))

    def asked(self, analysis: Analysis) -> tuple[str, ...]:
        """The deals of the items that an utterance asks for themselves; () if it asks for anything else."""
        spans = self.spans(analysis.text)
        if not spans or not analysis.types <= OPEN | {"deal", "name"} or analysis.flags & OTHERWISE:
            return ()
        said = [unit for unit in analysis.units if unit.kind != "operator" and not inside(unit, spans)]
        left = [unit for unit in said if unit.says and self._free.isdisjoint(unit.keys)]
        below = bool(self._below.spans(analysis.text))
        themes = [] if below else [unit for unit in left if unit.entities]  # "on *Alibaba*" isn't below its article
        deals = map(self._knowledge.deals.__getitem__, self.called(analysis, [u for u in left if u not in themes]))
        return tuple(deal.id for deal in deals if all(self._concerns(deal, unit) for unit in themes))

    def called(self, analysis: Analysis, said: Sequence[Unit]) -> tuple[str, ...]:
        """The deals of the items that all these units call; () if one of them says something else."""
        times = periods(analysis)
        starts = {start for period in times for start in period.starts}
        timed = [unit for unit in said if unit.start in starts or self._tells_time(unit)]
        left = [unit for unit in said if unit not in timed]
        if len(times) > 1:
            return ()
        months = {key for unit in timed for one in unit.keys for key in (one, *self._seasons.get(one, ()))}
        wanted = {int(key.removeprefix(_MONTH)) for key in months if key.startswith(_MONTH)}
        deals = self.scopes.brief(analysis.text, left)
        if not (times or wanted):
            return deals
        return tuple(deal for deal in deals if self._within(deal, next(iter(times), Period(None, None)), wanted))

    def _tells_time(self, unit: Unit) -> bool:
        return is_time(unit) or not self._times.isdisjoint(unit.keys) or not self._seasons.keys().isdisjoint(unit.keys)

    def _within(self, deal: str, period: Period, months: set[int]) -> bool:
        """Was a deal's item published in the time?"""
        return any(
            isinstance(fact.value, Date)
            and (fact.value.year is None or period.holds(fact.value.year))
            and (not months or fact.value.month in months)
            for fact in self._dating(self._knowledge.deals[deal].facts)
        )

    def _dating(self, facts: Iterable[str]) -> Iterable[Fact]:
        return (fact for fact in map(self._knowledge.facts.__getitem__, facts) if fact.attribute == PUBLISHED)
