"""Whether tokens that spell a name mean it: "May" is a minister, a month and a verb, "About You" also two small words.

Asked by `words` for each name that the name finder found.
"""

from collections.abc import Sequence

from bot.understanding.language.normalise import Token
from bot.understanding.utterance.tools import Tools

_MONTH = "month_"


class NameLike:
    """Tells names from words that are spelt like them."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def is_name(self, tokens: Sequence[Token], at: int, size: int, order: Sequence[str]) -> bool:
        """A name made of ordinary words ("About You", "May") must look like one: capitals, or nothing else around."""
        window = tokens[at : at + size]
        if size > 1 and window[-1].folded == "s":  # "Amazon's"
            size -= 1
            window = window[:-1]
        if size > 1 and self._tools.names.one_word(window) and any(self._tools.functional(t.folded) for t in window):
            return False  # "in der" isn't "Inder"
        if size == 1 and self._tools.names.surname(window[0]):
            lexicon = self._tools.lexicons[order[0]]
            concepts = lexicon.concepts(window[0].text)
            if not window[0].capitalised and concepts:
                return False  # "fass es kurz zusammen"
            if _beside_figure(tokens, at) and any(concept.startswith(_MONTH) for concept in concepts):
                return False  # "in May 2013"
            if at and tokens[at - 1].folded in self._tools.articles and self._tools.names.stranger(window[0]):
                return not lexicon.spelt(window[0].text)  # "die Jobs": German nouns have their capital anyway
        ordinary = all(
            token.folded in self._tools.stop[language] or token.folded in self._tools.light[language]
            for token in window
            for language in order[:1]
        )
        if not ordinary:
            return True
        if size == 1 and (verb := self._is_opening_verb(tokens, at, order[0])) is not None:
            return not verb and window[0].capitalised
        capitals = all(token.capitalised for token in window) and (at > 0 or size > 1 or self._opens(tokens, order[0]))
        return capitals or (size > 1 and at == 0 and len(tokens) > size)

    def _is_opening_verb(self, tokens: Sequence[Token], at: int, language: str) -> bool | None:
        """Does a verb open a sentence here ("May I …"), or a name before its verb ("May has …")? None if unclear.

        Where a sentence begins, the capital says nothing.
        """
        token, following = tokens[at], tokens[at + 1 : at + 2]
        begins = at == 0 or tokens[at - 1].clause != token.clause
        openers = self._tools.openers.get(language, frozenset())
        if not begins or token.folded not in openers or not following or following[0].clause != token.clause:
            return None
        if following[0].folded in openers:
            return False
        subject = following[0].folded in self._tools.subjects[language] or self._tools.names.names(following[0])
        return True if subject else None

    def _opens(self, tokens: Sequence[Token], language: str) -> bool:
        """Is the first word a name, spelt as a small one isn't ("Uber" is no "über")? That has no article behind it."""
        following = tokens[1].folded if len(tokens) > 1 else ""
        return (
            bool(following) and following not in self._tools.articles and self._tools.lacks_umlaut(tokens[0], language)
        )


def _beside_figure(tokens: Sequence[Token], at: int) -> bool:
    """Does a number in figures stand beside a token of its clause?"""
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return any(token.text[0].isdigit() and token.clause == tokens[at].clause for token in beside)
