"""Names that are only mentioned to be ruled out: "not Tmall, *Juhuasuan*", "nein, nicht Brüssel, die Plattform".

What a question leaves out of a list ("all but Austria") stays in it; here another name stands in the place of the one
that isn't meant, or the utterance corrects the one before.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit
from bot.understanding.utterance.wanted import named

_RULING_OUT = frozenset({"negation", "correction"})
_KEEPING = frozenset({"except", "yesno"})
"""Operators that want what is left out to be heard: "which but Austria", "isn't it Austria"."""


def without_contrast(analysis: Analysis, joints: Joints, kinds: Mapping[str, str]) -> Analysis:
    """The utterance without the names that it rules out in favour of others; `kinds` are those of entities."""
    if not analysis.flags & _RULING_OUT or analysis.flags & _KEEPING or not analysis.leaving_out:
        return analysis
    meant, out = named(analysis, joints)
    if not meant and len(out) > 1 and _set_apart(analysis, out[-2], out[-1], joints):  # "not Tmall, Juhuasuan"
        meant, out = out[-1:], out[:-1]
    others = {kinds.get(entity) for unit in meant for entity in unit.entities}
    bare = (
        bool(meant)
        and not analysis.types
        and not any(unit.says for unit in analysis.contents if unit.kind != "operator")
    )
    instead = "correction" in analysis.flags or bare or all(kinds.get(e) in others for u in out for e in u.entities)
    if not out or not instead:
        return analysis
    kept = tuple(unit for unit in analysis.units if unit not in out and "!negation" not in unit.keys)
    corrects = {"correction"} if bare else set[str]()  # "not Moscow, Austria" asks again what was asked before
    return replace(analysis, units=kept, flags=analysis.flags - {"negation"} | corrects, focus=())


def _set_apart(analysis: Analysis, one: Unit, other: Unit, joints: Joints) -> bool:
    """Does nothing but a comma, and no "and", join two names?"""
    between = analysis.between(one, other)
    return "," in between and not joints.join.search(between.replace(",", " "))
