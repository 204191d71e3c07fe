"""Reads what can be asked: the attributes (intents.yaml) and each language's words for them.

The words come from locales/<lang>/intents/attributes/*.yaml, or from a folder's own intents.yaml, which wins.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.facts.fields import Fields
from bot.facts.model import LANGUAGES, OTHER, Attribute, AttributeWords
from bot.facts.problems import Problems, did_you_mean, listed
from bot.facts.tells import Tells

ANSWER_TYPES = (
    "person", "company", "organisation", "country", "city", "place", "address",
    "date", "year", "month", "day", "weekday", "time", "duration",
    "count", "money", "percent", "reason", "manner", "definition",
    "name", "language", "product", "quote", "yesno", "text",
)  # fmt: skip
SHORT_LENGTH = 24
"""A short label fits on a button."""


@dataclass(frozen=True)
class DefinedAttribute:
    """An attribute as one intents.yaml defines it; `words` only where it brings its own."""

    id: str
    group: str
    asks: tuple[str, ...]
    importance: int
    words: dict[str, AttributeWords]
    file: str


@dataclass(frozen=True)
class Intents:
    """What one or more intents.yaml define: attributes by id, and which of them tell what."""

    attributes: dict[str, DefinedAttribute] = field(default_factory=dict)
    tells: dict[Tells, tuple[str, ...]] = field(default_factory=dict)

    def over(self, others: "Intents") -> "Intents":
        """These and the others, which they win over."""
        return Intents({**others.attributes, **self.attributes}, _joined(self.tells, others.tells))


def read_intents(fields: Fields) -> Intents:
    """What the file defines."""
    found: dict[str, DefinedAttribute] = {}
    listed = fields.nested("attributes", required=True)
    for attribute_id, attribute in listed.entries() if listed else ():
        if attribute_id == OTHER:
            attribute.problem("", "", "this name is kept for what no attribute names (`unanswered`): take another one")
        found[attribute_id] = _attribute(attribute_id, attribute)
    tells = fields.nested("tells")
    told = _tells(tells) if tells else {}
    fields.finish()
    return Intents(found, told)


def check_tells(intents: Intents, problems: Problems, file: str) -> None:
    """Notes each attribute that is said to tell something and that nothing defines."""
    for kind, attributes in intents.tells.items():
        for attribute in attributes:
            if attribute not in intents.attributes:
                remedy = did_you_mean(attribute, intents.attributes, "define the attribute, or take it off this list")
                problems.add(file, f"tells.{kind}", attribute, remedy)


def read_words(fields: Fields) -> dict[str, AttributeWords]:
    """One language's words for the attributes of one file, by attribute id."""
    return {attribute_id: _words(words) for attribute_id, words in fields.entries()}


def joined(
    defined: dict[str, DefinedAttribute], words: dict[str, dict[str, tuple[AttributeWords, Fields]]]
) -> dict[str, Attribute]:
    """Each attribute with its words (`words` by language and id); what lacks its other half is noted as a problem."""
    for by_id in words.values():
        for attribute_id in by_id.keys() - defined.keys():
            place = by_id[attribute_id][1]
            remedy = did_you_mean(attribute_id, defined, "define the attribute in intents.yaml or drop its words")
            place.problem(attribute_id, "", remedy)
    return {attribute_id: _with_words(attribute, words) for attribute_id, attribute in defined.items()}


def _tells(fields: Fields) -> dict[Tells, tuple[str, ...]]:
    """The attributes that tell each of these, by the section `tells` of one intents.yaml."""
    known = [kind.value for kind in Tells]
    for name in fields.names():
        if name not in known:
            fields.problem(name, "", did_you_mean(name, known, f"use {listed(known)}"))
            fields.take(name)
    return {kind: fields.identifiers(kind.value) for kind in Tells}


def _joined(
    own: Mapping[Tells, tuple[str, ...]], shared: Mapping[Tells, tuple[str, ...]]
) -> dict[Tells, tuple[str, ...]]:
    """Those of a folder, then the project's."""
    return {kind: tuple(dict.fromkeys((*own.get(kind, ()), *shared.get(kind, ())))) for kind in Tells}


def _attribute(attribute_id: str, fields: Fields) -> DefinedAttribute:
    asks = fields.strings("asks", required=True)
    for number, one in enumerate(asks, 1):
        if one and one not in ANSWER_TYPES:
            fields.problem(f"asks[{number}]", one, did_you_mean(one, ANSWER_TYPES, f"use {', '.join(ANSWER_TYPES)}"))
    words = fields.nested("words")
    attribute = DefinedAttribute(
        id=attribute_id,
        group=fields.string("group") or "other",
        asks=asks,
        importance=int(fields.choice("importance", ("1", "2", "3"), default="2")),
        words=_own_words(words) if words else {},
        file=fields.file,
    )
    fields.finish()
    return attribute


def _own_words(fields: Fields) -> dict[str, AttributeWords]:
    found = {language: _words(one) for language in LANGUAGES if (one := fields.nested(language, required=True))}
    fields.finish()
    return found


def _words(fields: Fields) -> AttributeWords:
    short = fields.string("short") or ""
    if len(short) > SHORT_LENGTH:
        fields.problem("short", short, f"at most {SHORT_LENGTH} characters: it stands on a button")
    words = AttributeWords(
        label=fields.string("label") or "",
        short=short,
        cues=fields.strings("cues"),
        templates=fields.strings("templates"),
    )
    fields.finish()
    return words


def _with_words(attribute: DefinedAttribute, words: dict[str, dict[str, tuple[AttributeWords, Fields]]]) -> Attribute:
    found: dict[str, AttributeWords] = {}
    for language in LANGUAGES:
        own = attribute.words.get(language)
        shared = words.get(language, {}).get(attribute.id)
        if own is not None:
            found[language] = own
        elif shared is not None:
            found[language] = shared[0]
    return Attribute(attribute.id, attribute.group, attribute.asks, attribute.importance, found)


def languages_without_words(attribute: Attribute) -> tuple[str, ...]:
    """The languages in which nobody can ask for the attribute yet."""
    return tuple(language for language in LANGUAGES if language not in attribute.words)
