import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import update

from bot.answering.room.reply import Reply
from bot.channels.courier import Arrived, Failed, Moved, Outcome, Refused, Wait
from bot.i18n import load_voices
from bot.settings import ROOT
from bot.subscriptions.changes.overview import overview
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.delivering.claiming import Terms
from bot.subscriptions.delivering.marking import Habits
from bot.subscriptions.delivering.notices import Notices
from bot.subscriptions.delivering.notifier import Notifier
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.tables import deliveries
from bot.subscriptions.subscribing.register import Register
from tests.subscriptions.reading import states
from tests.subscriptions.stock import owe

QUICK = Terms(batch=10, lease=30.0, rate=1000.0)


class Channel:
    """A courier that answers as a test wants it to, and remembers what was taken where."""

    def __init__(self, answer: Callable[[str], Outcome] = lambda _chat: Arrived()) -> None:
        self.answer, self.taken, self.at = answer, list[tuple[str, Reply]](), list[float]()
        self.seconds, self.now, self.most = 0.0, 0, 0

    async def deliver(self, chat: str, notice: Reply) -> Outcome:
        self.now += 1
        self.most = max(self.most, self.now)
        self.at.append(time.time())
        await asyncio.sleep(self.seconds)
        self.now -= 1
        outcome = self.answer(chat)
        if isinstance(outcome, Arrived):
            self.taken.append((chat, notice))
        return outcome

    @property
    def chats(self) -> list[str]:
        return [chat for chat, _ in self.taken]


COMPOSE = Notices(load_voices(ROOT / "locales", {}), set).compose


def notifier(
    database: Database, channel: Channel, terms: Terms = QUICK, clock: Callable[[], float] = time.time, **habits: float
) -> Notifier:
    outbox = Outbox(database, f"{id(channel)}", terms)
    return Notifier(outbox, Register(database).moved, channel, COMPOSE, Habits(**habits), clock)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
async def announced(database: Database) -> None:
    """A change, owed to twelve subscribers."""
    await owe(database, range(12), time.time())


async def test_everybody_is_told_once_in_their_language(database: Database) -> None:
    channel = Channel()
    await notifier(database, channel).until_empty()
    assert sorted(channel.chats, key=int) == [str(n) for n in range(12)]
    assert {notice.language for _, notice in channel.taken} == {"de", "en"}
    assert set((await states(database)).values()) == {"sent"}


async def test_two_processes_share_without_doubling(database: Database) -> None:
    one, two = Channel(), Channel()
    await asyncio.gather(notifier(database, one).until_empty(), notifier(database, two).until_empty())
    assert sorted(one.chats + two.chats, key=int) == [str(n) for n in range(12)]


async def test_what_was_claimed_too_long_ago_is_left_to_others(database: Database) -> None:
    channels = Channel(), Channel()
    workers = []
    for channel in channels:
        channel.seconds = 0.1
        working = notifier(database, channel, Terms(batch=12, lease=0.5, rate=1000.0), idle=0.02)
        workers.append(asyncio.create_task(working.run()))
    async with asyncio.timeout(20):
        while set((await states(database)).values()) != {"sent"}:
            await asyncio.sleep(0.05)
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    assert sorted(channels[0].chats + channels[1].chats, key=int) == [str(n) for n in range(12)]


async def test_one_message_is_in_flight_even_where_each_takes_longer_than_its_slot(database: Database) -> None:
    channel = Channel()
    channel.seconds = 0.02
    await notifier(database, channel).until_empty()
    assert channel.most == 1


async def test_as_many_are_in_flight_as_there_are_lanes(database: Database) -> None:
    channel = Channel()
    channel.seconds = 0.1
    await notifier(database, channel, lanes=3).until_empty()
    assert channel.most == 3


async def test_the_rate_is_kept(database: Database) -> None:
    channel = Channel()
    await notifier(database, channel, replace(QUICK, rate=20)).until_empty()
    assert channel.at[-1] - channel.at[0] >= 0.8 * 11 / 20  # the first may be late


async def test_quiet_hours_that_begin_between_the_claim_and_its_slot_are_kept(
    database: Database, outbox: Outbox, register: Register
) -> None:
    midnight = 1_700_006_400.0
    await register.wish("3", "de", midnight - 100, quiet_from=0, quiet_to=7 * 60, zone="UTC")
    async with database.writing() as connection:
        await connection.execute(update(deliveries).values(due_at=midnight - 100, expires_at=midnight + 86400))
    moment = midnight - 1.0

    def clock() -> float:
        nonlocal moment
        moment += 0.1  # whatever is done takes a while, and midnight comes
        return moment

    channel = Channel()
    await notifier(database, channel, replace(QUICK, batch=20), clock).until_empty()
    assert moment > midnight
    assert sorted(channel.chats, key=int) == [str(n) for n in range(12) if n != 3]
    (again,) = await outbox.claim(midnight + 7 * 3600 + 1)
    assert again.chat == "3"


async def test_a_chat_that_must_wait_is_told_later_and_the_others_now(database: Database) -> None:
    waits = [Wait(0.3)]
    channel = Channel(lambda chat: waits.pop() if chat == "3" and waits else Arrived())
    working = notifier(database, channel)
    await working.until_empty()
    assert len(channel.chats) == 11
    await asyncio.sleep(0.4)
    await working.until_empty()
    assert channel.chats[-1] == "3"


async def test_blocked_and_gone_are_told_apart_and_don_t_hold_up_the_others(
    database: Database, register: Register
) -> None:
    refusals: dict[str, Outcome] = {"3": Refused("blocked", "blocked"), "4": Refused("gone", "deactivated")}
    channel = Channel(lambda chat: refusals.get(chat, Arrived()))
    working = notifier(database, channel)
    await working.until_empty()
    assert len(channel.chats) == 10
    assert (await overview(database, 5)).subscribers == {"active": 10, "blocked": 1, "gone": 1}
    refusals.clear()
    await register.state("3", "active", time.time())
    await working.until_empty()
    assert channel.chats[-1] == "3"


async def test_a_group_that_has_moved_is_told_at_its_new_place(database: Database) -> None:
    channel = Channel(lambda chat: Moved("-1003") if chat == "3" else Arrived())
    await notifier(database, channel).until_empty()
    assert "-1003" in channel.chats
    assert len(channel.chats) == 12


async def test_a_group_that_has_moved_to_where_it_is_known_is_told_there_once(
    database: Database, register: Register
) -> None:
    await register.subscribe("-1003", "de", "follow", Topic(deal="train"), time.time())
    tries = list[str]()

    def answer(chat: str) -> Outcome:
        tries.append(chat)
        return Moved("-1003") if chat == "3" and tries.count("3") < 5 else Arrived()

    channel = Channel(answer)
    await notifier(database, channel).until_empty()
    assert tries.count("3") == channel.chats.count("-1003") == 1


async def test_what_keeps_failing_is_given_up_and_shown(database: Database) -> None:
    channel = Channel(lambda chat: Failed("Bad Gateway") if chat == "3" else Arrived())
    working = notifier(database, channel, first_back_off=0.0, most_tries=3)
    await working.until_empty()
    assert (await states(database))["3"] == "failed"
    assert (await overview(database, 5)).problems == (("failed", "Bad Gateway", 1),)


async def test_what_raises_an_error_is_a_failure_like_others(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    def answer(chat: str) -> Outcome:
        if chat == "3":
            raise ValueError("https://api.telegram.org/bot1234567:secret/sendMessage")
        return Arrived()

    channel = Channel(answer)
    working = notifier(database, channel, first_back_off=0.0, most_tries=3)
    await working.until_empty()
    assert len(channel.chats) == 11
    assert (await states(database))["3"] == "failed"
    assert (await overview(database, 5)).problems == (("failed", "ValueError", 1),)
    assert [record.exc_info is not None for record in caplog.records if "can't be composed" in record.message] == [
        True, True, True,
    ]  # fmt: skip


async def test_what_can_never_work_is_given_up_at_once(database: Database) -> None:
    tries = list[str]()

    def refuse(chat: str) -> Outcome:
        tries.append(chat)
        return Failed("message is too long", for_good=True)

    await notifier(database, Channel(refuse)).until_empty()
    assert len(tries) == 12


async def test_a_notifier_that_is_stopped_gives_back_what_it_has_claimed(database: Database, other: Outbox) -> None:
    channel = Channel()
    working = notifier(database, channel, replace(QUICK, rate=4))
    task = asyncio.create_task(working.run())
    while not channel.taken:
        await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await working.close()
    assert len(await other.claim(time.time())) == 12 - len(channel.taken)
