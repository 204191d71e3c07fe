"""Which two deals are compared: "JD's deals with Britain and with Austria", "the channel or the pavilions".

Found by its form: words that only compare, and on both sides of a joining word what two deals are called; nothing else
is said. What is said of both once ("*JD's deals* with A and with B") completes the other side.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.concerned import entities_in
from bot.facts.model import Knowledge
from bot.facts.tells import Tells
from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.deals.titles import Titles
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.utterance.analysis import CONTEXT_WEIGHT
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import SAID, Analysis, Unit

_OPEN = frozenset({"definition", "text", "list", "deal", "manner"})
_COUNTED = _OPEN | {"count", "amount"}
_OTHERWISE = frozenset({"yesno", "negation", "except", "only", "most", "other_one", "outcome"})
_FIRM = 2
"""So many names, or one word that deals are called by, name a deal: a country alone may be meant as such."""

_PERSON = "person"
_THINGS = frozenset({"programme", "product", "event"})
"""What has such a name is a thing itself, which a single deal may be about."""


@dataclass(frozen=True)
class TwoDeals:
    """The deals compared, and whether by their figures; one, if with those `unknown` there is none to compare it to."""

    deals: tuple[str, ...]
    figures: bool = False
    unknown: tuple[Unit, ...] = ()


class TwoDealsFinder:
    """Finds two deals that are compared."""

    def __init__(
        self, knowledge: Knowledge, titles: Titles, subjects: SubjectFinder, joints: Joints, words: Vocabulary
    ) -> None:
        self._knowledge, self._titles, self._subjects = knowledge, titles, subjects
        self._nouns = frozenset(subjects.nouns) | words.deals.sorts.keys()
        self._both = joints.pair
        self._joints = (joints.contrast, joints.either, joints.compared, joints.alike)
        spoken = [one.factsheets for one in words.words.values()]
        self._people = _people(knowledge)
        self._figures = Phrases(phrase for listed in spoken for phrase in listed.get("figures", ()))
        self._known = Phrases(phrase for listed in spoken for phrase in listed.get("known", ()))

    def asked(self, analysis: Analysis) -> TwoDeals | None:
        """The two deals that an utterance compares and nothing else; or one, and those with whom there is no other."""
        if known := self._known.spans(analysis.text):  # "do we *know as much about* A as about B?"
            return self._two(analysis, self._said(analysis, known))
        compares = "compare" in analysis.flags or any(map(self._subjects.compares, analysis.units))
        if not compares or analysis.flags & _OTHERWISE or not analysis.types <= _COUNTED:
            return None
        figures = self._figures.spans(analysis.text)
        if not figures and not analysis.types <= _OPEN:
            return None
        said = self._said(analysis, figures)
        return self._two(analysis, said, figures=bool(figures)) or self._unknown(analysis.text, said)

    def _two(self, analysis: Analysis, said: Sequence[Unit], *, figures: bool = False) -> TwoDeals | None:
        """The two deals that units name on the sides of a joining word."""
        for one, other in self._sides(analysis.text, said):
            first, second = self._deal(one), self._deal(other)
            if first and second and first != second:
                return TwoDeals((first, second), figures=figures)
        return None

    def called(self, text: str, said: Sequence[Unit]) -> tuple[str, ...]:
        """The deal, or the two joined, that units in their order name with all that they say; () if they don't."""
        if one := self._deal(said):
            return (one,)
        for sides in self._sides(text, said):
            one, other = map(self._deal, sides)
            if one and other and one != other:
                return (one, other)
        return ()

    def is_noun(self, unit: Unit) -> bool:
        """Is it a word that any deal is called by, or one for a sort of deals?"""
        return not self._nouns.isdisjoint(unit.keys)

    def _said(self, analysis: Analysis, besides: Iterable[tuple[int, int]]) -> list[Unit]:
        """The units in their order that don't only compare, nor mean "both"."""
        free = [*(found.span() for found in self._both.finditer(analysis.text)), *besides]
        said = [unit for unit in analysis.units if _counts(analysis, unit) and not _inside(unit, free)]
        return sorted((one for one in said if not self._subjects.compares(one)), key=lambda unit: unit.start)

    def _unknown(self, text: str, said: Sequence[Unit]) -> TwoDeals | None:
        """One deal and whom another is said to be with, if there is none with them ("the deal with *Spain*")."""
        if not all(unit.kind == "entity" or self.is_noun(unit) for unit in said):
            return None
        for sides in self._sides(text, said):
            for one, other in (sides, sides[::-1]):
                deal, names = self._deal(one), [unit for unit in other if unit.kind == "entity"]
                new = tuple(unit for unit in names if unit not in one)
                called = any(not self._subjects.nouns.isdisjoint(unit.keys) for unit in other)
                if not deal or not new or not called:
                    continue
                if not self._partaking(frozenset.intersection(*map(self._of, names)), other):
                    return TwoDeals((deal,), unknown=new)
        return None

    def _sides(self, text: str, said: Sequence[Unit]) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
        """The ways to part what is said in two, each side as it stands or with what the other says of both."""
        for joint in self._joints:
            for found in joint.finditer(text):
                left = [unit for unit in said if unit.end <= found.start()]
                right = [unit for unit in said if unit.start >= found.end()]
                if left and right:
                    yield left, right
                    yield from ((left, (*left[:at], *left[at + 1 :], *right)) for at in range(len(left))[::-1])
                    yield from (((*left, *right[:at], *right[at + 1 :]), right) for at in range(len(right)))

    def _deal(self, side: Sequence[Unit]) -> str | None:
        """The one deal that a side names with all that it says; None if it is none or may be several."""
        if any(self._titles.asks(unit) and not self.is_noun(unit) for unit in side):
            return None
        called = any(unit.kind != "entity" for unit in side)
        things = all(self._knowledge.kind_of(entity) in _THINGS for unit in side for entity in unit.entities)
        if not called and len(side) < _FIRM and not things:
            return None
        for of in (self._bearing, self._of):
            found = self._common(side, of)
            if len(found) == 1 and self._partaking(found, side):
                return next(iter(found))
        return None

    def _partaking(self, deals: Iterable[str], side: Sequence[Unit]) -> list[str]:
        """Those of some deals that are called so or are with those named: a plan for France is no deal with France."""
        if all(self._subjects.nouns.isdisjoint(unit.keys) for unit in side):
            return list(deals)
        names = [unit for unit in side if unit.kind == "entity"]
        parties = {deal: set(self._knowledge.deals[deal].parties) for deal in deals}
        return [d for d, own in parties.items() if all(d in self._bearing(n) or own & {*n.entities} for n in names)]

    def _common(self, side: Sequence[Unit], of: Callable[[Unit], frozenset[str]]) -> frozenset[str]:
        """The deals that hold all that a side says; one that is no project in its names may be called so, too."""
        nouns = [unit for unit in side if self.is_noun(unit)]
        held = [of(unit) for unit in side if unit not in nouns]
        found = frozenset.intersection(*held) if held else None
        for deals in map(of, nouns):
            found = deals if found is None else found & deals or found
        return found or frozenset()

    def _bearing(self, unit: Unit) -> frozenset[str]:
        """The deals in whose names a word stands, or all pieces of a compound."""
        pieces = [self._titles.bearing(part) for part in unit.parts]
        return self._titles.bearing(unit) or (frozenset.intersection(*pieces) if pieces else frozenset())

    def _of(self, unit: Unit) -> frozenset[str]:
        """The deals that bear a word in their names, or have whom it names among their parties, places and people."""
        people = (self._people.get(entity, frozenset()) for entity in unit.entities)
        return (self._bearing(unit) | self._titles.having(unit)).union(*people)


def _people(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """The deals whose overview names a person ("the embassies *of Jack Ma*")."""
    overviews = frozenset(knowledge.telling(Tells.OVERVIEW))
    found: dict[str, frozenset[str]] = {}
    for fact in knowledge.facts.values():
        named = {*fact.about, *entities_in(fact)} if fact.attribute in overviews else set[str]()
        for person in (entity for entity in named if knowledge.kind_of(entity) == _PERSON):
            found[person] = found.get(person, frozenset()) | {fact.deal}
    return found


def _counts(analysis: Analysis, unit: Unit) -> bool:
    """Does a unit say something? What stands before the question counts less, but says as much."""
    least = SAID * CONTEXT_WEIGHT if unit.start in analysis.beside else SAID
    return unit.weight >= least and unit.kind != "operator"


def _inside(unit: Unit, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= unit.start < end for start, end in spans)
