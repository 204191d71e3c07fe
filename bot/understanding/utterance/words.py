"""Words, names and numbers of a tokenised utterance, read into units.

The order matters: names, numbers, phrases, words; then what remains unknown is split as a compound, corrected, or kept
as an unexplained word. The data's own texts and people's questions are read by the same reader, so both meet in the
same keys.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from bot.understanding.language.figures import number_key
from bot.understanding.language.normalise import SIGNS, Token
from bot.understanding.language.stems import stem
from bot.understanding.utterance.compounds import Compounds
from bot.understanding.utterance.misspelt import Misspelt
from bot.understanding.utterance.namelike import NameLike
from bot.understanding.utterance.separable import rejoined
from bot.understanding.utterance.tools import Tools
from bot.understanding.utterance.units import WEIGHT, Unit

_LARGE = 10
_LIGHT = 0.2
_WHOLE = 0.6
_MEMBER = 0.7
_BESIDE = 0.3
_MOST_REMEMBERED = 20_000
"""Bounded memory, whatever people type."""


class WordReader:
    """Reads units. Known words are remembered."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._namelike = NameLike(tools)
        self._compounds = Compounds(tools)
        self._misspelt = Misspelt(tools, self._known, self._is_function)
        self._remembered: dict[tuple[str, str], Unit | None] = {}
        self._learning = False

    def __getstate__(self) -> dict[str, object]:
        """Without what it remembers of the data's own words: people say few of them, and those it soon knows again."""
        return {**self.__dict__, "_remembered": {}}

    @contextmanager
    def learning(self) -> Iterator[None]:
        """While the data's own texts are read, every word in them counts as known and none as misspelt."""
        self._learning = True
        try:
            yield
        finally:
            self._learning = False
            self._remembered = {}  # a word read early on may have more parts that are known by now
            for language, lexicon in self._tools.lexicons.items():
                lexicon.forget()
                self._tools.speller.learn(lexicon.words(), language, used=lexicon.seen())

    def units(self, tokens: Sequence[Token], order: Sequence[str]) -> list[Unit]:
        """The units of an utterance; the first language of `order` speaks first."""
        tokens = rejoined(tokens, self._tools.particles[order[0]], self._tools.lexicons[order[0]])
        stems = {language: [stem(token.folded, language) for token in tokens] for language in order}
        units: list[Unit] = []
        at = 0
        while at < len(tokens):
            unit, used = self._next(tokens, at, order, stems)
            if unit is not None and used == 1 and (unit.kind == "word" or unit.correction):
                name = self._misspelt.name_before(tokens, at)
                if name and units and units[-1].start == tokens[at - 1].start:
                    units.pop()
                unit = name or unit
            if unit is not None:
                units.append(unit.placed(tokens[at].start, unit.weight))
            at += used
        return units

    def _next(
        self, tokens: Sequence[Token], at: int, order: Sequence[str], stems: Mapping[str, Sequence[str]]
    ) -> tuple[Unit | None, int]:
        """The unit that begins at a token (None for function words) and how many tokens it takes."""
        token = tokens[at]
        named = self._tools.names.exact(tokens, at)
        if named and self._namelike.is_name(tokens, at, named[1], order):
            longer = self._phrase(tokens, at, stems[order[0]], order[0])
            if longer and longer[1] > named[1]:  # "US dollars" is no country
                return longer
            return self.name(tokens, at, *named, order), named[1]
        figure = self._tools.figures.read(tokens, at)
        if figure and not (token.folded.isalpha() and self._is_function(token.folded, order)):
            value, used = figure
            text = " ".join(t.text for t in tokens[at : at + used])
            weight = WEIGHT["number"] * (1.0 if value >= _LARGE else 0.4 if value <= 2 else 0.7)
            return Unit(text, "number", {number_key(value): 1.0}, weight, token.clause), used
        for language in order:
            phrase = self._phrase(tokens, at, stems[language], language)
            if phrase and not self._cuts_name(tokens, at, phrase[1], order):
                return phrase
        if token.folded in SIGNS:
            return None, 1
        if self._is_function(token.folded, order):
            return self._light(token, order), 1
        return self._word(tokens, at, order)

    def _light(self, token: Token, order: Sequence[str]) -> Unit | None:
        """A word that says little but isn't empty ("details", "goods"): it counts a bit where it has a concept."""
        if token.folded in self._tools.stop[order[0]] or token.folded not in self._tools.light[order[0]]:
            return None
        concepts = self._tools.lexicons[order[0]].spelt(token.text)
        keys = dict.fromkeys(concepts, 1.0)
        return Unit(token.text, "concept", keys, _LIGHT, token.clause) if concepts else None

    def _is_function(self, word: str, order: Sequence[str]) -> bool:
        """A stop or light word of the utterance's language, or of the other one if this one lacks the word."""
        first, second = order
        tools = self._tools
        if word in tools.stop[first] or word in tools.light[first]:
            return True
        return (word in tools.stop[second] or word in tools.light[second]) and not tools.lexicons[first].spelt(word)

    def name(
        self, tokens: Sequence[Token], at: int, entities: tuple[str, ...], size: int, order: Sequence[str]
    ) -> Unit:
        """The unit of some tokens that name entities."""
        text = " ".join(token.text for token in tokens[at : at + size])
        keys = {f"@{entity}": 1.0 for entity in entities}
        if size == 1 and self._tools.names.adjective(tokens[at]):
            keys.update({f"%{entity}": 1.0 for entity in entities})
        for entity in entities:  # "London" may stand for its country
            for parent in self._tools.names.whole(entity):
                keys.setdefault(f"@{parent}", _WHOLE)
            for country in self._tools.names.members(entity):  # "Oceania" finds what is told of Australia
                keys.setdefault(f"@{country}", _MEMBER)
        if size == 1:  # "englisch" is a country's adjective and a language; a company's name is hardly a thing
            strength = 0.9 if self._tools.names.adjective(tokens[at]) else _BESIDE
            for language in order:
                for concept in self._tools.lexicons[language].concepts(tokens[at].text):
                    keys[concept] = strength
        return Unit(text, "entity", keys, WEIGHT["entity"], tokens[at].clause)

    def _phrase(
        self, tokens: Sequence[Token], at: int, stems: Sequence[str], language: str
    ) -> tuple[Unit | None, int] | None:
        found = self._tools.lexicons[language].phrase(stems, at)
        if not found:
            return None
        size, concept = found
        if not concept:
            return None, size
        text = " ".join(token.text for token in tokens[at : at + size])
        return Unit(text, "concept", {concept: 1.0}, WEIGHT["concept"], tokens[at].clause), size

    def _cuts_name(self, tokens: Sequence[Token], at: int, size: int, order: Sequence[str]) -> bool:
        """Does a name of several words begin within a phrase and go on behind it ("a discount *on Air* Europa")?"""
        for inner in range(at + 1, at + size):
            named = self._tools.names.exact(tokens, inner)
            if named and inner + named[1] > at + size and self._namelike.is_name(tokens, inner, named[1], order):
                return True
        return False

    def _word(self, tokens: Sequence[Token], at: int, order: Sequence[str]) -> tuple[Unit | None, int]:
        token = tokens[at]
        if self._learning:
            lexicon = self._tools.lexicons[order[0]]
            if not lexicon.has_seen(token.folded):
                lexicon.learn((token.folded,))
                self._remembered.pop((token.text.casefold(), order[0]), None)
            return self._recalled(token, order[0]), 1
        if joined := self._misspelt.joined(tokens, at, order[0]):
            return joined, 2
        for language in order:
            unit = self._recalled(token, language)
            if unit and language != order[0]:
                unit = self._misspelt.swapped(token, order[0]) or unit
            if unit:
                return unit, 1
        for language in order:
            unit = self._compounds.read(token, language)
            if unit and not self._misspelt.rather(token, unit, language):
                return unit, 1
        return self._misspelt.corrected(tokens, at, order)

    def _recalled(self, token: Token, language: str) -> Unit | None:
        """A known word's unit, remembered: only the clause and the spelling differ from use to use."""
        place = (token.text.casefold(), language)
        remembered = self._remembered
        if place in remembered:
            unit = remembered[place]
        else:
            unit = self._known(token.text, token, language)
            if len(remembered) > _MOST_REMEMBERED:  # a new one: another thread may be reading the old one
                self._remembered = {}
            self._remembered[place] = unit
        if unit is None or (unit.clause == token.clause and unit.text == token.text):
            return unit
        return Unit(token.text, unit.kind, unit.keys, unit.weight, token.clause, parts=unit.parts)

    def _known(self, word: str, token: Token, language: str) -> Unit | None:
        lexicon = self._tools.lexicons[language]
        concepts = lexicon.concepts(word)
        if not concepts and not lexicon.knows(word):
            return None
        own = f"~{stem(word, language)}"
        keys = dict.fromkeys(concepts, 1.0)
        keys[own] = 1.0
        kind = "concept" if concepts else "compound"
        parts = () if concepts else self._compounds.parts(word, token, language)
        return Unit(token.text, kind, keys, WEIGHT[kind], token.clause, parts=parts)
