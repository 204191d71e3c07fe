"""Words that change what is done with the rest of a question: "not", "only", "besides", "nein, ich meinte …".

Read from operators.yaml. A phrase may have gaps, and the longest wins at each place; the first language that says any
of them speaks for the whole utterance.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.facts.section_reader import Lists
from bot.understanding.language.normalise import Token, fold
from bot.understanding.language.tree import PhraseTree, beginnings, phrase_tree

_LIKEWISE = "likewise"
_OR_NOT, _NEGATION, _CORRECTION = "or_not", "negation", "correction"
_TURNS = frozenset({_CORRECTION, _LIKEWISE, "back", "switch", "other_one"})
_PRONOUN, _ARTICLE, _IMPERSONAL = "pronoun", "article", "impersonal"
_SPELT_ALIKE = frozenset({_ARTICLE, _IMPERSONAL})
"""What only tells pronouns from words that are spelt like them."""

_LEAVING_OUT = frozenset({"except", _NEGATION})
_DENYING, _ORDERING, _CHOICE_NO = "denying", "ordering", "choice_no"

_Found = tuple[str, int, int]
"""An operator, the token that its phrase begins with, and the one behind it."""


@dataclass
class Spoken:
    """The operators of an utterance, see `QuestionForm`; places are those in the text, but of pronouns the tokens."""

    flags: set[str] = field(default_factory=set)
    places: list[tuple[str, int]] = field(default_factory=list)
    turns: set[int] = field(default_factory=set)
    leaving_out: list[int] = field(default_factory=list)
    pronouns: list[tuple[int, bool]] = field(default_factory=list)


class Operators:
    """Reads operators in each language."""

    def __init__(self, languages: Mapping[str, Lists]) -> None:
        self._all = {
            language: phrase_tree({name: phrases for name, phrases in listed.items() if name != _DENYING})
            for language, listed in languages.items()
        }
        self._likewise = {language: _some(listed, (_LIKEWISE,)) for language, listed in languages.items()}
        self._leaving_out = {language: _some(listed, _LEAVING_OUT) for language, listed in languages.items()}
        self._denying = {language: _some(listed, (_DENYING,)) for language, listed in languages.items()}
        self._answering_no = {
            language: frozenset(map(fold, listed.get(_CHOICE_NO, ()))) for language, listed in languages.items()
        }

    def knows(self, word: str) -> bool:
        """Does a folded word occur in any operator?"""
        return any(word in tree.words for tree in self._all.values())

    def read(self, tokens: Sequence[Token], text: str, order: Sequence[str]) -> Spoken:
        """The operators of a tokenised utterance; the first language of `order` speaks first."""
        words = [token.folded for token in tokens]
        spoken = Spoken()
        for language in order:
            # "*und wie* sieht es mit ... aus": what begins otherwise as well hides none of these
            said = (*self._all[language].all(words), *self._likewise[language].all(words))
            found = sorted(dict.fromkeys(said), key=_place)
            found = [one for one in found if one[0] != _ORDERING or _goes_on(tokens, one[1], one[2])]
            spoken.flags |= {name for name, _, _ in found} - _SPELT_ALIKE
            if any(name == _OR_NOT and end < len(words) for name, _, end in found):
                spoken.flags.add(_NEGATION)  # "or not any more" denies something
            spoken.places += [(name, tokens[at].start) for name, at, _ in found]
            spoken.turns |= {tokens[n].start for name, at, end in found if name in _TURNS for n in range(at, end)}
            spoken.leaving_out += self._left_out(tokens, words, text, found, language)
            spoken.pronouns += _pronouns(found)
            if found:
                break
        return spoken

    def denying(self, words: Sequence[str], language: str) -> list[int]:
        """The tokens at which a verb is denied ("*isn't* it")."""
        return [at for _, at, _ in self._denying[language].all(words)]

    def _left_out(
        self, tokens: Sequence[Token], words: Sequence[str], text: str, found: Sequence[_Found], language: str
    ) -> list[int]:
        """Where words leave out what follows, also within "which … are there"; a bare "no" leaves out nothing."""
        corrects = {at for name, at, _ in found if name == _CORRECTION}
        said_no = {n for n, word in enumerate(words) if word in self._answering_no[language]}
        only_no = {n for n in said_no if n in corrects or _is_apart(tokens, n, text)}  # "*no*, I meant …", "*no*, JD"
        left_out = beginnings(self._leaving_out[language].all(words))
        return [tokens[at].start for at in left_out if at not in only_no]


def _pronouns(found: Iterable[_Found]) -> list[tuple[int, bool]]:
    """The tokens behind pronouns, with whether these may be articles as well."""
    listed = list(found)
    articles, impersonal = ({at for name, at, _ in listed if name == kind} for kind in (_ARTICLE, _IMPERSONAL))
    return [(end, at in articles) for name, at, end in listed if name == _PRONOUN and at not in impersonal]


def _some(listed: Lists, names: Iterable[str]) -> PhraseTree:
    """The phrases of some operators only."""
    return phrase_tree({name: listed.get(name, ()) for name in names})


def _place(found: _Found) -> tuple[int, int]:
    return found[1:]


def _goes_on(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Does a clause go on behind a phrase? "Was it tried *before*?", "stellte sie es *vor*?" ask of no order."""
    return end < len(tokens) and tokens[end].clause == tokens[at].clause


def _is_apart(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Does a word open the utterance, with a comma behind it?"""
    end = tokens[at].start + len(tokens[at].text)
    return at == 0 and text[end : end + 1] == ","
