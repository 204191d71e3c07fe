"""What a noun right after a question word asks for: "which European countries", "in welchem letzten Jahr".

Adds to the question phrases, which can't list every noun with every adjective between.
"""

from collections.abc import Mapping, Sequence

from bot.understanding.lexicon import Lexicon
from bot.understanding.normalise import Token

_ASKING = {
    "de": frozenset({"welch", "welche", "welcher", "welches", "welchem", "welchen"}),
    "en": frozenset({"which", "what", "wich", "whats"}),
}
_REACH = 4


def asked_types(tokens: Sequence[Token], language: str, lexicon: Lexicon, nouns: Mapping[str, str]) -> frozenset[str]:
    """The answer types of the first such noun after each question word."""
    types: set[str] = set()
    for at, token in enumerate(tokens):
        if token.folded in _ASKING[language]:
            for following in tokens[at + 1 : at + 1 + _REACH]:
                if following.clause != token.clause:
                    break
                kinds = {nouns[concept] for concept in lexicon.concepts(following.text) if concept in nouns}
                if kinds:
                    types |= kinds
                    break
    return frozenset(types)
