"""Words that aren't known as they stand, read as what was meant: a name or word misspelt, written as two, or swapped.

What is put right counts as if it had been spelt so. Only where nothing is near a word stays unexplained.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.understanding.language.normalise import Token
from bot.understanding.language.stems import stem
from bot.understanding.utterance.nearnames import NearName
from bot.understanding.utterance.tools import Tools
from bot.understanding.utterance.units import WEIGHT, Unit

_SCRAP, _SOLID = 4, 5
_SHORTEST_HALF = 3
_LONG = 6

KnownWord = Callable[[str, Token, str], Unit | None]
"""(word, the token that it stands for, language) → the known word's unit."""


class Misspelt:
    """Puts words right. `known` reads a known word, `is_function` tells function words of a language."""

    def __init__(self, tools: Tools, known: KnownWord, is_function: Callable[[str, Sequence[str]], bool]) -> None:
        self._tools = tools
        self._known = known
        self._is_function = is_function

    def joined(self, tokens: Sequence[Token], at: int, language: str) -> Unit | None:
        """A known word written as two ("Ausgabe Stelle")."""
        pair = tokens[at : at + 2]
        if len(pair) < 2 or pair[0].clause != pair[1].clause or min(len(one.folded) for one in pair) < _SHORTEST_HALF:
            return None
        if any(self._tools.functional(one.folded) for one in pair):  # "groß ist" is no wholesaler
            return None
        lexicon, whole = self._tools.lexicons[language], pair[0].folded + pair[1].folded
        if not (lexicon.has_seen(whole) or lexicon.spelt(whole)):
            return None
        unit = self._known(whole, pair[0], language)
        return replace(unit, text=f"{pair[0].text} {pair[1].text}") if unit else None

    def swapped(self, token: Token, language: str) -> Unit | None:
        """A word of the other language that is one of this with two letters in the wrong order ("the frist page")."""
        if token.capitalised or len(token.folded) < _SOLID:
            return None
        meant = self._tools.speller.swapped(token.folded, language)
        return self._meant(meant, token, language) if meant else None

    def rather(self, token: Token, compound: Unit, language: str) -> bool:
        """Is a compound of small parts rather a known word or name with one letter wrong ("östereich")?"""
        if min(len(part.text) for part in compound.parts) >= _SOLID:
            return False
        near = self._tools.speller.nearest(token.folded) or self._tools.names.misspelt.nearest(token.folded)
        return (near is not None and near[1] <= 1) or self._inflected(token, language) is not None

    def name_before(self, tokens: Sequence[Token], at: int) -> Unit | None:
        """The name of two words whose second is a misspelt token ("About *Yuo*")."""
        over = self._tools.names.misspelt.ending_at(tokens, at)
        return self._name(tokens[at - 1 : at + 1], *over) if over else None

    def corrected(self, tokens: Sequence[Token], at: int, order: Sequence[str]) -> tuple[Unit | None, int]:
        """A misspelt name or word, whichever is nearer; else a word that stays unexplained."""
        token = tokens[at]
        name = self._tools.names.misspelt.starting_at(tokens, at) or self._inflected(token, order[0])
        near = self._tools.speller.nearest(token.folded, order[0])
        if (
            name
            and near
            and not token.capitalised
            and near[1] <= name.distance
            and self._tools.names.strangers(name.entities)
        ):
            name = None  # "the Hema chane" is a chain rather than Chanel, of whom no fact tells
        if name and (not near or name.distance / len(name.meant) <= near[1] / len(near[0])):
            return self._name(tokens[at : at + name.size], name.entities, name.meant), name.size
        if near:
            for language in order:
                if self._is_function(near[0], (language, language)):
                    if _is_set_off(tokens, at):  # "and for Tink?" is no "think"
                        break
                    return None, 1
                unit = self._meant(near[0], token, language)
                if unit:
                    return unit, 1
        # A few small letters are more often a function word misspelt than a word that matters.
        weight = WEIGHT["word"] * (0.4 if len(token.folded) <= _SCRAP and token.text.islower() else 1.0)
        return Unit(token.text, "word", {f"~{stem(token.text, order[0])}": 1.0}, weight, token.clause), 1

    def _inflected(self, token: Token, language: str) -> NearName | None:
        """A country's adjective misspelt, with an ending that its listed form hasn't ("mit dem *rusischen* Dienst")."""
        names = self._tools.names
        bare = stem(token.folded, language)
        near = names.misspelt.nearest(bare) if _LONG <= len(bare) < len(token.folded) else None
        if near is None or near[1] > 1 or not (country := names.country(near[0])):
            return None
        return NearName((country,), 1, *near)

    @staticmethod
    def _name(window: Sequence[Token], entities: Sequence[str], name: str) -> Unit:
        text = " ".join(token.text for token in window)
        keys = {f"@{entity}": 1.0 for entity in entities}
        return Unit(text, "entity", keys, WEIGHT["entity"], window[0].clause, correction=name)

    def _meant(self, word: str, token: Token, language: str) -> Unit | None:
        """The unit of the known word that a misspelt one is taken for."""
        unit = self._known(word, token, language)
        return replace(unit, correction=word) if unit else None


def _is_set_off(tokens: Sequence[Token], at: int) -> bool:
    """Is a token a name by its capital: within a sentence, behind a word without one?"""
    return tokens[at].capitalised and at > 0 and tokens[at - 1].text.islower()
