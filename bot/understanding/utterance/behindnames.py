"""The noun that says what is asked for, where a name stands between it and the question word."""

from itertools import pairwise

from bot.understanding.utterance.units import TELLING, Analysis, Unit, follows


def behind_a_name(analysis: Analysis) -> list[Unit]:
    """The nouns behind a name that directly follows the question word ("which *Viennese shop*"), if there are any."""
    units = sorted(analysis.units, key=lambda unit: unit.start)
    for place, name in enumerate(units):
        asked = any(len(analysis.text[at : name.start].split()) == 1 for at in analysis.asking if at < name.start)
        if asked and name.kind == "entity":
            return _run(analysis, units[place:])
    return []


def _run(analysis: Analysis, units: list[Unit]) -> list[Unit]:
    """The words that directly follow the first unit, and one another ("German *mail order firms*")."""
    found: list[Unit] = []
    for one, other in pairwise(units):
        if other.kind not in TELLING or not other.says or not follows(analysis.text, one, other):
            break
        found.append(other)
    return found
