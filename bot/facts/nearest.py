"""The words of a text that come nearest to an evidence which isn't there: so an editor sees what differs.

Used by bot.facts.evidence for a citation that failed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.facts.deal_reader import EVIDENCE_WORDS

_ALIKE = 45.0
"""From here on (of 100) words are worth being shown as the nearest."""

_FURTHER = 20.0
"""So much nearer must another paragraph come than the one cited to be shown instead."""

_MARKS = ".,;:!?()[]\"'„“”‚‘’«»"


@dataclass(frozen=True)
class Nearest:
    """At most six words as printed, their paragraph, and those words of the evidence that aren't among them."""

    words: str
    paragraph: int
    not_printed: tuple[str, ...]


def nearest_words(evidence: str, text: Sequence[str], cited: int) -> Nearest | None:
    """What comes nearest in the cited paragraph, or in another one that comes far nearer; None if nothing is near."""
    found = {number: _best(evidence, paragraph) for number, paragraph in enumerate(text, 1)}
    best = max(found, key=lambda number: (found[number][0] - (0 if number == cited else _FURTHER), -number))
    likeness, words = found[best]
    if likeness < _ALIKE:
        return None
    printed = {word.strip(_MARKS) for word in words.split()} | set(words.split())
    missing = (word for word in evidence.split() if word.strip(_MARKS) not in printed)
    return Nearest(words, best, tuple(dict.fromkeys(missing)))


def _best(evidence: str, paragraph: str) -> tuple[float, str]:
    """The likeness, 0 to 100, of the nearest run of words, and these words; the evidence may lack one or add one."""
    wanted, length = " ".join(evidence.split()).casefold(), len(evidence.split())
    ranked = (
        (fuzz.ratio(wanted, run.casefold()), -len(run), run)
        for size in {max(1, length - 1), length, min(length + 1, EVIDENCE_WORDS)}
        for run in _runs(paragraph.split(), size)
        if size >= length or set(run.split()) <= set(evidence.split())  # one added, the others as printed
    )
    likeness, _, words = max(ranked, default=(0.0, 0, ""))
    return likeness, words


def _runs(words: Sequence[str], size: int) -> Iterator[str]:
    return (" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))
