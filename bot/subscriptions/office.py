"""The whole of bot.subscriptions while the bot serves: built here, started and ended with it.

The database may be away at any time, at the start, too: then one clear line says so, the questions go on being
answered, and everything begins as soon as it is there.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.room import Room
from bot.channels.courier import Courier
from bot.channels.following import Asking, Export
from bot.facts.model import Fact
from bot.settings import Settings
from bot.subscriptions.changes.content import contents, digest
from bot.subscriptions.changes.publishing import Publishing
from bot.subscriptions.changes.schedule import AT_ONCE, Wishes, allowed_at
from bot.subscriptions.delivering.claiming import Terms
from bot.subscriptions.delivering.marking import Habits
from bot.subscriptions.delivering.notices import Notices
from bot.subscriptions.delivering.notifier import Notifier, worker_name
from bot.subscriptions.delivering.outbox import Outbox
from bot.subscriptions.delivering.telling import Telling, Told
from bot.subscriptions.storage.conversations import ConversationsInDatabase
from bot.subscriptions.storage.database import Database, url_of
from bot.subscriptions.storage.errors import StorageError
from bot.subscriptions.storage.feedback import FeedbackInDatabase
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.migrating import migrate
from bot.subscriptions.storage.privacy import DAY, Privacy
from bot.subscriptions.subscribing.codes import FORGET, SHOWING, Code
from bot.subscriptions.subscribing.commands import Commands
from bot.subscriptions.subscribing.following import Following
from bot.subscriptions.subscribing.register import Register
from bot.subscriptions.subscribing.wishes import WishReader

LOG = logging.getLogger(__name__)
FORGET_TOKEN = str(Code(FORGET))
TIDY_SECONDS = 600.0
OPENING_SECONDS = 5.0
LONGEST_PAUSE = 60.0
LONGEST_SETTLING = 2.0


class Office:
    """Everything of subscriptions that a channel needs; `room` gives what is known now, `bring` the newest database."""

    def __init__(
        self, settings: Settings, room: Callable[[], Room], bring: Callable[[Database], Awaitable[None]] = migrate
    ) -> None:
        self._settings, self._room, self._bring = settings, room, bring
        self.database = Database(url_of(settings.database_url, settings.folder))
        self._journal = Journal(self.database)
        alone = settings.webhook is None
        self.conversations = ConversationsInDatabase(self.database, self._journal, alone=alone)
        self._telling = Telling(self._journal)
        self.feedback = FeedbackInDatabase(self._journal)
        self._register = Register(self.database)
        self._privacy = Privacy(self.database, settings.keep_questions_days)
        self._commands = Commands(self._register, self._privacy, room, settings.zone, WishReader(settings.locales))
        self.following = Following(self._register, room)
        self._notifier: Notifier | None = None
        self._digests = dict[str, tuple[Fact, str]]()

    async def command(self, name: str, argument: str, asking: Asking) -> Reply | Export:
        """The reply to a subscriber's command."""
        return await self._commands.command(name, argument, asking)

    async def choose(self, token: str, asking: Asking) -> Reply:
        """The reply to a tapped button of the subscriptions."""
        if token == FORGET_TOKEN:
            self.conversations.forget(asking.chat)
        return await self._commands.choose(token, asking)

    def decides(self, token: str) -> bool:
        """Whether the button changes something; an unknown one might."""
        code = Code.read(token)
        return code is None or code.action not in SHOWING

    async def is_now(self, chat: str, state: str) -> None:
        """The chat has become "blocked", "gone" or "active" again."""
        try:
            await self._register.state(chat, state, time.time())
        except StorageError as error:
            LOG.warning("that chat %s is %s can't be kept: %s", chat, state, error)

    async def wants_quiet(self, chat: str) -> bool:
        """Whether it is in the chat's quiet hours now."""
        try:
            subscriber = await self._register.subscriber(chat)
        except StorageError as error:
            LOG.warning("whether chat %s wants quiet can't be seen: %s", chat, error)
            return False
        if subscriber is None or subscriber.quiet is None:
            return False
        now = time.time()
        wishes = Wishes(AT_ONCE, *subscriber.quiet, subscriber.zone or self._settings.zone)
        return allowed_at(wishes, now, now) > now

    async def moved(self, old: str, new: str) -> None:
        """The chat has another key."""
        try:
            await self._move(old, new)
        except StorageError as error:
            LOG.warning("that chat %s is now %s can't be kept: %s", old, new, error)

    async def _move(self, old: str, new: str) -> None:
        """Everything of the chat is kept under the new key from here on. Raises StorageError."""
        try:
            await self._journal.flush()  # what waits belongs to what moves
        except StorageError as error:
            if error.passing:
                raise
            LOG.debug("what the database refuses needn't move: %s", error)
        await self._register.moved(old, new)
        await self.conversations.moved(old, new)

    def told(self, chat: str, reply: Reply) -> None:
        """The chat was shown a reply: remember which facts, with which content. Never waits, never raises."""
        if self._notifier:
            self._notifier.answered()
        facts, now = self._room().knowledge.facts, time.time()
        if reply.outcome not in (Outcome.ANSWER, Outcome.SILENT) or not reply.facts:
            return
        digests = {fact: self._digest(facts[fact]) for fact in reply.facts if fact in facts}
        self._telling.note(chat, Told(reply.language, now, digests))

    def _digest(self, fact: Fact) -> str:
        """The fact's digest, reckoned once for as long as its knowledge is the one that is served."""
        known, found = self._digests.get(fact.id, (None, ""))
        if known is not fact:
            found = digest(fact)
            self._digests[fact.id] = fact, found
        return found

    async def settled(self) -> None:
        """Wait until other processes can see what was said of the chats so far; not for long, and not for certain."""
        try:
            async with asyncio.timeout(LONGEST_SETTLING):
                await self._journal.flush()
        except (StorageError, TimeoutError) as error:
            LOG.debug("other processes learn later of what was said: %s", error)

    @asynccontextmanager
    async def running(self, courier: Courier) -> AsyncIterator[None]:
        """Keep, send and tidy while the block runs."""
        outbox = Outbox(self.database, worker_name(), self._terms())
        habits = Habits(lanes=self._settings.broadcast_lanes)
        notices = Notices(self._room().voices, lambda: self._room().knowledge.deals)
        self._notifier = Notifier(outbox, self._move, courier, notices.compose, habits)
        opened = asyncio.create_task(self._opened())
        task = asyncio.create_task(self._work(self._notifier, opened))
        # Usually it takes milliseconds; a database that is away must not hold up the questions.
        await asyncio.wait({opened}, timeout=OPENING_SECONDS)
        try:
            yield
        finally:
            opened.cancel()
            task.cancel()
            await asyncio.gather(opened, task, return_exceptions=True)
            await self._notifier.close()
            try:
                async with asyncio.timeout(3):
                    await self._journal.flush()
            except (StorageError, TimeoutError) as error:
                LOG.warning("the last words of some conversations aren't kept: %s", error)
            await self.database.close()

    def _terms(self) -> Terms:
        rate = self._settings.broadcast_rate
        # Half a second's worth, so that answers go before; a few where few go out, yet not more than a lease allows.
        batch = min(50, max(5, rate / 2), max(1, rate * Terms.lease / 3))
        expiry = self._settings.expiry_days * DAY
        return Terms(batch=int(batch), rate=rate, zone=self._settings.zone, expiry=expiry)

    async def _work(self, notifier: Notifier, opened: asyncio.Task[None]) -> None:
        await opened
        while True:
            try:
                async with asyncio.TaskGroup() as group:
                    for part in (self._journal.run, notifier.run, self._tidy):
                        group.create_task(part())
            except* Exception as errors:
                LOG.error("the subscriptions begin anew after a failure", exc_info=errors)
            await asyncio.sleep(LONGEST_PAUSE / 4)

    async def _opened(self) -> None:
        pause = 1.0
        while True:
            try:
                await self._bring(self.database)
                await self.conversations.warm()
                if await self._begun():
                    LOG.info("what is known now counts as announced; `run_bot.py publish` tells what changes")
                return
            except StorageError as error:
                LOG.error("no subscriptions for now, questions are answered: %s", error)
            except Exception:
                LOG.exception("no subscriptions for now, questions are answered")
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _begun(self) -> bool:
        """At the very first start: what is known already is no news."""
        publishing = Publishing(self.database)
        if await publishing.has_begun():
            return False
        return await publishing.begin(await asyncio.to_thread(contents, self._room()))

    async def _tidy(self) -> None:
        while True:
            try:
                await self._privacy.tidy(time.time())
            except StorageError as error:
                LOG.info("tidied later: %s", error)
            await asyncio.sleep(TIDY_SECONDS)
