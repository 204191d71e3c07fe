"""What concepts say by themselves, in no language: locales/concepts/, a class a file and a field a section.

Each section is explained where it stands. A concept that a language lacks would be heard in nothing: it is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from bot.facts.tells import Tells

CONCEPT, STATUS = "concept of both languages", "status"
DEAL_KIND, ENTITY_KIND = "kind or status of a deal", "kind of entity"
"""Names that are held against those that there are."""

Concept = Annotated[str, CONCEPT]
Concepts = tuple[Concept, ...]


@dataclass(frozen=True)
class AskedConcepts:
    """asked.yaml: what kind of answer a noun asks for."""

    counted: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[Concept, str] = field(default_factory=dict)
    measures: Mapping[Concept, str] = field(default_factory=dict)
    money: Concepts = ()
    spans: Concepts = ()
    names: Concepts = ()
    sorts: Concepts = ()

    @property
    def kinds(self) -> Mapping[str, str]:
        """The kinds of answer by the nouns that ask for nothing else, those of counts among them."""
        return {**self.counted, **self.nouns}


@dataclass(frozen=True)
class DealConcepts:
    """deals.yaml: what is said of deals as such."""

    relations: Concepts = ()
    partaking: Concepts = ()
    involving: Concepts = ()
    dealing: Concepts = ()
    signing: Concepts = ()
    parties: Concepts = ()
    doings: Concepts = ()
    doings_beside: Concepts = ()
    sorts: Mapping[Concept, tuple[Annotated[str, DEAL_KIND], ...]] = field(default_factory=dict)
    statuses: Mapping[Concept, Annotated[str, STATUS]] = field(default_factory=dict)
    sides: Mapping[Concept, str] = field(default_factory=dict)
    datings: Mapping[Concept, str] = field(default_factory=dict)
    happening: Concepts = ()
    seasons: Mapping[Concept, tuple[str, ...]] = field(default_factory=dict)
    comparing: Concepts = ()
    holders: Concepts = ()
    lasting: Concepts = ()


@dataclass(frozen=True)
class FirmConcepts:
    """firms.yaml: what companies, and others, are called, and what belongs to them."""

    place_heads: Concepts = ()
    trade_heads: Concepts = ()
    trades: Mapping[str, Concepts] = field(default_factory=dict)
    natures: Concepts = ()
    callings: Mapping[Concept, Concepts] = field(default_factory=dict)
    describing: Concepts = ()
    rivals: Concepts = ()
    belongings: Concepts = ()
    owning: Concepts = ()
    giving_up: Concepts = ()


@dataclass(frozen=True)
class ListConcepts:
    """lists.yaml: what is said where all of a kind are asked for."""

    kinds: Mapping[Concept, Annotated[str, ENTITY_KIND]] = field(default_factory=dict)
    offices: Concepts = ()
    stations: Concepts = ()
    charges: Concepts = ()
    siding: Concepts = ()
    counting: Concepts = ()
    listing: Concepts = ()
    joining: Concepts = ()


@dataclass(frozen=True)
class RuleConcepts:
    """rules.yaml: what the rules look for."""

    opposites: tuple[Mapping[str, Concepts], ...] = ()
    apart: Concepts = ()
    own_figures: Concepts = ()
    services: Concepts = ()
    free: Concepts = ()
    roles: Mapping[Concept, Tells] = field(default_factory=dict)
    role_verbs: Mapping[Concept, Concept] = field(default_factory=dict)
    heading: Concepts = ()
    founding: Concepts = ()
    chiefs: Concepts = ()
    planning: Concepts = ()
    clock: Concepts = ()
    finer: Concepts = ()
    foreign: Concepts = ()
    making: tuple[Mapping[str, Concepts], ...] = ()
    following: Concepts = ()
    beginning: Concepts = ()
    beginning_told: Concepts = ()
    dealt: Concepts = ()
    reacting: tuple[Mapping[str, Concepts], ...] = ()
    kinds: Concepts = ()
    parts: Concepts = ()
