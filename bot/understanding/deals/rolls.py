"""Who or what is named at all? "Which people are mentioned?", "name all companies", "who is from Alibaba?".

Found by their form: a noun for those sought, words for being named or a wish for a list, whose they are and where they
are from, nothing else. Called are the entities that facts are about, each with the fact that says most plainly who or
what it is. Where nobody is left, it is said so.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.facts.model import Fact, Knowledge
from bot.understanding.deals.concerning import is_country
from bot.understanding.deals.offices import Offices
from bot.understanding.deals.origins import Origins
from bot.understanding.deals.owners import Owners, Whose
from bot.understanding.deals.placerolls import PlaceRolls
from bot.understanding.deals.plainfacts import PlainFacts
from bot.understanding.deals.roll import Roll
from bot.understanding.deals.sought import PERSON, Seeking, Sought
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.utterance.units import Analysis, Unit, follows

_COUNTRY, _COUNT, _TEXT = "country", "count", "text"
_ORIGIN = "origin"
_PLACES = frozenset({_COUNTRY, "place"})
_ASKING = frozenset({"person", "company", "organisation", "country", "city", "list", "name", _COUNT})
_OTHERWISE = frozenset({"yesno", "negation", "compare", "only", "most"})
_SHORT = 4


@dataclass(frozen=True)
class Readers:
    """What reads whom a roll is of, and what is told of them."""

    seeking: Seeking
    origins: Origins
    owners: Owners
    offices: Offices
    plain: PlainFacts
    placerolls: PlaceRolls


class Rolls:
    """Calls the rolls of persons, companies and places; `about` are the facts about each entity."""

    def __init__(
        self, knowledge: Knowledge, about: Mapping[str, Sequence[Fact]], words: Vocabulary, readers: Readers
    ) -> None:
        self._knowledge, self._facts = knowledge, about
        self._seeking, self._origins, self._owners = readers.seeking, readers.origins, readers.owners
        self._offices, self._plain, self._placerolls = readers.offices, readers.plain, readers.placerolls
        self._counting = frozenset(words.lists.counting)
        self._listing = frozenset((*words.lists.listing, *words.lists.counting))
        self._from = self._listing | {_ORIGIN}
        spoken = [one.mentions for one in words.words.values()]
        self._mentions = Phrases((p for listed in spoken for p in listed.get("named", ())), loosely=True)
        self._scopes, self._being = (
            Phrases(p for listed in spoken for p in listed.get(key, ())) for key in ("where", "being")
        )

    def called(self, analysis: Analysis, *, leaning: bool) -> Roll | None:
        """The roll that an utterance asks for and nothing else; after an answer only one that says so plainly."""
        if analysis.flags & _OTHERWISE or not analysis.types <= _ASKING | {_TEXT}:
            return None
        spoken, scopes = self._mentions.spans(analysis.text), self._scopes.spans(analysis.text)
        if not spoken and (not analysis.types or _TEXT in analysis.types):
            return None
        if not leaning and not analysis.refers and (bearers := self._bearers(analysis)):
            return bearers
        homes = self._origins.adjectives(analysis)
        said = [unit for unit in analysis.contents if not _within(unit, (*spoken, *scopes), analysis.text)]
        sought = self._seeking.sought(analysis, sorted(said, key=lambda unit: unit.start))
        if sought is None and spoken and not leaning and (peoples := self._origins.peoples(analysis)):
            sought, homes = Sought(PERSON, (), ""), peoples  # "which *Belgians* are mentioned?"
        homes = homes if sought else {}
        nouns = sought.units if sought else ()
        free = self._from if analysis.names else self._listing
        others = [u for u in said if u not in nouns and u.says and u.kind != "operator" and u.start not in homes]
        kept = replace(analysis, units=tuple(unit for unit in analysis.units if unit.start not in homes))
        places = sought is not None and sought.kind in _PLACES
        whose = self._owners.whose(kept, nouns, places=places)
        if whose is None or any(free.isdisjoint(unit.keys) for unit in others):
            return None
        if self._refers(analysis, nouns):
            return None
        if sought is None:
            bare = not (analysis.refers or homes or any(self._seeking.is_noun(unit) for unit in said))
            return self._nameless(analysis, whose, mentioned=bool(spoken), leaning=leaning) if bare else None
        theirs = bool(whose.owners and self._being.spans(analysis.text))  # "*who are* the people at JD?"
        named = bool(spoken or theirs)
        if not self._plainly(analysis, sought, whose, spoken=named, scoped=bool(scopes), leaning=leaning):
            return None
        roll = self._roll(sought, whose, (*homes.values(), *(unit.entities[0] for unit in whose.places)))
        return None if theirs and not spoken and not (roll and roll.sorted_out and roll.called) else roll

    def _refers(self, analysis: Analysis, nouns: Sequence[Unit]) -> bool:
        """Does it refer to somebody said before? "All persons *who* are named" and "*the two* presidents" don't."""
        counted = (unit for unit in analysis.contents if not self._counting.isdisjoint(unit.keys))
        before = any(follows(analysis.text, one, noun) for one in counted for noun in nouns)
        return analysis.refers and "list" not in analysis.flags and not before

    def _plainly(
        self, analysis: Analysis, sought: Sought, whose: Whose, *, spoken: bool, scoped: bool, leaning: bool
    ) -> bool:
        """Is it said plainly enough that a list is wanted, not a fact of what is talked about?"""
        firm_or_person = sought.kind not in _PLACES
        if _COUNT in analysis.types and (leaning or not firm_or_person):  # "how many countries are there?"
            return False
        if not firm_or_person and not spoken and (whose.places or whose.owners):
            return False
        listed = "list" in analysis.flags
        placed = firm_or_person and bool(whose.places) and not whose.owners
        called = sought.firms is not None
        return scoped or (spoken and (listed or not leaning or called)) or (not leaning and (listed or placed))

    def _bearers(self, analysis: Analysis) -> Roll | None:
        """Whoever bears the role that is all that is said ("who is economics minister?"); None if nobody or many do."""
        bearing = self._offices.bearers(analysis, self._all(PERSON, ()))
        return Roll(PERSON, self._plain.of_each(bearing)) if bearing else None

    def _nameless(self, analysis: Analysis, whose: Whose, *, mentioned: bool, leaning: bool) -> Roll | None:
        """Persons, of "who is mentioned?" and "who is from Alibaba?"."""
        if PERSON not in analysis.types or leaning or not (mentioned or whose.owners):
            return None
        if not mentioned and (whose.places or len(analysis.text.split()) > _SHORT):
            return None
        if mentioned and not (whose.owners or whose.places) and len(analysis.text.split()) > _SHORT:
            return None
        roll = self._roll(Sought(PERSON, (), ""), whose, [unit.entities[0] for unit in whose.places])
        return roll if roll and (roll.called or mentioned) else None

    def _roll(self, sought: Sought, whose: Whose, homes: Sequence[str]) -> Roll | None:
        """The roll of those sought; None where nobody at all is of such a kind."""
        if sought.kind in _PLACES and whose.owners:
            return self._placerolls.of_owners(sought.kind, self._all(sought.kind, ()), whose)
        left_out = frozenset(entity for unit in whose.without for entity in unit.entities)
        every = self._all(sought.kind, ()) if sought.firms is None else [*sought.firms]
        own = {entity for unit in whose.owners for entity in unit.entities}
        every = [name for name in every if self._knowledge.wholes(name).isdisjoint(left_out)]
        found = [name for name in every if not own or self._origins.belongs(name, own)]
        bearing = [name for name in found if self._offices.bears(name, sought.roles)] if sought.roles else found
        limits = Roll(sought.kind, (), whose.owners, without=whose.without, homes=tuple(dict.fromkeys(homes)))
        if sought.firms is not None:
            limits = replace(limits, noun=sought.said, stated=sought.stated)
        if not every:
            return None
        if homes:
            return self._at_home(limits, bearing, homes, sought)
        if sought.firms is not None:
            return replace(limits, called=tuple((name, sought.firms[name]) for name in bearing)) if bearing else None
        if not found:
            return replace(limits, noun=sought.said) if own else None
        return replace(limits, called=self._plain.of_each(bearing or found), sorted_out=bool(bearing))

    def _at_home(self, limits: Roll, names: Sequence[str], homes: Collection[str], sought: Sought) -> Roll:
        """Those of the names that are at home in a place, and of whom nobody says where they are."""
        found = [
            name for name in names if name not in homes and any(self._origins.is_from(name, home) for home in homes)
        ]
        others = (name for name in names if limits.kind == PERSON and name not in found)
        by_firm = [name for name in others if any(self._origins.works_for(name, home) for home in homes)]
        found += by_firm
        homeless = () if limits.kind in {PERSON, *_PLACES} else tuple(filter(self._origins.is_homeless, names))
        if sought.firms is not None:
            called = tuple((name, sought.firms[name]) for name in found)
        else:
            called = self._plain.with_one_of(found, homes)
        return replace(
            limits, called=called, homeless=homeless, noun=limits.noun if called else sought.said, by_firm=bool(by_firm)
        )

    def _all(self, kind: str, left_out: Collection[str]) -> list[str]:
        """The entities of a kind that facts are about, the most told of first."""
        known = self._knowledge.entities
        found = [
            name
            for name in self._facts
            if self._kind(name) == kind
            and name not in left_out
            and not (name in known and (known[name].bystander or known[name].countries))
        ]
        return sorted(found, key=lambda name: -len(self._facts[name]))

    def _kind(self, entity: str) -> str:
        return _COUNTRY if is_country(entity) else self._knowledge.kind_of(entity)


def _within(unit: Unit, spans: Collection[tuple[int, int]], text: str) -> bool:
    """Is a unit part of one of these phrases? A verb and its particle are one unit wherever they stand."""
    apart = text[unit.start : unit.end] != unit.text
    begun = apart and any(unit.text.startswith(text[start:end]) for start, end in spans)
    return begun or any(start <= unit.start < end for start, end in spans)
