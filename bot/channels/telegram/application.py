"""Wires the channel and runs it until a signal: builder, handlers, polling or webhook, clean end.

Called by `serve`; everything above the handlers' own parts is decided here.
"""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.channels.receptionist import Receptionist
from bot.channels.telegram.courier import beside
from bot.channels.telegram.failures import Failures
from bot.channels.telegram.guests import Guests
from bot.channels.telegram.inline import Inline
from bot.channels.telegram.membership import Membership
from bot.channels.telegram.ordering import ChatOrder
from bot.channels.telegram.parts import Extras, Parts
from bot.channels.telegram.profile import publish_profile
from bot.channels.telegram.questions import Questions
from bot.channels.telegram.requests import BoundedRequest, PollingRequest
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.subscribing import GROUP as SUBSCRIBING
from bot.channels.telegram.subscribing import Subscribing
from bot.channels.telegram.taps import Taps
from bot.channels.telegram.webhook import AwaitedUpdates, listen
from bot.channels.texts import Voices
from bot.errors import DealBotError, SettingsError
from bot.settings import Settings, Webhook

UPDATES = [
    *(Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER),
    *(Update.INLINE_QUERY, Update.GUEST_MESSAGE),
]
POLL_SECONDS = 30
LOG = logging.getLogger(__name__)
AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class UnreachableError(DealBotError):
    """Telegram can't be reached or refuses to talk; says where and why."""


def serve(settings: Settings, desk: Receptionist, voices: Voices, extras: Extras | None = None) -> int:
    """Answer in Telegram until SIGTERM or Ctrl-C; returns the exit status. Raises DealBotError when it can't start."""
    with asyncio.Runner(loop_factory=_fast_loop()) as runner:
        return runner.run(_serve(settings, desk, voices, extras or Extras()))


async def _serve(settings: Settings, desk: Receptionist, voices: Voices, extras: Extras) -> int:
    # A signal cancels the task that serves; leaving the blocks below ends everything in order.
    loop, task, refused = asyncio.get_running_loop(), asyncio.current_task(), asyncio.Event()
    assert task is not None  # noqa: S101 - for mypy: a coroutine always runs in a task
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)

    def refuse() -> None:
        refused.set()
        task.cancel()

    order = ChatOrder()
    application = build_application(settings, extras, order, refuse)
    sender = Sender(application.bot, alone=settings.webhook is None)
    add_handlers(application, order, Parts(desk, extras.conversations, voices, sender, extras=extras))
    try:
        async with _initialised(application, settings):
            await publish_profile(application.bot, voices)
            async with (
                beside(application.bot, extras),
                _receiving(application, order, sender, settings.webhook),
            ):
                LOG.info("serving as @%s", application.bot.username)
                await asyncio.Event().wait()
    except asyncio.CancelledError:
        if refused.is_set():
            raise _token_refused() from None
        LOG.info("ended by a signal")
    return 0


def build_application(
    settings: Settings, extras: Extras, order: ChatOrder, refused: Callable[[], None]
) -> AnyApplication:
    """The application of python-telegram-bot, without handlers; `refused` is called when the token is taken no more."""
    # Pauses as timedelta: the library warns of each one read in the older form.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    builder = ApplicationBuilder()
    if settings.webhook:
        updates = AwaitedUpdates(extras.office.settled if extras.office else None)
        order.finished = updates.finished
        builder = builder.update_queue(updates)
    return (
        builder.token(settings.token or "")
        .base_url(f"{settings.api_base_url}/bot")
        .base_file_url(f"{settings.api_base_url}/file/bot")
        .request(BoundedRequest())
        .get_updates_request(PollingRequest(refused))
        .concurrent_updates(order)
        .job_queue(None)
        .build()
    )


def add_handlers(application: AnyApplication, order: ChatOrder, parts: Parts) -> None:
    """What happens with which update."""
    questions = Questions(parts)
    order.told = questions.slow_down
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    typed = filters.TEXT | filters.CAPTION
    application.add_handlers(
        [
            MessageHandler(new & typed, questions.answer),
            MessageHandler(edited & typed, questions.correct),
            CallbackQueryHandler(Taps(parts).answer),
            MessageHandler(new & ~typed, questions.decline),
            MessageHandler(filters.UpdateType.GUEST_MESSAGE, Guests(parts).answer),
            ChatMemberHandler(Membership(parts).changed, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    if parts.extras.office:
        application.add_handlers(Subscribing(parts, parts.extras.office).handlers, SUBSCRIBING)
    if parts.extras.inline:
        application.add_handler(InlineQueryHandler(Inline(parts, parts.extras.inline).answer))
    application.add_error_handler(Failures(parts).tell)


@asynccontextmanager
async def _initialised(application: AnyApplication, settings: Settings) -> AsyncIterator[None]:
    try:
        await application.initialize()
    except InvalidToken:
        await application.bot.shutdown()  # the application itself hasn't come to be
        raise _token_refused() from None
    except TelegramError as error:
        await application.bot.shutdown()
        why = "can't be reached" if isinstance(error, NetworkError) else "refuses to talk"
        raise UnreachableError(f"Telegram {why} at {settings.api_base_url}: {error}") from None
    try:
        yield
    finally:
        await application.shutdown()


@asynccontextmanager
async def _receiving(
    application: AnyApplication, order: ChatOrder, sender: Sender, webhook: Webhook | None
) -> AsyncIterator[None]:
    updater = application.updater
    assert updater is not None  # noqa: S101 - for mypy: the builder makes one unless told otherwise
    await application.start()
    try:
        if webhook:
            await listen(updater, webhook, application.bot.token, UPDATES)
        else:
            await updater.start_polling(
                timeout=POLL_SECONDS, allowed_updates=UPDATES, drop_pending_updates=False, error_callback=_note
            )
        try:
            yield
        finally:
            if isinstance(application.update_queue, AwaitedUpdates):
                await application.update_queue.confirmed()
            sender.close()
            order.hurry()
            await updater.stop()
    finally:
        await application.stop()


def _note(error: TelegramError) -> None:
    LOG.warning("no updates from Telegram, trying again: %s", error)


def _token_refused() -> SettingsError:
    return SettingsError("TELEGRAM_BOT_TOKEN", "<hidden>", "Telegram refuses this token; take the one @BotFather shows")


def _fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The event loop of uvloop where it is installed; None for Python's own."""
    if sys.platform == "win32":
        return None
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 - an optional extra
    except ImportError:
        return None
    loop: Callable[[], asyncio.AbstractEventLoop] = new_event_loop
    return loop
