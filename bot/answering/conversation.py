"""What one chat is talking about: the state that follow-ups lean on. A plain value; channels keep it.

`Conversation.to_json` and `from_json` make it fit into a file or a table, so that nothing is lost at a restart.
"""

import json
from dataclasses import dataclass, field, fields, replace
from typing import Any

EXPIRY_SECONDS = 30 * 60
"""A conversation that rested longer than this starts anew (its language choice stays)."""


@dataclass(frozen=True)
class Topic:
    """What one turn was about: the utterance, the facts that answered it, their deal, the entities named.

    `offered` are the facts to choose from, if it was unclear which is meant; `listed` the utterances that asked for the
    deals listed last, if the last reply was such a list. If nothing was `told`, the facts only stood near.
    `earlier` is the deal that was talked about before this one.
    """

    utterance: str = ""
    language: str | None = None
    deal: str | None = None
    facts: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    told: bool = True
    earlier: str | None = None


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
    topic: Topic = field(default_factory=Topic)
    before: Topic = field(default_factory=Topic)
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
        """The conversation of `to_json`; unknown keys of another version are dropped."""
        kept = _known(cls, json.loads(text))
        for name in ("topic", "before"):
            if isinstance(kept.get(name), dict):
                kept[name] = Topic(**_known(Topic, kept[name]))
        return cls(**kept)


def _known(cls: type, values: dict[str, Any]) -> dict[str, Any]:
    names = {entry.name for entry in fields(cls)}
    return {k: tuple(v) if isinstance(v, list) else v for k, v in values.items() if k in names}
