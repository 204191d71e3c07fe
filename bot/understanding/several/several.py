"""Several questions in one, whichever way they are joined: of each of those named, of both, in halves, in parts."""

from collections.abc import Callable

from bot.facts.model import Knowledge
from bot.understanding.build import Understanding
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.judgement import Judge
from bot.understanding.judging.recognition import Background, Recognition
from bot.understanding.several.ineach import InEach
from bot.understanding.several.inhalves import InHalves
from bot.understanding.several.inparts import InParts
from bot.understanding.several.ofboth import OfBoth
from bot.understanding.utterance.units import Analysis


class Several:
    """Recognises them, those that are surest to be several first."""

    def __init__(
        self,
        understanding: Understanding,
        knowledge: Knowledge,
        completing: Completing,
        judge: Judge,
        leaning: Callable[[Analysis, Background], Recognition | None],
    ) -> None:
        hearing, matching, deals = understanding.hearing, understanding.matching, understanding.deals
        self._in_each = InEach(hearing, deals.titles, hearing.analyser.is_small, completing, judge)
        self._of_both = OfBoth(hearing, matching.attributes, deals.subjects, knowledge, completing, judge)
        self._in_halves = InHalves(hearing, matching, deals.subjects, knowledge, completing, judge)
        self._in_parts = InParts(hearing, completing, judge, leaning, deals.subjects)

    def recognise(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """The answers to all of them; None for a single question."""
        return (
            self._in_each.recognise(analysis)
            or self._of_both.recognise(analysis)
            or self._in_halves.recognise(analysis)
            or self._in_parts.recognise(analysis, background)
            or self._in_parts.in_sentences(analysis, background)
            or self._in_parts.listed(analysis)
            or self._in_parts.and_whether(analysis, background)
        )
