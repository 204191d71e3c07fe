"""The bot as it serves: one built App behind the channel's back, that changed knowledge takes the place of.

A swap is one assignment: a question gets all of its answer from the same knowledge.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from bot.answering.desk import Desk
from bot.answering.inline import InlineDesk, Offer
from bot.answering.remembering import Remembering
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.answering.room.room import Room
from bot.app import App
from bot.pictures.gallery import Drawn, Gallery


@dataclass(frozen=True)
class _Built:
    """What goes with one state of the knowledge."""

    app: App
    inline: InlineDesk
    gallery: Gallery


class Live:
    """Answers, offers and pictures of the knowledge as it is now; `pictures` keeps the latter between starts."""

    def __init__(self, app: App, pictures: Path | None = None) -> None:
        self._pictures = pictures
        self._now = self._built(app)

    @property
    def app(self) -> App:
        """The App of now."""
        return self._now.app

    def room(self) -> Room:
        """The answering room of now."""
        return self._now.app.room

    def take(self, app: App) -> None:
        """From now on this one."""
        self._now = self._built(app)

    def answer(self, text: str, conversation: Conversation, hint: str | None, now: float) -> tuple[Reply, Conversation]:
        """See bot.channels.receptionist.Receptionist."""
        return self._now.app.desk.answer(text, conversation, hint, now)

    def choose(
        self, token: str, conversation: Conversation, hint: str | None, now: float
    ) -> tuple[Reply, Conversation]:
        """See bot.channels.receptionist.Receptionist."""
        return self._now.app.desk.choose(token, conversation, hint, now)

    def offers(self, query: str, hint: str | None) -> tuple[Offer, ...]:
        """At most ten offers for an inline query."""
        return self._now.inline.offers(query, hint)

    async def picture(self, name: str, language: str) -> Drawn | None:
        """The picture of that name, if it can be drawn."""
        return await self._now.gallery.picture(name, language)

    def _built(self, app: App) -> _Built:
        room = replace(app.room, recogniser=Remembering(app.room.recogniser))
        remembering = replace(app, desk=Desk(room), room=room)
        return _Built(remembering, InlineDesk(room), Gallery(room, self._pictures))
