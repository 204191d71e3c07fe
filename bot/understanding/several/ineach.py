"""One question about three or more that are listed: "when were the deals with *A, B and C* signed?".

Each is asked about by itself, in the words that stand around the list. Two are another matter (`twosubjects`,
`inhalves`): what is said of one of them may hold for both.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.understanding.deals.titles import Titles
from bot.understanding.judging.completing import Completing
from bot.understanding.judging.judgement import Judge
from bot.understanding.judging.recognition import Recognition, Verdict
from bot.understanding.utterance.hearing import Hearing
from bot.understanding.utterance.units import Analysis, Unit

_LISTED = "asks the same of each that is listed"
_FEWEST, _MOST, _TOLD = 3, 5, 2
_OTHERWISE = frozenset({"yesno", "compare", "most", "only", "negation", "except"})


class InEach:
    """Recognises such questions."""

    def __init__(
        self, hearing: Hearing, titles: Titles, is_small: Callable[[str], bool], completing: Completing, judge: Judge
    ) -> None:
        self._joints, self._analyse = hearing.joints, hearing.analyser.analyse
        self._titles, self._is_small = titles, is_small
        self._completing, self._judge = completing, judge

    def recognise(self, analysis: Analysis) -> Recognition | None:
        """The recognition, if two of them have an answer of their own kind; the others are named."""
        if not analysis.types or analysis.flags & _OTHERWISE:
            return None
        told: list[Recognition] = []
        lacking: list[Unit] = []
        for name, text in self._questions(analysis):
            read = self._analyse(text, analysis.language)
            judged = self._judge.verdict(self._completing.better(read, None))
            if judged.verdict is Verdict.ANSWER:
                told.append(judged)
            else:
                lacking.append(name)
        chosen = {one.chosen[0].number: one.chosen[0] for one in told}
        sides = [one.features.attributes for one in chosen.values()]
        if len(chosen) < max(_TOLD, len(told)) or any(sides[0].isdisjoint(others) for others in sides):
            return None
        if any(not name.entities for name in lacking):
            return None
        return replace(told[0], analysis=analysis, chosen=tuple(chosen.values()), lacking=tuple(lacking), rule=_LISTED)

    def _questions(self, analysis: Analysis) -> list[tuple[Unit, str]]:
        """Each that is listed, with the question about it alone."""
        listed = self._run(analysis)
        if not _FEWEST <= len(listed) <= _MOST:
            return []
        before, behind = analysis.text[: listed[0].start], analysis.text[listed[-1].end :]
        return [(unit, f"{before}{unit.text}{behind}") for unit in listed]

    def _run(self, analysis: Analysis) -> list[Unit]:
        """The longest run of names, or words that deals are called by, between which only joints stand."""
        units = sorted((unit for unit in analysis.units if unit.kind != "operator"), key=lambda unit: unit.start)
        runs: list[list[Unit]] = [[]]
        for unit in units:
            named = unit.kind == "entity" or bool(self._titles.bearing(unit))
            joined = runs[-1] and self._joined(analysis.text[runs[-1][-1].end : unit.start])
            if not named:
                runs.append([])
            elif joined:
                runs[-1].append(unit)
            else:
                runs.append([unit])
        return max(runs, key=len)

    def _joined(self, between: str) -> bool:
        """Does nothing but a joint stand there, and maybe an article or a preposition?"""
        found = self._joints.item.match(between)
        return found is not None and all(map(self._is_small, between[found.end() :].casefold().split()))
