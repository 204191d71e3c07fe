"""Sets of feature keys with strengths, as facts and attributes collect them from their texts."""

from collections.abc import Iterable, Mapping

from bot.understanding.utterance.units import Unit

_PART = 0.8


def keys_of(units: Iterable[Unit]) -> dict[str, float]:
    """The keys of units and, a little weaker, of the pieces of compounds."""
    keys: dict[str, float] = {}
    for unit in units:
        strengthen(keys, unit.keys, 1.0)
        for part in unit.parts:
            strengthen(keys, part.keys, _PART)
    return keys


def strengthen(keys: dict[str, float], more: Mapping[str, float], factor: float) -> None:
    """Add keys, each with its greatest strength."""
    for key, strength in more.items():
        if strength * factor > keys.get(key, 0.0):
            keys[key] = strength * factor
