"""Example questions found again though one of their words is mistyped, or their words are joined or parted otherwise.

A short word ("dzte") has too many neighbours to be put right by itself; between the other words of a known question
there is only one that it can have been. Whatever is a word of its own stays what it is: "2018" is not "2016".
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import OSA

from bot.facts.model import Knowledge
from bot.understanding.language.marks import Marks
from bot.understanding.language.normalise import folded_words
from bot.understanding.language.spelling import most_edits, slip

_SHORTEST, _SHORTEST_NAME = 3, 5
_FEWEST = 3
"""Fewer words than these tell too little about the one between them."""

_MOST_STRANGE = 4
_LEFT_OUT = 4
"""More words than these are no haste."""

_ANY = "*"
_TWO_LETTERS = re.compile("([aou])e")
"""Umlauts as those write them who lack the keys."""


@dataclass(frozen=True, slots=True)
class Told:
    """What tells the answer to a known question: a fact, and whether it says yes or no to it (None: neither).

    Without a fact the question is known to have no answer.
    """

    fact: str | None
    polarity: bool | None = None


UNTOLD = Told(None)


class KnownQuestions:
    """The example questions of facts, and of what the sources don't tell, by all of their words and by all but one.

    Each comes with what tells it. `is_small` tells the words that haste leaves out.
    """

    def __init__(self, questions: Iterable[tuple[str, Told]], is_small: Callable[[str], bool]) -> None:
        self._is_small = is_small
        told: dict[str, set[Told]] = defaultdict(set)
        for text, one in questions:
            told[text].add(one)
        self._texts = tuple(told)
        self._told = tuple(next(iter(by)) if len(by) == 1 else None for by in told.values())
        self._whole, self._gapped, self._without_small = Marks(), Marks(), Marks()
        for number, text in enumerate(self._texts):
            words = _plain(folded_words(text))
            self._whole.add("".join(words), number)
            self._without_small.add(self._large(words), number)
            for gap in _gapped(words):
                self._gapped.add(gap, number)
        for marks in (self._whole, self._gapped, self._without_small):
            marks.settle()

    def meant(
        self, text: str, typed: Sequence[str], is_word: Callable[[str], bool], is_name: Callable[[str], bool]
    ) -> str | None:
        """The known question that was meant by a mistyped one; None if it is as known, or isn't known at all.

        `typed` are the folded words of the text.
        """
        words = _plain(typed)
        if len(words) < _FEWEST:
            return None
        if same := self._whole.find("".join(words)):
            if any(self._texts[number] == text for number in same):
                return None
            return self._texts[next((number for number in same if self._is_told(number)), same[0])]
        strange = [at for at, word in enumerate(typed) if len(word) >= _SHORTEST and not is_word(word)]
        found = [one for at in strange[:_MOST_STRANGE] for one in self._respelt(words, at, is_name)]
        return min(found)[1] if found else None

    def _respelt(self, words: Sequence[str], at: int, is_name: Callable[[str], bool]) -> Iterator[tuple[float, str]]:
        """The known questions that differ in one word which a slip explains, with how unlikely it is."""
        for number in self._gapped.find(_without(words, at)):
            meant = _plain(folded_words(self._texts[number]))[at]
            edits = OSA.distance(words[at], meant)
            allowed = max(most_edits(len(meant)), len(meant) >= (_SHORTEST_NAME if is_name(meant) else _SHORTEST))
            if edits <= allowed and not meant.isdigit():
                yield slip(words[at], meant, edits), self._texts[number]

    def fuller(self, typed: Sequence[str]) -> str | None:
        """The one known question of which a text leaves out nothing but small words; None if there is none."""
        words = _plain(typed)
        large = self._large(words)
        if large.count(" ") + 1 < _FEWEST:
            return None
        found = self._without_small.find(large)
        fitting = [number for number in found if _leaves_out(words, _plain(folded_words(self._texts[number])))]
        return self._texts[fitting[0]] if len({self._told[number] for number in fitting}) == 1 else None

    def _large(self, words: Sequence[str]) -> str:
        return " ".join(word for word in words if not self._is_small(word))

    def _is_told(self, number: int) -> bool:
        told = self._told[number]
        return told is not None and told.fact is not None

    def told(self, text: str, typed: Sequence[str]) -> Told | None:
        """What tells the answer to a question that is known as it stands; None if it isn't known, or several do."""
        found = self._whole.find("".join(_plain(typed)))
        return next((self._told[number] for number in found if self._texts[number] == text), None)


def known_questions(knowledge: Knowledge, is_small: Callable[[str], bool]) -> KnownQuestions:
    """Those of a knowledge folder."""
    questions = (
        (text, told)
        for texts, told in chain(
            (
                (texts, Told(fact.id, polarity))
                for fact in knowledge.facts.values()
                for texts, polarity in ((fact.questions, None), (fact.yes, True), (fact.no, False))
            ),
            ((texts, UNTOLD) for deal in knowledge.deals.values() for texts in deal.unanswered.values()),
        )
        for spoken in texts.values()
        for text in spoken
    )
    return KnownQuestions(questions, is_small)


def _plain(words: Iterable[str]) -> list[str]:
    """Folded words in one spelling: umlauts written with two letters as those that fold to one."""
    return list(map(_one_letter, words))


@lru_cache(maxsize=8192)
def _one_letter(word: str) -> str:
    return _TWO_LETTERS.sub(r"\1", word)


def _leaves_out(words: Sequence[str], known: Sequence[str]) -> bool:
    """Do the words stand in the known question in this order, with a few more between them?"""
    following = iter(known)
    return 0 < len(known) - len(words) <= _LEFT_OUT and all(word in following for word in words)


def _without(words: Sequence[str], at: int) -> str:
    return " ".join((*words[:at], _ANY, *words[at + 1 :]))


def _gapped(words: Sequence[str]) -> list[str]:
    return [_without(words, at) for at, word in enumerate(words) if len(words) >= _FEWEST and len(word) >= _SHORTEST]
