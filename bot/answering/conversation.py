"""What one chat is talking about: the state that follow-ups lean on. A plain value; channels keep it.

`Conversation.to_json` and `from_json` make it fit into a file or a table, so that nothing is lost at a restart.
"""

import json
from dataclasses import asdict, dataclass, replace

EXPIRY_SECONDS = 30 * 60
"""A conversation that rested longer than this starts anew (its language choice stays)."""


@dataclass(frozen=True)
class Conversation:
    """The state of one chat. `language` is the fixed choice or None for automatic; times are Unix seconds."""

    language: str | None = None
    last_language: str | None = None
    last_at: float = 0.0
    utterance: str = ""
    deal: str | None = None
    facts: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    attribute: str | None = None

    def awake(self, now: float) -> "Conversation":
        """This conversation, or a fresh one with the same language choice when it rested too long."""
        if self.last_at and now - self.last_at > EXPIRY_SECONDS:
            return Conversation(language=self.language, last_language=self.last_language)
        return self

    def with_language(self, language: str | None) -> "Conversation":
        """The same conversation with its language fixed (or automatic again with None)."""
        return replace(self, language=language)

    def to_json(self) -> str:
        """A compact JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Conversation":
        """The conversation of `to_json`; unknown keys of another version are dropped."""
        kept = {k: v for k, v in json.loads(text).items() if k in cls.__dataclass_fields__}
        return cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in kept.items()})
