"""What is asked of the deals that were just listed: which of them, each of them, the second one, or of none."""

from bot.understanding.deals.choosing import Choosing
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.judgement import Judge
from bot.understanding.judging.recognised import told
from bot.understanding.judging.recognition import Background, Recognition, Verdict
from bot.understanding.leaning.narrowing import Narrowing
from bot.understanding.leaning.turning import Turning
from bot.understanding.utterance.units import Analysis
from bot.understanding.utterance.wanted import Wanted

OF_NO_DEAL = "asked of a list, without a deal"
PLACED = "picks one of those listed"
LEAVES = "leaves what the conversation is about"
_REASON = "reason"


class OfListed:
    """Recognises what leans on a list."""

    def __init__(
        self, narrowing: Narrowing, choosing: Choosing, turning: Turning, completing: Completing, judge: Judge
    ) -> None:
        self._narrowing, self._choosing, self._turning = narrowing, choosing, turning
        self._completing, self._judge = completing, judge

    def narrowed(self, analysis: Analysis, background: Background | None) -> Wanted | None:
        """Which of the deals just listed are wanted."""
        return self._narrowing.wanted(analysis, background.listed if background else ())

    def of_each(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What is told of each of the deals just listed, or a choice among them; None if of none."""
        if background is None or not background.listed or not self._turning.asks_of_each(analysis):
            return None
        deals = self._narrowing.deals(background.listed)
        judged = [self._judge.verdict(candidate) for candidate in self._turning.of_each(analysis, deals)]
        return self._judge.of_several([one for one in judged if one.verdict is Verdict.ANSWER])

    def placed(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """What a deal is that is picked by its place among those just listed ("the second one"); else None."""
        shown = (background.listed or background.shown) if background else ()
        place = self._choosing.place(analysis) if shown else 0
        deals = self._narrowing.deals(shown) if place else ()
        if not place:
            return None
        if place > len(deals):
            return Recognition(analysis, Verdict.SILENT, deals=deals, rule=OF_NO_DEAL)
        picked = self._completing.of_deal(analysis, deals[place - 1 if place > 0 else place])
        return told(*picked, PLACED) if picked else None

    def of_no_deal(self, analysis: Analysis, background: Background | None) -> Recognition | None:
        """A bare question after a list ("why?"), which doesn't say of which deal it is asked."""
        if background is None or not background.listed:
            return None
        if deals := self._narrowing.deals(background.listed):
            return Recognition(analysis, Verdict.SILENT, deals=deals, rule=OF_NO_DEAL)
        side = asked_barely(analysis)  # "is there a deal with Spain? why not?"
        return Recognition(analysis, Verdict.SILENT, attribute=side, rule=LEAVES) if side else None


def asked_barely(analysis: Analysis) -> str | None:
    """The attribute that a bare question word asks for ("why not?"), which no other word can tell."""
    return _REASON if _REASON in analysis.types and not (analysis.said or analysis.names) else None
