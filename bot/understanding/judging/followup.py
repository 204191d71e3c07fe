"""Questions that lean on the conversation: what they inherit from the question before.

A question that lacks a subject takes it over, one that holds nothing but a new name or a new question word repeats the
earlier question with that changed ("und Spanien?", "bis wann denn?"). Inherited units weigh less than the user's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.understanding.judging.recognition import Background
from bot.understanding.utterance.units import Analysis, Unit

LEANING = frozenset({"followup", "pronoun", "other_one", "likewise", "correction"})
_TURNING = frozenset({"back", "switch"})
COMPARING = frozenset({"more_than", "less_than"})
_WHOLE = frozenset({"text", "definition", "list"})
_SUBJECT, REPEATED, _BACKGROUND = 0.55, 0.75, 0.2
NEXT = "\n"
"""Parts the utterances of a conversation, the last first, where each said something itself."""


@dataclass(frozen=True)
class Merged:
    """A question completed by its conversation: own units first, then the inherited ones; new names replace old."""

    analysis: Analysis
    inherited: tuple[Unit, ...]
    replaced: tuple[Unit, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units, own and inherited."""
        return (*self.analysis.units, *self.inherited)


def leans(analysis: Analysis) -> bool:
    """Does the utterance need its conversation? By its words, or because it names nothing or says nothing.

    "Back to the British: when was it signed there?" says itself what it is about.
    """
    if analysis.flags & _TURNING and analysis.names and analysis.said:
        return False
    return bool(analysis.flags & LEANING) or not analysis.names or not analysis.said


def is_mute(analysis: Analysis) -> bool:
    """Does it ask and say nothing at all: marks, a lone article, keys hit at random ("?", "a", "sdkf")?"""
    return not (analysis.types or analysis.flags or any(unit.kind != "word" or unit.says for unit in analysis.units))


def names_first(analysis: Analysis) -> bool:
    """Does it name somebody before it asks ("*with the British*: when was it?")? That may be a new subject."""
    asked = min(analysis.asking, default=0)
    return bool(analysis.said) and any(unit.start < asked for unit in analysis.names)


def compares(analysis: Analysis) -> bool:
    """Is what was talked about compared with the one name ("is *it* bigger than Amazon?"), not given up for it?"""
    compared = bool(analysis.flags & COMPARING) and not analysis.figures
    return compared and "pronoun" in analysis.flags and len(analysis.names) == 1


def latest(background: Background) -> str:
    """The question that was asked last, without those on which it leant."""
    return background.utterance.partition(NEXT)[0]


def merge(
    analysis: Analysis, background: Background, analyse: Callable[[str, str | None], Analysis], kinds: Mapping[str, str]
) -> Merged:
    """The question with what it inherits. `kinds` tells an entity's kind: a new country replaces the earlier one."""
    before, last = (analyse(text, background.language) for text in (background.utterance, latest(background)))
    own_kinds = {kinds.get(entity, "country") for unit in analysis.names for entity in unit.entities}
    compared = compares(analysis)
    corrects = "correction" in analysis.flags and bool(analysis.names) and not analysis.said
    names = [
        unit
        for unit in before.names
        if not corrects  # "no, I meant the UK": whatever was named before
        if compared or not any(kinds.get(entity, "country") in own_kinds for entity in unit.entities)
    ]
    if analysis.said:
        subject = compared or not analysis.names
        factor_names, factor_contents = (_SUBJECT if subject else _BACKGROUND), _BACKGROUND
    else:
        factor_names, factor_contents = _SUBJECT, REPEATED
    inherited = [unit.weighing(factor_names) for unit in names]
    inherited += [unit.weighing(factor_contents) for unit in last.contents]
    repeated = {key for unit in last.contents for key in unit.keys}
    inherited += [unit.weighing(_BACKGROUND) for unit in before.contents if repeated.isdisjoint(unit.keys)]
    named = {entity for unit in (*before.names, *analysis.names) for entity in unit.entities}
    if not analysis.names:
        inherited += [
            Unit(entity, "entity", {f"@{entity}": 1.0}, 1.3 * _SUBJECT * 0.6)
            for entity in background.entities
            if entity not in named
        ]
    repeats = not analysis.said and ("likewise" in analysis.flags or not analysis.types)
    overview = not analysis.said and not repeats and analysis.types <= _WHOLE
    if overview:  # "and what's in it?" asks for the deal, not again for what was asked before
        inherited = [unit for unit in inherited if unit.kind == "entity"]
    if last.types and "followup" in analysis.flags and not analysis.types:  # "and in February?" after "when …?"
        analysis = replace(analysis, flags=analysis.flags - {"yesno"})
    completed = replace(
        analysis,
        types=last.types if repeats else analysis.types,
        flags=(analysis.flags - {"yesno"} | last.flags & {"yesno"})
        if repeats
        else analysis.flags | ({"summary"} if overview else set()),
    )
    replaced = tuple(unit for unit in before.names if unit not in names)
    return Merged(completed, tuple(inherited), replaced)
