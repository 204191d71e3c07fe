"""What the office says of a chat, beyond its commands."""

import time
from datetime import UTC, datetime

from bot.answering.room import Room
from bot.settings import Settings
from bot.subscriptions.office import Office
from bot.subscriptions.register import Register


async def test_a_chat_wants_quiet_in_its_quiet_hours_alone(address: str, register: Register, room: Room) -> None:
    office = Office(Settings(database_url=address, zone="UTC"), lambda: room)
    moment = datetime.fromtimestamp(time.time(), UTC)
    minute = moment.hour * 60 + moment.minute
    for chat, begin in (("1", -60), ("2", 60)):
        await register.wish(
            chat, "en", time.time(), quiet_from=(minute + begin) % 1440, quiet_to=(minute + begin + 120) % 1440
        )
    assert await office.wants_quiet("1")
    assert not await office.wants_quiet("2")
    assert not await office.wants_quiet("3")
    await office.database.close()
