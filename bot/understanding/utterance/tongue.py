"""Which language an utterance is in, and its question and function words put right where they are misspelt."""

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.language.normalise import Token, fold
from bot.understanding.language.remembered import Remembered
from bot.understanding.utterance.tools import Tools

_UNSURE = 0.05
_MISSPELT = 0.3
_OPENS = 0.3
_NUMBER = 0.3
_MAYBE_NAME = 0.5
"""What words tell that may be a name together ("about you start belgien")."""

_SHORT = 4
_LANGUAGES = ("de", "en")
_UMLAUTS = frozenset("äöüß")


class Tongue:
    """Knows the languages by their words; what a word says is remembered."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._right = Remembered(self._put_right)
        self._votes = Remembered(self._vote)

    def repaired(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """Misspelt question and function words ("wiefiele", "hwo", "wan") put right before anything else is read."""
        right = []
        for token in tokens:
            word = token.folded
            plain = token.text.islower() or token.start == 0  # a name may be unknown, too
            meant = self._right(word) if plain and word.isalpha() and len(word) >= 3 else None
            right.append(token._replace(folded=meant) if meant else token)
        return tuple(right)

    def language_of(self, tokens: Sequence[Token]) -> str | None:
        """German or English by function words, known words and names; None when they don't tell."""
        tools = self._tools
        if self._guessed(tokens):
            return None
        first = tokens[0].folded if tokens else ""
        votes = [_OPENS * tools.forms.opens(first, language) for language in _LANGUAGES]
        if all(votes) and len(tokens) > 2:  # "Was plant …": behind an English verb stands its subject; not "in cash?"
            second = tokens[1]
            subject = (
                second.capitalised
                or not second.text.isalpha()
                or second.folded in tools.stop["en"]
                or second.folded in tools.light["en"]
            )
            votes[0] += 0.0 if subject else _OPENS
        at = 0
        while at < len(tokens):
            named = tools.names.exact(tokens, at)
            size = named[1] if named else 1
            capitals = size > 1 and all(token.capitalised for token in tokens[at : at + size])
            small = tools.functional(tokens[at].folded) and not tools.lacks_umlaut(tokens[at], "de")
            if named and (capitals or not small):
                spoken = tools.names.languages(tokens[at : at + size])
                if len(spoken) == 1:
                    votes[_LANGUAGES.index(spoken[0])] += 0.5
            else:
                if size > 1 and tools.names.one_word(tokens[at : at + size]):  # "in der" isn't "Inder"
                    size = 1
                weight = _MAYBE_NAME if size > 1 else 1.0
                said = [max(votes) for votes in zip(*map(self._said, tokens[at : at + size]), strict=True)]
                votes = [sum(both) for both in zip(votes, (weight * one for one in said), strict=True)]
            at += size
        if abs(votes[0] - votes[1]) < _UNSURE:
            spelt = [self._spelt(tokens, language) for language in _LANGUAGES]
            return _LANGUAGES[spelt.index(max(spelt))] if spelt[0] != spelt[1] else None
        return _LANGUAGES[votes.index(max(votes))]

    def _guessed(self, tokens: Sequence[Token]) -> bool:
        """Does nothing speak but words put right, no more of them than strange ones? "asdf qwer" is no "wer"."""
        spoken = [token for token in tokens if any(self._said(token)) or self._tools.names.knows(token.folded)]
        mended = [token for token in spoken if token.folded != fold(token.text) and token.text.isalpha()]
        return bool(mended) and len(mended) == len(spoken) <= len(tokens) - len(spoken)

    def _put_right(self, word: str) -> str | None:
        """The question or function word that an unknown folded word was meant to be."""
        tools, lexicons = self._tools, self._tools.lexicons.values()
        if tools.functional(word) or tools.names.knows(word):
            return None
        if any(one.spelt(word) or one.has_seen(word) or one.may_be_phrase(word) for one in lexicons):
            return None
        meant, _ = tools.function_words.nearest(word) or (None, 0)
        if meant and any(one.knows(word) for one in lexicons):
            # known by its stem alone a short one is rather misspelt ("wass" is no "Wasser"), but in its first letter
            return meant if len(word) <= _SHORT and meant[0] == word[0] else None
        return meant

    def _spelt(self, tokens: Sequence[Token], language: str) -> int:
        """How many words are spelt as in a language, ordinals ("21st") among them."""
        endings = self._tools.ordinals[language]
        ordinals = sum(one.text.isdigit() and other.text in endings for one, other in pairwise(tokens))
        tools = self._tools
        listed = tools.light[language] | tools.stop[language]  # "Details?" is spelt as in both
        return ordinals + sum(
            token.folded in listed or bool(tools.lexicons[language].spelt(token.text)) for token in tokens
        )

    def _said(self, token: Token) -> tuple[float, ...]:
        """What one word says about each language."""
        return self._votes((token.folded, not _UMLAUTS.isdisjoint(token.text.casefold())))

    def _vote(self, spelt: tuple[str, bool]) -> tuple[float, ...]:
        """The same of a folded word, which was written with an umlaut or without."""
        tools, (word, umlaut) = self._tools, spelt
        votes = dict.fromkeys(_LANGUAGES, 0.0)
        for language in votes:
            if word in tools.stop[language]:
                votes[language] = 1.0
            elif word in tools.light[language]:
                votes[language] = 0.8
            elif tools.lexicons[language].concepts(word):
                votes[language] = 0.45
            elif tools.lexicons[language].knows(word):
                votes[language] = 0.3
        if umlaut:
            votes["de"] += 0.6
        if not any(votes.values()):
            votes.update((language, _NUMBER) for language, numbers in tools.numbers.items() if word in numbers)
        if not any(votes.values()) and (near := tools.speller.nearest(word)):  # misspelt
            votes.update((language, _MISSPELT) for language in tools.speller.languages(near[0]))
        return tuple(votes.values())
