"""What a noun right after a question word asks for: "which European countries", "in welchem letzten Jahr".

Adds to the question phrases, which can't list every noun with every adjective between.
"""

from collections.abc import Callable, Mapping, Sequence

from bot.understanding.lexicon import Lexicon
from bot.understanding.normalise import Token

_ASKING = {
    "de": {"welch": 3, "welche": 3, "welcher": 3, "welches": 3, "welchem": 3, "welchen": 3},
    "en": {"which": 3, "wich": 3, "what": 2, "whats": 2},
}
"""Question words, and how many words on the noun may stand: "what" is more often followed by a verb."""


def asked_types(
    tokens: Sequence[Token],
    language: str,
    lexicon: Lexicon,
    nouns: Mapping[str, str],
    passed_over: Callable[[Token], bool],
) -> frozenset[str]:
    """The answer types of the first such noun after each question word.

    A function word ends the search; names of countries and their adjectives are passed over.
    """
    types: set[str] = set()
    for at, token in enumerate(tokens):
        for following in tokens[at + 1 : at + 1 + _ASKING[language].get(token.folded, 0)]:
            if following.clause != token.clause:
                break
            concepts = lexicon.concepts(following.text)
            kinds = {nouns[concept] for concept in concepts if concept in nouns}
            if passed_over(following):
                continue
            if kinds or not concepts:
                types |= kinds
                break
    return frozenset(types)
