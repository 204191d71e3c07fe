"""What a reader is offered to tap next: related questions that have answers, or the readings of an unclear one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from bot.answering.room.reply import Choice
from bot.answering.room.room import Room
from bot.answering.room.tokens import token_of
from bot.facts.model import Fact

MOST_RELATED = 3
MOST_READINGS = 4
_LONGEST_LABEL = 40
_LONGEST_QUESTION = 60
"""What still fits on a button that has a row of its own."""


def related(room: Room, language: str, facts: Sequence[str], deal: str | None) -> tuple[Choice, ...]:
    """Other sides of the same deal, the important ones first, and the deal itself."""
    if deal is None:
        return ()
    said = {room.knowledge.facts[fact].attribute for fact in facts if fact in room.knowledge.facts}
    sides = [choice for attribute, choice in room.once(_sides, language, deal) if attribute not in said]
    return (*sides[:MOST_RELATED], *deals(room, language, [deal]))


def deals(room: Room, language: str, names: Iterable[str]) -> tuple[Choice, ...]:
    """Deals to open, each once, by their titles."""
    titles = ((name, room.knowledge.deals[name].title[language]) for name in dict.fromkeys(names))
    return tuple(Choice(shortened(title), token_of("d", name)) for name, title in titles)


def deals_of(room: Room, language: str, facts: Iterable[str]) -> tuple[Choice, ...]:
    """The deals of some facts, to open."""
    return deals(room, language, (room.knowledge.facts[fact].deal for fact in facts))


def deals_of_named(room: Room, language: str, entities: Iterable[str]) -> tuple[Choice, ...]:
    """The deals that tell most of those named, to open where nothing of what was asked about them is told."""
    found = [told_of(room, language, entity)[:MOST_RELATED] for entity in entities]
    return deals(room, language, (deal for some in zip_longest(*found) for deal in some if deal))[:MOST_RELATED]


def told_of(room: Room, language: str, entity: str) -> tuple[str, ...]:
    """The deals that tell of an entity or country, those that tell most of it first."""
    return room.once(_told_of, language, entity)


def _told_of(room: Room, _language: str, entity: str) -> tuple[str, ...]:
    return tuple(deal for deal, _ in Counter(fact.deal for fact in room.store.about(entity)).most_common())


def _sides(room: Room, language: str, deal: str) -> tuple[tuple[str, Choice], ...]:
    """A question for each side of the deal that is told, with its attribute, the important ones first."""
    own = room.store.facts_of(deal)
    facts = by_importance(room, (fact for fact in own if fact.standalone and fact.disclosed))
    picked: dict[str, Fact] = {}
    for fact in facts:
        picked.setdefault(fact.attribute, fact)
    return tuple(
        (attribute, Choice(question(room, language, fact), token_of("f", fact.id)))
        for attribute, fact in picked.items()
    )


def readings(room: Room, language: str, facts: Iterable[Fact]) -> tuple[Choice, ...]:
    """The readings of an unclear question, each named by its deal and the side asked for."""
    choices: dict[str, Choice] = {}
    for fact in facts:
        deal = room.knowledge.deals[fact.deal]
        text = shortened(f"{headline(room, language, fact)} – {deal.title[language]}", 60)
        choices.setdefault(text, Choice(text, token_of("f", fact.id)))
    return tuple(choices.values())[:MOST_READINGS]


def persons(room: Room, language: str, names: Sequence[str], facts: Sequence[Fact]) -> tuple[Choice, ...]:
    """Persons who may be meant, each with what they are, to open the fact about them."""
    voice, known = room.voices[language], room.knowledge.entities
    roles = [(known[name].role or {}).get(language, "") for name in names]
    labels = [", ".join(filter(None, (voice.name(name), role))) for name, role in zip(names, roles, strict=True)]
    told = zip(labels, facts, strict=False)
    return tuple(Choice(shortened(label, 60), token_of("f", fact.id)) for label, fact in told)[:MOST_READINGS]


def question(room: Room, language: str, fact: Fact) -> str:
    """A question that the fact answers, as a reader would ask it: the first short one, else the shortest.

    Only where none fits on a button, the name of what the fact tells.
    """
    whole = [text for text in fact.questions.get(language, ()) if text.endswith("?") and len(text) <= _LONGEST_QUESTION]
    short = next((text for text in whole if len(text) <= _LONGEST_LABEL), None)
    return short or min(whole, key=len, default=headline(room, language, fact))


def examples(room: Room, language: str, deals: Iterable[str]) -> tuple[Choice, ...]:
    """A question on each of the deals, to begin with."""
    first = (room.once(_sides, language, deal)[:1] for deal in deals)
    return tuple(choice for sides in first for _, choice in sides)


def label(room: Room, language: str, fact: Fact) -> str:
    """The short name of what a fact tells, in the reader's language."""
    attribute = room.knowledge.attributes.get(fact.attribute)
    words = attribute.words.get(language) if attribute else None
    return words.short if words else fact.attribute.replace("_", " ")


def headline(room: Room, language: str, fact: Fact) -> str:
    """The same as it begins a line."""
    name = label(room, language, fact)
    return name[:1].upper() + name[1:]


def importance(room: Room, fact: Fact) -> int:
    """How important the side of the deal is that a fact tells, 1 to 3."""
    attribute = room.knowledge.attributes.get(fact.attribute)
    return attribute.importance if attribute else 1


def by_importance(room: Room, facts: Iterable[Fact]) -> list[Fact]:
    """Facts by the importance of what they tell of the deal, the most important first."""
    return sorted(facts, key=lambda fact: -importance(room, fact))


def sides_first(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with one of each attribute before a second of any."""
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.attribute, fact)
    return [*first.values(), *(fact for fact in facts if fact not in first.values())]


def shortened(text: str, most: int = _LONGEST_LABEL) -> str:
    """A label cut at a word, with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,–-") + "…"
