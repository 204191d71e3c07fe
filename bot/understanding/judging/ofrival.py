"""Questions about somebody called by whose rival it is ("what does *Alibaba's rival* plan?").

Where such a question was left unanswered, or its answer is about the one whose rival is meant, it is asked of the
rival.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.readings.scoring import EXPLAINED
from bot.understanding.utterance.rivalry import Rivalry
from bot.understanding.utterance.units import Analysis, Unit


def of_rival(
    rivalry: Rivalry, analysis: Analysis, judged: Recognition, judge: Callable[[Analysis], Recognition]
) -> Recognition:
    """The answer about the rival, else the recognition as it was."""
    called = rivalry.meant(analysis)
    if called is None or (judged.verdict is Verdict.ANSWER and _tells(judged, called[1])):
        return judged
    other = judge(called[0])
    return replace(other, analysis=analysis) if other.verdict is Verdict.ANSWER else judged


def _tells(judged: Recognition, noun: Unit) -> bool:
    """Does the answer hold that somebody is a rival?"""
    rows = zip(judged.analysis.units, judged.chosen[0].explained if judged.chosen else (), strict=False)
    return not judged.chosen or any(match >= EXPLAINED for unit, match in rows if unit.start == noun.start)
