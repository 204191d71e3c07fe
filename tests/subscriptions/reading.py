"""What stands in the outbox, for tests."""

from sqlalchemy import select

from bot.subscriptions.changes.owed import Owed
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.tables import announcements, deliveries, subscribers


async def outbox_of(database: Database) -> set[tuple[str, str, str, str]]:
    """(chat, fact, reason, state) of every delivery."""
    rows = (
        select(subscribers.c.chat, announcements.c.fact, deliveries.c.reason, deliveries.c.state)
        .join(deliveries, deliveries.c.subscriber_id == subscribers.c.id)
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
    )
    async with database.reading() as connection:
        return {(row[0], row[1], row[2], row[3]) for row in await connection.execute(rows)}


async def states(database: Database) -> dict[str, str]:
    """The state of each chat's delivery, where it has one."""
    return {chat: state for chat, _, _, state in await outbox_of(database)}


def chats(claimed: list[Owed]) -> set[str]:
    """The chats that were claimed."""
    return {owed.chat for owed in claimed}
