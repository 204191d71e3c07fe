"""Topics in people's words: how one is said to a subscriber, and which one a subscriber's words mean."""

import re
from dataclasses import dataclass

from bot.answering.room.room import Room
from bot.facts.model import Deal
from bot.i18n import Voice
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.subscribing.codes import MOST_ENTITIES
from bot.understanding.language.normalise import fold

TELLING = 1.0
"""The weight of a word that says something by itself."""
_WORD = re.compile(r"\w+")


def said(topic: Topic, room: Room, language: str) -> str:
    """The topic's name: "Termine · JD.com · Deutschland"."""
    voice, parts = room.voices[language], list[str]()
    if topic.group:
        parts.append(group_name(topic.group, voice))
    if topic.attribute:
        attribute = room.knowledge.attributes.get(topic.attribute)
        words = attribute.words.get(language) if attribute else None
        parts.append(words.short if words else topic.attribute)
    parts += [voice.name(entity) for entity in topic.entities]
    if topic.deal:
        deal = room.knowledge.deals.get(topic.deal)
        parts.append(deal.title[language] if deal else topic.deal)
    return " · ".join(parts) or voice.text("topic.all")


def group_name(group: str, voice: Voice) -> str:
    """A kind of fact; a folder may have kinds of its own, which go by their id."""
    key = f"topic.group.{group}"
    return voice.text(key) if voice.knows(key) else group


@dataclass(frozen=True)
class Meant:
    """A topic in words; `unused` are those that don't narrow it, though they say something."""

    topic: Topic
    unused: tuple[str, ...] = ()


def meant(words: str, room: Room, language: str) -> Meant | None:
    """The topic that the words mean, or None: a deal by name, names of companies and countries, a kind of fact."""
    if words in room.knowledge.deals:
        return Meant(Topic(deal=words))
    plain = _plain(words)
    if plain.strip() in _listed("topic.words.all", room):
        return Meant(Topic())
    deal = _deal(plain, room)
    recognition = room.recogniser.recognise(words)
    analysis = recognition.analysis
    entities = tuple(dict.fromkeys(entity for unit in analysis.names for entity in unit.entities[:1]))
    if deal:
        followed = room.knowledge.deals[deal]
        entities = tuple(entity for entity in entities if entity not in (*followed.parties, *followed.places))
    named = None if deal else _attribute(plain, room, language)
    # A single word rather means the whole kind of fact ("dates"); two say which side ("delivery time").
    group = None if " " in _short(room, named, language) else _group(plain, room)
    named = None if group else named
    attribute = named or (None if group or deal else recognition.attribute)
    topic = Topic(deal, tuple(sorted(entities[:MOST_ENTITIES])), attribute, group)
    if topic == Topic():
        return None
    used = _listed(f"topic.words.{group}", room) | _listed("topic.words.any", room)
    known = (_short(room, named, language), *(_names(room.knowledge.deals[deal]) if deal else ()))
    used |= {word for name in known for word in _plain(name).split()}
    contents = () if attribute and not named else analysis.contents
    unused = (unit for unit in contents if unit.weight >= TELLING and not (set(_plain(unit.text).split()) <= used))
    return Meant(topic, tuple(unit.text for unit in unused))


def without_politeness(words: str, room: Room) -> str:
    """The words without those at their ends that name nothing: "/pause bitte" pauses everything."""
    polite = {word for phrase in _listed("topic.words.polite", room) for word in phrase.split()}
    left = words.split()
    for end in (0, -1):
        while left and _plain(left[end]).strip() in polite | {""}:
            left.pop(end)
    return " ".join(left)


def wished(question: str, room: Room) -> Topic | None:
    """What a question without an answer would be answered by; None when too little of it is understood."""
    recognition = room.recogniser.recognise(question)
    unknown = [unit for unit in recognition.conflicts if not unit.entities and unit.kind == "entity"]
    if unknown:
        return None
    names = recognition.entities or tuple(e for unit in recognition.analysis.names for e in unit.entities[:1])
    entities = tuple(sorted(dict.fromkeys(names)))[:MOST_ENTITIES]
    deal = None
    if not entities and recognition.readings:
        deal = recognition.readings[0].features.fact.deal
    # Names that stand against each other ("an agreement with Spain") say enough; a side would narrow them too much.
    attribute = None if recognition.conflicts else recognition.attribute
    topic = Topic(deal, entities, attribute)
    return None if topic == Topic() else topic


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _deal(plain: str, room: Room) -> str | None:
    """The deal whose longest name stands in the words."""
    best, length = None, 0
    for deal in room.knowledge.deals.values():
        for name in map(_plain, _names(deal)):
            if len(name) > length and name in plain:
                best, length = deal.id, len(name)
    return best


def _names(deal: Deal) -> tuple[str, ...]:
    return (*(name for names in deal.names.values() for name in names), *deal.title.values())


def _group(plain: str, room: Room) -> str | None:
    groups = dict.fromkeys(attribute.group for attribute in room.knowledge.attributes.values())
    words = set(plain.split())
    return next((group for group in groups if words & _listed(f"topic.words.{group}", room)), None)


def _listed(key: str, room: Room) -> set[str]:
    """The words that the catalogs of all languages list under a key."""
    texts = (voice.text(key) for voice in room.voices.values() if voice.knows(key))
    return {_plain(word).strip() for text in texts for word in text.split(",")}


def _short(room: Room, attribute: str | None, language: str) -> str:
    named = room.knowledge.attributes[attribute].words.get(language) if attribute else None
    return named.short if named else ""


def _attribute(plain: str, room: Room, language: str) -> str | None:
    """The attribute whose name for buttons stands in the words."""
    for attribute in room.knowledge.attributes.values():
        named = attribute.words.get(language)
        if named and _plain(named.short) in plain:
            return attribute.id
    return None
