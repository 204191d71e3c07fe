import pytest
from tinydb.table import Table

from bot.facts.concerned import entities_of
from bot.facts.model import Citation, Deal, Fact, Knowledge
from bot.facts.store import FactStore


@pytest.fixture(scope="module")
def store(small: Knowledge) -> FactStore:
    return FactStore(small)


def ids(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.id for fact in facts]


def test_a_known_fact_is_found_and_an_unknown_one_is_none(store: FactStore, small: Knowledge) -> None:
    assert store.fact("survey/sleepers") is small.facts["survey/sleepers"]
    assert store.fact("survey/walkers") is None


def test_a_known_deal_is_found_and_an_unknown_one_is_none(store: FactStore) -> None:
    deal = store.deal("survey")
    assert deal is not None
    assert deal.kind == "market_report"
    assert store.deal("poll") is None
    assert [deal.id for deal in store.deals()] == ["night-train", "survey"]


def test_the_facts_of_a_deal_come_in_the_order_of_its_file(store: FactStore) -> None:
    assert ids(store.facts_of("night-train")) == ["night-train/contract", "night-train/wagons", "night-train/name"]
    assert store.facts_of("poll") == ()


def test_an_entity_finds_the_facts_of_its_deals_and_those_about_it(store: FactStore) -> None:
    assert len(store.about("alpina")) == 3
    assert ids(store.about("ES")) == ["night-train/contract"]
    assert ids(store.about("keller")) == ["night-train/wagons"]
    assert store.about("thello") == ()


def test_a_source_finds_the_facts_that_cite_it_once_each(store: FactStore) -> None:
    assert ids(store.citing("302")) == ["survey/sleepers"]


def test_the_entities_of_a_fact_are_named_once_each(small: Knowledge) -> None:
    fact = small.facts["night-train/contract"]
    assert entities_of(fact, small.deals["night-train"]) == ("nachtfalke", "alpina", "zurich", "girona", "CH", "ES")


def test_of_a_hundred_thousand_facts_each_is_found_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    store = FactStore(many(deals=20_000, facts=5))
    for searching in ("search", "all", "__iter__"):
        monkeypatch.setattr(Table, searching, lambda *_: pytest.fail("all documents are looked at"))
    for number in range(0, 20_000, 20):
        assert len(store.facts_of(f"d{number}")) == len(store.about(f"e{number}")) == 5
        assert store.fact(f"d{number}/f3") is not None


def many(deals: int, facts: int) -> Knowledge:
    text, words = {"de": "x", "en": "x"}, {"de": ("x",), "en": ("x",)}
    made_deals, made_facts = {}, {}
    for number in range(deals):
        deal = f"d{number}"
        keys = tuple(f"{deal}/f{key}" for key in range(facts))
        made_deals[deal] = Deal(deal, text, "news", words, (f"e{number}",), (), "reported", keys)
        for key in keys:
            made_facts[key] = Fact(
                id=key, deal=deal, attribute="price", also=(), about=(), value=None, details={}, status="reported",
                according_to=(), wording=text, remark=None, citations=(Citation("1", 1, "x"),), questions=words,
                yes={}, no={}, words={},
            )  # fmt: skip
    return Knowledge("1", {}, {}, {}, made_deals, made_facts)
