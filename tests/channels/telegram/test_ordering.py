import asyncio

from telegram import Update

from bot.channels.telegram.ordering import ChatOrder, chat_of


def update(number: int, chat: int) -> Update:
    fields = {
        "update_id": number,
        "message": {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}, "text": "x"},
    }
    return Update.de_json(fields, None)


async def test_a_chat_is_served_in_order_and_a_slow_one_holds_up_no_other() -> None:
    order, done = ChatOrder(), list[tuple[int, int]]()
    slow = asyncio.Event()

    async def handle(chat: int, number: int) -> None:
        if chat == 1:
            await slow.wait()
        done.append((chat, number))

    tasks = [
        asyncio.ensure_future(order.process_update(update(n, chat), handle(chat, n)))
        for n, chat in enumerate([1, 1, 2, 1, 2, 3])
    ]
    await asyncio.sleep(0.01)
    assert sorted(done) == [(2, 2), (2, 4), (3, 5)]
    slow.set()
    await asyncio.gather(*tasks)
    assert [number for chat, number in done if chat == 1] == [0, 1, 3]
    assert [number for chat, number in done if chat == 2] == [2, 4]


async def test_nothing_is_kept_of_chats_that_are_done_with() -> None:
    order = ChatOrder()
    await order.process_update(update(1, 1), asyncio.sleep(0))
    assert not order._locks
    assert not order._waiting


async def test_a_failure_lets_the_next_one_through() -> None:
    order = ChatOrder()

    async def fail() -> None:
        raise ValueError

    outcomes = await asyncio.gather(
        order.process_update(update(1, 1), fail()),
        order.process_update(update(2, 1), asyncio.sleep(0)),
        return_exceptions=True,
    )
    assert isinstance(outcomes[0], ValueError)
    assert outcomes[1] is None


def test_what_belongs_to_nobody_has_an_order_of_its_own() -> None:
    assert chat_of("not an update") == 0
    assert chat_of(update(1, 42)) == 42
