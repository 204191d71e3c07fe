"""What kind of answer an utterance wants: answer types by question words, operators, and the clauses that ask.

Read from questions.yaml and operators.yaml of both languages; "…" in a phrase stands for one to nine words. The longest
phrase wins at each place. A yes/no question is known by its form: a question mark at its end and no question word.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.understanding.language.normalise import Token, fold, tokenise
from bot.understanding.language.tree import GAP, PhraseTree, beginnings
from bot.understanding.language.words import Words

_FOCUSED = frozenset({"count", "amount", "list", "percent", "product"})
_OPEN = frozenset({"list", "text", "manner", "definition", "name", "quote", "product", "language"})
QUESTION_LETTERS = frozenset("wh")
"""Question words of both languages begin with one of these ("wer", "welche", "how", "which")."""

_SHORT = 2
_LIKEWISE = "likewise"
_OR_NOT, _NEGATION = "or_not", "negation"
_TURNS = frozenset({"correction", "likewise", "back", "switch", "other_one"})
_SPELT_ALIKE = frozenset({"article", "impersonal"})
"""What only tells pronouns from words that are spelt like them."""

_LEAVING_OUT = frozenset({"except", "negation"})
_DENYING, _ORDERING = "denying", "ordering"


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
        self._types = {language: _tree(words.questions) for language, words in languages.items()}
        self._openers = {
            language: frozenset(token.folded for word in words.openers.verbs for token in tokenise(word))
            for language, words in languages.items()
        }
        self._flags = {
            language: _tree({name: words for name, words in spoken.operators.items() if name != _DENYING})
            for language, spoken in languages.items()
        }
        self._likewise = {language: _some(words, (_LIKEWISE,)) for language, words in languages.items()}
        self._leaving_out = {language: _some(words, _LEAVING_OUT) for language, words in languages.items()}
        self._denying = {language: _some(words, (_DENYING,)) for language, words in languages.items()}
        self._answering_no = {
            language: frozenset(fold(word) for word in words.operators.get("choice_no", ()))
            for language, words in languages.items()
        }
        joints = [words.joints.get(key, ()) for words in languages.values() for key in ("joining", "shortly")]
        self._joining = frozenset(fold(word) for words in joints for word in words)

    def knows(self, word: str) -> bool:
        """Does a folded word occur in any question form?"""
        trees = (*self._types.values(), *self._flags.values())
        return any(word in tree.words for tree in trees) or any(word in known for known in self._openers.values())

    def opens(self, word: str, language: str) -> bool:
        """Does a folded word open questions of a language: a question word ("wer") or a verb ("does")?"""
        return self._types[language].begins(word) or word in self._openers[language]

    def read(self, tokens: Sequence[Token], text: str, order: Sequence[str]) -> QuestionForm:
        """The form of a tokenised utterance; the first language of `order` speaks first."""
        words = [token.folded for token in tokens]
        asking = _asking(tokens, text) if "?" in text else set()
        types: list[tuple[str, int, int]] = []
        spoken = order[0]
        opened_by_verb = bool(tokens) and tokens[0].folded in self._openers[order[0]]
        for spoken in order[:1] if opened_by_verb else order:  # "Was it signed?" isn't German "was"
            types = self._types[spoken].all(words)
            if types:
                break
        flags: set[str] = set()
        spoken_at: list[tuple[str, int]] = []
        turns: set[int] = set()
        leaving_out: list[int] = []
        pronouns: list[tuple[int, bool]] = []
        for language in order:
            # "*und wie* sieht es mit ... aus": what begins otherwise as well hides none of these
            found = sorted({*self._flags[language].all(words), *self._likewise[language].all(words)}, key=_place)
            found = [one for one in found if one[0] != _ORDERING or _goes_on(tokens, one[1], one[2])]
            flags |= {name for name, _, _ in found} - _SPELT_ALIKE
            if any(name == _OR_NOT and end < len(words) for name, _, end in found):
                flags.add(_NEGATION)  # "or not any more" denies something
            spoken_at += [(name, tokens[at].start) for name, at, _ in found]
            turns |= {tokens[n].start for name, at, end in found if name in _TURNS for n in range(at, end)}
            left_out = self._leaving_out[language].all(words)  # also within "which … are there"
            corrects = {at for name, at, _ in found if name == "correction"}
            said_no = {n for n, token in enumerate(tokens) if token.folded in self._answering_no[language]}
            only_no = {n for n in said_no if n in corrects or _apart(tokens, n, text)}  # "*no*, I meant …", "*no*, JD"
            leaving_out += [tokens[at].start for at in beginnings(left_out) if at not in only_no]
            articles = {at for name, at, _ in found if name == "article"}
            impersonal = {at for name, at, _ in found if name == "impersonal"}
            pronouns += [(end, at in articles) for name, at, end in found if name == "pronoun" and at not in impersonal]
            if found:
                break
        types = [found for found in types if self._asks(tokens, text, found[1], types)]
        within = [found for found in types if tokens[found[1]].clause in asking]
        types = within or types  # "It was new when it came. Who built it?" doesn't ask when
        kinds = {kind for kind, _, _ in types}
        if self._verb_first(tokens, asking, order):  # "Is the number of …": no question word opens it
            types = [found for found in types if tokens[found[1]].folded[0] in QUESTION_LETTERS]
            kinds = {kind for kind, _, _ in types}
            asking = asking or {tokens[0].clause}
        opened = any(_opens(tokens, at) for kind, at, _ in types if kind == "list")
        wordy = any(sum(token.clause == clause for token in tokens) > 2 for clause in asking)
        if not kinds - {"list"} and not opened and wordy:
            flags.add("yesno")
            denied = self._denied(tokens, text, spoken)
            leaving_out = [place for place in leaving_out if place not in denied]
        clauses = asking or {tokens[at].clause for _, at, _ in types}
        places = {at for kind, at, _ in types if kind not in _OPEN and (not clauses or tokens[at].clause in clauses)}
        focus = self._focus(tokens, words, types, spoken)
        opening = sorted({tokens[at].start for _, at, end in types if _opens_question(tokens[at:end])})
        return QuestionForm(
            frozenset(kinds),
            frozenset(flags),
            frozenset(clauses),
            len(places),
            focus,
            frozenset(turns),
            tuple(leaving_out),
            tuple(pronouns),
            tuple(opening),
            tuple(spoken_at),
        )

    def _denied(self, tokens: Sequence[Token], text: str, language: str) -> frozenset[int]:
        """Where a verb is denied that opens a question: "*isn't* it from Austria?" leaves out nothing.

        What is denied behind a comma may be a name ("is there a deal, but *not* with Austria?").
        """
        denied: set[int] = set()
        for _, at, _ in self._denying[language].all([token.folded for token in tokens]):
            begin = next(token.start for token in tokens if token.clause == tokens[at].clause)
            opened = next(token for token in tokens if token.start == begin).folded in self._openers[language]
            if opened and "," not in text[begin : tokens[at].start]:
                denied.add(tokens[at].start)
        return frozenset(denied)

    def _asks(self, tokens: Sequence[Token], text: str, at: int, types: Sequence[tuple[str, int, int]]) -> bool:
        """A question word asks if it is the first of its clause or joined to an one before ("wann und wo", ", who")."""
        clause = tokens[at].clause
        if at == min(place for _, place, _ in types if tokens[place].clause == clause):
            return True
        before = tokens[max(0, at - 2) : at]
        between = text[before[0].start : tokens[at].start] if before else ""
        return any(token.folded in self._joining for token in before) or "," in between or "/" in between

    def _focus(
        self, tokens: Sequence[Token], words: Sequence[str], types: Sequence[tuple[str, int, int]], language: str
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


def _place(found: tuple[str, int, int]) -> tuple[int, int]:
    return found[1:]


def _tree(phrases: Mapping[str, Sequence[str]]) -> PhraseTree:
    tree = PhraseTree()
    for name, texts in phrases.items():
        for text in texts:
            tree.add(_pieces(text), name)
    return tree


def _some(words: Words, names: Iterable[str]) -> PhraseTree:
    """The phrases of some operators only."""
    return _tree({name: words.operators.get(name, ()) for name in names})


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for piece in text.split():
        pieces.extend([GAP] if piece == GAP else [token.folded for token in tokenise(piece)])
    return pieces


def _opens_question(phrase: Sequence[Token]) -> bool:
    """Does a phrase hold a question word ("from which country"), not only a noun ("number of")?"""
    return any(token.folded[0] in QUESTION_LETTERS for token in phrase[:2])


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Does a question word (both languages' begin with w) open its clause, alone or behind a preposition?"""
    if not tokens[at].folded.startswith("w"):
        return False
    first = next(n for n, token in enumerate(tokens) if token.clause == tokens[at].clause)
    return at - first <= 1


def _goes_on(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Does a clause go on behind a phrase? "Was it tried *before*?", "stellte sie es *vor*?" ask of no order."""
    return end < len(tokens) and tokens[end].clause == tokens[at].clause


def _apart(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Does a word open the utterance, with a comma behind it?"""
    end = tokens[at].start + len(tokens[at].text)
    return at == 0 and text[end : end + 1] == ","


def _asking(tokens: Sequence[Token], text: str) -> set[int]:
    """The clauses that end in a question mark."""
    asking: set[int] = set()
    for found in re.finditer(r"\?", text):
        before = [token for token in tokens if token.start < found.start()]
        if before:
            asking.add(before[-1].clause)
    return asking
