"""What a noun asks for: "which European countries", "in welchem letzten Jahr", "what was X's turnover", "Umsatz von X".

Adds to the question phrases, which can't list every noun with every adjective and name between.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.understanding.language.normalise import Token
from bot.understanding.utterance.answertypes import MEASURED, SHARE
from bot.understanding.utterance.units import Unit

_FAR = 6
"""As many words on that noun may stand: articles, names, adjectives."""

_NEAR = 3
"""As many words on it may stand behind "all the"."""

_FIGURES = MEASURED | {"address", "age"}
"""What such a noun surely asks for; "what's the problem of the *shopkeepers*" asks for no company."""

_CALENDAR = frozenset({"day", "month", "year"})

_FAINT = 0.2
"""A word as light as an auxiliary verb ends the search: "what *do* sellers need" doesn't ask for sellers."""

_OF = "s"
"""What stays of a genitive after a name ("Amazon's turnover")."""

_SHORT = 5
"""A few words without a question word or verb are asked for by their noun ("JD Umsatz")."""


@dataclass(frozen=True)
class AskedNouns:
    """Concepts with the kind of answer that they ask for, and each language's openings of such questions.

    `nouns` say nothing else ("which *country*"); `measures` are what is asked about as well ("which *turnover*").
    `asking`, `naming`, `listing` (as spelt), `wholes` and `within` (`told_in`) are those of nouns.yaml.
    """

    nouns: Mapping[str, str]
    measures: Mapping[str, str]
    asking: Mapping[str, Mapping[str, int]]
    naming: Mapping[str, Mapping[str, Collection[str]]]
    listing: Mapping[str, Collection[str]]
    wholes: Mapping[str, Collection[str]]
    within: Mapping[str, Collection[str]]

    @cached_property
    def _all(self) -> Mapping[str, str]:
        return {**self.measures, **self.nouns}

    def of(self, unit: Unit) -> frozenset[str]:
        """What a unit asks for, by itself or by the head of its compound."""
        kinds = frozenset(self._all[key] for key in unit.keys if key in self._all)
        return self.of(unit.parts[-1]) if not kinds and unit.parts else kinds


def asked_types(
    tokens: Sequence[Token],
    units: Sequence[Unit],
    language: str,
    asked: AskedNouns,
    is_name: Callable[[Token], bool],
    counted: int = -1,
) -> frozenset[str]:
    """The answer types of the first such noun after each question word, and after how many are to be named."""
    at_start = {unit.start: unit for unit in units}
    types: set[str] = set()
    some = [at for at, token in enumerate(tokens) if token.start == counted]
    for at in (*some, *_listed(tokens, asked.listing[language], asked.wholes[language])):
        following = tokens[at + 1 : at + 1 + _NEAR]
        types |= _first(following, at_start, tokens[at].clause, language, asked, is_name)
    for at, token in enumerate(tokens):
        following = tokens[at + 1 : at + 1 + asked.asking[language].get(token.folded, 0)]
        types |= _first(following, at_start, token.clause, language, asked, is_name)
        verbs = asked.naming[language].get(token.folded)
        if verbs is not None and (not verbs or any(next_.folded in verbs for next_ in tokens[at + 1 : at + 2])):
            types |= _named(tokens[at + 1 + bool(verbs) :][:_FAR], at_start, token.clause, asked)
    return frozenset(types)


def as_share(tokens: Sequence[Token], units: Sequence[Unit], within: Collection[str]) -> bool:
    """Is the answer to be told as a share ("*in percent*", "*as a percentage*")?"""
    measures = {unit.start for unit in units if SHARE in unit.keys}
    behind = (tokens[at + 1 : at + 3] for at, token in enumerate(tokens) if token.folded in within)
    return any(_measures(following, measures) for following in behind) if measures else False


def _measures(following: Sequence[Token], measures: Collection[int]) -> bool:
    """Does a measure follow, maybe behind an article ("as a percentage"), but no figure ("in 80 per cent")?"""
    if not following:
        return False
    first, *more = following
    return first.start in measures or (len(first.folded) == 1 and any(token.start in measures for token in more))


def _listed(tokens: Sequence[Token], verbs: Collection[str], wholes: Collection[str]) -> list[int]:
    """Where the words stand behind which it says what is to be listed ("list *all* countries"), in clauses that ask so.

    "The name" isn't to name anything.
    """
    words = [token.folded for token in tokens]
    said = [at for at, token in enumerate(tokens) if token.text.casefold() in verbs]
    listing = [at for at in said if at == 0 or words[at - 1] not in wholes]
    clauses = {tokens[at].clause for at in listing}
    return [at for at, token in enumerate(tokens) if words[at] in wholes and token.clause in clauses]


def _first(
    following: Sequence[Token],
    at_start: Mapping[int, Unit],
    clause: int,
    language: str,
    asked: AskedNouns,
    is_name: Callable[[Token], bool],
) -> frozenset[str]:
    """A function word or a German noun ends the search; names of countries and their adjectives are passed over."""
    for token in following:
        if token.clause != clause:
            break
        unit = at_start.get(token.start)
        kinds = asked.of(unit) if unit else frozenset[str]()
        if is_name(token):
            continue
        if kinds or unit is None or unit.weight <= _FAINT or not unit.concepts or _is_noun(token, language):
            return kinds
    return frozenset()


def _named(following: Sequence[Token], at_start: Mapping[int, Unit], clause: int, asked: AskedNouns) -> frozenset[str]:
    """The last such noun of the first run of content words: "the *share price*", "JD's yearly *turnover*"."""
    kinds: frozenset[str] = frozenset()
    begun, end = False, 0
    for token in following:
        if token.clause != clause:
            break
        unit = at_start.get(token.start)
        if unit is None:
            if begun and token.folded != _OF and token.start >= end:
                break
            continue
        end = unit.end
        if unit.kind != "entity":
            begun = True
            kinds = asked.of(unit) or kinds - _CALENDAR  # "the *daily* volume" is no day
    return kinds & _FIGURES


def nominal_types(units: Sequence[Unit], words: int, asked: AskedNouns) -> frozenset[str]:
    """The answer types of a few words that hold no question: those of their measures."""
    if words > _SHORT:
        return frozenset()
    return frozenset(asked.measures[key] for unit in units for key in unit.keys if key in asked.measures)


def _is_noun(token: Token, language: str) -> bool:
    """German nouns have a capital: behind one no other noun is asked for ("welche *Voraussetzung* gilt")."""
    return language == "de" and token.capitalised
