"""The halves of a comparison as questions of their own: "which takes longer: A or B" asks how long A takes, and B.

What is compared stands before or behind the question about it ("A in X, B in Y: who signed?"), or on both sides of a
word that sets two against each other ("the members of A next to the customers of B"). Each half says a name or a
deal's word that the others don't; what is asked of both is asked of each.
"""

import re
from collections.abc import Sequence

from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.several.innerhalves import InnerHalvesFinder
from bot.understanding.several.layouts import Halves, Layout, Span, apart, behind, pieces, within
from bot.understanding.utterance.analysis import CONTEXT_WEIGHT
from bot.understanding.utterance.comparatives import Comparatives
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import SAID, Analysis, Unit

_MOST = 3
"""So many are compared at most."""

_UNSAID = frozenset({"amount", "date"})
"""What "more" and "fewer", "earlier" and "first" ask for: they say nothing of their own, as "longer" does."""

_OPEN = frozenset({"definition", "text", "list", "deal", "person"})
"""What is asked of halves of which only the difference is wanted: what, which or who they are."""

_FEW = 2
"""With so few words beside the halves, none of them telling, only a comparison may be asked for."""

_COMPARES = frozenset({"compare", "each"})
_SLASH = re.compile(r"\s*/\s*")


class HalvesFinder:
    """Finds the halves of comparisons."""

    def __init__(
        self, finder: SubjectFinder, joints: Joints, comparatives: Comparatives, attributes: AttributeFinder
    ) -> None:
        self._finder = finder
        self._attributes = attributes
        self._joints = joints
        self._comparatives = comparatives
        self._inner = InnerHalvesFinder(finder, joints, comparatives, attributes)

    def find(self, analysis: Analysis) -> Halves | None:
        """The halves of a question that compares some, apart from it or within it; else None."""
        return self._apart(analysis) or self._inner.find(analysis)

    def _apart(self, analysis: Analysis) -> Halves | None:
        """The halves of a question that compares some that stand apart from it; else None."""
        whether = "yesno" in analysis.flags and not analysis.asking
        if whether and not self._joints.apiece.search(analysis.text):
            return None
        # "how is he different from the other one, the A of B" compares with what was said before
        comparing = [] if "other_one" in analysis.flags else [u for u in analysis.units if self._finder.compares(u)]
        whole = [] if "other_one" in analysis.flags else list(behind(analysis, comparing))
        for layout in (*apart(analysis), *whole):
            if self._comparatives.found(analysis.text[slice(*layout.topic)]):  # "is A bigger than B, by its customers?"
                continue
            if any(not layout.question[0] <= start < layout.question[1] for start in analysis.asking):
                continue
            figure = self._comparatives.found(analysis.text[slice(*layout.question)])
            if named := self._named(analysis, layout, compares=bool(figure) or self._compares(analysis, layout)):
                return self._halves(analysis, named, layout, figure)
        return None

    def _compares(self, analysis: Analysis, layout: Layout) -> bool:
        """Does anything but a comparative say that some are compared, or that each is asked for?"""
        heard = bool(analysis.flags & _COMPARES) or len(analysis.asking) > 1
        said = any(map(self._finder.compares, within(analysis, layout.question)))
        return heard or said or bool(self._joints.apiece.search(analysis.text, *layout.question))

    def _named(self, analysis: Analysis, layout: Layout, *, compares: bool) -> tuple[str, ...]:
        """What is compared, if each of it names something else; else ()."""
        text, strong = analysis.text, (self._joints.contrast, self._joints.either)
        for joint in (*strong, self._joints.item, self._joints.compared, _SLASH):
            spans = pieces(text, layout.topic, joint)
            firm = layout.apart and joint in strong
            if 1 < len(spans) <= _MOST and (compares or firm) and self._are_halves(analysis, spans, even=not firm):
                return tuple(text[slice(*span)].strip(" .,") for span in spans)
        return ()

    def _are_halves(self, analysis: Analysis, spans: Sequence[Span], *, even: bool) -> bool:
        """Does each piece name something else? If `even`, all say something more or none ("A and B both want …")."""
        held = [within(analysis, span) for span in spans]
        keys = [self._keys(units) for units in held]
        differ = all(one - other for one in keys for other in keys if one is not other)
        says_more = {any(self._says_more(analysis, unit) for unit in units) for units in held}
        return all(keys) and differ and not (even and len(says_more) > 1)

    def _keys(self, units: Sequence[Unit]) -> set[str]:
        """What tells a piece from others: whom and which deals it names, and its figures ("92 or 26 countries")."""
        figures = {key for unit in units if unit.kind == "number" for key in unit.keys}
        return self._finder.keys(units) | figures

    def _says_more(self, analysis: Analysis, unit: Unit) -> bool:
        """Does a unit say something beyond what it names? A clause that doesn't ask counts less, but says as much."""
        says = unit.weight >= SAID * (CONTEXT_WEIGHT if unit.start in analysis.beside else 1.0)
        return says and unit.kind != "entity" and not unit.measures and not self._finder.deals([unit])

    def _halves(
        self,
        analysis: Analysis,
        named: tuple[str, ...],
        layout: Layout,
        figure: tuple[str, int, int] | None,
    ) -> Halves:
        question = layout.question
        text = analysis.text[slice(*question)].rstrip("?!. ")
        if figure and figure[0] in _UNSAID:
            text = text[: figure[1]] + text[figure[2] :]
        asked = tuple(f"{one} {text}?" if layout.before else f"{text} {one}?" for one in named)
        apiece = bool(self._joints.apiece.search(analysis.text, *question))
        each = apiece or "each" in analysis.flags
        figures = not figure and each and all(self._is_figure(analysis, one) for one in named)
        bare = figures or (not figure and self._only_compares(analysis, question))
        whose = {unit.entities: unit.text for unit in analysis.names} if bare else {}
        if len(whose) == 1:  # "30 or 90 days at A: which is what?" asks of both figures at A
            named = tuple(one if name in one else f"{one} {name}" for name in whose.values() for one in named)
        kind, opposed = figure[0] if figure else None, not analysis.asking and not analysis.types
        return Halves(named, asked, kind, bare=bare, figures=figures, apiece=apiece, opposed=opposed)

    @staticmethod
    def _is_figure(analysis: Analysis, named: str) -> bool:
        """Is what is compared a figure, and nobody's name?"""
        return any(unit.kind == "number" and unit.text in named for unit in analysis.units)

    def _only_compares(self, analysis: Analysis, question: Span) -> bool:
        """Is it only asked what the halves are, or how they differ ("where lies the difference", "who heads what")?"""
        inside = within(analysis, question)
        more = [unit for unit in analysis.units if self._says_more(analysis, unit) and not self._finder.compares(unit)]
        said = [unit for unit in more if unit in inside]
        bare = len(said) == len(more)  # the halves themselves only name
        each = self._joints.apiece.search(analysis.text, *question)
        if not each and not any(map(self._finder.compares, inside)) and any(map(self._says, inside)):
            return False  # "who signed?" asks what they did
        if not each:
            said += [unit for unit in inside if unit.kind in ("entity", "number")]
        return bare and analysis.types <= _OPEN and len(said) <= _FEW and not any(map(self._asks, said))

    def _says(self, unit: Unit) -> bool:
        """Does a unit behind or before what is compared say something, but what any deal is called?"""
        return unit.says and unit.kind == "concept" and self._finder.nouns.isdisjoint(unit.keys)

    def _asks(self, unit: Unit) -> bool:
        """Does a unit say of what sides are compared? "Lies" in "where lies the difference" doesn't."""
        return unit.kind in ("entity", "number") or self._attributes.is_telling(unit)
