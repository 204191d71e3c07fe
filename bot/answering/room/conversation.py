"""What one chat is talking about: the state that follow-ups lean on. A plain value; channels keep it.

`Conversation.to_json` and `from_json` make it fit into a file or a table, so that nothing is lost at a restart.
"""

import json
from dataclasses import dataclass, field, fields, replace
from typing import Any

from bot.facts.model import LANGUAGES
from bot.understanding.judging.recognition import Background

_LANGUAGES = frozenset({"language", "last_language", "wished"})
_KINDS = {bool: (bool,), str: (str,), float: (float, int)}
EXPIRY_SECONDS = 30 * 60
"""A conversation that rested longer than this starts anew (its language choice stays)."""


@dataclass(frozen=True)
class Conversation:
    """The state of one chat. `language` is the fixed choice or None for automatic; `last_at` is in Unix seconds.

    `wished` is the language asked for in passing ("in English, please"): it holds until the conversation ends.
    `topic` is what a follow-up leans on, `before` the topic that the last question itself leaned on (for /why), `asked`
    the last question, `said` the facts stated last.
    """

    language: str | None = None
    last_language: str | None = None
    last_at: float = 0.0
    topic: Background = field(default_factory=Background)
    before: Background = field(default_factory=Background)
    asked: str = ""
    said: tuple[str, ...] = ()
    wished: str | None = None

    def awake(self, now: float) -> "Conversation":
        """This conversation, or a fresh one with the same language choice when it rested too long."""
        if self.last_at and now - self.last_at > EXPIRY_SECONDS:
            return Conversation(language=self.language, last_language=self.last_language)
        return self

    def with_language(self, language: str | None) -> "Conversation":
        """The same conversation with its language fixed (or automatic again with None)."""
        return replace(self, language=language, wished=None)

    def to_json(self) -> str:
        """A compact JSON object."""
        kept = {**vars(self), "topic": vars(self.topic), "before": vars(self.before)}
        return json.dumps(kept, ensure_ascii=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Conversation":
        """The conversation of `to_json`; what is unknown or of another kind, as in another version's, is dropped."""
        kept = json.loads(text)
        if not isinstance(kept, dict):
            return cls()
        fresh = cls(**_fitting(cls(), kept))
        return replace(fresh, topic=_topic(kept.get("topic")), before=_topic(kept.get("before")))


def _topic(kept: object) -> Background:
    return Background(**_fitting(Background(), kept)) if isinstance(kept, dict) else Background()


def _fitting(fresh: "Conversation | Background", values: dict[str, Any]) -> dict[str, Any]:
    """Those of the values that are of the same kind as a fresh one's."""
    found: dict[str, Any] = {}
    for entry in fields(fresh):
        value, usual = values.get(entry.name), getattr(fresh, entry.name)
        if isinstance(value, list) and isinstance(usual, tuple) and all(isinstance(one, str) for one in value):
            found[entry.name] = tuple(value)
        elif usual is None and isinstance(value, str):
            found[entry.name] = value if entry.name not in _LANGUAGES or value in LANGUAGES else None
        elif isinstance(usual, bool | str | float) and type(value) in _KINDS[type(usual)]:
            found[entry.name] = value
    return found
