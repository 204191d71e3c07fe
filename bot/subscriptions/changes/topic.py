"""A topic: what a subscription is about. Everything, or facts that meet all the conditions given.

Kept in the database as its text: "all", or such as "entity:jd entity:DE group:time".
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

ALL = "all"


class Scoped(Protocol):
    """What a topic looks at in a fact."""

    @property
    def deal(self) -> str:
        """Its deal."""

    @property
    def attributes(self) -> Collection[str]:
        """The sides of the deal that it tells."""

    @property
    def groups(self) -> Collection[str]:
        """The groups of these sides."""

    @property
    def entities(self) -> Collection[str]:
        """Everything that it concerns."""


@dataclass(frozen=True)
class Topic:
    """Conditions that all must hold; without any it is everything."""

    deal: str | None = None
    entities: tuple[str, ...] = ()
    attribute: str | None = None
    group: str | None = None

    def matches(self, content: Scoped) -> bool:
        """Whether a fact belongs to the topic."""
        return (
            (self.deal is None or self.deal == content.deal)
            and (self.attribute is None or self.attribute in content.attributes)
            and (self.group is None or self.group in content.groups)
            and all(entity in content.entities for entity in self.entities)
        )

    def __str__(self) -> str:
        parts = [("deal", self.deal), *(("entity", entity) for entity in sorted(self.entities))]
        parts += [("attribute", self.attribute), ("group", self.group)]
        return " ".join(f"{name}:{value}" for name, value in parts if value) or ALL

    @classmethod
    def parse(cls, text: str) -> "Topic":
        """The topic of its text; what another version may have written besides is left out."""
        parts = [part.partition(":")[::2] for part in text.split()]
        found = dict(parts)
        entities = tuple(sorted(value for name, value in parts if name == "entity"))
        return cls(found.get("deal"), entities, found.get("attribute"), found.get("group"))
