"""Companies called by their trade: "the *auction site*", "der schwedische *Kartenleserhersteller*", "the *grocer*".

After an article that means one, such a noun may stand for the companies of a folder that are in this trade, if they are
few; a place before it keeps those from there.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.facts.model import Knowledge
from bot.understanding.language.normalise import Token, tokenise
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.utterance.homes import OneOrSeveral
from bot.understanding.utterance.units import TELLING, Unit, follows

_FEW = 3
"""Of more companies than these a trade tells none."""

_MEANT = 0.8
"""How surely such a noun stands for one of them: less than a name."""

_HEAD = 0.4
"""What stays of the weight of a noun for a company behind its trade."""

_LONGEST = 4
_SHORTEST, _SHORTEST_NOUN = 3, 6
"""A compound is a noun of so many letters and more, with so many before it."""

Phrase = tuple[str, ...]
"""The words of a noun, folded."""


@dataclass(frozen=True)
class Trades:
    """`firms` are the companies by their trade, `origins` the places where each is at home.

    A trade is told by one of its `nouns`, given by language, or by a concept of `by_concept` before one of `heads`.
    `numbers` tells whether it means one of them.
    """

    firms: Mapping[str, Sequence[str]]
    origins: Mapping[str, Collection[str]]
    nouns: Mapping[str, Mapping[Phrase, Collection[str]]]
    by_concept: Mapping[str, Collection[str]]
    heads: frozenset[str]
    numbers: OneOrSeveral

    def heard(self, units: Sequence[Unit], tokens: Sequence[Token], text: str, order: Sequence[str]) -> list[Unit]:
        """The units of a text in languages of this order; those of a noun for a trade have its companies' keys, too."""
        own = list(units)
        if not self.firms:
            return own
        at, places = 0, {token.start: place for place, token in enumerate(tokens)}
        while at < len(units):
            trades, many = self.told(units, at, tokens[places.get(units[at].start, len(tokens)) :], text, order)
            covered = units[at : at + many]
            if trades and (meant := self._meant(units, at, covered, trades, text)):
                for place, unit in enumerate(covered, at):
                    keys = {**meant, **unit.keys}
                    own[place] = replace(unit, keys=keys).weighing(_HEAD if place > at and self._is_head(unit) else 1.0)
            at += max(1, many)
        return own

    def told(
        self, units: Sequence[Unit], at: int, tokens: Sequence[Token], text: str, order: Sequence[str]
    ) -> tuple[set[str], int]:
        """The trades that the noun there tells, and how many units it takes; the tokens begin with it."""
        for language in order:
            nouns = self.nouns.get(language, {})
            words = tuple(token.folded for token in tokens[:_LONGEST])
            if found := _beginning(words, nouns):
                noun, size = found
                return set(nouns[noun]), sum(1 for unit in units[at:] if unit.start <= tokens[size - 1].start)
        return self._composed(units[at], units[at + 1] if at + 1 < len(units) else None, text)

    def _composed(self, unit: Unit, behind: Unit | None, text: str) -> tuple[set[str], int]:
        """The trades that a unit tells before or within a noun for a company, and how many units these are."""
        if unit.kind not in TELLING:
            return set(), 1
        if behind and behind.kind in TELLING and self._is_head(behind) and follows(text, unit, behind):
            return self._by(unit), 2
        if unit.parts and self._is_head(unit.parts[-1]):
            return set().union(*map(self._by, unit.parts[:-1])), 1
        return set(), 1

    def _meant(
        self, units: Sequence[Unit], at: int, covered: Sequence[Unit], trades: Collection[str], text: str
    ) -> dict[str, float]:
        """The keys of the companies that such a noun stands for; none if it means several or nobody in particular."""
        place = _place(units, at, text)
        if not self.numbers.means_one(text[: (place or units[at]).start], covered[-1].text):
            return {}
        firms = {firm for trade in trades for firm in self.firms.get(trade, ())}
        if place:
            firms = {firm for firm in firms if not {*place.entities}.isdisjoint(self.origins[firm])}
        return {f"@{firm}": _MEANT for firm in sorted(firms)} if len(firms) <= _FEW else {}

    def _by(self, unit: Unit) -> set[str]:
        return {trade for key in unit.keys for trade in self.by_concept.get(key, ())}

    def _is_head(self, unit: Unit) -> bool:
        return not self.heads.isdisjoint(unit.keys)


def _place(units: Sequence[Unit], at: int, text: str) -> Unit | None:
    """The place named directly before ("the *French* grocer")."""
    before = units[at - 1] if at else None
    if before is None or before.kind != "entity" or len(before.entities) != 1:
        return None
    return before if follows(text, before, units[at]) else None


def _beginning(words: Phrase, nouns: Collection[Phrase]) -> tuple[Phrase, int] | None:
    """The longest noun that these words begin with, or that their first ends with, and how many words it takes."""
    for size in range(len(words), 0, -1):
        if words[:size] in nouns:
            return words[:size], size
    whole = words[0] if words else ""
    ends = ((whole[at:],) for at in range(_SHORTEST, len(whole) - _SHORTEST_NOUN + 1))
    return next(((end, 1) for end in ends if end in nouns), None)  # "Ferien*fluglinie*"


def trades(vocabulary: Vocabulary, knowledge: Knowledge, numbers: OneOrSeveral) -> Trades:
    """The trades of a folder's companies, heard with a vocabulary's words."""
    firms: dict[str, list[str]] = defaultdict(list)
    origins: dict[str, frozenset[str]] = {}
    for entity in knowledge.entities.values():
        for trade in () if entity.bystander else entity.trades:
            firms[trade].append(entity.id)
            home = knowledge.wholes(entity.home) if entity.home else frozenset()
            origins[entity.id] = knowledge.wholes(entity.id) | home
    nouns: dict[str, dict[Phrase, list[str]]] = {}
    for language, words in vocabulary.words.items():
        nouns[language] = {}
        for trade, said in words.trades.items():  # also those of nobody: "the online grocer" is no grocer
            for noun in said:
                *first, last = (token.folded for token in tokenise(noun))
                for form in words.wordforms.of_noun(last):
                    nouns[language].setdefault((*first, form), []).append(trade)
    by_concept: dict[str, list[str]] = defaultdict(list)
    for trade in firms:
        for concept in vocabulary.firms.trades.get(trade, ()):
            by_concept[concept].append(trade)
    heads = frozenset((*vocabulary.firms.place_heads, *vocabulary.firms.trade_heads))
    return Trades(dict(firms), origins, nouns, dict(by_concept), heads, numbers)
