"""Which language an utterance is in, and its question and function words put right where they are misspelt."""

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.normalise import Token
from bot.understanding.tools import Tools

_UNSURE = 0.05
_MISSPELT = 0.3
_OPENS = 0.3


def repaired(tokens: Sequence[Token], tools: Tools) -> tuple[Token, ...]:
    """Misspelt question and function words ("wiefiele", "hwo", "wan") put right before anything else is read."""
    right = []
    for token in tokens:
        word = token.folded
        plain = token.text.islower() or token.start == 0  # a name may be unknown, too
        unknown = plain and word.isalpha() and len(word) >= 3
        unknown = unknown and not tools.functional(word) and not tools.names.knows(word)
        if unknown and not any(
            lexicon.knows(word) or lexicon.may_be_phrase(word) for lexicon in tools.lexicons.values()
        ):
            near = tools.function_words.nearest(word)
            right.append(token._replace(folded=near[0]) if near else token)
        else:
            right.append(token)
    return tuple(right)


def language_of(tokens: Sequence[Token], tools: Tools) -> str | None:
    """German or English by function words, known words and names; None when they don't tell."""
    first = tokens[0].folded if tokens else ""
    votes = {language: _OPENS * tools.forms.opens(first, language) for language in ("de", "en")}
    if votes["de"] and votes["en"] and len(tokens) > 1:  # "Was plant …": behind an English verb stands its subject
        second = tokens[1]
        subject = second.capitalised or second.folded in tools.stop["en"] or second.folded in tools.light["en"]
        votes["de"] += 0.0 if subject else _OPENS
    at = 0
    while at < len(tokens):
        named = tools.names.exact(tokens, at)
        size = named[1] if named else 1
        capitals = size > 1 and all(token.capitalised for token in tokens[at : at + size])
        if named and (capitals or not tools.functional(tokens[at].folded)):
            spoken = tools.names.languages(tokens[at : at + size])
            if len(spoken) == 1:
                votes[spoken[0]] += 0.5
        else:
            _vote(tokens[at], votes, tools)
            size = 1
        at += size
    if abs(votes["de"] - votes["en"]) < _UNSURE:
        spelt = {language: _spelt(tokens, language, tools) for language in votes}
        return max(spelt, key=lambda one: spelt[one]) if spelt["de"] != spelt["en"] else None
    return "de" if votes["de"] > votes["en"] else "en"


def _spelt(tokens: Sequence[Token], language: str, tools: Tools) -> int:
    """How many words are spelt as in a language, ordinals ("21st") among them."""
    endings = tools.ordinals[language]
    ordinals = sum(one.text.isdigit() and other.text in endings for one, other in pairwise(tokens))
    return ordinals + sum(bool(tools.lexicons[language].spelt(token.text)) for token in tokens)


def _vote(token: Token, votes: dict[str, float], tools: Tools) -> None:
    """What one word says about the language."""
    word, before = token.folded, sum(votes.values())
    for language in votes:
        if word in tools.stop[language]:
            votes[language] += 1.0
        elif word in tools.light[language]:
            votes[language] += 0.8
        elif tools.lexicons[language].concepts(word):
            votes[language] += 0.45
        elif tools.lexicons[language].knows(word):
            votes[language] += 0.3
    if any(letter in "äöüß" for letter in token.text.casefold()):
        votes["de"] += 0.6
    if sum(votes.values()) == before and (near := tools.speller.nearest(word)):  # misspelt
        for language in tools.speller.languages(near[0]):
            votes[language] += _MISSPELT
