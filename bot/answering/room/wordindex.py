"""Which fact holds which word: in its statement, its deal's title, the names that it concerns, its evidence.

What /search and inline mode look in where a question's meaning doesn't help. Built when first asked for.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.facts.concerned import entities_of
from bot.facts.model import Fact, Knowledge
from bot.i18n import Voice
from bot.understanding.language.normalise import tokenise

_SHORTEST_INSIDE = 4
"""Shorter words are looked for at the beginning of words only."""


class WordIndex:
    """Which fact holds which word."""

    def __init__(self, knowledge: Knowledge, voices: Mapping[str, Voice]) -> None:
        index: defaultdict[str, set[str]] = defaultdict(set)
        spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for fact in knowledge.facts.values():
            for text in set(_texts(knowledge, voices, fact)):
                for token in tokenise(text):
                    index[token.folded].add(fact.id)
                    spelt[token.folded][token.text] += 1
        self._index = index
        self._words = sorted(index)
        self._spelt = {word: max(forms, key=lambda form: (forms[form], form)) for word, forms in spelt.items()}

    def find(self, words: tuple[str, ...]) -> frozenset[str]:
        """The ids of the facts that hold every word, whole, as a beginning or (from four letters on) inside."""
        found = [self._holding(word) for word in words]
        return frozenset(set.intersection(*found)) if found else frozenset()

    def most(self, words: tuple[str, ...]) -> tuple[frozenset[str], int]:
        """The ids of the facts that hold the most of the words, and how many words that is."""
        held = Counter(fact for word in words for fact in self._holding(word))
        number = max(held.values(), default=0)
        return frozenset(fact for fact, count in held.items() if count == number), number

    def nearest(self, word: str) -> str | None:
        """The known word that is most like this one, if any is, as it is mostly written."""
        near = extractOne(word, self._words, scorer=OSA.normalized_similarity, score_cutoff=0.7)
        return self._spelt[near[0]] if near else None

    def _holding(self, word: str) -> set[str]:
        return self._spelt_so(word) or self._spelt_so(_bare(word))

    def _spelt_so(self, word: str) -> set[str]:
        begins = bisect_left(self._words, word)
        ends = bisect_left(self._words, word + "\U0010ffff")
        matching = set(self._words[begins:ends])
        if len(word) >= _SHORTEST_INSIDE:
            matching.update(known for known in self._words if word in known)
        return {fact for known in matching for fact in self._index[known]}


def _bare(word: str) -> str:
    """A word with its umlauts written as two letters, as the index has it."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _texts(knowledge: Knowledge, voices: Mapping[str, Voice], fact: Fact) -> Iterator[str]:
    deal = knowledge.deals[fact.deal]
    for language, voice in voices.items():
        attribute = knowledge.attributes.get(fact.attribute)
        yield voice.wording(fact)
        yield deal.title[language]
        yield from (voice.name(entity) for entity in entities_of(fact, deal))
        if attribute and language in attribute.words:
            yield attribute.words[language].short
    yield from (citation.evidence for citation in fact.citations)
