"""The FactStore: facts and deals in TinyDB's memory, found by prebuilt indexes. The only importer of tinydb.

Filled once from a checked Knowledge. Each look-up is by document id or by an index; none scans all facts, so that a
question costs the same with a hundred facts and with a hundred thousand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tinydb import TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from bot.facts.collector import paused_collector
from bot.facts.concerned import entities_of
from bot.facts.model import Deal, Fact, Knowledge

Index = Mapping[str, tuple[int, ...]]


class FactStore:
    """All facts and deals of one knowledge. Facts come in the order of their files."""

    def __init__(self, knowledge: Knowledge) -> None:
        with paused_collector():
            self._fill(knowledge)

    def _fill(self, knowledge: Knowledge) -> None:
        self._database = TinyDB(storage=MemoryStorage)
        self._facts = self._database.table("facts", cache_size=0)
        self._deals = self._database.table("deals", cache_size=0)
        facts = list(knowledge.facts.values())
        self._fact_ids = _stored_all(self._facts, {fact.id: {"fact": fact} for fact in facts})
        self._deal_ids = _stored_all(self._deals, {deal.id: {"deal": deal} for deal in knowledge.deals.values()})
        self._by_deal = self._index((fact.id, (fact.deal,)) for fact in facts)
        self._by_entity = self._index((fact.id, entities_of(fact, knowledge.deals[fact.deal])) for fact in facts)
        self._by_source = self._index((fact.id, (citation.source for citation in fact.citations)) for fact in facts)

    def fact(self, fact_id: str) -> Fact | None:
        """The fact "<deal>/<key>", or None."""
        number = self._fact_ids.get(fact_id)
        return None if number is None else self._at(number)

    def deal(self, deal_id: str) -> Deal | None:
        """The deal, or None."""
        number = self._deal_ids.get(deal_id)
        return None if number is None else _stored(self._deals, number)["deal"]

    def deals(self) -> tuple[Deal, ...]:
        """All deals."""
        return tuple(_stored(self._deals, number)["deal"] for number in self._deal_ids.values())

    def facts_of(self, deal_id: str) -> tuple[Fact, ...]:
        """The facts of a deal."""
        return self._all(self._by_deal.get(deal_id, ()))

    def about(self, entity: str) -> tuple[Fact, ...]:
        """The facts that concern an entity or country: see bot.facts.concerned."""
        return self._all(self._by_entity.get(entity, ()))

    def citing(self, source: str) -> tuple[Fact, ...]:
        """The facts with a citation from the source."""
        return self._all(self._by_source.get(source, ()))

    def _at(self, number: int) -> Fact:
        fact: Fact = _stored(self._facts, number)["fact"]
        return fact

    def _all(self, numbers: Iterable[int]) -> tuple[Fact, ...]:
        return tuple(self._at(number) for number in numbers)

    def _index(self, terms: Iterable[tuple[str, Iterable[str]]]) -> Index:
        index: defaultdict[str, list[int]] = defaultdict(list)
        for fact_id, keys in terms:
            number = self._fact_ids[fact_id]
            for key in dict.fromkeys(keys):
                index[key].append(number)
        return {key: tuple(numbers) for key, numbers in index.items()}


def _stored_all(table: Table, documents: Mapping[str, Mapping[str, object]]) -> dict[str, int]:
    """Stores the documents in one go; their numbers in the table by id."""
    numbers = table.insert_multiple(documents.values())
    return dict(zip(documents, numbers, strict=True))


def _stored(table: Table, number: int) -> Document:
    document = table.get(doc_id=number)
    if not isinstance(document, Document):
        raise LookupError(f"no document {number} in the table {table.name}")
    return document
