"""Small talk: whole utterances that are no questions about anything (greetings, thanks, laughter, a test).

Only looked for when an utterance holds nothing else to understand: "hi, wie viele kunden hat jd" is a question.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.normalise import clean, fold
from bot.understanding.spelling import most_edits
from bot.understanding.vocabulary import Words

_LONGEST_MISSPELT = 18
_CLEARLY, _MOSTLY = 3, 0.7
_REPEATED = re.compile(r"(.)\1{2,}")
_NO_WORD = re.compile(r"[\W_]+")


class Likeness(Enum):
    """How an utterance was found to be small talk."""

    SAME = auto()
    IN_PIECES = auto()
    MISSPELT = auto()


@dataclass(frozen=True, slots=True)
class Talk:
    """A kind of small talk, the language that it was said in, and how it was found."""

    kind: str
    language: str
    likeness: Likeness


class SmallTalk:
    """Finds the kind of small talk that an utterance is."""

    def __init__(self, languages: Mapping[str, Words]) -> None:
        self._fillers = {fold(word) for words in languages.values() for word in (*words.stop, *words.light)}
        self._kinds: dict[str, tuple[str, str]] = {}
        for language, words in languages.items():
            for kind, utterances in words.smalltalk.items():
                for utterance in utterances:
                    self._kinds.setdefault(_key(utterance), (kind, language))
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for key in sorted(self._kinds):
            self._by_length[len(key)].append(key)
        self._longest = max((key.count(" ") + 1 for key in self._kinds), default=0)

    def kind(self, text: str) -> Talk | None:
        """What an utterance is that is small talk as a whole, or in all its pieces."""
        key = _key(clean(text))
        if not key or len(key) > 120:
            return None
        exact = self._kinds.get(key) or self._kinds.get(_REPEATED.sub(r"\1", key))
        if exact:
            return Talk(*exact, Likeness.SAME)
        if misspelt := self._misspelt(key):
            return Talk(*misspelt, Likeness.MISSPELT)
        pieces = self._pieces(key.split())
        return Talk(*pieces, Likeness.IN_PIECES) if pieces else None

    def _misspelt(self, key: str) -> tuple[str, str] | None:
        if len(key) > _LONGEST_MISSPELT:
            return None
        edits = most_edits(len(key))
        most = min(edits, 2)
        if not most:
            return None
        near = [
            known for size in range(len(key) - most, len(key) + most + 1) for known in self._by_length.get(size, ())
        ]
        found = process.extractOne(key, near, scorer=OSA.distance, score_cutoff=most)
        return self._kinds[found[0]] if found else None

    def _pieces(self, words: list[str]) -> tuple[str, str] | None:
        """Each word belongs to a piece of small talk or says nothing; the last piece speaks ("hello, thanks a lot")."""
        spoken: tuple[str, str] | None = None
        at = matched = strange = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                found = self._kinds.get(" ".join(words[at : at + size]))
                if found:
                    spoken, at, matched = found, at + size, matched + size
                    break
            else:
                strange += words[at] not in self._fillers
                at += 1
        clearly = strange == 1 and matched >= _CLEARLY and matched >= _MOSTLY * len(words)
        return spoken if strange == 0 or clearly else None


def _key(text: str) -> str:
    return _NO_WORD.sub(" ", fold(text)).strip()
