"""Who is it? Questions that hold a person's name and nothing else: "Who is Ilze Ozola?", "Wer ist eigentlich Ozola?".

A person is introduced by the role that the gazetteer tells, beside a fact about them. Its citation stands behind both.
"""

from collections.abc import Mapping, Sequence

from bot.facts.model import Entity
from bot.understanding.scoring import Reading
from bot.understanding.units import Analysis

_OPEN = frozenset({"definition", "person", "text"})
_OTHERWISE = frozenset({"yesno", "negation", "compare", "list"})
_ROLE = "role"
_SAID = 0.3
_ITS_OWN = 0.95
"""How strongly a fact must hold the name to be about its bearer."""


def introduced(analysis: Analysis, entities: Mapping[str, Entity]) -> Entity | None:
    """The person whom an utterance asks to be introduced, and nothing else."""
    open_ = bool(analysis.types) and analysis.types <= _OPEN and not analysis.flags & _OTHERWISE
    if not open_ or len(analysis.names) != 1 or any(unit.weight >= _SAID for unit in analysis.contents):
        return None
    known = [entities[entity] for entity in analysis.names[0].entities if entity in entities]
    return known[0] if len(known) == 1 and known[0].role else None


def introduction(person: Entity, readings: Sequence[Reading]) -> Reading | None:
    """The fact that introduces a person: the one on their role, else the best that is about them."""
    own = [reading for reading in readings if reading.features.names.get(f"@{person.id}", 0.0) >= _ITS_OWN]
    roles = [reading for reading in own if _ROLE in reading.features.attributes]
    return next(iter((*roles, *own)), None)
