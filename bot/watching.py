"""Takes up changed knowledge while the bot serves: looked for every few seconds, built beside, checked, swapped in.

Knowledge that doesn't hold is reported once, and the old one goes on. Another process builds (see bot.apart), a thread
takes over what it built; threads take turns in short steps meanwhile, so that no question waits for it.
"""

import asyncio
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bot.app import App, build_from
from bot.compiled import state_of
from bot.errors import DealBotError, KnowledgeError, Problem
from bot.facts.check import check_doubles, check_use, check_wordings
from bot.facts.collector import settle
from bot.i18n.doubled import check_doubled
from bot.i18n.grammar import check_grammar
from bot.live import Live
from bot.settings import Settings

LOOK_SECONDS = 2.0
TURN_SECONDS = 0.0005
"""How long a thread keeps the interpreter while another wants it; usually ten times as long."""
LOG = logging.getLogger(__name__)


async def watch(live: Live, settings: Settings, every: float = LOOK_SECONDS) -> None:
    """Look until cancelled. A folder is only built once it has stayed the same between two looks."""
    state = await asyncio.to_thread(_state, settings)
    seen = state
    while True:
        await asyncio.sleep(every)
        now = await asyncio.to_thread(_state, settings)
        if now == state or now != seen:
            seen = now
            continue
        state = now
        try:
            with _short_turns():
                app = await asyncio.to_thread(_rebuilt, settings)
        except DealBotError as error:
            LOG.error("the changed knowledge isn't taken up, the old one goes on: %s", error)
        except Exception:
            LOG.exception("the changed knowledge isn't taken up, the old one goes on")
        else:
            live.take(app)
            settle()
            LOG.info("took up changed knowledge: %d facts, version %s", len(app.knowledge.facts), app.knowledge.version)


def _state(settings: Settings) -> str:
    try:
        return state_of((settings.knowledge, settings.locales))
    except OSError:
        # A file that goes away between being listed and looked at: the next look tells.
        return ""


def checked(app: App) -> App:
    """The same, as everything in its knowledge holds. Raises KnowledgeError with all problems."""
    problems: list[Problem] = []
    for found in (check_use, check_wordings, check_doubles):
        problems += found(app.knowledge)
    problems += check_grammar(app.knowledge, app.room.voices["de"])
    problems += check_doubled(app.knowledge, app.room.voices)
    if problems:
        raise KnowledgeError(problems)
    return app


def _rebuilt(settings: Settings) -> App:
    return checked(build_from(settings.knowledge, settings.locales, settings.cache, lean=True))


@contextmanager
def _short_turns() -> Iterator[None]:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
