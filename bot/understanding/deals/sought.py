"""Those of a kind that a question seeks, by its nouns: persons by their role, firms by what they are, places.

"Which *people*", "*ministers* and *politicians*", "*payment services* and *card companies*": nouns of one sort together
mean all whom any of them means. What firms are, statements say; what trade they are in, the gazetteer says as well.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.facts.model import Fact, Knowledge
from bot.understanding.deals.firms import COMPANY, Firms
from bot.understanding.deals.offices import Offices
from bot.understanding.deals.plainfacts import PlainFacts
from bot.understanding.language.normalise import tokenise
from bot.understanding.utterance.tools import ORDER
from bot.understanding.utterance.trades import Trades
from bot.understanding.utterance.units import Analysis, Unit, follows

PERSON = "person"


@dataclass(frozen=True)
class Sought:
    """Those sought: of a `kind`, bearing one of `roles`, of `firms` if these are said to be something.

    `units` are the nouns, `said` is how they read. `stated` says whether all of the firms are called so by statements.
    """

    kind: str
    units: tuple[Unit, ...]
    said: str
    roles: frozenset[str] = frozenset()
    firms: Mapping[str, Fact] | None = None
    stated: bool = True

    @property
    def sort(self) -> str:
        """Nouns of one sort may stand together."""
        return "firms" if self.firms is not None else "roles" if self.roles else self.kind


class Seeking:
    """Reads nouns; `kinds` are the concepts for kinds of entities."""

    def __init__(
        self,
        knowledge: Knowledge,
        kinds: Mapping[str, str],
        firms: Firms,
        offices: Offices,
        trades: Trades,
        plain: PlainFacts,
    ) -> None:
        self._kinds, self._firms, self._offices, self._trades, self._plain = kinds, firms, offices, trades, plain
        self._of_trade: dict[str, list[str]] = defaultdict(list)
        for entity in knowledge.entities.values():
            for trade in () if entity.bystander else entity.trades:
                self._of_trade[trade].append(entity.id)

    def sought(self, analysis: Analysis, units: Sequence[Unit]) -> Sought | None:
        """Whom the nouns among these units seek; None if there is none, or they are of several sorts."""
        groups = self._grouped(analysis, units)
        found = [one for group, trades in groups if (one := self._read(analysis, group, trades))]
        if not found or len({one.sort for one in found}) > 1:
            return None
        first, last = found[0].units[0], found[-1].units[-1]
        firms = {name: fact for one in found for name, fact in (one.firms or {}).items()}
        return replace(
            found[0],
            units=tuple(unit for one in found for unit in one.units),
            said=_spelt(analysis.text, first.start, last.end, units),
            roles=frozenset().union(*(one.roles for one in found)),
            firms=firms if found[0].firms is not None else None,
            stated=all(one.stated for one in found),
        )

    def is_noun(self, unit: Unit) -> bool:
        """Does a word mean a kind, a role or what a firm is?"""
        return bool(self.kind_of(unit) or self._offices.roles(unit) or self._firms.natures(unit))

    def kind_of(self, unit: Unit) -> str:
        """The kind of entities that a noun means."""
        return next((self._kinds[key] for key in unit.keys if key in self._kinds), "")

    def _grouped(self, analysis: Analysis, units: Sequence[Unit]) -> list[tuple[list[Unit], set[str]]]:
        """The units by the nouns that they make up, with the trades that each tells."""
        tokens, groups = tokenise(analysis.text), list[tuple[list[Unit], set[str]]]()
        order, at = ORDER[analysis.language or "de"], 0
        while at < len(units):
            behind = [token for token in tokens if token.start >= units[at].start]
            trades, many = self._trades.told(units, at, behind, analysis.text, order)
            trades = {trade for trade in trades if trade in self._of_trade}
            many = max(1, many) if trades else 1
            groups.append((list(units[at : at + many]), trades))
            at += many
        return self._joined(analysis.text, groups)

    def _joined(self, text: str, groups: Sequence[tuple[list[Unit], set[str]]]) -> list[tuple[list[Unit], set[str]]]:
        """Nouns for what firms are that follow each other as one ("department store chains")."""
        joined: list[tuple[list[Unit], set[str]]] = []
        for group, trades in groups:
            before = joined[-1] if joined else None
            natures = before is not None and all(map(self._firms.natures, (*before[0], *group)))
            if before and natures and follows(text, before[0][-1], group[0]):
                joined[-1] = ([*before[0], *group], before[1] | trades)
            else:
                joined.append((group, trades))
        return joined

    def _read(self, analysis: Analysis, group: Sequence[Unit], trades: Collection[str]) -> Sought | None:
        last, own = group[-1], tuple(group)
        noun = (
            last
            if len(group) == 1
            else replace(last, text=analysis.text[group[0].start : last.end], start=group[0].start, parts=own)
        )
        natures = self._firms.natures(noun) if not trades else self._firms.own_natures(noun)
        if (kind := self.kind_of(last)) and not trades:
            return Sought(kind, own, noun.text)
        if trades or natures:
            firms = self._called(noun, natures)
            stated = set(firms)
            for firm in (firm for trade in sorted(trades) for firm in self._of_trade[trade]):
                if firm not in firms and self._plain.knows(firm):
                    firms[firm] = self._plain.fact(firm)
            return Sought(COMPANY, own, noun.text, firms=firms, stated=stated == set(firms))
        roles = self._offices.roles(noun)
        return Sought(PERSON, own, noun.text, roles) if roles else None

    def _called(self, noun: Unit, natures: Collection[str]) -> dict[str, Fact]:
        """The firms that statements call all that a noun says."""
        called = self._firms.called(natures).items() if natures else ()
        return {name: fact for name, fact in called if self._firms.fits(noun, fact)}


def _spelt(text: str, start: int, end: int, units: Sequence[Unit]) -> str:
    """A part of a text, mistyped words as they were read."""
    for unit in reversed(units):
        if unit.correction and start <= unit.start < end:
            text = text[: unit.start] + unit.correction + text[unit.end :]
            end += len(unit.correction) - len(unit.text)
    return text[start:end]
