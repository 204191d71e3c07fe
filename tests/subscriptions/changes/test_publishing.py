import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.subscriptions.changes.publishing import Plan, PublishError, Publishing
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.delivering.telling import Telling, Told
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.tables import subscriptions
from bot.subscriptions.subscribing.register import Register
from tests.subscriptions.reading import outbox_of
from tests.subscriptions.stock import NOW, content, enrol, known, publication

OLD, NEW = content("train/time", "6"), content("train/time", "5")


@pytest.fixture
async def begun(publishing: Publishing) -> Publishing:
    """The old value was announced before anybody subscribed."""
    await publishing.begin(known(OLD))
    return publishing


async def say(journal: Journal, chat: str, *told: tuple[str, str]) -> None:
    """The chat is told facts with these digests in an answer."""
    Telling(journal).note(chat, Told("de", NOW - 60, dict(told)))
    await journal.flush()


async def test_the_first_start_announces_nothing(begun: Publishing, database: Database) -> None:
    await enrol(database, ["1"])
    assert not await begun.begin(known(NEW))
    assert await begun.publish(known(OLD), publication(), NOW) == Plan((), {})


async def test_who_follows_the_topic_is_told_and_nobody_else(begun: Publishing, database: Database) -> None:
    await enrol(database, ["1"], "deal:train")
    await enrol(database, ["2"], "deal:ship")
    plan = await begun.publish(known(NEW), publication(), NOW)
    assert plan.told == {"de": 1}
    assert await outbox_of(database) == {("1", "train/time", "follow", "waiting")}


async def test_a_subscriber_with_several_fitting_topics_is_told_once(
    begun: Publishing, register: Register, database: Database
) -> None:
    for topic in (Topic(), Topic(deal="train"), Topic(attribute="time")):
        await register.subscribe("1", "de", "follow", topic, NOW)
    await begun.publish(known(NEW), publication(), NOW)
    assert len(await outbox_of(database)) == 1


async def test_publishing_twice_announces_nothing_twice(begun: Publishing, database: Database) -> None:
    await enrol(database, ["1"])
    assert (await begun.publish(known(NEW), publication(), NOW)).changes
    assert not (await begun.publish(known(NEW), publication(), NOW)).changes
    assert len(await outbox_of(database)) == 1


async def test_two_that_publish_at_once_announce_once(begun: Publishing, database: Database) -> None:
    await enrol(database, ["1", "2"])
    plans = await asyncio.gather(*(begun.publish(known(NEW), publication(), NOW) for _ in range(2)))
    assert sorted(len(plan.changes) for plan in plans) == [0, 1]
    assert len(await outbox_of(database)) == 2


async def test_a_look_counts_like_publishing_and_leaves_no_trace(begun: Publishing, database: Database) -> None:
    await enrol(database, range(5))
    looked = await begun.look(known(NEW), publication(), NOW)
    assert await outbox_of(database) == set()
    assert await begun.publish(known(NEW), publication(), NOW, expected=looked) == looked
    assert looked.told == {"de": 3, "en": 2}


async def test_what_was_looked_at_must_still_hold(begun: Publishing) -> None:
    looked = await begun.look(known(NEW), publication(), NOW)
    await begun.publish(known(NEW), publication(), NOW)
    with pytest.raises(PublishError, match="meanwhile"):
        await begun.publish(known(content(value="4")), publication(), NOW, expected=looked)
    assert not (await begun.publish(known(NEW), publication(), NOW)).changes


async def test_quiet_tells_nobody_and_counts_as_announced(begun: Publishing, database: Database) -> None:
    await enrol(database, ["1"])
    await begun.publish(known(NEW), publication(quiet=True), NOW)
    assert await outbox_of(database) == set()
    assert not (await begun.publish(known(NEW), publication(), NOW)).changes


async def test_whoever_was_told_the_old_value_is_corrected(
    begun: Publishing, journal: Journal, database: Database
) -> None:
    await say(journal, "1", ("train/time", OLD.digest))
    await say(journal, "2", ("train/time", NEW.digest))
    await say(journal, "3", ("train/price", OLD.digest))
    await begun.publish(known(NEW), publication(), NOW)
    assert await outbox_of(database) == {("1", "train/time", "correction", "waiting")}


async def test_a_withdrawn_fact_is_corrected_too(begun: Publishing, journal: Journal, database: Database) -> None:
    await say(journal, "1", ("train/time", OLD.digest))
    await begun.publish({}, publication(), NOW)
    assert await outbox_of(database) == {("1", "train/time", "correction", "waiting")}


async def test_who_declined_corrections_gets_none(
    begun: Publishing, journal: Journal, register: Register, database: Database
) -> None:
    await say(journal, "1", ("train/time", OLD.digest))
    await register.wish("1", "de", NOW, corrections=False)
    await begun.publish(known(NEW), publication(), NOW)
    assert await outbox_of(database) == set()


async def test_tell_me_when_you_know_is_fulfilled_by_the_first_fact(
    begun: Publishing, register: Register, database: Database
) -> None:
    await register.subscribe("1", "en", "await", Topic(deal="train", attribute="price"), NOW)
    price = content("train/price", "9")
    await begun.publish(known(OLD, replace(price, disclosed=False, digest="unknown")), publication(), NOW)
    assert await outbox_of(database) == set()
    await begun.publish(known(OLD, price), publication(), NOW)
    await begun.publish(known(OLD, content("train/price", "8")), publication(), NOW)
    assert await outbox_of(database) == {("1", "train/price", "await", "waiting")}
    found = await register.subscriber("1")
    assert found is not None
    assert found.subscriptions == ()


async def test_who_asked_about_a_name_isn_t_served_by_what_was_known_already(
    begun: Publishing, register: Register, database: Database
) -> None:
    await register.subscribe("1", "en", "await", Topic(entities=("rail",)), NOW)
    await begun.publish(known(NEW), publication(), NOW)
    assert await outbox_of(database) == set()
    assert await waits(register, "1") == {"entity:rail"}
    await begun.publish(known(NEW, content("train/price", "9")), publication(), NOW)
    assert await outbox_of(database) == {("1", "train/price", "await", "waiting")}


@pytest.mark.parametrize("before", ["another", "undisclosed"])
async def test_who_asked_about_a_name_is_served_by_a_fact_that_comes_to_concern_it(
    publishing: Publishing, register: Register, database: Database, before: str
) -> None:
    old = replace(OLD, entities=("ship",)) if before == "another" else replace(OLD, disclosed=False)
    await publishing.begin(known(old))
    await register.subscribe("1", "en", "await", Topic(entities=("rail",)), NOW)
    await publishing.publish(known(NEW), publication(), NOW)
    assert await outbox_of(database) == {("1", "train/time", "await", "waiting")}


async def test_what_a_fact_no_longer_concerns_serves_nobody(
    begun: Publishing, register: Register, database: Database
) -> None:
    await register.subscribe("1", "en", "await", Topic(entities=("rail",), attribute="time"), NOW)
    await begun.publish(known(replace(NEW, entities=("ship",))), publication(), NOW)
    assert await outbox_of(database) == set()


async def test_a_delayed_publication_can_be_recalled(begun: Publishing, register: Register, database: Database) -> None:
    await enrol(database, ["1"])
    await register.subscribe("2", "en", "await", Topic(deal="train", attribute="price"), NOW)
    later = known(NEW, content("train/price", "9"))
    await begun.publish(later, publication(NOW + 600), NOW)
    assert await begun.recall(NOW + 599) == 2
    assert await outbox_of(database) == set()
    plan = await begun.publish(later, publication(), NOW)
    assert [change.kind for change in plan.changes] == ["changed", "new"]
    assert ("2", "train/price", "await", "waiting") in await outbox_of(database)


async def test_a_recall_revives_every_wait_that_it_had_fulfilled(
    begun: Publishing, register: Register, database: Database
) -> None:
    topics = Topic(deal="train"), Topic(deal="train", attribute="price")
    for topic in topics:
        await register.subscribe("2", "en", "await", topic, NOW)
    later = known(OLD, content("train/price", "9"))
    await begun.publish(later, publication(NOW + 600), NOW)
    assert await waits(register, "2") == set()
    await begun.recall(NOW + 599)
    assert await waits(register, "2") == set(map(str, topics))
    await begun.publish(later, publication(), NOW)
    assert await outbox_of(database) == {("2", "train/price", "await", "waiting")}


async def test_who_was_told_waits_no_more_unless_they_wait_anew(
    begun: Publishing, register: Register, outbox: Outbox, database: Database
) -> None:
    train, price, again = Topic(deal="train"), Topic(attribute="price"), Topic(deal="train", attribute="price")
    for topic in (train, price, again):
        await register.subscribe("2", "en", "await", topic, NOW)
    await begun.publish(known(OLD, content("train/price", "9")), publication(), NOW)
    (owed,) = await outbox.claim(NOW)
    for topic in (train, again):
        await register.subscribe("2", "en", "await", topic, NOW)
    await outbox.sent(owed, NOW, 0.0)
    assert await waits(register, "2") == {str(train), str(again)}
    async with database.reading() as connection:
        left = await connection.execute(select(subscriptions.c.topic))
        assert set(left.scalars()) == {str(train), str(again)}


async def waits(register: Register, chat: str) -> set[str]:
    """What the chat waits for."""
    found = await register.subscriber(chat)
    return {str(one.topic) for one in found.subscriptions} if found else set()


async def test_what_may_be_on_its_way_can_t_be_recalled(begun: Publishing) -> None:
    await begun.publish(known(NEW), publication(NOW + 600), NOW)
    with pytest.raises(PublishError, match="nothing is held back"):
        await begun.recall(NOW + 600)
    await begun.recall(NOW + 1)
    with pytest.raises(PublishError):
        await begun.recall(NOW + 2)


async def test_the_preview_shows_what_was_announced_so_far(begun: Publishing, register: Register) -> None:
    await begun.publish(known(NEW), publication(), NOW)
    await begun.publish(known(NEW, content("train/name", "Star")), publication(quiet=True), NOW)
    assert [change.fact for change in await register.so_far(Topic(deal="train"))] == ["train/time"]
    assert await register.so_far(Topic(deal="ship")) == []
