import asyncio
import re
from dataclasses import replace

import pytest
from sqlalchemy import event, select

from bot.subscriptions.changes.owed import MOST_AT_ONCE
from bot.subscriptions.changes.publishing import EXPIRY_SECONDS, Publishing
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.delivering.claiming import Terms
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.delivering.telling import Telling, Told
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.tables import told
from bot.subscriptions.subscribing.register import Register
from tests.subscriptions.reading import chats, outbox_of, states
from tests.subscriptions.stock import NOW, content, known, owe, publication, say

LEASE = 30.0


@pytest.fixture(autouse=True)
async def announced(database: Database) -> None:
    """A change, owed to ten subscribers."""
    await owe(database, range(10))


async def test_what_one_worker_has_claimed_the_other_doesn_t_get(outbox: Outbox, other: Outbox) -> None:
    assert len(await outbox.claim(NOW)) == 10
    assert await other.claim(NOW) == []


async def test_workers_that_claim_at_once_share(database: Database) -> None:
    workers = [Outbox(database, f"{n}", Terms(batch=3, lease=LEASE, rate=1000)) for n in range(4)]
    claimed = [one for _ in range(4) for some in await asyncio.gather(*(w.claim(NOW) for w in workers)) for one in some]
    assert len(claimed) == 10
    assert len(chats(claimed)) == 10


async def test_what_is_sent_is_never_claimed_again(outbox: Outbox, other: Outbox, database: Database) -> None:
    for owed in await outbox.claim(NOW):
        await outbox.sent(owed, NOW, 1.0)
    assert await other.claim(NOW + LEASE + 1) == []
    assert set((await states(database)).values()) == {"sent"}


async def test_what_a_dead_worker_held_comes_back_after_its_lease(outbox: Outbox, other: Outbox) -> None:
    await outbox.claim(NOW)
    assert await other.claim(NOW + LEASE - 1) == []
    assert len(await other.claim(NOW + LEASE + 1)) == 10


async def test_a_worker_whose_lease_is_over_marks_nothing(outbox: Outbox, other: Outbox, database: Database) -> None:
    (late, *_) = await outbox.claim(NOW)
    await other.claim(NOW + LEASE + 1)
    await outbox.failed(late, "late", None, NOW + LEASE + 2)
    assert set((await states(database)).values()) == {"waiting"}


async def test_what_is_released_can_be_claimed_at_once(outbox: Outbox, other: Outbox) -> None:
    await outbox.release(await outbox.claim(NOW), NOW)
    assert len(await other.claim(NOW)) == 10


async def test_a_chat_that_must_wait_waits_alone(outbox: Outbox, other: Outbox) -> None:
    (first, *others) = await outbox.claim(NOW)
    await outbox.wait(first, NOW + 20)
    await outbox.release(others, NOW)
    assert len(await other.claim(NOW + 1)) == 9
    assert chats(await other.claim(NOW + 20)) == {first.chat}


async def test_a_chat_gets_one_notice_for_all_that_is_owed(outbox: Outbox, publishing: Publishing) -> None:
    more = known(content("train/time", "5"), content("train/name", "Star"), content("train/price", "9"))
    await publishing.publish(more, publication(), NOW)
    claimed = await outbox.claim(NOW)
    assert len(claimed) == 10
    assert {len(owed.items) for owed in claimed} == {3}


async def test_a_chat_gets_no_second_message_within_its_pause(outbox: Outbox, publishing: Publishing) -> None:
    for owed in await outbox.claim(NOW):
        await outbox.sent(owed, NOW, 3.0)
    await publishing.publish(known(content("train/time", "4")), publication(NOW), NOW)
    assert await outbox.claim(NOW + 1) == []
    assert len(await outbox.claim(NOW + 3)) == 10


@pytest.mark.parametrize("frequency", ["at_once", "daily"])
async def test_more_than_a_notice_holds_is_told_in_the_next(
    outbox: Outbox, publishing: Publishing, register: Register, frequency: str
) -> None:
    await register.wish("4", "de", NOW, frequency=frequency, zone="UTC")
    sides = [f"train/side{n}" for n in range(24)]
    await publishing.publish(known(content("train/time", "5"), *map(content, sides)), publication(), NOW)
    moment, told = seven_after(NOW) + 2 * 3600, list[list[str]]()
    for _ in range(4):
        for owed in await outbox.claim(moment):
            if owed.chat == "4":
                told.append([item.change.fact for item in owed.items])
            await outbox.sent(owed, moment, 3.0)
        moment += 4.0
    assert [len(some) for some in told] == [10, 10, 5]
    assert [fact for some in told for fact in some] == ["train/time", *sides]


async def test_what_is_in_flight_stays_claimed_when_more_becomes_due_to_the_chat(
    outbox: Outbox, publishing: Publishing, database: Database
) -> None:
    first, *others = await outbox.claim(NOW)
    for owed in others:
        await outbox.sent(owed, NOW, 0.0)
    more = known(content("train/time", "5"), content("train/price", "9"))
    await publishing.publish(more, publication(), NOW)
    assert first.chat not in chats(await outbox.claim(NOW + 1))
    await outbox.sent(first, NOW + 2, 0.0)
    assert (first.chat, "train/time", "follow", "sent") in await outbox_of(database)
    again = next(owed for owed in await outbox.claim(NOW + LEASE + 1) if owed.chat == first.chat)
    assert [item.change.fact for item in again.items] == ["train/price"]


async def test_messages_have_slots_at_the_rate_over_all_workers(database: Database) -> None:
    workers = [Outbox(database, f"{n}", Terms(batch=5, lease=LEASE, rate=10)) for n in range(2)]
    slots = [owed.slot - NOW for worker in workers for owed in await worker.claim(NOW)]
    assert sorted(slots) == pytest.approx([n / 10 for n in range(10)], abs=1e-4)


async def test_answers_to_people_go_before(database: Database) -> None:
    outbox = Outbox(database, "one", Terms(batch=2, lease=LEASE, rate=10))
    assert [owed.slot - NOW for owed in await outbox.claim(NOW, already=5)] == pytest.approx([0.5, 0.6], abs=1e-4)


async def test_a_blocked_chat_s_news_are_held_until_it_is_back(
    outbox: Outbox, other: Outbox, register: Register, database: Database
) -> None:
    (first, *others) = await outbox.claim(NOW)
    await outbox.refused(first, "blocked", "bot was blocked by the user")
    await outbox.release(others, NOW)
    assert (await states(database))[first.chat] == "held"
    assert first.chat not in chats(await other.claim(NOW + 1))
    await register.state(first.chat, "active", NOW + 5)
    assert chats(await other.claim(NOW + 5)) == {first.chat}


async def test_a_forum_that_leaves_and_comes_back_does_so_with_all_its_topics(
    outbox: Outbox, other: Outbox, register: Register, publishing: Publishing
) -> None:
    topics, others = {"-100_5", "-100_5/7", "-100_5/8"}, {"-100_55", "-100x5/7", "-100"}
    for chat in topics | others:
        await register.subscribe(chat, "de", "follow", Topic(), NOW)
    await publishing.publish(known(content("train/time", "4")), publication(), NOW)
    await register.state("-100_5", "blocked", NOW)
    assert (topics | others) & chats(await outbox.claim(NOW)) == others
    await register.state("-100_5", "active", NOW + 5)
    assert chats(await other.claim(NOW + 5)) == topics


async def test_news_for_a_chat_that_is_away_are_held_from_the_start(
    register: Register, publishing: Publishing, outbox: Outbox
) -> None:
    await register.state("3", "gone", NOW)
    await publishing.publish(known(content("train/time", "4")), publication(), NOW)
    assert "3" not in chats(await outbox.claim(NOW))


async def test_what_has_waited_too_long_expires(outbox: Outbox, database: Database) -> None:
    assert await outbox.expire(NOW + EXPIRY_SECONDS - 1) == 0
    assert await outbox.claim(NOW + EXPIRY_SECONDS + 1) == []
    assert await outbox.expire(NOW + EXPIRY_SECONDS + 1) == 10
    assert set((await states(database)).values()) == {"expired"}


async def test_how_long_news_live_can_be_set(publishing: Publishing, register: Register, database: Database) -> None:
    outbox = Outbox(database, "one", Terms(batch=50, lease=LEASE, rate=1000.0, expiry=3600.0))
    await register.subscribe("77", "de", "follow", Topic(), NOW)
    await register.wish("77", "de", NOW, quiet_from=22 * 60, quiet_to=7 * 60, zone="UTC")  # it is 22:13 UTC
    brief = replace(publication(), expiry=60.0)
    await publishing.publish(known(content("train/time", "4")), brief, NOW)
    await outbox.claim(NOW)
    assert "77" in chats(await outbox.claim(seven_after(NOW) + 3000))
    assert await outbox.expire(NOW + 61) == 10


async def test_a_failure_is_tried_again_and_given_up_for_good(outbox: Outbox, database: Database) -> None:
    (first, *_) = await outbox.claim(NOW)
    await outbox.failed(first, "bad gateway", NOW + 15, NOW)
    again = next(owed for owed in await outbox.claim(NOW + 15) if owed.chat == first.chat)
    assert again.items[0].tries == 1
    await outbox.failed(again, "bad gateway", None, NOW + 15)
    assert (await states(database))[first.chat] == "failed"


async def test_a_daily_digest_gathers_and_waits_for_its_hour(
    outbox: Outbox, register: Register, publishing: Publishing
) -> None:
    await register.wish("4", "de", NOW, frequency="daily", zone="UTC")  # it is 22:13 UTC
    assert "4" not in chats(await outbox.claim(NOW))
    await publishing.publish(known(content("train/time", "4"), content("train/name", "Star")), publication(), NOW + 60)
    assert "4" not in chats(await outbox.claim(NOW + LEASE + 60))
    nine = NOW - NOW % 86400 + 86400 + 9 * 3600
    digest = next(owed for owed in await outbox.claim(nine + 1) if owed.chat == "4")
    assert [item.change.fact for item in digest.items] == ["train/time", "train/name"]
    assert digest.items[0].change.old == content("train/time", "6")  # two changes of it are one
    assert digest.items[0].change.new == content("train/time", "4")


async def test_quiet_hours_are_kept(outbox: Outbox, register: Register) -> None:
    await register.wish("4", "de", NOW, quiet_from=22 * 60, quiet_to=7 * 60, zone="UTC")
    assert "4" not in chats(await outbox.claim(NOW))
    seven = NOW - NOW % 86400 + 86400 + 7 * 3600
    assert "4" in chats(await outbox.claim(seven + 1))


@pytest.mark.parametrize("reason", ["follow", "await", "correction"])
async def test_quiet_hours_are_kept_for_whatever_is_told_unasked(
    outbox: Outbox, register: Register, publishing: Publishing, journal: Journal, reason: str
) -> None:
    chat, old, new = "77", content("train/price", "8"), content("train/price", "9")
    if reason == "correction":
        await publishing.publish(known(content("train/time", "5"), old), publication(), NOW)
        await say(journal, chat, old, NOW)
    else:
        await register.subscribe(chat, "de", reason, Topic(deal="train", attribute="price"), NOW)
    await register.wish(chat, "de", NOW, quiet_from=22 * 60, quiet_to=7 * 60, zone="UTC")  # it is 22:13 UTC
    await publishing.publish(known(content("train/time", "5"), new), publication(), NOW)
    assert chat not in chats(await outbox.claim(NOW))
    told = next(owed for owed in await outbox.claim(seven_after(NOW)) if owed.chat == chat)
    assert [item.reason for item in told.items] == [reason]


@pytest.mark.parametrize("withdrawn", [False, True])
async def test_what_a_chat_asks_while_it_is_corrected_is_kept(
    outbox: Outbox, publishing: Publishing, journal: Journal, database: Database, *, withdrawn: bool
) -> None:
    time, old, new = content("train/time", "5"), content("train/price", "8"), content("train/price", "9")
    await publishing.publish(known(time, old), publication(quiet=True), NOW)
    await say(journal, "77", old, NOW - 60)
    await publishing.publish(known(time) if withdrawn else known(time, new), publication(), NOW)
    (owed,) = [one for one in await outbox.claim(NOW) if one.chat == "77"]
    newest = content("train/price", "10")
    await say(journal, "77", newest, NOW + 1)
    await outbox.sent(owed, NOW + 2, 0.0)
    async with database.reading() as connection:
        assert (await connection.execute(select(told.c.digest))).scalars().all() == [newest.digest]


@pytest.mark.parametrize("back", ["unblocked", "resumed", "waited", "failed", "released"])
async def test_quiet_hours_are_kept_when_something_is_sent_a_second_time(
    outbox: Outbox, register: Register, back: str
) -> None:
    await register.wish("4", "de", NOW, quiet_from=23 * 60, quiet_to=7 * 60, zone="UTC")  # in 47 minutes
    owed = next(one for one in await outbox.claim(NOW) if one.chat == "4")
    later = NOW + 3600
    match back:
        case "unblocked":
            await outbox.refused(owed, "blocked", "blocked")
            await register.state("4", "active", later)
        case "resumed":
            await outbox.release([owed], NOW)
            await register.change("4", None, "active", later)
        case "waited":
            await outbox.wait(owed, later)
        case "failed":
            await outbox.failed(owed, "Bad Gateway", later, later)
        case _:
            await outbox.release([owed], later)
    assert "4" not in chats(await outbox.claim(later + 1))
    assert "4" in chats(await outbox.claim(seven_after(NOW)))


def seven_after(moment: float) -> float:
    """A second after seven in the morning (UTC) of the next day."""
    return moment - moment % 86400 + 86400 + 7 * 3600 + 1


async def test_new_wishes_hold_for_what_waits_already(outbox: Outbox, register: Register) -> None:
    await register.wish("4", "de", NOW, frequency="weekly", zone="UTC")
    await outbox.claim(NOW)
    await register.wish("4", "de", NOW + 5, frequency="at_once")
    assert "4" in chats(await outbox.claim(NOW + 5))


async def test_what_is_paused_or_ended_isn_t_sent_any_more(
    outbox: Outbox, register: Register, database: Database
) -> None:
    for chat, state in (("4", "paused"), ("5", "removed")):
        assert await register.change(chat, None, state, NOW)
    assert chats(await outbox.claim(NOW)) == {str(n) for n in range(10)} - {"4", "5"}
    assert {("4", "dropped"), ("5", "dropped")} <= set((await states(database)).items())


async def test_ending_one_of_two_fitting_topics_drops_nothing(outbox: Outbox, register: Register) -> None:
    await register.subscribe("4", "de", "follow", Topic(deal="train"), NOW)
    found = await register.subscriber("4")
    assert found is not None
    await register.change("4", found.subscriptions[0].id, "removed", NOW)
    assert "4" in chats(await outbox.claim(NOW))


async def test_nobody_ends_another_s_subscription(outbox: Outbox, register: Register) -> None:
    found = await register.subscriber("4")
    assert found is not None
    assert not await register.change("5", found.subscriptions[0].id, "removed", NOW)
    assert "4" in chats(await outbox.claim(NOW))


async def test_a_group_that_has_moved_keeps_everything(outbox: Outbox, register: Register, database: Database) -> None:
    await register.moved("4", "-1004")
    assert "-1004" in chats(await outbox.claim(NOW))
    assert ("4", "train/time", "follow", "waiting") not in await outbox_of(database)


async def test_a_group_that_has_moved_to_where_it_is_known_becomes_one_with_it(
    outbox: Outbox, register: Register, journal: Journal, publishing: Publishing, database: Database
) -> None:
    train, ship = Topic(deal="train"), Topic(deal="ship")
    for topic, chat in ((train, "4"), (ship, "4"), (train, "-1004")):
        await register.subscribe(chat, "de", "follow", topic, NOW)
    await register.wish("4", "de", NOW, quiet_from=23 * 60, quiet_to=7 * 60, zone="UTC")
    for chat, at, digests in (("4", NOW, {"a": "4a", "b": "4b"}), ("-1004", NOW - 1, {"a": "1004a", "c": "1004c"})):
        Telling(journal).note(chat, Told("de", at, digests))
        await journal.flush()
    more = known(content("train/time", "5"), content("train/price", "9"))
    await publishing.publish(more, publication(), NOW)  # owed to both
    await register.moved("4", "-1004")
    assert await register.subscriber("4") is None
    found = await register.subscriber("-1004")
    assert found is not None
    assert {str(one.topic) for one in found.subscriptions} == {"all", str(train), str(ship)}
    assert found.quiet == (23 * 60, 7 * 60)
    (owed,) = [one for one in await outbox.claim(NOW) if one.chat in {"4", "-1004"}]
    assert sorted(item.change.fact for item in owed.items) == ["train/price", "train/time"]
    assert {item.subscription for item in owed.items} <= {one.id for one in found.subscriptions}
    async with database.reading() as connection:
        kept = await connection.execute(select(told.c.fact, told.c.digest).where(told.c.subscriber_id == found.id))
        assert {row.fact: row.digest for row in kept} == {"a": "4a", "b": "4b", "c": "1004c"}


async def test_what_is_held_for_a_group_that_was_gone_is_due_where_it_has_moved(
    outbox: Outbox, register: Register
) -> None:
    await register.state("4", "gone", NOW)
    await register.subscribe("-1004", "de", "follow", Topic(deal="ship"), NOW)
    await register.moved("4", "-1004")
    assert "-1004" in chats(await outbox.claim(NOW))


async def test_a_delayed_publication_waits(outbox: Outbox, publishing: Publishing) -> None:
    for owed in await outbox.claim(NOW):
        await outbox.sent(owed, NOW, 0.0)
    await publishing.publish(known(content("train/time", "4")), publication(NOW + 600), NOW)
    assert await outbox.claim(NOW + 599) == []
    assert len(await outbox.claim(NOW + 600)) == 10


async def test_no_statement_names_more_deliveries_than_a_portion_holds(
    database: Database, publishing: Publishing, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    time = content("train/time", "5")
    facts = [content(f"train/{number}") for number in range(15)]
    await publishing.publish(known(time, *facts, *(content(f"ship/{n}") for n in range(5))), publication(), NOW)
    await publishing.publish(known(time, *facts), publication(), NOW)  # the ships' news have become pointless
    monkeypatch.setattr("bot.subscriptions.storage.portions.MOST", 2)
    named = list[int]()

    def look(_c: object, _cursor: object, statement: str, *_others: object) -> None:
        named.extend(found.count(",") + 1 for found in re.findall(r"deliveries\.id IN \(([^)]*)\)", statement))

    event.listen(database.engine.sync_engine, "before_cursor_execute", look)
    worker = Outbox(database, "one", Terms(batch=1, lease=LEASE, rate=1000.0))
    (owed,) = await worker.claim(NOW)
    assert len(owed.items) == MOST_AT_ONCE
    await register.wish(owed.chat, "de", NOW, frequency="daily")
    await worker.claim(NOW + LEASE + 1)
    await register.change(owed.chat, None, "paused", NOW)
    assert {state for chat, _, _, state in await outbox_of(database) if chat == owed.chat} == {"dropped"}
    assert max(named) == 2
