import json
from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.room.room import Room
from bot.facts.values import Money
from bot.subscriptions.changes.content import Content, content_of, contents, digest
from bot.subscriptions.changes.difference import difference
from tests.subscriptions.stock import content, known


@pytest.fixture
def wagons(room: Room) -> Content:
    return content_of(room, room.knowledge.facts["night-train/wagons"])


def test_a_fact_is_said_in_every_language_with_its_sources(wagons: Content) -> None:
    assert wagons.texts["de"].value == "rund 4,5 Millionen Euro"
    assert wagons.texts["en"].side == "Investment"
    assert wagons.texts["en"].cited[0].source == "301"
    assert not wagons.texts["en"].cited[0].line.startswith("[")


def test_a_fact_is_kept_with_its_remark_its_status_and_on_whose_word(room: Room) -> None:
    fact = replace(room.knowledge.facts["night-train/wagons"], according_to=("alpina",))
    said = content_of(room, fact).texts
    assert fact.remark is not None
    assert {language: texts.remark for language, texts in said.items()} == fact.remark
    assert (said["de"].status, said["en"].status) == ("geplant", "planned")
    assert (said["de"].according_to, said["en"].according_to) == ("Alpina", "Alpina")
    assert content_of(room, replace(fact, remark=None, according_to=())).texts["en"].remark == ""


def test_content_that_was_kept_without_a_remark_is_still_read() -> None:
    kept = json.loads(content().to_json())
    for texts in kept["texts"].values():
        del texts["remark"], texts["status"], texts["according_to"]
    assert Content.from_json(json.dumps(kept)) == content()


def test_who_follows_a_country_follows_its_places(room: Room) -> None:
    contract = content_of(room, room.knowledge.facts["night-train/contract"])
    assert {"girona", "catalonia", "ES", "CH", "alpina"} <= set(contract.entities)


def test_content_comes_back_from_json(room: Room) -> None:
    for one in contents(room).values():
        assert Content.from_json(one.to_json()) == one


def test_the_digest_changes_with_what_is_said(room: Room) -> None:
    fact = room.knowledge.facts["night-train/wagons"]
    changed = (
        replace(fact, value=Money(Decimal(5_000_000), "EUR", "about")),
        replace(fact, status="signed"),
        replace(fact, wording={**fact.wording, "en": "{value}."}),
        replace(fact, remark=None),
    )
    assert len({digest(one) for one in (fact, *changed)}) == 5


def test_the_digest_stays_with_how_a_fact_is_found_or_cited(room: Room) -> None:
    fact = room.knowledge.facts["night-train/wagons"]
    assert digest(replace(fact, questions={}, words={}, citations=())) == digest(fact)


def test_nothing_is_no_difference() -> None:
    assert difference(known(content()), known(content())) == ()


def test_the_difference_tells_new_changed_and_withdrawn_apart() -> None:
    before = known(content("train/time"), content("train/price", "9"))
    now = known(content("train/time", "5"), content("train/name", "Star"))
    assert [(change.kind, change.fact) for change in difference(before, now)] == [
        ("changed", "train/time"),
        ("new", "train/name"),
        ("withdrawn", "train/price"),
    ]
