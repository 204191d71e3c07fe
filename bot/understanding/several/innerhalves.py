"""The halves of a comparison within its own question: "has A more members than B has customers?", "how much longer …".

Both stand on the two sides of a word that sets them against each other, and each names somebody or a deal that the
other doesn't. A half that says nothing else is asked what the other is ("the goals of A compared with *those of B*").
"""

import re
from collections.abc import Sequence

from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.several.layouts import Halves, Span, pieces, within
from bot.understanding.utterance.analysis import CONTEXT_WEIGHT
from bot.understanding.utterance.answertypes import MEASURED
from bot.understanding.utterance.comparatives import Comparatives
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import SAID, Analysis, Unit

_AMOUNT, _DATE = "amount", "date"
_ORDERING = "ordering"
_OTHERWISE = frozenset({"other_one", "negation", "except"})
_OPEN = frozenset({"definition", "text", "manner", "list", "deal"})
"""What is asked of two that are only compared ("how does A compare with B"), and so of neither."""


class InnerHalvesFinder:
    """Finds the halves of comparisons that no pause parts from their question."""

    def __init__(
        self, finder: SubjectFinder, joints: Joints, comparatives: Comparatives, attributes: AttributeFinder
    ) -> None:
        self._finder, self._attributes = finder, attributes
        self._joints, self._comparatives = joints, comparatives

    def find(self, analysis: Analysis) -> Halves | None:
        """The halves of such a question; else None."""
        text = analysis.text.rstrip("?!. ")
        figure = self._comparatives.found(text)
        if not figure and _ORDERING in analysis.flags and "yesno" in analysis.flags:
            return self._in_order(analysis, text)
        if analysis.flags & _OTHERWISE or len(analysis.asking) > 1 or not (figure or "compare" in analysis.flags):
            return None
        if "yesno" in analysis.flags and not figure:
            return None
        open_ = (self._joints.beside, self._joints.item) if analysis.types <= _OPEN else ()
        for joint in (self._joints.contrast, *((self._joints.either,) if figure else open_)):
            spans = pieces(text, (0, len(text)), joint)
            if len(spans) == 2 and self._differ([within(analysis, span) for span in spans]):
                return self._halves(analysis, spans, figure)
        return None

    def _in_order(self, analysis: Analysis, text: str) -> Halves | None:
        """The halves of a question for whether one was before the other ("was A closed before B?")."""
        joint = self._joints.order if self._joints.order.search(text) else self._joints.sequence
        spans = pieces(text, (0, len(text)), joint)
        if len(spans) != 2 or not self._differ([within(analysis, span) for span in spans]):
            return None
        return self._halves(analysis, spans, (_DATE, 0, 0))

    def _differ(self, held: Sequence[Sequence[Unit]]) -> bool:
        """Does each side name somebody or a deal that the other doesn't?"""
        one, other = (set[str]().union(*(self._finder.keys([unit]) for unit in units)) for units in held)
        return bool(one - other and other - one)

    def _halves(self, analysis: Analysis, spans: Sequence[Span], figure: tuple[str, int, int] | None) -> Halves | None:
        """The questions for both, completed; None where nothing is asked of them."""
        kind = figure[0] if figure else None
        cut = figure[1:] if figure and kind == _AMOUNT else (0, 0)
        own = [[unit for unit in within(analysis, span) if self._asks(analysis, unit, cut)] for span in spans]
        if not kind and not any(own):
            return None
        asks = [any(self._attributes.spoken_for(unit, ())[1] for unit in units) for units in own]
        texts = []
        for place, span in enumerate(spans):
            text = _without(analysis.text, span, cut)
            if not asks[place]:
                text = " ".join((text, *(unit.text for unit in own[1 - place])))
            texts.append(f"{text}?")
        types = frozenset({kind}) if kind else analysis.types - _OPEN
        named = tuple(analysis.text[slice(*span)] for span in spans)
        return Halves(
            named,
            tuple(texts),
            kind,
            bare=False,
            figures=False,
            apiece=False,
            opposed=not types & MEASURED,
            types=types,
            unlike=all(asks) and not kind,
        )

    def _asks(self, analysis: Analysis, unit: Unit, cut: Span) -> bool:
        """Does a unit say something beyond whom or which deal its side names? Before a question, too."""
        least = SAID * (CONTEXT_WEIGHT if unit.start in analysis.beside else 1.0)
        if unit.kind in ("entity", "operator") or unit.weight < least or cut[0] <= unit.start < cut[1]:
            return False
        return not (self._finder.compares(unit) or self._finder.calls(unit))


def _without(text: str, span: Span, cut: Span) -> str:
    """A side's text without the comparative."""
    start, end = span
    if not start <= cut[0] < end:
        return text[start:end].strip(" ,")
    return re.sub(r"\s+", " ", text[start : cut[0]] + text[cut[1] : end]).strip(" ,")
