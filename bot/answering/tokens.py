"""Tokens of choices: short, stateless, the same after a restart, so that an old button still works.

A token is a letter for what it opens and eight hexadecimal digits of the id's SHA-256. Facts and deals that no longer
exist resolve to nothing, and so does whatever somebody forged.
"""

import re
from collections.abc import Iterable
from hashlib import sha256

_FORM = re.compile(r"^([fdsx])1\.([0-9a-f]{10})$")


def token_of(letter: str, identifier: str) -> str:
    """The token for a fact (f), deal (d) or source (s)."""
    return f"{letter}1.{sha256(identifier.encode()).hexdigest()[:10]}"


class Tokens:
    """Resolves tokens to the ids that they stand for."""

    def __init__(self, facts: Iterable[str], deals: Iterable[str], sources: Iterable[str]) -> None:
        groups = {"f": facts, "d": deals, "s": sources}
        self._ids = {token_of(letter, name): (letter, name) for letter, names in groups.items() for name in names}

    def resolve(self, token: str) -> tuple[str, str] | None:
        """The letter and id behind a token, or None for anything else."""
        return self._ids.get(token) if _FORM.match(token) else None
