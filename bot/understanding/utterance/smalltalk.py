"""Small talk: whole utterances that are no questions about anything (greetings, thanks, laughter, a test).

Only looked for when an utterance holds nothing else to understand: "hi, wie viele kunden hat jd" is a question. An
utterance that is listed with a question mark counts only when it is asked ("sicher?", but not "sicher!"); one that
ends with three dots is a beginning, behind which anything may follow.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from unicodedata import category

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.language.normalise import clean, fold, tokenise
from bot.understanding.language.spelling import most_edits
from bot.understanding.language.words import Words
from bot.understanding.utterance.questions import QUESTION_LETTERS
from bot.understanding.utterance.units import Analysis

SWITCHES = {"in_german": "de", "in_english": "en"}
"""The kinds that want another language."""

OF_THE_ANSWER = frozenset({"doubt", "source", *SWITCHES})
"""The kinds that concern the answer before: they are heard as a whole, never as a part of something longer."""

OF_LANGUAGES = "languages"
"""The kind that asks which languages are spoken here: what it names is a language, whatever else bears that name."""

OTHER_LANGUAGE = "other_language"
"""The kind of what is said in a language that isn't spoken here; found by its words, not listed."""

_GREETING = "greeting"
POLITE = frozenset({"ok", _GREETING})
_SEEN, _PICTURE = "ok", "So"
"""What a message is that holds pictures only, and the kind of character that these are."""

_LONGEST_MISSPELT = 18
_CLEARLY, _MOSTLY = 3, 0.7
_WORD = re.compile(r"[^\W\d_]+")
_OPEN = "…"
"""Ends a listed beginning behind which anything may follow ("notify me when …")."""

_BETWEEN = " ,.!:;–-\n\t"
_LONGEST_GREETING, _FEW = 4, 2
"""Words of a greeting at most; behind one without a comma more words than these are a question."""

_REPEATED = re.compile(r"(.)\1{2,}")
_NO_WORD = re.compile(r"[\W_]+")


class Likeness(Enum):
    """How an utterance was found to be small talk."""

    SAME = auto()
    IN_PIECES = auto()
    MISSPELT = auto()
    BEGUN = auto()


@dataclass(frozen=True, slots=True)
class Talk:
    """A kind of small talk, the language that it was said in (None: either), and how it was found."""

    kind: str
    language: str | None
    likeness: Likeness


_Kind = tuple[str, str | None]


class SmallTalk:
    """Finds the kind of small talk that an utterance is."""

    def __init__(self, languages: Mapping[str, Words]) -> None:
        self._fillers = {fold(word) for words in languages.values() for word in (*words.stop.stop, *words.light.all)}
        self._fillers -= {word for words in languages.values() for word in _question_words(words)}
        self._openers = {fold(verb) for words in languages.values() for verb in words.openers.verbs}
        self._kinds: dict[str, _Kind] = {}
        self._asked: dict[str, _Kind] = {}
        self._beginnings: dict[str, _Kind] = {}
        for language, words in languages.items():
            for kind, utterances in words.smalltalk.items():
                for utterance in utterances:
                    if utterance.endswith(_OPEN):
                        self._beginnings[f"{_key(utterance)} "] = (kind, language)
                        continue
                    table = self._asked if utterance.endswith("?") else self._kinds
                    first, spoken = table.setdefault(_key(utterance), (kind, language))
                    if spoken != language:
                        table[_key(utterance)] = (first, None)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for key in sorted(self._kinds):
            self._by_length[len(key)].append(key)
        self._with_asked = {**self._kinds, **self._asked}
        self._firsts = frozenset(key.split(" ", 1)[0] for key in (*self._kinds, *self._asked))
        self._greeting = frozenset(key.split(" ", 1)[0] for key, (kind, _) in self._kinds.items() if kind == _GREETING)
        self._longest = max((key.count(" ") + 1 for key in self._kinds), default=0)

    def kind(self, text: str, knows: Callable[[str], bool]) -> Talk | None:
        """The small talk that an utterance is, as a whole or in all its pieces; `knows` tells a word from a slip."""
        text = clean(text)
        key = _key(text)
        if not key and any(category(letter) == _PICTURE for letter in text):  # a thumb, a heart: it was read
            return Talk(_SEEN, None, Likeness.SAME)
        if not key or len(key) > 120:
            return None
        known = self._with_asked if text.rstrip().endswith("?") else self._kinds
        exact = known.get(key) or known.get(_REPEATED.sub(r"\1", key))
        if exact:
            return Talk(*exact, Likeness.SAME)
        begun = next((kind for beginning, kind in self._beginnings.items() if key.startswith(beginning)), None)
        if begun:
            return Talk(*begun, Likeness.BEGUN)
        misspelt = self._misspelt(key)
        if misspelt and not all(knows(word) for word in key.split()):
            return Talk(*misspelt, Likeness.MISSPELT)
        pieces = self._pieces(key.split(), known)
        return Talk(*pieces, Likeness.IN_PIECES) if pieces else None

    def past_greeting(self, text: str) -> str:
        """What follows a greeting at the start; the whole text if nothing much does."""
        words = list(_WORD.finditer(text))
        if not words or _key(text[: words[0].end()]).partition(" ")[0] not in self._greeting:  # as most begin
            return text
        for size in range(min(_LONGEST_GREETING, len(words) - 1), 0, -1):
            end = words[size - 1].end()
            rest = text[end:].lstrip(_BETWEEN)
            parted = not text[end : end + 1].isspace()
            if self._kinds.get(_key(text[:end]), ("", None))[0] == _GREETING and (parted or len(words) - size > _FEW):
                return rest
        return text

    def _misspelt(self, key: str) -> _Kind | None:
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

    def _pieces(self, words: list[str], known: Mapping[str, _Kind]) -> _Kind | None:
        """Each word belongs to a piece of small talk or says nothing; the last piece speaks ("hello, thanks a lot").

        Politeness speaks only by itself, and what concerns the answer before speaks for the whole.
        """
        spoken: _Kind | None = None
        kinds: set[str] = set()
        at = matched = strange = 0
        while at < len(words):
            longest = self._longest if words[at] in self._firsts else 0
            for size in range(min(longest, len(words) - at), 0, -1):
                found = known.get(" ".join(words[at : at + size]))
                if found:
                    kinds.add(found[0])
                    spoken = found if spoken is None or _rank(found) >= _rank(spoken) else spoken
                    at, matched = at + size, matched + size
                    break
            else:
                strange += words[at] not in self._fillers
                at += 1
        if spoken is None or (words[0] in self._openers and 2 * matched < len(words)):  # a verb first: a question
            return None
        if len(kinds & OF_THE_ANSWER) > 1:  # "is it German?"
            return None
        if spoken[0] in OF_THE_ANSWER:
            return spoken if matched >= len(words) - 1 and not strange else None
        clearly = strange == 1 and matched >= _CLEARLY and matched >= _MOSTLY * len(words)
        return spoken if strange == 0 or clearly else None


def _rank(kind: _Kind) -> int:
    return 2 if kind[0] in OF_THE_ANSWER else 0 if kind[0] in POLITE else 1


def _question_words(words: Words) -> set[str]:
    """The words that question phrases begin with; both languages' begin with w or h ("how")."""
    firsts = {tokenise(phrase)[0].folded for phrases in words.questions.values() for phrase in phrases}
    return {word for word in firsts if word[0] in QUESTION_LETTERS}


def _key(text: str) -> str:
    return _NO_WORD.sub(" ", fold(text)).strip()


def serious(analysis: Analysis, talk: Talk) -> bool:
    """Does what sounds like small talk name something, or ask a question that is only spelt like it ("Bis wann?")?"""
    if talk.kind in SWITCHES or (talk.kind in OF_THE_ANSWER and talk.likeness is not Likeness.IN_PIECES):
        return talk.likeness is Likeness.IN_PIECES and len(analysis.names) > 1
    if talk.likeness is Likeness.BEGUN:  # "Bonjour! Who signed for Austria?"
        known = any(unit.kind != "word" for unit in analysis.units)
        greets = talk.kind == OF_LANGUAGES  # whoever begins with "notify me" goes on with when, and asks nothing
        return known and ((bool(analysis.types) and greets) or analysis.text.rstrip().endswith("?"))
    if talk.likeness is Likeness.SAME:
        return bool(analysis.units) and len(analysis.names) == len(analysis.units) and talk.kind != OF_LANGUAGES
    asks = bool(analysis.types) or analysis.text.rstrip().endswith("?")
    if talk.kind in POLITE and talk.likeness is Likeness.IN_PIECES and asks:  # "please name them", "am Tag?"
        return True
    named = [unit for unit in analysis.names if unit.correction is None]
    return bool(named) or (talk.likeness is Likeness.MISSPELT and bool(analysis.types))
