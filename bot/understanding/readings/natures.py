"""What firms are, as statements say it: "the *payment service* Alipay", "Hema is Alibaba's *supermarket chain*".

Read from each statement once; the gazetteer knows only companies.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.understanding.utterance.units import Unit, follows

_BREAK = re.compile(r"[,;:]")
_FAR = 3
"""So many words may stand between "is" and the noun: "is *a platform belonging to*" tells no more than the first."""

Nature = tuple[str, str]
"""An entity, and the concept that says what it is."""


@dataclass(frozen=True)
class Natures:
    """Finds them. `nouns` are the concepts that say what a firm is, `being` matches "is" in each language."""

    nouns: frozenset[str]
    being: Mapping[str, re.Pattern[str]]

    def told(self, read: Iterable[tuple[str, str, Sequence[Unit]]]) -> frozenset[Nature]:
        """What a fact's statement says of whom, given as (language, text, units) of each.

        A noun before the name is sure; what it is said to be must be heard in every language.
        """
        before, is_ = set[Nature](), list[set[Nature]]()
        for language, text, units in read:
            said = sorted((unit for unit in units if unit.kind != "operator"), key=lambda unit: unit.start)
            before |= self._before(text, said)
            is_.append(self._is(text, said, self.being[language]))
        return frozenset(before.union(set.intersection(*is_) if is_ else ()))

    def of(self, unit: Unit) -> set[str]:
        """What a noun says that somebody is, by itself or by its compound: one of these before the head, too."""
        head = unit.parts if not self.nouns.isdisjoint(key for one in unit.parts[-1:] for key in one.keys) else ()
        return {key for one in (unit, *head) for key in one.keys if key in self.nouns}

    def _before(self, text: str, units: Sequence[Unit]) -> set[Nature]:
        found = set[Nature]()
        for at, (noun, name) in enumerate(pairwise(units)):
            if name.kind == "entity" != noun.kind and follows(text, noun, name) and (said := self.of(noun)):
                before = units[at - 1] if at and follows(text, units[at - 1], noun) else noun  # "*supermarket* chain"
                found |= {(entity, key) for entity in name.entities for key in said | self.of(before)}
        return found

    def _is(self, text: str, units: Sequence[Unit], being: re.Pattern[str]) -> set[Nature]:
        if not units or units[0].kind != "entity":
            return set()
        name, *others = units
        verb = being.match(text, name.end)
        if verb is None:
            return set()
        for unit in others:
            between = text[verb.end() : unit.start]
            if len(between.split()) > _FAR or _BREAK.search(between):
                break
            if unit.kind != "entity" and (said := self.of(unit)):
                return {(entity, key) for entity in name.entities for key in said}
        return set()


def natures(nouns: Collection[str], being: Mapping[str, Iterable[str]]) -> Natures:
    """The finder for these nouns, and the words for "is" of each language."""
    verbs = {
        language: re.compile(rf"\s+(?:{'|'.join(map(re.escape, words)) or '(?!)'})\b\s*", re.IGNORECASE)
        for language, words in being.items()
    }
    return Natures(frozenset(nouns), verbs)
