"""Who or what is named at all? "Which people are mentioned?", "name all companies", "who is from Alibaba?".

Found by their form: a noun for a kind of entity, words for being named or a wish for a list, whose they are, nothing
else. Called are the entities that facts are about, each with the fact that says most plainly who or what it is.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.facts.model import Fact, Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.concerning import is_country
from bot.understanding.deals.firms import COMPANY, Firms
from bot.understanding.deals.roll import Roll
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis, Unit, follows
from bot.understanding.utterance.wanted import named

_PERSON, _COUNTRY, _COUNT = "person", "country", "count"
_ORIGIN = "origin"
_PLACES = frozenset({_COUNTRY, "place"})
_ASKING = frozenset({"person", "company", "organisation", "country", "city", "list", "name", _COUNT})
_OTHERWISE = frozenset({"yesno", "negation", "compare", "only", "most"})
_FIRMS = frozenset({"company", "organisation"})
_SHORT, _FEW, _LOOKED_AT = 4, 3, 30
_MOST_TOLD = 30
"""For so many the best fact is looked for, more than are ever shown; the others are hardly more than counted."""


class Rolls:
    """Calls the rolls of persons, companies and countries."""

    def __init__(
        self,
        knowledge: Knowledge,
        about: Mapping[str, Sequence[Fact]],
        told: ToldNames,
        analyser: Analyser,
        joints: Joints,
        vocabulary: Vocabulary,
    ) -> None:
        self._knowledge = knowledge
        self._analyser = analyser
        self._belonging = joints.belonging
        self._kinds = vocabulary.lists.kinds
        self._roles = {concept for concept, kind in vocabulary.asked.kinds.items() if kind == _PERSON}
        self._callings = vocabulary.firms.callings
        self._listing = frozenset(vocabulary.lists.listing)
        self._from = self._listing | {_ORIGIN}
        self._joints = joints
        self._offices = frozenset(vocabulary.lists.offices)
        spoken = [one.mentions for one in vocabulary.words.values()]
        self._mentions, self._scopes = (
            Phrases(phrase for listed in spoken for phrase in listed.get(key, ())) for key in ("named", "where")
        )
        self._portraits = knowledge.telling(Tells.PORTRAIT)
        self._facts = about
        self._told_names = told
        self._firms = Firms(knowledge, about, told, joints, vocabulary.firms)

    def called(self, analysis: Analysis, *, leaning: bool) -> Roll | None:
        """The roll that an utterance asks for and nothing else; after an answer only one that says so plainly."""
        if not analysis.types or analysis.flags & _OTHERWISE:
            return None
        if not leaning and (parts := self._firms.belonging(analysis)):
            return parts
        return self._of_kind(analysis, leaning=leaning) if analysis.types <= _ASKING else None

    def _of_kind(self, analysis: Analysis, *, leaning: bool) -> Roll | None:
        """The roll of those of a kind, a role or a nature."""
        if not leaning and not analysis.refers and (bearers := self._bearers(analysis)):
            return bearers
        spoken, scopes = (listed.spans(analysis.text) for listed in (self._mentions, self._scopes))
        homes = self._firms.homes(analysis)
        said = [u for u in analysis.contents if not any(start <= u.start < end for start, end in (*spoken, *scopes))]
        nouns = [unit for unit in said if self._kind_of(unit) or self._role_of(unit)]
        others = [unit for unit in said if unit not in nouns and unit.says and unit.kind != "operator"]
        free = self._listing if not analysis.names else self._from
        others = [unit for unit in others if free.isdisjoint(unit.keys) and unit.start not in homes]
        nouns = self._as_one(nouns, analysis.text)
        called = {(self._kind_of(unit), frozenset(self._role_of(unit))) for unit in nouns}
        analysis = replace(analysis, units=tuple(unit for unit in analysis.units if unit.start not in homes))
        if others or len(called) > 1 or not self._whose(analysis):
            return None
        if analysis.refers and "list" not in analysis.flags:  # "all persons *who* are named" refers to nobody
            return None
        if not nouns:
            bare = not (analysis.refers or homes)
            return self._nameless(analysis, mentioned=bool(spoken), leaning=leaning) if bare else None
        listed = "list" in analysis.flags
        kept, without = named(analysis, self._joints)
        firm_or_person = self._kind_of(nouns[0]) not in _PLACES
        if _COUNT in analysis.types and (leaning or not firm_or_person):  # "how many countries are there?"
            return None
        placed = firm_or_person and len(kept) == 1 and all(map(self._knowledge.is_place, kept[0].entities))
        plainly = listed or not leaning or (not self._kind_of(nouns[0]) and bool(self._firms.natures(nouns[0])))
        plain = bool(scopes) or (bool(spoken) and plainly) or (not leaning and (listed or placed))
        places = [*homes.values(), *(entity for unit in kept for entity in unit.entities if placed)]
        return self._roll(nouns[0], () if placed else kept, without, places) if plain else None

    def _as_one(self, nouns: list[Unit], text: str) -> list[Unit]:
        """Nouns for what firms are that follow each other as one ("department store chains"), or all as they are."""
        together = all(follows(text, unit, other) for unit, other in pairwise(nouns))
        if len(nouns) < 2 or not together or not all(map(self._firms.natures, nouns)):
            return nouns
        first, last = nouns[0], nouns[-1]
        said = text[first.start : last.end]
        return [replace(last, text=said, start=first.start, parts=tuple(nouns))]

    def _bearers(self, analysis: Analysis) -> Roll | None:
        """Whoever bears the role that is all that is said ("who is economics minister?"); None if nobody or many do."""
        said = [unit for unit in analysis.contents if unit.says or self._role_of(unit)]
        role = any(self._role_of(one) or not self._offices.isdisjoint(one.keys) for one in said)
        if analysis.types != {_PERSON} or analysis.names or not role or len(said) > _FEW:
            return None
        people = [one for one in self._all(_PERSON, ()) if self._knowledge.entities[one].role]
        alike = {one: [self._said_of(one, unit) for unit in said] for one in people}
        most = max((sum(told) for told in alike.values() if all(told)), default=0)
        bearing = [one for one, told in alike.items() if all(told) and sum(told) == most]
        return Roll(_PERSON, self._told(bearing)) if 0 < len(bearing) <= _FEW else None

    def _nameless(self, analysis: Analysis, *, mentioned: bool, leaning: bool) -> Roll | None:
        """Persons, of "who is mentioned?" and "who is from Alibaba?"."""
        if _PERSON not in analysis.types or leaning or len(analysis.text.split()) > _SHORT:
            return None
        firms = bool(analysis.names) and all(self._kind(e) in _FIRMS for u in analysis.names for e in u.entities)
        if not firms and (analysis.names or not mentioned):
            return None
        found = self._all(_PERSON, analysis.names)
        return Roll(_PERSON, self._told(found), analysis.names) if found else None

    def _roll(
        self, noun: Unit, whose: tuple[Unit, ...], without: tuple[Unit, ...], homes: Sequence[str]
    ) -> Roll | None:
        left_out = frozenset(entity for unit in without for entity in unit.entities)
        if not self._kind_of(noun) and self._firms.natures(noun):
            return self._of_nature(noun, whose, without, homes)
        kind = self._kind_of(noun) or _PERSON
        found = self._all(kind, whose) if kind not in _PLACES or not whose else []
        found = [name for name in found if self._knowledge.wholes(name).isdisjoint(left_out)]
        roles = self._role_of(noun) if not self._kind_of(noun) else frozenset()
        bearing = [name for name in found if self._bears(name, roles)] if roles else found
        if homes:
            return self._at_home(kind, bearing, without, homes)
        return Roll(kind, self._told(bearing or found), whose, bool(bearing), without) if found else None

    def _of_nature(
        self, noun: Unit, whose: tuple[Unit, ...], without: tuple[Unit, ...], homes: Sequence[str]
    ) -> Roll | None:
        """The firms that statements call what a noun says."""
        own, left_out = ({entity for unit in units for entity in unit.entities} for units in (whose, without))
        found = {
            name: fact
            for name, fact in self._firms.called(self._firms.natures(noun)).items()
            if (not own or own & self._knowledge.wholes(name))
            and self._knowledge.wholes(name).isdisjoint(left_out)
            and all(self._knowledge.lies_in(name, home) for home in homes)
            and self._firms.fits(noun, fact)
        }
        limits = Roll(COMPANY, tuple(found.items()), whose, without=without, home=next(iter(homes), ""))
        return replace(limits, noun=noun.text) if found else None

    def _at_home(self, kind: str, names: Sequence[str], without: tuple[Unit, ...], homes: Sequence[str]) -> Roll | None:
        """Those of the names that are at home in a place, and how many of whom nobody says where they are."""
        (home, *others) = homes
        found = [name for name in names if not others and name != home and self._firms.is_from(name, home)]
        facts = ((name, self._firms.telling(name, (home,)) or self._fact(name)) for name in found[:_MOST_TOLD])
        homeless = 0 if kind == _PERSON else sum(map(self._firms.is_homeless, names))
        called = (*facts, *self._counted(found[_MOST_TOLD:]))
        return Roll(kind, called, without=without, home=home, homeless=homeless) if found else None

    def _all(self, kind: str, whose: Sequence[Unit]) -> list[str]:
        """The entities of a kind that facts are about, of those named, the most told of first."""
        own = {entity for unit in whose for entity in unit.entities}
        known = self._knowledge.entities
        found = [
            name
            for name in self._facts
            if self._kind(name) == kind
            and not (name in known and (known[name].bystander or known[name].countries))
            and (not own or (name not in own and own & self._knowledge.wholes(name)))
        ]
        return sorted(found, key=lambda name: -len(self._facts[name]))

    def _kind(self, entity: str) -> str:
        return _COUNTRY if is_country(entity) else self._knowledge.kind_of(entity)

    def _told(self, names: Sequence[str]) -> tuple[tuple[str, Fact], ...]:
        first = ((name, self._fact(name)) for name in names[:_MOST_TOLD])
        return (*first, *self._counted(names[_MOST_TOLD:]))

    def _counted(self, names: Iterable[str]) -> Iterator[tuple[str, Fact]]:
        """Those behind the first, each with whichever fact is about it."""
        return ((name, self._facts[name][0]) for name in names)

    def _fact(self, name: str) -> Fact:
        """The fact that says who or what it is, else one whose sentence names it, else any that is about it."""
        facts = self._facts[name]
        own = [fact for fact in facts if fact.attribute in self._portraits]
        # "Alibaba means to open embassies" defines a deal; of persons the other attributes tell more
        own.sort(key=lambda fact: self._portraits.index(fact.attribute), reverse=self._kind(name) == _PERSON)
        near = (fact for fact in (*own, *facts[:_LOOKED_AT]) if name in self._told_names.in_all(fact.id))
        return next(near, facts[0])

    def _kind_of(self, unit: Unit) -> str:
        return next((self._kinds[key] for key in unit.keys if key in self._kinds), "")

    def _role_of(self, unit: Unit) -> Collection[str]:
        if not self._kind_of(unit) and (natures := self._firms.natures(unit)):
            return natures
        roles = [key for key in unit.keys if key in self._roles and key not in self._kinds]
        return frozenset((*roles, *(calling for key in roles for calling in self._callings.get(key, ()))))

    def _bears(self, name: str, roles: Collection[str]) -> bool:
        """Does the gazetteer say in every language that a person is that: "king", not "envoy of the king"?"""
        role: Mapping[str, str] = self._knowledge.entities[name].role or {}
        heads = ((language, self._belonging.split(text)[0]) for language, text in role.items())
        read = [self._analyser.units(head, language) for language, head in heads]
        return bool(read) and all(
            any(key in roles for unit in units for one in (unit, *unit.parts) for key in one.keys) for units in read
        )

    def _said_of(self, name: str, unit: Unit) -> int:
        """In how many ways the role that the gazetteer tells of a person says what a unit does, or its parts all do."""
        role: Mapping[str, str] = self._knowledge.entities[name].role or {}
        read = [part for language, text in role.items() for part in self._analyser.units(text, language)]
        keys = {key for one in read for each in (one, *one.parts) for key in each.keys}
        if unit.parts and keys.isdisjoint(unit.keys):
            return int(all(not keys.isdisjoint(piece.keys) for piece in unit.parts))
        return len(keys & unit.keys.keys())

    def _whose(self, analysis: Analysis) -> bool:
        """Is nobody named, or one, behind a word that says whose: "from Alibaba"?"""
        names, _ = named(analysis, self._joints)
        if not names:
            return True
        before = re.search(rf"{self._belonging.pattern}\s*$", analysis.text[: names[0].start], re.IGNORECASE)
        return len(names) == 1 and bool(names[0].entities) and before is not None
