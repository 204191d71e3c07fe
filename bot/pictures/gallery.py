"""Draws the pictures that replies name, once for each knowledge and language, in a thread of its own.

"timeline", "timeline/<deal or filter>" and "compare/<group>" are the names. matplotlib is imported with the first one.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.answering.browsing import comparison, timeline
from bot.answering.room.room import Room
from bot.whole import write_whole

MOST_KEPT = 32
LOOK = 2
"""To be counted up when pictures come to look different, so that none is taken from the folder any more."""
LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Drawn:
    """A picture. `key` is the same for the same content, also in another process."""

    key: str
    png: bytes
    caption: str


class Gallery:
    """All pictures of one room. `folder` keeps them between starts; None keeps them in memory only."""

    def __init__(self, room: Room, folder: Path | None = None) -> None:
        self._room, self._folder = room, folder
        self._kept = OrderedDict[str, Drawn]()
        # One thread: matplotlib isn't safe with several, and two pictures at once would only share the processor.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pictures")

    async def picture(self, name: str, language: str) -> Drawn | None:
        """The picture of that name; None when there is none or it can't be drawn."""
        key = sha256(f"{self._room.knowledge.version} {name} {language} {LOOK}".encode()).hexdigest()[:20]
        if key not in self._kept:
            try:
                drawn = await asyncio.get_running_loop().run_in_executor(self._thread, self._made, key, name, language)
            except Exception:
                LOG.exception("the picture %s can't be drawn", name)
                return None
            if drawn is None:
                return None
            self._kept[key] = drawn
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _made(self, key: str, name: str, language: str) -> Drawn | None:
        """In the thread: the picture from the folder, or drawn and put there."""
        kind, _, what = name.partition("/")
        draw = self._timeline if kind == "timeline" else self._comparison if kind == "compare" else None
        drawing = draw(what, language) if draw else None
        if drawing is None:
            return None
        title, caption, paint = drawing
        path = self._folder / f"{key}.png" if self._folder else None
        png = _read(path) or paint()
        if path:
            _keep(path, png)
        return Drawn(key, png, f"{title}\n{caption}")

    def _timeline(self, name: str, language: str) -> "Drawing | None":
        scope = timeline.Scope.named(name)
        entries = timeline.entries(self._room, scope)
        if all(entry.year is None for entry in entries):
            return None
        voice = self._room.voices[language]
        title = voice.text("timeline.title", title=scope.title(self._room, language))

        def paint() -> bytes:
            from bot.pictures.timeline import draw  # noqa: PLC0415 - matplotlib takes its time

            return draw(self._room, entries, title, language)

        return title, voice.text("timeline.caption"), paint

    def _comparison(self, group: str, language: str) -> "Drawing | None":
        figures = comparison.groups(self._room.knowledge).get(group)
        if not figures:
            return None
        voice = self._room.voices[language]
        title = voice.text("compare.heading", what=comparison.title(self._room, group, language))

        def paint() -> bytes:
            from bot.pictures.comparison import draw  # noqa: PLC0415 - matplotlib takes its time

            return draw(self._room, figures, title, language)

        return title, voice.text("compare.caption"), paint


Drawing = tuple[str, str, Callable[[], bytes]]
"""Title, caption and what draws it."""


def _read(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path else None
    except OSError:
        return None


def _keep(path: Path, png: bytes) -> None:
    if path.exists():
        return
    try:
        write_whole(path, lambda file: file.write(png))
    except OSError as error:
        LOG.info("the picture can't be kept in %s: %s", path.parent, error)
