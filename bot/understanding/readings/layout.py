"""How the one table of an index is laid out, and what a question sees of it."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.understanding.readings.gathered import Strengths


@dataclass(frozen=True)
class Parts:
    """Where each part of the table begins and ends."""

    held: slice
    themes: slice
    usual: slice
    own: slice

    @classmethod
    def of(cls, *sizes: int) -> "Parts":
        """Parts of these sizes, one behind the other."""
        return cls(*(slice(start, end) for start, end in pairwise(np.cumsum([0, *sizes]).tolist())))


@dataclass(frozen=True, slots=True)
class Look:
    """Facts by unit (how well they explain it, how central it is to them), examples and templates by likeness.

    `least` is how well an example holds that of the question's words which it holds worst, `turns` the same of what
    turns its sense ("only", "outside"); `total` is what the question weighs among examples.
    """

    match: Strengths
    central: Strengths
    own: Strengths
    templates: Strengths
    least: Strengths
    turns: Strengths
    total: float
