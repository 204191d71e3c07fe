"""Several questions in one: "how many are there and how many are to come", "wann und wo …", "who was it, and when?".

Each part is a question of its own; those behind the first lean on it as follow-ups do. Question words side by side
("wann und wo") share what follows them; key words and question words behind a name are each asked of it ("Stralsund:
wann, wer, wie lange").
"""

import re
from itertools import pairwise

from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis

MOST = 3
"""As many parts are told apart; more are a list of wishes that no reply of readable length answers."""

_AFTER_NAME = re.compile(r"\s*[:–]\s*")
_HEAD = re.compile(r"[^:–]*[:–]\s*")
_LONGEST_HEAD = 6
_BARE = 3
"""Between two question words that share what follows stand at most as many words."""


def parts(analysis: Analysis, joints: Joints) -> tuple[str, ...]:
    """The questions that an utterance holds, as texts in their order; () if it holds one, or too many."""
    if listed := _of_a_name(analysis, joints):
        return listed
    starts = analysis.asking
    if not 1 < len(starts) <= MOST:
        return ()
    text = analysis.text
    pieces = [text[: starts[1]], *(text[start:end] for start, end in pairwise((*starts[1:], len(text))))]
    topic = text[: starts[0]] if _is_topic(analysis, starts[0]) else ""
    # "Germany: what …, and what about Alibaba's pavilions?", but not "Rakuten: what is it, and who founded Alibaba?"
    abroad = any(entity.isupper() for unit in analysis.names if unit.start < starts[0] for entity in unit.entities)
    bare = [_is_bare(analysis, *span) for span in pairwise(starts)] + [False]
    texts = []
    for place, piece in enumerate(pieces):
        asked = joints.tail.sub("", piece)
        if bare[place]:
            shared = pieces[place + 1].split(maxsplit=1)[1:]
            asked = " ".join((asked, *shared))
        if not asked.strip():
            return ()
        if place and (abroad or not _named(analysis, starts[place], piece)):
            asked = topic + asked
        texts.append(asked if asked.rstrip().endswith("?") else f"{asked.rstrip()}?")
    return tuple(texts)


def _of_a_name(analysis: Analysis, joints: Joints) -> tuple[str, ...]:
    """A question for each item of "name: when, who, how long"; () if that isn't its form, or nothing but nouns."""
    head, *items = (piece.strip() for piece in joints.item.split(_AFTER_NAME.sub(",", analysis.text.rstrip("?!. "), 1)))
    short = all(0 < len(item.split()) <= _BARE for item in items)
    if not 1 < len(items) <= MOST or not short or len(head.split()) > _LONGEST_HEAD:
        return ()
    end = analysis.text.find(head) + len(head)
    inside = bool(analysis.names) and all(unit.start < end for unit in analysis.names)
    asks = [start >= end for start in analysis.asking]
    return tuple(f"{head} {item}?" for item in items) if inside and asks and all(asks) else ()


def _is_topic(analysis: Analysis, end: int) -> bool:
    """Does an utterance begin with a name that all its questions are about ("Germany: what …, and what …")?"""
    head = analysis.text[:end]
    named = any(unit.start < end for unit in analysis.names)
    return named and bool(_HEAD.fullmatch(head)) and len(head.split()) <= _LONGEST_HEAD


def _named(analysis: Analysis, start: int, piece: str) -> bool:
    """Does one of the questions name somebody itself?"""
    return any(start <= unit.start < start + len(piece) for unit in analysis.names)


def _is_bare(analysis: Analysis, start: int, end: int) -> bool:
    """Does nothing stand between two question words but what joins them?"""
    return len(analysis.text[start:end].split()) <= _BARE and not any(start < u.start < end for u in analysis.units)
