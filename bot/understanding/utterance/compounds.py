"""Compounds: German words joined of known parts ("Ausgabezentrum"), and names joined to words ("Österreichkanal")."""

from bot.understanding.language.normalise import Token
from bot.understanding.language.stems import stem
from bot.understanding.utterance.tools import Tools
from bot.understanding.utterance.units import WEIGHT, Unit


class Compounds:
    """Reads compounds into units whose parts are units, the head last."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def parts(self, word: str, token: Token, language: str) -> tuple[Unit, ...]:
        """The known parts of a word, the head last; empty for a word that has none."""
        pieces = self._tools.lexicons[language].split(word) or ()
        units = [self._piece(piece, token, language) for piece in pieces]
        return tuple(unit for unit in units if unit)

    def _piece(self, piece: str, token: Token, language: str) -> Unit | None:
        lexicon = self._tools.lexicons[language]
        keys = dict.fromkeys(lexicon.concepts(piece), 1.0)
        keys[f"~{stem(piece, language)}"] = 1.0
        return Unit(piece, "part", keys, WEIGHT["concept"], token.clause)

    def read(self, token: Token, language: str) -> Unit | None:
        """A compound of known words, or of a name and a word; None for anything else."""
        parts = self.parts(token.text, token, language)
        if not parts:
            return self._named_compound(token, language)
        return Unit(
            token.text,
            "compound",
            {f"~{stem(token.text, language)}": 1.0},
            WEIGHT["compound"],
            token.clause,
            parts=parts,
        )

    def _named_compound(self, token: Token, language: str) -> Unit | None:
        """A name joined to a known word: "Österreichkanal", "Tmallmarken"."""
        word = token.folded
        for at in range(4, len(word) - 2):
            if self._tools.names.knows(word[:at]) and self._tools.lexicons[language].knows(word[at:]):
                found = self._tools.names.exact((Token(word[:at], word[:at], token.start, token.clause),), 0)
                piece = self._piece(word[at:], token, language)
                if found and piece:
                    name = Unit(word[:at], "part", {f"@{e}": 1.0 for e in found[0]}, 1.0, token.clause)
                    return Unit(
                        token.text,
                        "compound",
                        {f"~{word}": 1.0},
                        WEIGHT["compound"],
                        token.clause,
                        parts=(name, piece),
                    )
        return None
