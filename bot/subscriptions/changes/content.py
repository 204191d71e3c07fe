"""A fact as it is announced: what topics look at and its words in every language, apart from the knowledge.

It is kept with the announcement, so that a notice can still be written when the fact has changed again or is gone.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from typing import Any

from bot.answering.room.room import Room
from bot.answering.room.suggestions import label
from bot.facts.concerned import entities_of
from bot.facts.model import LANGUAGES, Fact, Knowledge
from bot.facts.values import EntityList, NotDisclosed, TextValue

FORM = 1
"""Part of every digest: a new number lets all facts count as changed."""


@dataclass(frozen=True)
class Scope:
    """What topics look at in a fact."""

    deal: str
    attributes: tuple[str, ...]
    groups: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True)
class Cited:
    """One citation, its line without a number in front."""

    source: str
    document: str
    paragraph: int
    line: str


@dataclass(frozen=True)
class Texts:
    """A fact in one language. `value` is None where only the sentence says it.

    The last three are empty where there are none, and None in what was announced before they were kept.
    """

    deal: str
    side: str
    sentence: str
    value: str | None
    cited: tuple[Cited, ...]
    remark: str | None = None
    status: str | None = None
    according_to: str | None = None


@dataclass(frozen=True)
class Content:
    """A fact as announced. `digest` changes with what it says, not with how it is found or cited."""

    fact: str
    deal: str
    attributes: tuple[str, ...]
    groups: tuple[str, ...]
    entities: tuple[str, ...]
    disclosed: bool
    digest: str
    texts: Mapping[str, Texts]

    def to_json(self) -> str:
        """As kept in the database."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Content":
        """The content of `to_json`."""
        kept: dict[str, Any] = json.loads(text)
        texts = {language: _texts(one) for language, one in kept.pop("texts").items()}
        named: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in kept.items()}
        return cls(texts=texts, **named)


def contents(room: Room) -> dict[str, Content]:
    """Every fact of the knowledge, as it would be announced now."""
    return {fact.id: content_of(room, fact) for fact in room.knowledge.facts.values()}


def content_of(room: Room, fact: Fact) -> Content:
    """One fact as it would be announced now."""
    scope = scope_of(room.knowledge, fact)
    return Content(
        fact=fact.id,
        deal=scope.deal,
        attributes=scope.attributes,
        groups=scope.groups,
        entities=scope.entities,
        disclosed=fact.disclosed,
        digest=digest(fact),
        texts={language: _said(room, fact, language) for language in LANGUAGES},
    )


def scope_of(knowledge: Knowledge, fact: Fact) -> Scope:
    """What topics look at in a fact."""
    attributes = (fact.attribute, *fact.also)
    groups = dict.fromkeys(knowledge.attributes[name].group for name in attributes if name in knowledge.attributes)
    entities = _with_wholes(entities_of(fact, knowledge.deals[fact.deal]), knowledge)
    return Scope(fact.deal, attributes, tuple(groups), entities)


def digest(fact: Fact) -> str:
    """What a fact says, in 16 hexadecimal digits."""
    values = {name: [type(value).__name__, asdict(value)] for name, value in sorted(fact.values.items())}
    said = [FORM, fact.attribute, values, fact.status, fact.according_to, dict(fact.wording), dict(fact.remark or {})]
    return sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()[:16]


def _said(room: Room, fact: Fact, language: str) -> Texts:
    statements = room.statements(language)
    statements.say(fact)
    voice = room.voices[language]
    told = fact.value is not None and not isinstance(fact.value, TextValue | NotDisclosed)
    return Texts(
        deal=room.knowledge.deals[fact.deal].title[language],
        side=label(room, language, fact),
        sentence=voice.wording(fact),
        value=voice.say(fact.value) if fact.value is not None and told else None,
        cited=tuple(
            Cited(r.source, r.document, r.paragraph, r.line.removeprefix(f"[{r.number}] "))
            for r in statements.references
        ),
        remark=fact.remark[language] if fact.remark else "",
        status=voice.text(f"status.{fact.status}"),
        according_to=voice.say(EntityList(fact.according_to)) if fact.according_to else "",
    )


def _with_wholes(entities: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """The entities, and what each place is part of: whoever follows Russia follows Moscow."""
    found = dict.fromkeys(entities)
    for name in entities:
        entity = knowledge.entities.get(name)
        while entity is not None:
            above = [one for one in (entity.part_of, entity.country if entity.kind == "place" else None) if one]
            found.update(dict.fromkeys(above))
            entity = knowledge.entities.get(entity.part_of) if entity.part_of else None
    return tuple(found)


def _texts(kept: dict[str, Any]) -> Texts:
    known = {field.name for field in fields(Texts)}  # a later version may have written more
    told = {name: value for name, value in kept.items() if name in known}
    return Texts(**told | {"cited": tuple(Cited(**one) for one in kept["cited"])})
