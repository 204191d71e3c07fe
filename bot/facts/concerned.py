"""Which entities a fact concerns: what indexes, checks and subscriptions go by."""

from collections.abc import Iterator

from bot.facts.model import Deal, Fact
from bot.facts.values import EntityList, EntityValue


def entities_in(fact: Fact) -> Iterator[str]:
    """Every entity that the fact's values name."""
    for value in fact.values.values():
        if isinstance(value, EntityValue):
            yield value.entity
        elif isinstance(value, EntityList):
            yield from value.entities


def entities_of(fact: Fact, deal: Deal) -> tuple[str, ...]:
    """Every entity that a fact concerns: its deal's parties and places, its own, those that its values name."""
    own = (*fact.about, *fact.according_to, *entities_in(fact))
    return tuple(dict.fromkeys((*deal.parties, *deal.places, *own)))
