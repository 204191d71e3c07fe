"""The few texts that a channel says by itself; replies bring their own.

`bot.i18n.load_voices` gives the real voices; tests put plain dictionaries of texts in their place.
"""

from collections.abc import Mapping
from typing import Protocol


class Speaker(Protocol):
    """One language's texts."""

    def text(self, key: str, **named: str) -> str:
        """The text of a catalog key, its {placeholders} filled."""


Voices = Mapping[str, Speaker]
"""A speaker for each language."""
