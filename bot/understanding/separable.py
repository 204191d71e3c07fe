"""Verbs of which one part stands at the end of the clause: "Was *hat* Alibaba *vor*?", "Wann *findet* das *statt*?".

Put together again they are the words of the lexicon ("vorhat", "stattfindet"). Languages without such verbs list no
particles.
"""

from collections.abc import Collection, Sequence

from bot.understanding.lexicon import Lexicon
from bot.understanding.normalise import Token


def rejoined(tokens: Sequence[Token], particles: Collection[str], lexicon: Lexicon) -> list[Token]:
    """The tokens with each particle that ends its clause put before its verb, where that makes a listed word."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens) or tokens[at + 1].clause != token.clause
        if not last or token.folded not in particles:
            continue
        for place, verb in enumerate(tokens[: max(0, at - 1)]):  # right beside its verb it may be a preposition's rest
            joined = f"{token.text}{verb.text}".lower()
            if verb.clause == token.clause and not verb.text.isupper() and lexicon.spelt(joined):
                found[place] = verb._replace(text=joined, folded=token.folded + verb.folded)
                found.remove(token)
                break
    return found
