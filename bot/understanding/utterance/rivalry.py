"""Companies called by whose rival they are: "*Alibaba's competitor*", "der *Alibaba-Gegner*", "the rival of *Visa*".

Facts tell who competes with whom. Where a question has no answer as it stands, the rival of somebody may stand for
those whom the facts call that, if they are few.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.facts.concerned import entities_in
from bot.facts.model import Knowledge
from bot.understanding.utterance.homes import OneOrSeveral
from bot.understanding.utterance.units import TELLING, Analysis, Unit

_FEW = 3
_FIRMS = frozenset({"company", "organisation"})
_COMPETITOR = "competitor"
_NOUN = 0.2
"""What stays of the weight of the noun, which the name of the rival says already."""

_OWN = re.compile(r"(?:-|['’]s?|s['’])?\s*|\s*-\s*")
_OF = re.compile(r"\s+(?:\w+\s+){0,2}")
_GENITIVE = re.compile(r"s['’]?$|['’]$", re.IGNORECASE)
"""How a name ends that says whose: what stands between it and its noun is otherwise a hyphen or an "'s"."""

_BETWEEN = 1
"""So many words may describe the rival ("Alibaba's *biggest* rival")."""


@dataclass(frozen=True)
class Rivalry:
    """`nouns` are the concepts of rivals, `of` the companies that compete with one, `numbers` tells one of them."""

    nouns: Collection[str]
    of: Mapping[str, Collection[str]]
    numbers: OneOrSeveral

    def meant(self, analysis: Analysis) -> tuple[Analysis, Unit] | None:
        """The question with the rival instead of the one whose rival it is, and the noun; None if there is none.

        Where nothing else is said, the rival's name itself is asked for.
        """
        for name, noun in self._pairs(analysis):
            firms = {one for entity in name.entities for one in self.of.get(entity, ())}
            others = {one for unit in analysis.names if unit is not name for one in unit.entities}
            if not 0 < len(firms) <= _FEW or firms & others:
                continue
            rival = replace(name, keys={f"@{firm}": 1.0 for firm in sorted(firms)})
            units = tuple(rival if u is name else u.weighing(_NOUN) if u is noun else u for u in analysis.units)
            if any(unit.says for unit in units if unit.kind != "operator" and unit not in (rival, noun)):
                return replace(analysis, units=units, focus=()), noun
        return None

    def _pairs(self, analysis: Analysis) -> Iterator[tuple[Unit, Unit]]:
        """The names of companies each with the noun that makes one of it, before or behind."""
        units = sorted((u for u in analysis.units if u.kind != "operator"), key=lambda unit: unit.start)
        for at, noun in enumerate(units):
            if noun.kind not in TELLING or _keys(noun).isdisjoint(self.nouns):
                continue
            for before in units[max(0, at - 1 - _BETWEEN) : at]:
                if before.entities and self._owns(analysis.text, before, noun):
                    yield before, noun
            behind = units[at + 1] if at + 1 < len(units) else None
            if behind and behind.entities and self._is_of(analysis.text, noun, behind):
                yield behind, noun

    def _owns(self, text: str, name: Unit, noun: Unit) -> bool:
        """Is it the rival of the one named before, by a genitive, or by an article and nothing between?"""
        between = text[name.end : noun.start]
        if _OWN.fullmatch(between) and self.numbers.means_one(text[: name.start], noun.text):
            return True
        genitive = between[:2].strip().startswith(("'", "’")) or _GENITIVE.search(name.text)
        words = between.strip(" '’-").removeprefix("s ").split()
        return bool(genitive) and len(words) <= _BETWEEN and not self.numbers.ends_as_several("", noun.text)

    def _is_of(self, text: str, noun: Unit, name: Unit) -> bool:
        """Is it one rival of the one named behind?"""
        between = text[noun.end : name.start]
        joined = _OF.fullmatch(between) or _GENITIVE.search(name.text)
        return bool(joined) and len(between.split()) <= 2 and self.numbers.means_one(text[: noun.start], noun.text)


def rivalry(nouns: Collection[str], knowledge: Knowledge, numbers: OneOrSeveral) -> Rivalry:
    """Who competes with whom, as a folder's facts tell: the parties of a deal with the rivals that its facts name."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in knowledge.facts.values():
        if fact.attribute == _COMPETITOR:
            parties = _firms(knowledge, knowledge.deals[fact.deal].parties)
            for rival in _firms(knowledge, tuple(entities_in(fact))):
                for party in parties:
                    if party != rival:
                        found[party].add(rival)
                        found[rival].add(party)
    return Rivalry(frozenset(nouns), {one: tuple(sorted(others)) for one, others in found.items()}, numbers)


def _firms(knowledge: Knowledge, entities: Sequence[str]) -> list[str]:
    return [one for one in entities if knowledge.kinds.get(one) in _FIRMS]


def _keys(noun: Unit) -> set[str]:
    return {key for piece in (noun, *noun.parts[-1:]) for key in piece.keys}
