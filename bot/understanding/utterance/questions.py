"""What kind of answer an utterance wants: answer types by question words, and the clauses that ask.

Read from questions.yaml of both languages, beside their operators; "…" in a phrase stands for one to nine words. The
longest phrase wins at each place. A yes/no question is known by its form: a question mark at its end and no question
word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.language.normalise import Token, fold, tokenise
from bot.understanding.language.tree import phrase_tree
from bot.understanding.language.words import Words
from bot.understanding.utterance.operators import Operators

_FOCUSED = frozenset({"count", "amount", "list", "percent", "product"})
_OPEN = frozenset({"list", "text", "manner", "definition", "name", "quote", "product", "language"})
QUESTION_LETTERS = frozenset("wh")
"""Question words of both languages begin with one of these ("wer", "welche", "how", "which")."""

_SHORT = 2
_Found = tuple[str, int, int]
"""A kind of answer, the token that its phrase begins with, and the one behind it."""


@dataclass(frozen=True)
class QuestionForm:
    """What a question looks like: the answer types it asks for, its operators, the clauses that carry it.

    `asked` counts the places where a certain kind of answer (a number, a person, a date …) is asked for; `focus` is
    where the thing asked for begins ("how many |brands", "welche |Marken"), as a place in the text; `turns` are the
    places of words that only say how the utterance hangs on the one before ("nein, ich meinte …"), `leaving_out`
    those that leave out what follows ("without"), `asking` those of the question words that open a question;
    `pronouns` are the tokens behind words that may stand for something said before, with whether these may be
    articles as well; `spoken` says where the words of each operator begin.
    """

    types: frozenset[str]
    flags: frozenset[str]
    clauses: frozenset[int]
    asked: int = 0
    focus: int | None = None
    turns: frozenset[int] = frozenset()
    leaving_out: tuple[int, ...] = ()
    pronouns: tuple[tuple[int, bool], ...] = ()
    asking: tuple[int, ...] = ()
    spoken: tuple[tuple[str, int], ...] = ()


class QuestionForms:
    """Reads question forms in both languages."""

    def __init__(self, languages: Mapping[str, Words]) -> None:
        self._types = {language: phrase_tree(words.questions) for language, words in languages.items()}
        self._openers = {
            language: frozenset(token.folded for word in words.openers.verbs for token in tokenise(word))
            for language, words in languages.items()
        }
        self._conjoining = {
            language: (frozenset(words.openers.conjoining), frozenset(words.openers.knowing))
            for language, words in languages.items()
        }
        self._operators = Operators({language: words.operators for language, words in languages.items()})
        joints = [words.joints.get(key, ()) for words in languages.values() for key in ("joining", "shortly")]
        self._joining = frozenset(fold(word) for words in joints for word in words)

    def knows(self, word: str) -> bool:
        """Does a folded word occur in any question form?"""
        asking = (*(tree.words for tree in self._types.values()), *self._openers.values())
        return any(word in known for known in asking) or self._operators.knows(word)

    def opens(self, word: str, language: str) -> bool:
        """Does a folded word open questions of a language: a question word ("wer") or a verb ("does")?"""
        return self._types[language].begins(word) or word in self._openers[language]

    def read(self, tokens: Sequence[Token], text: str, order: Sequence[str]) -> QuestionForm:
        """The form of a tokenised utterance; the first language of `order` speaks first."""
        words = [token.folded for token in tokens]
        spoken = self._operators.read(tokens, text, order)
        language, types = self._phrases(words, order)
        asking = _asking(tokens, text) if "?" in text else set()
        types = [found for found in types if self._asks(tokens, text, found[1], types)]
        types = [found for found in types if not self._conjoins(tokens, found, order[0])]
        within = [found for found in types if tokens[found[1]].clause in asking]
        types = within or types  # "It was new when it came. Who built it?" doesn't ask when
        if self._verb_first(tokens, asking, order):  # "Is the number of …": no question word opens it
            types = [found for found in types if tokens[found[1]].folded[0] in QUESTION_LETTERS]
            asking = asking or {tokens[0].clause}
        leaving_out, flags = spoken.leaving_out, spoken.flags
        if _is_yes_or_no(tokens, types, asking):
            denied = self._denied(tokens, text, words, language)
            leaving_out, flags = [place for place in leaving_out if place not in denied], {*flags, "yesno"}
        clauses = asking or {tokens[at].clause for _, at, _ in types}
        places = {at for kind, at, _ in types if kind not in _OPEN and (not clauses or tokens[at].clause in clauses)}
        return QuestionForm(
            types=frozenset(kind for kind, _, _ in types),
            flags=frozenset(flags),
            clauses=frozenset(clauses),
            asked=len(places),
            focus=self._focus(tokens, words, types, language),
            turns=frozenset(spoken.turns),
            leaving_out=tuple(leaving_out),
            pronouns=tuple(spoken.pronouns),
            asking=tuple(sorted({tokens[at].start for _, at, end in types if _opens_question(tokens[at:end])})),
            spoken=tuple(spoken.places),
        )

    def _phrases(self, words: Sequence[str], order: Sequence[str]) -> tuple[str, list[_Found]]:
        """The question phrases of the first language that has any, and that language, else the last."""
        language, found = order[0], list[_Found]()
        opened_by_verb = bool(words) and words[0] in self._openers[language]
        for language in order[:1] if opened_by_verb else order:  # "Was it signed?" isn't German "was"
            found = self._types[language].all(words)
            if found:
                break
        return language, found

    def _denied(self, tokens: Sequence[Token], text: str, words: Sequence[str], language: str) -> set[int]:
        """Where a verb is denied that opens a question: "*isn't* it from Austria?" leaves out nothing.

        What is denied behind a comma may be a name ("is there a deal, but *not* with Austria?").
        """
        denied: set[int] = set()
        for at in self._operators.denying(words, language):
            begin = next(token.start for token in tokens if token.clause == tokens[at].clause)
            opened = next(token for token in tokens if token.start == begin).folded in self._openers[language]
            if opened and "," not in text[begin : tokens[at].start]:
                denied.add(tokens[at].start)
        return denied

    def _asks(self, tokens: Sequence[Token], text: str, at: int, types: Sequence[_Found]) -> bool:
        """A question word asks if it is the first of its clause or joined to an one before ("wann und wo", ", who")."""
        clause = tokens[at].clause
        if at == min(place for _, place, _ in types if tokens[place].clause == clause):
            return True
        before = tokens[max(0, at - 2) : at]
        between = text[before[0].start : tokens[at].start] if before else ""
        return any(token.folded in self._joining for token in before) or "," in between or "/" in between

    def _conjoins(self, tokens: Sequence[Token], found: _Found, language: str) -> bool:
        """Does a question word only join a clause to one that a verb opens ("is it a problem *when* I sell there?")?

        After a verb of knowing or telling it asks ("do you *know when* it begins?").
        """
        _, at, end = found
        conjoining, knowing = self._conjoining[language]
        before = [token for token in tokens[:at] if token.clause == tokens[at].clause]
        if end - at > 1 or len(before) <= 1 or tokens[at].folded not in conjoining:
            return False
        telling = any(token.folded in knowing for token in before) or before[-1].folded in self._joining
        return before[0].folded in self._openers[language] and not telling

    def _focus(
        self, tokens: Sequence[Token], words: Sequence[str], types: Sequence[_Found], language: str
    ) -> int | None:
        """Where the thing asked for begins: behind "how many", though "how many customers" is a phrase as well."""
        for kind, at, end in types:
            place = at + (self._types[language].shortest(words, at, _FOCUSED) or end - at)
            if kind in _FOCUSED and place < len(tokens):
                return tokens[place].start
        return None

    def _verb_first(self, tokens: Sequence[Token], asking: set[int], order: Sequence[str]) -> bool:
        """Does a clause that asks, or without a question mark the utterance, begin with an auxiliary verb?"""
        firsts = [n for n, token in enumerate(tokens) if n == 0 or token.clause != tokens[n - 1].clause]
        if asking:
            firsts = [n for n in firsts if tokens[n].clause in asking]
        else:
            firsts = firsts[:1] if len(tokens) > _SHORT else []
        return any(tokens[n].folded in self._openers[language] for n in firsts for language in order[:1])


def _is_yes_or_no(tokens: Sequence[Token], types: Sequence[_Found], asking: set[int]) -> bool:
    """Does nothing but a list that no question word opens stand in a question of more than a word or two?"""
    opened = any(kind != "list" or _opens(tokens, at) for kind, at, _ in types)
    return not opened and any(sum(token.clause == clause for token in tokens) > _SHORT for clause in asking)


def _opens_question(phrase: Sequence[Token]) -> bool:
    """Does a phrase hold a question word ("from which country"), not only a noun ("number of")?"""
    return any(token.folded[0] in QUESTION_LETTERS for token in phrase[:2])


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Does a question word (both languages' begin with w) open its clause, alone or behind a preposition?"""
    if not tokens[at].folded.startswith("w"):
        return False
    first = next(n for n, token in enumerate(tokens) if token.clause == tokens[at].clause)
    return at - first <= 1


def _asking(tokens: Sequence[Token], text: str) -> set[int]:
    """The clauses that end in a question mark."""
    asking: set[int] = set()
    for found in re.finditer(r"\?", text):
        before = [token for token in tokens if token.start < found.start()]
        if before:
            asking.add(before[-1].clause)
    return asking
