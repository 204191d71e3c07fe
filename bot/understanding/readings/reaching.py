"""Which keys a unit reaches, by itself or by the pieces of a compound, and how well things explain it by them."""

import numpy as np

from bot.understanding.readings.gathered import Strengths
from bot.understanding.readings.postings import Postings, Widened, strongest
from bot.understanding.utterance.units import Unit

HEAD, PARTS = 0.6, 0.95
"""What the head of a compound counts of it, and how well all of its parts explain it."""


def explained(held: Postings | Widened, unit: Unit) -> Strengths:
    """How well each thing's keys explain a unit, by itself or by the pieces of a compound, 0 to 1."""
    best = strongest(held, unit.keys.items())
    if unit.parts:
        *modifiers, head = unit.parts
        pieces = (HEAD if modifiers else 1.0) * explained(held, head)
        for part in modifiers:
            pieces = pieces + (1 - HEAD) / len(modifiers) * explained(held, part)
        best = np.maximum(best, pieces * np.float32(PARTS))
    return best


def reach(unit: Unit) -> list[tuple[str, float]]:
    """The keys that a unit reaches in examples, with how well: its own and those of its parts."""
    reached = list(unit.keys.items())
    for part in unit.parts:
        reached += [(key, strength * HEAD) for key, strength in reach(part)]
    return reached
