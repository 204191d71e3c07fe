"""Which kinds of answer a fact can give: by its typed values, its example questions, its attributes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.facts.entities import Entity
from bot.facts.model import Attribute, Fact
from bot.facts.values import NotDisclosed
from bot.understanding.readings.example import Example
from bot.understanding.readings.valuekeys import entity_types, value_types
from bot.understanding.utterance.answertypes import MEASURED

_SELDOM = 0.03
"""A kind of answer that no larger share of a fact's examples asks for isn't what the fact gives."""

_NAMED = {"person", "company", "organisation", "country", "city"}
"""Only a fact that names such a thing gives one of these."""

_SOFT = {"reason", "manner", "definition", "name", "quote", "text", "yesno", "product", "language"}


def answer_types(
    fact: Fact,
    examples: Sequence[Example],
    named: Iterable[str],
    attributes: Mapping[str, Attribute],
    entities: Mapping[str, Entity],
) -> frozenset[str]:
    """The answer types of a fact that names these entities."""
    types: set[str] = set()
    for value in fact.values.values():
        types |= value_types(value, entities)
    asked = Counter(kind for example in examples for kind in example.types)
    seldom = _SELDOM * len(examples)
    types |= {kind for kind, times in asked.items() if times > max(seldom, kind in MEASURED)}
    typed = [value for value in fact.values.values() if not isinstance(value, NotDisclosed)]
    kinds = {kind for entity in named for kind in entity_types(entity, entities)}
    for name in (fact.attribute, *fact.also):
        if name in attributes:
            asks = set(attributes[name].asks)
            types |= asks & _SOFT if typed else asks - MEASURED - (_NAMED - kinds)
    return frozenset(types)
