"""Verbs of which one part stands at the end of the clause: "Was *hat* Alibaba *vor*?", "Wann *findet* das *statt*?".

Put together again they are the words of the lexicon ("vorhat", "stattfindet"). Languages without such verbs list no
particles.
"""

from collections.abc import Collection, Sequence

from bot.understanding.language.lexicon import Lexicon
from bot.understanding.language.normalise import Token

_SHORTEST_BENT = 4
"""An article isn't a verb's end, nor is "gab", whose stem nouns share, unless they are listed with it."""


def rejoined(tokens: Sequence[Token], particles: Collection[str], lexicon: Lexicon) -> list[Token]:
    """The tokens with each particle that ends its clause put before its verb, where that makes a listed word."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens) or tokens[at + 1].clause != token.clause
        place = verb_of(tokens, at, particles, lexicon) if last else None
        if place is not None:
            verb = tokens[place]
            found[place] = verb._replace(text=f"{token.text}{verb.text}".lower(), folded=token.folded + verb.folded)
            found.remove(token)
    return found


def verb_of(tokens: Sequence[Token], at: int, particles: Collection[str], lexicon: Lexicon) -> int | None:
    """The place of the verb to which a particle belongs; None if it is none, or stands right beside its verb.

    There it may be what is left of a preposition.
    """
    token = tokens[at]
    if token.folded not in particles:
        return None
    for place, verb in enumerate(tokens[: max(0, at - 1)]):
        joined = f"{token.text}{verb.text}".lower()
        if verb.clause == token.clause and not verb.text.isupper() and _is_listed(joined, verb, lexicon):
            return place
    return None


def _is_listed(joined: str, verb: Token, lexicon: Lexicon) -> bool:
    """As it stands, or bent otherwise ("kauften … auf"); what is written like a noun only as it stands."""
    bent = len(verb.text) >= _SHORTEST_BENT and verb.text.islower()
    return bool(lexicon.spelt(joined) or (bent and lexicon.concepts(joined)))
