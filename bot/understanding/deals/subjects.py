"""The two subjects of a comparison: "the import programme or the UK deal", "the Peterhof or the Kontor in Bergen".

A subject is named by entities or by the words that deals bear in their titles and names, and stands directly at the
word that joins the two; everything else is said of both.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.understanding.deals.titles import Titles
from bot.understanding.utterance.units import Analysis, Unit

_FIRM = 0.9
_FEW = 3
"""A subject whose words stand in the names of more deals than these names none."""

_DEAL = "deal "
"""Tells deals from entities of the same id."""

_TOPIC_ENDS = re.compile(r":| [–-] ")
_BREAK = re.compile(r"[:;?!–]|,")


@dataclass(frozen=True)
class Subjects:
    """Two subjects, and the units that are said of both."""

    left: tuple[Unit, ...]
    right: tuple[Unit, ...]
    shared: tuple[Unit, ...]


class SubjectFinder:
    """Finds the subjects of comparisons.

    `nouns` are the concepts that any deal is called by ("agreement"), `sorts` those of a sort of deals ("programme"),
    `comparing` those that only say that something is compared.
    """

    def __init__(self, titles: Titles, nouns: Iterable[str], sorts: Iterable[str], comparing: Iterable[str]) -> None:
        self._titles = titles
        self._sorts = frozenset(sorts)
        self.nouns, self.comparing = frozenset(nouns), frozenset(comparing)

    def find(self, analysis: Analysis, joint: re.Pattern[str]) -> Subjects | None:
        """The subjects on both sides of a joining word, the first that has different ones there; else None."""
        told = (unit for unit in analysis.units if unit.kind != "operator" and not self.compares(unit))
        units = sorted(told, key=lambda unit: unit.start)  # "how does A *differ* from B"
        for found in joint.finditer(analysis.text):
            before = [unit for unit in units if unit.end <= found.start()]
            after = [unit for unit in units if unit.start >= found.end()]
            left = self._run(analysis.text, before[::-1], found.start(), back=True)
            right = self._run(analysis.text, after, found.end(), back=False)
            one, other = self.keys(left), self.keys(right)
            if one - other and other - one:
                shared = [unit for unit in analysis.units if unit not in left and unit not in right]
                return Subjects(left, right, tuple(unit for unit in shared if not self.compares(unit)))
        return None

    def parted(self, analysis: Analysis, contrast: re.Pattern[str]) -> Subjects | None:
        """All that stands on both sides of a joint before the question about them ("A in X versus B in Y: who …?")."""
        units = [unit for unit in analysis.units if unit.kind != "operator"]
        joint = contrast.search(analysis.text)
        behind = _TOPIC_ENDS.search(analysis.text, joint.end()) if joint else None
        if joint is None or behind is None:
            return None
        end = behind.start()
        left = tuple(unit for unit in units if unit.start < joint.start())
        right = tuple(unit for unit in units if joint.end() <= unit.start < end)
        shared = tuple(unit for unit in units if unit.start > end and not self.compares(unit))
        named = all(any(unit.kind == "entity" for unit in side) for side in (left, right))
        return Subjects(left, right, shared) if named and shared else None

    def deals(self, subject: Sequence[Unit], *, entities: bool = False) -> frozenset[str]:
        """The few deals that bear the words of a subject in their names, with `entities` those that name it, too."""
        words = [unit for unit in subject if (entities or unit.kind != "entity") and not self._is_noun(unit)]
        held = [deals for deals in map(self._titles.bearing, words) if deals]
        common = frozenset.intersection(*held) if held else frozenset()
        return common if len(common) <= _FEW else frozenset()

    def having(self, subject: Sequence[Unit]) -> frozenset[str]:
        """The deals that have one whom a subject names among their parties and places."""
        return frozenset[str]().union(*map(self._titles.having, subject))

    def keys(self, subject: Sequence[Unit]) -> set[str]:
        """What tells a subject from others: its entities and the deals that it names."""
        deals = self.deals(subject)
        called = (deals & self.having(subject)) or deals  # "the Kontor in Bergen" is none of the others
        return {entity for unit in subject for entity in unit.entities} | {f"{_DEAL}{deal}" for deal in called}

    def calls(self, unit: Unit) -> bool:
        """Does a unit say no more than what some deal is: an agreement, the programme, by a word of its names?"""
        return self._is_noun(unit) or not self._sorts.isdisjoint(unit.keys) or bool(self.deals([unit]))

    def compares(self, unit: Unit) -> bool:
        """Does a unit only say that something is compared ("difference")?"""
        return not self.comparing.isdisjoint(unit.keys)

    def _run(self, text: str, units: Sequence[Unit], at: int, *, back: bool) -> tuple[Unit, ...]:
        """The units next to a place in the text that name a subject, up to the first that doesn't."""
        run: list[Unit] = []
        for unit in units:
            end = unit.end
            between = text[end:at] if back else text[at : unit.start]
            if _BREAK.search(between) or not self._names(unit, run):
                break
            run.append(unit)
            at = unit.start if back else end
        return tuple(sorted(run, key=lambda unit: unit.start))

    def _names(self, unit: Unit, run: Sequence[Unit]) -> bool:
        """Does a unit name the subject, or help to? Beside an entity a word must be rare in the names of deals."""
        if unit.kind == "entity":
            return unit.weight >= _FIRM
        named = any(one.kind == "entity" for one in run)
        return self._is_noun(unit) or bool(self.deals([unit]) if named else self._titles.bearing(unit))

    def _is_noun(self, unit: Unit) -> bool:
        return not self.nouns.isdisjoint(unit.keys)
