"""Whose those are who are asked for: "people *from Alibaba*", "*Alibaba*-Leute", "who speaks on *JD's side*?"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.facts.model import Knowledge
from bot.understanding.language.wordpatterns import any_of
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import named

_NEXT = re.compile(r"(?:['’]s?)?[\s-]*")


@dataclass(frozen=True)
class Whose:
    """The firms or persons that those belong to, the places that they are from, and whoever is left out."""

    owners: tuple[Unit, ...]
    places: tuple[Unit, ...]
    without: tuple[Unit, ...]


class Owners:
    """Reads it; `siding` are nouns for a side of a deal, `articles` may stand before names."""

    def __init__(self, knowledge: Knowledge, joints: Joints, siding: frozenset[str], articles: Collection[str]) -> None:
        self._knowledge, self._joints, self._siding = knowledge, joints, siding
        article = rf"(?:{any_of(articles)}\s+)?"
        self._of, self._on = (
            re.compile(rf"{joint.pattern}\s*{article}$", re.IGNORECASE)
            for joint in (joints.belonging, joints.regarding)
        )

    def whose(self, analysis: Analysis, nouns: Sequence[Unit], *, places: bool = False) -> Whose | None:
        """Whose those of the nouns are; None if somebody is named otherwise. `places` says that these are sought."""
        kept, without = named(analysis, self._joints)
        if not all(unit.entities for unit in kept):
            return None
        for block in self._blocks(analysis, kept):
            if not self._says_whose(analysis, block, nouns, places=places):
                return None
        at = tuple(unit for unit in kept if self._knowledge.is_place(unit.entities[0]))
        return Whose(tuple(unit for unit in kept if unit not in at), at, without)

    def _blocks(self, analysis: Analysis, names: Sequence[Unit]) -> list[list[Unit]]:
        """The names, those together that are only joined ("JD and Alibaba")."""
        blocks: list[list[Unit]] = []
        for unit in names:
            if blocks and self._joints.names.match(analysis.between(blocks[-1][-1], unit)):
                blocks[-1].append(unit)
            else:
                blocks.append([unit])
        return blocks

    def _says_whose(self, analysis: Analysis, block: Sequence[Unit], nouns: Sequence[Unit], *, places: bool) -> bool:
        before, behind = analysis.text[: block[0].start], analysis.text[block[-1].end :]
        inside = places and self._joints.inside.search(before) and self._knowledge.is_place(block[0].entities[0])
        if inside or self._of.search(before) or (places and self._on.search(before)):
            return True
        if self._knowledge.is_place(block[-1].entities[0]):
            return False
        next_to = _NEXT.match(behind)
        start = block[-1].end + (next_to.end() if next_to else 0)
        beside = (unit for unit in analysis.contents if unit in nouns or not self._siding.isdisjoint(unit.keys))
        return any(unit.start == start for unit in beside)
