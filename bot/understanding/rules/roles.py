"""Who bought or sold somebody: told only by a fact that names another party of the deal than the one named.

"Who was the buyer of A?" isn't answered by when its purchase was completed, nor by which authority agreed to it. Nor is
"who sold A?" by a fact that names nobody but who bought it, or that speaks of no purchase at all; "who bought A?" isn't
by what A bought itself.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.facts.entities import PLACE
from bot.facts.values import EntityValue, NotDisclosed
from bot.facts.wording import literal
from bot.understanding.language.normalise import clean
from bot.understanding.language.wordpatterns import Phrases
from bot.understanding.readings.scoring import Reading
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.utterance.units import Analysis, Unit

RULE = "a role of which the fact names nobody"
_WHO, _COMPANY = frozenset({"person", "company"}), "company"
_NO_WORDS = frozenset({"number", "operator"})
_BOTH = 2
_READ = "en"
"""The language in which statements are read: there who does something stands before what is done."""
_DOES = re.compile(r"\s+(?:(?:has|have|had|will|also|then|later)\s+)*")
_NEAR, _LOOKED_AT = 0.5, 8
"""So near to the best another must be to take its place, and among how many it is looked for."""


@dataclass(frozen=True)
class _Asked:
    """The roles asked for, `called` by their nouns or else by what they do, and who is `named` beside them."""

    roles: frozenset[str]
    called: bool
    named: frozenset[str]


class Roles:
    """Tells such questions; `told_by` are the attributes that tell who buys or sells, by the concept for him.

    `verbs` are the concepts of what they do, with that for who does it; `inside` stands before a place to buy at ("who
    bought *on* Tmall?" asks for customers), `from_whom` asks of a buyer for who sold, `selling` are the roles of those
    who do.
    """

    def __init__(
        self,
        told: ToldNames,
        told_by: Mapping[str, Iterable[str]],
        verbs: Mapping[str, str],
        inside: re.Pattern[str],
        from_whom: Phrases,
        selling: Collection[str],
        units: Callable[[str, str], Sequence[Unit]],
    ) -> None:
        self._told, self._verbs, self._inside = told, verbs, inside
        self._from_whom = from_whom
        self._told_by = {role: frozenset(attributes) for role, attributes in told_by.items()}
        self._selling = frozenset(selling)
        self._units = units
        bought, sold = (
            {what for role, told in self._told_by.items() if (role in self._selling) is sells for what in told}
            for sells in (False, True)
        )
        self._only_selling = sold - bought
        self._speaking = frozenset((*self._told_by, *verbs))
        self._of_sales = self._selling.union(verb for verb, role in verbs.items() if role in self._selling)

    def untold(self, analysis: Analysis, best: Reading) -> bool:
        """Is it asked who bought or sold somebody, where the best reading's fact names nobody who may have?"""
        asked = self._asked(analysis)
        return asked is not None and self._misses(asked, best)

    def _asked(self, analysis: Analysis) -> _Asked | None:
        if "yesno" in analysis.flags or not analysis.types & _WHO or not analysis.names:
            return None
        named = frozenset(one for unit in analysis.names for one in unit.entities)
        called = frozenset(role for unit in analysis.said for role in self._meant(unit, self._told_by))
        roles = called or self._done(analysis)
        return _Asked(roles, bool(called), named) if roles else None

    def _misses(self, asked: _Asked, reading: Reading) -> bool:
        """Does a reading's fact name nobody who may have one of the roles asked for?"""
        if isinstance(reading.features.fact.value, NotDisclosed):
            return False
        if asked.called:
            nobody = self._names_nobody(reading, asked.named, asked.roles)
        elif asked.roles <= self._selling and not self._only_selling.isdisjoint(reading.features.attributes):
            return False  # who need not be a company: "from the government"
        else:
            nobody = self._speaks_of_none(reading, asked.named) or self._does_it_itself(reading, asked)
        return nobody or self._only_the_other(reading, asked.named, asked.roles)

    def _names_nobody(self, reading: Reading, named: Collection[str], asked: Collection[str]) -> bool:
        """Is it of another matter, or does it name none of its deal's parties but who is named already?"""
        if not self._tells(reading, asked):
            return True
        fact = reading.features.fact
        told = self._told.of(fact.id) & self._told.parties(fact)
        values = (fact.value.entity,) if isinstance(fact.value, EntityValue) else ()
        return told.union(filter(self._told.is_firm, values)) <= set(named)

    def _tells(self, reading: Reading, asked: Collection[str]) -> bool:
        """Is it of an attribute that tells one of these roles?"""
        return any(not self._told_by[role].isdisjoint(reading.features.attributes) for role in asked)

    def _speaks_of_none(self, reading: Reading, named: Collection[str]) -> bool:
        """Is it neither of a purchase by what it tells nor by what it says, or names it nobody else at all?"""
        fact, tells = reading.features.fact, self._tells(reading, self._told_by)
        if not tells and self._speaking.isdisjoint(self._told.said(fact.id)):
            return True
        told = self._told.of(fact.id)
        values = (fact.value.entity,) if tells and isinstance(fact.value, EntityValue) else ()
        own = (told & self._told.parties(fact)).union(values, filter(self._is_company, told))
        return all(one in named or self._told.kind_of(one) == PLACE for one in own)

    def _does_it_itself(self, reading: Reading, asked: _Asked) -> bool:
        """Is who is named the one who does it, and nobody else ("*Lazada bought* a grocer")?"""
        statement = clean(literal(reading.features.fact.wording.get(_READ, "")))
        units, doing = self._units(statement, _READ), set[str]()
        for who, verb in pairwise(units):
            deeds = {self._verbs.get(key) for key in verb.keys}
            if who.entities and not asked.roles.isdisjoint(deeds) and _DOES.fullmatch(statement[who.end : verb.start]):
                doing.update(who.entities)
        return bool(doing) and doing <= asked.named

    def _only_the_other(self, reading: Reading, named: Collection[str], asked: Collection[str]) -> bool:
        """Is the seller asked for, where it speaks of no sale and names just one more: who buys?"""
        fact = reading.features.fact
        if self._selling.isdisjoint(asked) or not self._of_sales.isdisjoint(self._told.said(fact.id)):
            return False
        if not self._only_selling.isdisjoint(reading.features.attributes):
            return False
        return len(set(filter(self._told.is_firm, self._told.of(fact.id))).difference(named)) <= 1

    def _done(self, analysis: Analysis) -> frozenset[str]:
        """The roles of those who do no more than what is said to a company named ("who *bought* A"), and not at it."""
        firms = (unit for unit in analysis.names if any(map(self._is_company, unit.entities)))
        firm = min(firms, key=lambda unit: unit.start, default=None)
        if firm is None or self._inside.search(analysis.text[: firm.start]):
            return frozenset()
        words = [unit for unit in analysis.said if unit.kind not in _NO_WORDS]
        said = [self._meant(unit, self._verbs) if unit.text.islower() else set[str]() for unit in words]  # "Übernahme"
        roles = frozenset(self._verbs[verb] for verbs in said for verb in verbs) if all(said) else frozenset[str]()
        # "from whom did A buy B"; "von wem wurde B gekauft" asks for the buyer
        bought_from = len(analysis.names) >= _BOTH and bool(self._from_whom.spans(analysis.text))
        return self._selling if roles and bought_from else roles

    def _is_company(self, entity: str) -> bool:
        return self._told.kind_of(entity) == _COMPANY

    def first(self, analysis: Analysis, readings: Sequence[Reading]) -> list[Reading]:
        """The readings; instead of a best one that names nobody, first the one near it that does."""
        best, *others = readings
        asked = self._asked(analysis)
        if asked is None:
            return list(readings)
        told = [one for one in others if not self._misses(asked, one)]
        if not self._misses(asked, best):  # the party that it names is whom is asked for
            return [best._replace(type_fits=best.type_fits or self._tells(best, self._told_by)), *told]
        near = [
            other
            for other in others[:_LOOKED_AT]
            if other.score >= _NEAR * best.score and other.features.fact.deal == best.features.fact.deal
        ]
        near = sorted((one for one in near if one in told), key=lambda one: not self._tells(one, asked.roles))
        if not near:
            return list(readings)
        meant = near[0]._replace(score=best.score, odds=best.odds, votes=best.votes, type_fits=True)
        return [meant, *(one for one in told if one is not near[0])]

    def _meant(self, unit: Unit, concepts: Collection[str]) -> set[str]:
        """Those of the concepts that a word stands for if it means nothing else; "buyers" may be customers."""
        meant = unit.concepts
        return meant if meant <= set(concepts) else set()
