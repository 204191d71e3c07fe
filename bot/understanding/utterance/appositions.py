"""Names that only describe another name: "die *Alibaba*-Tochter AliExpress", "*Alibaba's* rival JD.com".

Whom something belongs to says who is meant, and nothing more is asked of it, if it does belong there; of a rival it may
be said of anybody.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.understanding.utterance.units import Unit

_NAME = 0.65
"""What stays of the weight of such a name: too little for it to limit what is asked."""

_RIVAL = 0.3
"""That of the noun, where it says nothing that a source would have to tell."""

_OF = re.compile(r"[\s’'-]*")
_NEXT = re.compile(r"[\s\"„“»«’'-]*")


@dataclass(frozen=True)
class Describing:
    """The nouns between such names, as concepts, for what `belongs` and for `rivals`; what an entity is part of."""

    belongs: Collection[str]
    rivals: Collection[str]
    wholes: Callable[[str], Collection[str]]

    def lightened(self, units: Sequence[Unit], text: str) -> list[Unit]:
        """The units of a text; a name counts less before such a noun and the name that it describes."""
        places = sorted(range(len(units)), key=lambda place: units[place].start)
        own = list(units)
        for one, noun, other in zip(places, places[1:], places[2:], strict=False):
            describing, between, named = units[one], units[noun], units[other]
            before = text[describing.end : between.start]
            behind = text[between.end : named.start]
            names = describing.entities and named.entities
            if not names or not _OF.fullmatch(before) or not _NEXT.fullmatch(behind):
                continue
            rival = not _keys(between).isdisjoint(self.rivals)
            if rival or self._belongs(describing, between, named):
                own[one] = describing.weighing(_NAME)
                own[noun] = between.weighing(_RIVAL) if rival else between
        return own

    def _belongs(self, one: Unit, noun: Unit, other: Unit) -> bool:
        """Does the second belong to the first, as the noun says?"""
        return not _keys(noun).isdisjoint(self.belongs) and one.entities[0] in self.wholes(other.entities[0])


def _keys(noun: Unit) -> set[str]:
    """What a noun may stand for, by itself or by the head of its compound."""
    return {key for piece in (noun, *noun.parts[-1:]) for key in piece.keys}
