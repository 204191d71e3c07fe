"""The items of an enumeration, each as a question of its own: "the pavilions: number, start, operator".

What is enumerated stands behind its topic, in brackets, or before it ("number, start and operator of the pavilions");
behind a word like "namely" two are enough.
"""

import re
from collections.abc import Iterator, Mapping

from bot.understanding.several.layouts import within
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis

_BRACKETS = re.compile(r"^(?P<head>.*?)\((?P<items>[^()]*)\)[\s?!.]*$")
_BEHIND = re.compile(r"^(?P<head>.*?)(?:[:?](?=\s)| [–-] )(?P<items>.*)$")
_FEWEST, _FEWEST_PARTED, _MOST = 3, 2, 6
_LONGEST = 4
"""No item has more words."""


def items(analysis: Analysis, joints: Joints) -> Mapping[str, str]:
    """The items of an enumeration, each with the question for it; none if nothing is enumerated."""
    text = analysis.text.rstrip("?!. ")
    for (head, held), fewest in _layouts(analysis, text, joints):
        start = analysis.text.find(held, len(head))
        listed = _pieces(held, joints)
        named = any(unit.start < start for unit in analysis.names) and not any(at >= start for at in analysis.asking)
        if named and fewest <= len(listed) <= _MOST and all(_is_item(analysis, one, start) for one in listed):
            return {one: f"{head.strip()}: {one}?" for one in listed}
    return _before(analysis, text, joints)


def _layouts(analysis: Analysis, text: str, joints: Joints) -> Iterator[tuple[tuple[str, str], int]]:
    """The topic and what is enumerated behind it, by each form, with how many items that form needs."""
    if found := _BRACKETS.match(analysis.text.strip()):
        yield (found["head"], found["items"]), _FEWEST_PARTED
    if namely := joints.namely.search(text):
        yield (text[: namely.start()], text[namely.end() :]), _FEWEST_PARTED
    if found := _BEHIND.match(text):
        yield (found["head"], found["items"]), _FEWEST


def _before(analysis: Analysis, text: str, joints: Joints) -> Mapping[str, str]:
    """Those that stand before their topic, which ends the sentence."""
    listed = _pieces(text, joints)
    if not _FEWEST <= len(listed) <= _MOST or analysis.asking or "yesno" in analysis.flags:
        return {}
    at = text.rfind(listed[-1])
    last = [unit for unit in analysis.units if unit.start >= at and unit.kind != "operator"]
    if (
        len(last) < _FEWEST_PARTED
        or last[0].kind == "entity"
        or min((u.start for u in analysis.names), default=0) <= last[0].start
    ):
        return {}
    end = last[0].start + len(last[0].text)
    head = text[end:].strip()
    if not head or not all(_is_item(analysis, one, 0) for one in listed[:-1]):
        return {}
    return {one: f"{one} {head}?" for one in (*listed[:-1], text[at:end])}


def _pieces(text: str, joints: Joints) -> list[str]:
    return [piece.strip() for piece in joints.item.split(text) if piece.strip()]


def _is_item(analysis: Analysis, piece: str, start: int) -> bool:
    """Is it a few words that name nobody?"""
    at = analysis.text.find(piece, start)
    units = within(analysis, (at, at + len(piece)))
    return len(piece.split()) <= _LONGEST and bool(units) and all(unit.kind != "entity" for unit in units)
