"""What the bot knows, as immutable values: sources, entities, attributes, deals and their facts.

Stands between the YAML reader (loader) and everything that reads facts. Nothing here does any I/O.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.facts.entities import PLACE, Entity, LocalText, LocalWords
from bot.facts.tells import Tells
from bot.facts.values import EntityValue, NotDisclosed, Value

LANGUAGES = ("de", "en")

PUBLISHED = "published"
"""The attribute of a report's own date, which is no date of a deal."""

OTHER = "other"
"""Under `unanswered`: what people ask that no attribute names; it is refused without naming one."""

NOT_YET = frozenset({"planned", "presumed"})
"""Statuses of what nobody has said to be so yet."""

AHEAD = NOT_YET | {"announced", "pilot"}
"""Statuses of what lay ahead when the source was written."""

ENDED = "ended"
"""The status of what is over."""


@dataclass(frozen=True)
class Section:
    """A part of a source with a title or date of its own; paragraphs first to last, both included."""

    first: int
    last: int
    title: str | None
    published: str | None


@dataclass(frozen=True)
class Source:
    """A document that facts are cited from. `published` is an ISO date at the precision known."""

    id: str
    document: str
    title: str | None
    label: LocalText
    publisher: str | None
    language: str
    published: str | None
    sections: tuple[Section, ...]
    digests: tuple[str, ...]

    def published_at(self, paragraph: int) -> str | None:
        """When the paragraph was published, by its section or else the whole; an ISO date at the precision known."""
        section = self.section(paragraph)
        return (section.published if section else None) or self.published

    def section(self, paragraph: int) -> Section | None:
        """The section that holds the paragraph, if the source has such parts."""
        return next((s for s in self.sections if s.first <= paragraph <= s.last), None)


@dataclass(frozen=True)
class Citation:
    """Where a fact stands: source id, paragraph counted from 1, at most six words as printed."""

    source: str
    paragraph: int
    evidence: str


@dataclass(frozen=True)
class AttributeWords:
    """How one language asks for an attribute: a label for sentences, a short one for buttons, cues, templates."""

    label: str
    short: str
    cues: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attribute:
    """A side of a deal that people ask for, whether or not a fact tells it. `importance` is 1 to 3."""

    id: str
    group: str
    asks: tuple[str, ...]
    importance: int
    words: Mapping[str, AttributeWords]


@dataclass(frozen=True)
class Fact:
    """One checked statement. `id` is "<deal>/<key>"; `value` is None where the wording says it all.

    What it says holds for every other place of the regions that it holds `throughout`, though it doesn't name them.
    """

    id: str
    deal: str
    attribute: str
    also: tuple[str, ...]
    about: tuple[str, ...]
    value: Value | None
    details: Mapping[str, Value]
    status: str
    according_to: tuple[str, ...]
    wording: LocalText
    remark: LocalText | None
    citations: tuple[Citation, ...]
    questions: LocalWords
    yes: LocalWords
    no: LocalWords
    words: LocalWords
    standalone: bool = True
    throughout: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Its name within its deal."""
        return self.id.partition("/")[2]

    @property
    def disclosed(self) -> bool:
        """Whether it tells what it is about; not where it tells that nobody does."""
        return not isinstance(self.value, NotDisclosed) and self.status != "not_disclosed"

    @property
    def file(self) -> str:
        """Its deal's file in the knowledge folder."""
        return f"deals/{self.deal}.yaml"

    def place(self, field: str) -> str:
        """Where one of its fields stands in that file, as problems name it."""
        return f"facts.{self.key}.{field}"

    @property
    def values(self) -> Mapping[str, Value]:
        """All typed values by the name that a wording uses for them."""
        named = dict(self.details)
        if self.value is not None:
            named["value"] = self.value
        return named


@dataclass(frozen=True)
class Deal:
    """An agreement, programme, plan or market report that facts are about.

    `unanswered` holds what people ask and the sources don't tell: example questions by attribute, or under OTHER.
    """

    id: str
    title: LocalText
    kind: str
    names: LocalWords
    parties: tuple[str, ...]
    places: tuple[str, ...]
    status: str
    facts: tuple[str, ...]
    unanswered: Mapping[str, LocalWords] = field(default_factory=dict)


@dataclass(frozen=True)
class Knowledge:
    """Everything that one knowledge folder holds, checked. `version` changes when any file does."""

    version: str
    sources: Mapping[str, Source]
    entities: Mapping[str, Entity]
    attributes: Mapping[str, Attribute]
    deals: Mapping[str, Deal]
    facts: Mapping[str, Fact]
    tells: Mapping[Tells, tuple[str, ...]] = field(default_factory=dict)

    def telling(self, what: Tells) -> tuple[str, ...]:
        """The attributes that tell something, the surest first."""
        return self.tells.get(what, ())

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """The kind of each entity of the gazetteer."""
        return {entity.id: entity.kind for entity in self.entities.values()}

    def kind_of(self, entity: str) -> str:
        """The kind of an entity; what the gazetteer lacks is a country, and so a place."""
        return self.kinds.get(entity, PLACE)

    def is_place(self, entity: str) -> bool:
        """Is it a country or another place?"""
        return self.kind_of(entity) == PLACE

    def lies_in(self, place: str, region: str) -> bool:
        """Is a place a region, in one, or in one of its countries?"""
        wholes = self.wholes(place)
        known = self.entities.get(region)
        return region in wholes or (known is not None and not wholes.isdisjoint(known.countries))

    def wholes(self, entity: str) -> frozenset[str]:
        """An entity and all that it is part of: a city and its country."""
        found: set[str] = set()
        waiting = [entity]
        while waiting:
            name = waiting.pop()
            known = self.entities.get(name)
            if name not in found and known:
                waiting += filter(None, (known.part_of, known.country))
            found.add(name)
        return frozenset(found)

    def place_of(self, fact: Fact) -> str | None:
        """The place that a fact tells, if its attribute asks for one before all else."""
        attribute = self.attributes.get(fact.attribute)
        told = fact.value.entity if isinstance(fact.value, EntityValue) else None
        where = attribute is not None and attribute.asks[:1] == (PLACE,)
        return told if where and told and self.is_place(told) else None
