"""/compare: amounts in one currency, or numbers of the same thing, side by side; a picture goes with it.

Only what can be compared is: a group holds at least two figures of different deals or sides, all of one kind.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.suggestions import shortened
from bot.facts.model import Attribute, Fact, Knowledge
from bot.facts.values import Count, Money
from bot.understanding.language.normalise import fold

_LONGEST = 100
MOST_BARS = 12
_FIGURES = frozenset({"money", "count"})


@dataclass(frozen=True)
class Figure:
    """One figure to compare."""

    fact: Fact
    value: Money | Count

    @property
    def size(self) -> Decimal:
        """The bare number."""
        return self.value.amount if isinstance(self.value, Money) else self.value.number


def groups(knowledge: Knowledge) -> Mapping[str, tuple[Figure, ...]]:
    """What can be compared: figures by "money.EUR", "count.country"…, the largest first."""
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for fact in knowledge.facts.values():
        match fact.value:
            case Money(_, currency, _) as money if currency:
                found[f"money.{currency}"].append(Figure(fact, money))
            case Count(_, of, _) as count if of:
                found[f"count.{of}"].append(Figure(fact, count))
    return {
        key: tuple(sorted(distinct, key=lambda figure: -figure.size))[:MOST_BARS]
        for key, figures in sorted(found.items())
        if len(distinct := _distinct(figures, knowledge.attributes)) > 1
    }


def title(room: Room, key: str, language: str) -> str:
    """What a group compares: "Beträge in Euro", "Länder"."""
    voice = room.voices[language]
    kind, _, what = key.partition(".")
    if kind == "money":
        return voice.text("compare.money", currency=voice.currency(what))
    return voice.text(f"compare.of.{what}") if voice.knows(f"compare.of.{what}") else what


def comparison(room: Room, language: str, wanted: str = "") -> Reply:
    """The comparison that the words name, or what can be compared, to tap: of whom they name, if there is anything."""
    voice, found = room.voices[language], groups(room.knowledge)
    key = next((key for key in found if wanted and _named(room, key, wanted)), None)
    own = _of_the_named(room, found, wanted) if wanted and key is None else []
    key = own[0] if len(own) == 1 else key
    offered = own if len(own) > 1 else found
    others = tuple(Choice(shortened(title(room, other, language)), f"v1.{other}") for other in offered if other != key)
    if key is None:
        quoted = voice.text("quoted", words=wanted[:_LONGEST])
        strange = (voice.text("compare.unknown", words=quoted),) if wanted and not own else ()
        text = voice.text("compare.pick" if found else "compare.none")
        return Reply(Outcome.HELP, language, (*strange, text), voice.text("compare.title"), choices=others)
    statements = room.statements(language)
    statements.say_all(figure.fact for figure in found[key])
    return Reply(
        Outcome.ANSWER,
        language,
        tuple(statements.blocks),
        heading=voice.text("compare.heading", what=title(room, key, language)),
        facts=tuple(statements.facts),
        references=tuple(statements.references),
        choices=others,
        score=100.0,
        token=f"v1.{key}" if len(key) <= 50 and key.isascii() else None,
        picture=f"compare/{key}",
    )


def _named(room: Room, key: str, wanted: str) -> bool:
    return key == wanted or any(fold(wanted) in fold(title(room, key, language)) for language in room.voices)


def _of_the_named(room: Room, found: Mapping[str, tuple[Figure, ...]], words: str) -> list[str]:
    """The groups with a figure of whom the words name."""
    named = room.recogniser.recognise(words).named
    told = {fact.id for entity in named for fact in room.store.about(entity)}
    return [key for key, figures in found.items() if any(figure.fact.id in told for figure in figures)]


def _distinct(figures: Iterable[Figure], attributes: Mapping[str, Attribute]) -> list[Figure]:
    """One figure for each deal and number: that of the fact which is asked for by figures, not of an overview."""
    found: dict[tuple[str, Decimal], Figure] = {}
    for figure in figures:
        attribute = attributes.get(figure.fact.attribute)
        direct = attribute is not None and not _FIGURES.isdisjoint(attribute.asks)
        key = (figure.fact.deal, figure.size)
        if direct or key not in found:
            found[key] = figure
    return list(found.values())
