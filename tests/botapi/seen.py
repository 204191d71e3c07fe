"""What users see: messages, and what a press led to."""

from dataclasses import dataclass, field
from typing import Any

from tests.botapi.wire import Entity


@dataclass
class Message:
    """A message as its readers see it now; raw has everything (markup, edits, reactions, the API's Message …)."""

    id: int
    chat: int
    text: str
    raw: dict[str, Any] = field(repr=False)

    @classmethod
    def of(cls, raw: dict[str, Any]) -> "Message":
        return cls(raw["message_id"], raw["chat"], raw["text"], raw)

    @property
    def entities(self) -> list[Entity]:
        return list(self.raw["entities"])

    @property
    def keyboard(self) -> list[list[dict[str, Any]]]:
        return list(self.raw["keyboard"])

    @property
    def edits(self) -> list[dict[str, Any]]:
        return list(self.raw["edits"])

    @property
    def deleted(self) -> bool:
        return bool(self.raw["deleted"])

    @property
    def at(self) -> float:
        return float(self.raw["at"])

    @property
    def buttons(self) -> list[str]:
        """The labels, row by row."""
        return [button["text"] for row in self.keyboard for button in row]

    def part(self, entity: Entity) -> str:
        """The text that an entity covers."""
        data, begin = self.text.encode("utf-16-le"), 2 * entity["offset"]
        return data[begin : begin + 2 * entity["length"]].decode("utf-16-le")

    def parts(self, kind: str) -> list[str]:
        """The texts of all entities of a type: parts("bold")."""
        return [self.part(e) for e in self.entities if e["type"] == kind]


@dataclass
class Pressed:
    """What a press led to: the toast or alert ({"text", "show_alert", "url"} or None), new and changed messages."""

    answer: dict[str, Any] | None
    messages: list[Message]
    changed: list[Message]
