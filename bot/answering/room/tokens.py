"""Tokens of choices: short, stateless, the same after a restart, so that an old button still works.

A token is a letter for what it opens and ten hexadecimal digits of the id's SHA-256; that of a whole answer holds up to
four facts. Facts and deals that no longer exist resolve to nothing, and so does whatever somebody forged. Deep links
carry the ids themselves, as far as Telegram's 64 characters allow.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

MOST_FACTS = 4
"""More facts don't fit into a button beside what else it holds."""
NOTHING = "inline"
"""The payload of a deep link that only leads to the chat."""
DEAL, SEARCHED = "d1.", "q1."
"""What the tokens of a deal and of a page of a search begin with."""
_LONGEST_LINK = 64
_DIGITS = 10
_FORM = re.compile(r"^([fdsx])1\.([0-9a-f]{10})$")
_SEVERAL = re.compile(r"([ayn])1\.((?:[0-9a-f]{10}){1,4})")
_LEADS = {None: "a", True: "y", False: "n"}
"""What an answer begins with: nothing, yes or no."""


def token_of(letter: str, identifier: str) -> str:
    """The token for a fact (f), deal (d) or source (s)."""
    return f"{letter}1.{sha256(identifier.encode()).hexdigest()[:_DIGITS]}"


def answer_token(facts: Sequence[str], polarity: bool | None = None) -> str | None:
    """The token of an answer that states these facts after a yes or no; None when there are none or too many."""
    if not 1 <= len(facts) <= MOST_FACTS:
        return None
    return f"{_LEADS[polarity]}1." + "".join(token_of("f", fact)[3:] for fact in facts)


def link_of(identifier: str) -> str:
    """The payload of a deep link to a deal or fact: its id in letters that Telegram allows."""
    payload = identifier.replace("/", "--")
    letter = "f" if "/" in identifier else "d"
    return payload if len(payload) <= _LONGEST_LINK else token_of(letter, identifier).replace(".", "_")


class Tokens:
    """Resolves tokens and deep links to the ids that they stand for."""

    def __init__(self, facts: Iterable[str], deals: Iterable[str], sources: Iterable[str]) -> None:
        groups = {"f": facts, "d": deals, "s": sources}
        self._ids = {token_of(letter, name): (letter, name) for letter, names in groups.items() for name in names}
        self._links = {link_of(name): token for token, (letter, name) in self._ids.items() if letter in "fd"}

    def resolve(self, token: str) -> tuple[str, str] | None:
        """The letter and id behind a token, or None for anything else."""
        return self._ids.get(token) if _FORM.match(token) else None

    def several(self, token: str) -> tuple[tuple[str, ...], bool | None]:
        """The facts behind the token of an answer, as far as they still exist, and its yes or no."""
        found = _SEVERAL.fullmatch(token)
        if not found:
            return (), None
        named = (f"f1.{found[2][at : at + _DIGITS]}" for at in range(0, len(found[2]), _DIGITS))
        polarity = next(polarity for polarity, letter in _LEADS.items() if letter == found[1])
        return tuple(self._ids[token][1] for token in named if token in self._ids), polarity

    def linked(self, payload: str) -> str | None:
        """The token of the deal or fact that a deep link names; None for any other payload."""
        return self._links.get(payload)
