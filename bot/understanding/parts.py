"""Several questions in one: "how many are there and how many are to come", "wann und wo …", "who was it, and when?".

Each part is a question of its own; those behind the first lean on it as follow-ups do. Question words side by side
("wann und wo") share what follows them.
"""

from itertools import pairwise

from bot.understanding.joints import Joints
from bot.understanding.units import Analysis

MOST = 3
"""As many parts are told apart; more are a list of wishes that no reply of readable length answers."""

_BARE = 3
"""Between two question words that share what follows stand at most as many words."""


def parts(analysis: Analysis, joints: Joints) -> tuple[str, ...]:
    """The questions that an utterance holds, as texts in their order; () if it holds one, or too many."""
    starts = analysis.asking
    if not 1 < len(starts) <= MOST:
        return ()
    text = analysis.text
    pieces = [text[: starts[1]], *(text[start:end] for start, end in pairwise((*starts[1:], len(text))))]
    bare = [_is_bare(analysis, *span) for span in pairwise(starts)] + [False]
    texts = []
    for place, piece in enumerate(pieces):
        asked = joints.tail.sub("", piece)
        if bare[place]:
            shared = pieces[place + 1].split(maxsplit=1)[1:]
            asked = " ".join((asked, *shared))
        if not asked.strip():
            return ()
        texts.append(asked if asked.rstrip().endswith("?") else f"{asked.rstrip()}?")
    return tuple(texts)


def _is_bare(analysis: Analysis, start: int, end: int) -> bool:
    """Does nothing stand between two question words but what joins them?"""
    return len(analysis.text[start:end].split()) <= _BARE and not any(start < u.start < end for u in analysis.units)
