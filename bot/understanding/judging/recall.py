"""Known questions recalled: a question that somebody listed as an example is answered by the fact that lists it.

So is one that differs from it only in its spelling. All other questions are understood by what they say.
"""

from dataclasses import replace

from bot.understanding.judging.candidate import Candidate
from bot.understanding.judging.followup import Merged
from bot.understanding.language.normalise import folded_words
from bot.understanding.readings.knownquestions import Told
from bot.understanding.readings.matching import Matching
from bot.understanding.readings.scoring import Scorer
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Analysis


class Recall:
    """Reads utterances with the known questions at hand; `by_heart` False forgets these."""

    def __init__(self, analyser: Analyser, matching: Matching, scorer: Scorer, *, by_heart: bool = True) -> None:
        self._analyser = analyser
        self._known = matching.known if by_heart else None
        self._scorer = scorer
        self._number_of = matching.index.number_of

    def read(self, text: str) -> tuple[Analysis, Told | None]:
        """An utterance taken apart, put right where it is a known question misspelt, and what tells that one."""
        analyse, known = self._analyser.analyse, self._known
        if known is None:
            return analyse(text), None
        words = folded_words(text)
        meant = known.meant(text, words, self._analyser.knows, self._analyser.names)
        analysis = analyse(meant or text)
        if meant is None and (fuller := known.fuller(words)):
            full = analyse(fuller)
            if full.types == analysis.types and full.flags == analysis.flags:
                meant, analysis = fuller, full
        if meant is None:
            return analysis, known.told(text, words)
        return replace(analysis, notes=(f"{text} → {meant}", *analysis.notes)), known.told(meant, folded_words(meant))

    def candidate(self, analysis: Analysis, told: Told) -> Candidate:
        """What is found for a known question: first of all the fact that tells it, if one does, as its own example."""
        if told.fact is None:
            return Candidate(Merged(analysis, ()), self._scorer.find(analysis, analysis.units))
        number = self._number_of[told.fact]
        found = self._scorer.find(analysis, analysis.units, (number,))
        first = [
            reading._replace(itself=True, polarity=told.polarity)
            for reading in found.readings
            if reading.number == number
        ]
        others = [reading._replace(itself=False) for reading in found.readings if reading.number != number]
        return Candidate(Merged(analysis, ()), replace(found, readings=[*first, *others]))
