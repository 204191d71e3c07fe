import asyncio

from telegram import Update

from bot.channels.telegram.ordering import MOST_OF_ONE_CHAT, ChatOrder
from bot.channels.telegram.pace import BURST, HINT_EVERY, LONGEST, Pace


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def update(number: int, user: int, chat: int | None = None) -> Update:
    kind = "private" if chat is None else "supergroup"
    fields = {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 0,
            "chat": {"id": chat or user, "type": kind},
            "from": {"id": user, "is_bot": False, "first_name": "A"},
            "text": "x",
        },
    }
    return Update.de_json(fields, None)


def test_what_a_person_types_never_waits() -> None:
    clock = Clock()
    pace = Pace(clock)
    pauses = list[float]()
    for _ in range(200):
        pauses.append(pace.pause(1))
        clock.now += 1.1
    assert set(pauses) == {0.0}


def test_a_flood_is_let_through_once_a_second_and_others_do_not_notice() -> None:
    pace = Pace(Clock())
    assert [pace.pause(1) for _ in range(BURST + 3)][-4:] == [0.0, 1.0, 2.0, 3.0]
    assert pace.pause(2) == 0.0


def test_nobody_waits_for_longer_than_a_few_seconds() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert max(pace.pause(1) for _ in range(1000)) == LONGEST
    clock.now += LONGEST + 1
    assert pace.pause(1) == 0.0


def test_it_is_said_once_a_minute() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.pause(1)
    assert [pace.hint(1), pace.hint(1)] == [True, False]
    clock.now += HINT_EVERY
    assert pace.hint(1)


async def test_a_flooding_user_is_told_and_waits_while_others_are_served() -> None:
    order, told, done = ChatOrder(Pace(Clock())), list[int](), list[int]()

    async def tell(slow: Update) -> None:
        told.append(slow.update_id)

    async def handle(number: int) -> None:
        done.append(number)

    order.told = tell
    tasks = [asyncio.ensure_future(order.process_update(update(n, 1), handle(n))) for n in range(BURST + 5)]
    tasks.append(asyncio.ensure_future(order.process_update(update(99, 2), handle(99))))
    await asyncio.sleep(0.05)
    assert done == [*range(BURST), 99]
    assert told == [BURST]
    order.hurry()
    await asyncio.gather(*tasks)
    assert sorted(done) == [*range(BURST + 5), 99]


async def test_in_a_group_a_flood_is_dropped_and_nobody_waits() -> None:
    order, done = ChatOrder(Pace(Clock())), list[int]()

    async def handle(number: int) -> None:
        done.append(number)

    for number in range(BURST + 5):
        await order.process_update(update(number, 1, chat=-9), handle(number))
    await order.process_update(update(99, 2, chat=-9), handle(99))
    assert done == [*range(BURST), 99]


async def test_what_was_dropped_in_a_group_is_not_held_against_its_sender() -> None:
    clock, done = Clock(), list[int]()
    order = ChatOrder(Pace(clock))

    async def handle(number: int) -> None:
        done.append(number)

    for number in range(1000):
        await order.process_update(update(number, 1, chat=-9), handle(number))
    clock.now += 1.0
    await order.process_update(update(1000, 1, chat=-9), handle(1000))
    assert done == [*range(BURST), 1000]


async def test_one_chat_never_takes_the_others_places() -> None:
    order, done, slow = ChatOrder(Pace(Clock())), list[int](), asyncio.Event()

    async def handle(number: int) -> None:
        await slow.wait()
        done.append(number)

    order.hurry()
    everything = [order.process_update(update(n, 1), handle(n)) for n in range(MOST_OF_ONE_CHAT + 50)]
    tasks = [asyncio.ensure_future(one) for one in everything]
    await asyncio.sleep(0.01)
    slow.set()
    await asyncio.gather(*tasks)
    assert done == [*range(MOST_OF_ONE_CHAT)]
