"""A clarification answered by typing: "the second one", "Austria", "Juhuasuan", after the readings were offered.

What is typed must fit one of them alone: by its place in the list, or because its words are all words of that deal's
name, of its parties or places, or of the side that it tells. Anything else is a question of its own.
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.facts.model import LANGUAGES, Knowledge
from bot.understanding.deals.titles import telling
from bot.understanding.language.normalise import fold, tokenise
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.units import Analysis, Unit

_FEW = 6
"""More words than these say more than which one is meant."""

_NUMBER = "number"
_DIGITS = 2
_COUNTED = 0.9
"""Lighter numbers only count along: "the *one* with Austria"."""


class Choosing:
    """Finds which of the facts offered is meant; `places` are words for places in a list (-1: the last)."""

    def __init__(
        self,
        knowledge: Knowledge,
        analyser: Analyser,
        places: Iterable[Mapping[str, int]],
        beside: Iterable[Iterable[str]],
    ) -> None:
        self._knowledge = knowledge
        self._analyser = analyser
        self._places = {fold(word): place for words in places for word, place in words.items()}
        self._beside = frozenset(fold(word) for words in beside for word in words)

    def fact(self, analysis: Analysis, offered: Sequence[str]) -> str | None:
        """The one fact of those offered that an utterance picks; None if it picks none, or says something else."""
        if analysis.types or analysis.words > _FEW:
            return None
        heard = [unit for unit in (*analysis.names, *analysis.said) if unit.kind != "operator"]
        said = [unit for unit in heard if unit.kind != _NUMBER or unit.weight >= _COUNTED]
        place = self._place(analysis)
        if place and all(self._counts(unit) for unit in said):
            return offered[place - 1 if place > 0 else place] if place <= len(offered) else None
        fitting = [fact for fact in offered if said and all(self._fits(fact, unit) for unit in said)]
        return fitting[0] if len(fitting) == 1 else None

    def place(self, analysis: Analysis) -> int:
        """The one place in a list that an utterance names and nothing else, -1 for the last; 0 for none."""
        words = [token.folded for token in tokenise(analysis.text)]
        while words and words[-1] in self._beside:  # "the third *one*"
            words.pop()
        while words and words[0] in self._beside:
            del words[0]
        return self._number(words[0]) if len(words) == 1 else 0

    def _number(self, word: str) -> int:
        return self._places.get(word, int(word) if word.isdecimal() and len(word) <= _DIGITS else 0)

    def _place(self, analysis: Analysis) -> int:
        """The place in the list that is named first ("the *second* one"), 0 for none."""
        words = [token.folded for token in tokenise(analysis.text)]
        told = [self._places[word] for word in words if word in self._places]
        told += [int(word) for word in words if word.isdecimal() and len(word) == 1]
        return told[0] if told else 0

    def _counts(self, unit: Unit) -> bool:
        """Does a unit say no more than a place ("the first", "number 2")?"""
        words = [token.folded for token in tokenise(unit.text)]
        return _NUMBER in unit.keys or any(word in self._places or word.isdecimal() for word in words)

    def _fits(self, fact: str, unit: Unit) -> bool:
        return fact in self._knowledge.facts and not telling(unit).isdisjoint(self._keys(fact))

    def _keys(self, name: str) -> Iterable[str]:
        """The keys of a fact's deal and of the side that it tells."""
        fact = self._knowledge.facts[name]
        deal = self._knowledge.deals[fact.deal]
        attribute = self._knowledge.attributes.get(fact.attribute)
        yield from (f"@{entity}" for entity in (*deal.parties, *deal.places))
        for language in LANGUAGES:
            words = attribute.words.get(language) if attribute else None
            labels = (words.label, words.short) if words else ()
            for text in (deal.title[language], *deal.names.get(language, ()), *labels):
                for unit in self._analyser.units(text, language):
                    yield from telling(unit)
