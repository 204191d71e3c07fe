"""Words to concepts, for one language: exact spelling first, then the stem, then the parts of a compound.

Built once from the vocabulary and from the words of attributes and facts. A word that is known but belongs to no
concept stands for its own stem ("~stem"), the same key in every language, so that shared foreign words meet.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.understanding.language.normalise import fold, tokenise
from bot.understanding.language.once import Once
from bot.understanding.language.remembered import Remembered
from bot.understanding.language.stems import stem
from bot.understanding.language.tree import PhraseTree

_LINKS = ("", "s", "es", "n", "en", "e", "er", "ns")
_SHORTEST_PART = 3
_MOST_CONCEPTS = 4


class Lexicon:
    """The words of one language. Look-ups are dictionary look-ups; compounds are remembered once split."""

    def __init__(self, language: str, concepts: Mapping[str, Iterable[str]], light: Iterable[str]) -> None:
        self.language = language
        self._nouns: dict[str, str] = {}
        self._spelt: dict[str, tuple[str, ...]] = {}
        self._exact: dict[str, tuple[str, ...]] = {}
        self._stems: dict[str, tuple[str, ...]] = {}
        self._cases: dict[str, tuple[str, ...]] = {}
        self._phrases = PhraseTree()
        self._only_umlauts: set[str] = set()
        self._known: set[str] = set()
        self._in_phrases: set[str] = set()
        self._spellings: set[str] = set()
        self._compounds = Remembered(self._split_whole)
        for concept, words in concepts.items():
            for word in words:
                self.add(word, concept)
        for filler in light:
            self._add_phrase(filler, "")

    def add(self, word: str, concept: str) -> None:
        """Let a word or phrase stand for a concept."""
        tokens = tokenise(word)
        if len(tokens) > 1:
            self._add_phrase(word, concept)
        elif tokens:
            self._learn(self._spelt, tokens[0].text.casefold(), concept)
            self._learn(self._exact, tokens[0].folded, concept)
            self._learn(self._stems, stem(tokens[0].text, self.language), concept)
            if tokens[0].capitalised:
                self._nouns[tokens[0].folded] = tokens[0].text.casefold()

    def settle(self, genitives: Callable[[str], Iterable[str]] = lambda _: ()) -> None:
        """No more words come; `genitives` tells those of a noun, all in small letters.

        Each combination of concepts is kept once, as most words share theirs with others.
        """
        self._add_genitives(genitives)
        self._nouns = {}
        plain = {word for word in self._spelt if fold(word) == word}
        self._only_umlauts = {fold(word) for word in self._spelt} - plain
        for word in plain:  # what the folded spelling tells as well
            if self._spelt[word] == self._exact[word]:
                del self._spelt[word]
        once = Once[tuple[str, ...]]()
        for table in (self._spelt, self._exact, self._stems, self._cases):
            for word, concepts in table.items():
                table[word] = once(concepts)

    def _add_genitives(self, genitives: Callable[[str], Iterable[str]]) -> None:
        """Let the genitive of each noun mean what the noun does ("des Aktionär*s*"), unless it is a word of its own.

        A form that is listed for one of the noun's concepts alone would hide the others.
        """
        for folded, written in self._nouns.items():
            for spelt in genitives(written):
                form = fold(spelt)
                if form in self._nouns and not set(self._exact[form]).isdisjoint(self._exact[folded]):
                    for concept in self._spelt[written]:
                        self._learn(self._exact, form, concept)
                        self._learn(self._spelt, spelt, concept)
                elif not self.concepts(form):
                    self._cases[form] = self._exact[folded]

    def learn(self, words: Iterable[str]) -> None:
        """Take note of words that occur in attributes and facts, so that they count as known."""
        for word in words:
            self._spellings.add(fold(word))
            self._known.add(stem(word, self.language))

    def forget(self) -> None:
        """Split compounds anew: with what was learnt since, they may come apart otherwise."""
        self._compounds = Remembered(self._split_whole)

    def _add_phrase(self, phrase: str, concept: str) -> None:
        stems = tuple(stem(token.text, self.language) for token in tokenise(phrase))
        if len(stems) > 1:
            self._phrases.add(stems, concept)
            self._in_phrases.update(token.folded for token in tokenise(phrase))

    @staticmethod
    def _learn(table: dict[str, tuple[str, ...]], form: str, concept: str) -> None:
        known = table.get(form, ())
        if concept not in known:
            table[form] = (*known, concept)

    def concepts(self, word: str) -> tuple[str, ...]:
        """The concepts of one word: as spelt ("zählt" isn't "zahlt"), then without umlauts, then by its stem."""
        found = (
            self._spelt.get(word.casefold())
            or self._exact.get(fold(word))
            or self._stems.get(stem(word, self.language))
            or self._cases.get(fold(word))
            or ()
        )
        return found[:_MOST_CONCEPTS]

    def spelt(self, word: str) -> tuple[str, ...]:
        """The concepts that list this very spelling."""
        written = word.casefold()
        found = self._spelt.get(written)
        if found is None and written not in self._only_umlauts and fold(written) == written:
            found = self._exact.get(written)
        return (found or ())[:_MOST_CONCEPTS]

    def means(self, word: str) -> bool:
        """Has a folded word a concept, by itself or as part of a phrase?"""
        return bool(self.concepts(word)) or word in self._in_phrases or stem(word, self.language) in self._phrases.words

    def may_be_phrase(self, spelling: str) -> bool:
        """Does the spelling occur in a phrase, whatever it means by itself?"""
        return spelling in self._in_phrases

    def has_seen(self, spelling: str) -> bool:
        """Has this very spelling been learnt?"""
        return spelling in self._spellings

    def knows(self, word: str) -> bool:
        """Does the word belong to a concept, or to an attribute's or fact's words?"""
        return bool(self.concepts(word)) or stem(word, self.language) in self._known

    def phrase(self, stems: Sequence[str], at: int) -> tuple[int, str] | None:
        """The longest phrase that begins at a stem: how many words it takes, and its concept ("" for a filler)."""
        length, names = self._phrases.longest(stems, at)
        return (length, names[0]) if length else None

    def words(self) -> Iterable[str]:
        """Every known spelling, for the speller."""
        return (*self._exact, *self._spellings)

    def seen(self) -> Iterable[str]:
        """The spellings that attributes and facts use."""
        return self._spellings

    def split(self, word: str) -> tuple[str, ...] | None:
        """The known parts of a compound ("ausgabezentrum" → ausgabe, zentrum), or None."""
        return self._compounds(fold(word))

    def _split_whole(self, word: str) -> tuple[str, ...] | None:
        return self._split(word, 3)

    def _split(self, word: str, most: int) -> tuple[str, ...] | None:
        """Longest known head first: the head (last part) carries the meaning of a German compound."""
        if most < 2 or len(word) < 2 * _SHORTEST_PART:
            return None
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            head = word[at:]
            if len(head) < 4 and head not in self._exact:
                continue
            if not self._part(head):
                continue
            before = self._modifier(word[:at])
            if before:
                return (before, head)
            further = self._split(word[:at], most - 1)
            if further:
                return (*further, head)
        return None

    def _modifier(self, part: str) -> str | None:
        for link in _LINKS:
            bare = part[: len(part) - len(link)] if link else part
            if part.endswith(link) and len(bare) >= _SHORTEST_PART and self._part(bare):
                return bare
        return None

    def _part(self, part: str) -> bool:
        """Known as it stands; a part of three letters must be spelt exactly."""
        return part in self._exact or (len(part) > 3 and self.knows(part))
