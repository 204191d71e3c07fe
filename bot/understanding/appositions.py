"""Names that only describe another name: "*Alibaba's* rival JD.com", "die *Alibaba*-Tochter AliExpress".

Whom something belongs to or competes with says who is meant; nothing more is asked of it.
"""

import re
from collections.abc import Collection, Sequence

from bot.understanding.units import Unit

_NAME, _NOUN = 0.5, 0.3
"""What stays of the weight of such a name, and of the noun between."""

_OF = re.compile(r"[\s’'-]*")
_NEXT = re.compile(r"[\s\"„“»«’'-]*")


def lightened(units: Sequence[Unit], text: str, nouns: Collection[str]) -> list[Unit]:
    """The units of a text; a name counts less before one of the nouns, by their concepts, and another name."""
    places = sorted(range(len(units)), key=lambda place: units[place].start)
    own = list(units)
    for one, noun, other in zip(places, places[1:], places[2:], strict=False):
        describing, between, named = units[one], units[noun], units[other]
        if describing.kind != "entity" or named.kind != "entity" or not _describes(between, nouns):
            continue
        before = text[describing.start + len(describing.text) : between.start]
        behind = text[between.start + len(between.text) : named.start]
        if _OF.fullmatch(before) and _NEXT.fullmatch(behind):
            own[one], own[noun] = describing.weighing(_NAME), between.weighing(_NOUN)
    return own


def _describes(unit: Unit, nouns: Collection[str]) -> bool:
    return any(key in nouns for key in unit.keys) or any(key in nouns for part in unit.parts[-1:] for key in part.keys)
