"""Who or what is named, asked in any of these ways: in some deals, of those named, what belongs to whom, or at all.

That it is said as well what those called are, is what a roll does anyway: "…, *and what are they in charge of?*".
"""

from bot.understanding.deals.dealrolls import DealRolls
from bot.understanding.deals.possessions import Possessions
from bot.understanding.deals.roll import Roll
from bot.understanding.deals.rolls import Rolls
from bot.understanding.deals.whoiswho import WhoIsWho
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import ending_in
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Analysis

_OTHERWISE = frozenset({"yesno", "negation", "compare", "only", "most"})


class Calling:
    """Asks one after the other."""

    def __init__(
        self,
        dealrolls: DealRolls,
        rolls: Rolls,
        possessions: Possessions,
        whoiswho: WhoIsWho,
        analyser: Analyser,
        words: Vocabulary,
    ) -> None:
        self._dealrolls, self._rolls, self._possessions, self._whoiswho = dealrolls, rolls, possessions, whoiswho
        self._analyser = analyser
        self._tails = ending_in(tail for one in words.words.values() for tail in one.mentions.get("tails", ()))

    def called(self, analysis: Analysis, *, leaning: bool) -> Roll | None:
        """The roll that an utterance asks for and nothing else; after an answer only one that says so plainly."""
        text = analysis.text.rstrip(" ?!.")
        if embedded := _embedded(analysis):
            analysis = self._analyser.analyse(text[embedded:], analysis.language)
            text = analysis.text
        if tail := self._tails.search(text):
            analysis = self._analyser.analyse(text[: tail.start()].rstrip(" ,;-–"), analysis.language)
        if roll := self._whoiswho.called(analysis) or self._dealrolls.called(analysis):
            return roll
        owned = not leaning and bool(analysis.types) and not analysis.flags & _OTHERWISE
        if owned and (roll := self._possessions.called(analysis)):
            return roll
        return self._rolls.called(analysis, leaning=leaning)


def _embedded(analysis: Analysis) -> int:
    """Where the question begins that a polite one holds ("could you tell me *which* …"); 0 if it holds none."""
    start = next(iter(analysis.asking), 0) if "yesno" in analysis.flags else 0
    return 0 if any(unit.start < start and (unit.says or unit.kind == "entity") for unit in analysis.units) else start
