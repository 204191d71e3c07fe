"""Remembers which facts each chat was given, and with which content, so that a correction reaches them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.subscriptions.storage.journal import Journal, Key
from bot.subscriptions.storage.standing import ACTIVE, set_state
from bot.subscriptions.storage.tables import subscribers, told

TOLD = "told"


@dataclass(frozen=True)
class Told:
    """What a chat was shown in one reply: the contents' digests by fact."""

    language: str
    at: float
    digests: Mapping[str, str]


class Telling:
    """Takes down what was told."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        journal.writes(TOLD, _write)

    def note(self, chat: str, entry: Told) -> None:
        """The chat was told this."""
        self._journal.note((TOLD, chat, " ".join(entry.digests)), entry)


async def _write(connection: AsyncConnection, entries: Mapping[Key, Told]) -> None:
    languages = {key[1]: entry.language for key, entry in entries.items()}
    numbers = await _entered(connection, languages, min(entry.at for entry in entries.values()))
    rows = {
        (numbers[key[1]], fact): {"digest": digest, "told_at": entry.at}
        for key, entry in entries.items()
        for fact, digest in entry.digests.items()
    }
    await connection.execute(delete(told).where(tuple_(told.c.subscriber_id, told.c.fact).in_(list(rows))))
    await connection.execute(
        insert(told), [{"subscriber_id": number, "fact": fact, **row} for (number, fact), row in rows.items()]
    )


async def _entered(connection: AsyncConnection, languages: Mapping[str, str], now: float) -> dict[str, int]:
    """The numbers of chats that have just spoken: who isn't in the register is entered, who was away is back."""
    known = select(subscribers.c.id, subscribers.c.chat, subscribers.c.language, subscribers.c.state).where(
        subscribers.c.chat.in_(languages)
    )
    rows = {row.chat: row for row in await connection.execute(known)}
    if new := [chat for chat in languages if chat not in rows]:
        entries = [{"chat": chat, "language": languages[chat], "created_at": now} for chat in new]
        await connection.execute(insert(subscribers), entries)
        rows |= {row.chat: row for row in await connection.execute(known) if row.chat not in rows}
    changed: defaultdict[str, list[int]] = defaultdict(list)
    for chat, row in rows.items():
        if row.state != ACTIVE:
            await set_state(connection, chat, ACTIVE, now)
        if row.language != languages[chat]:
            changed[languages[chat]].append(row.id)
    for language, ids in changed.items():
        await connection.execute(update(subscribers).where(subscribers.c.id.in_(ids)).values(language=language))
    return {chat: row.id for chat, row in rows.items()}
