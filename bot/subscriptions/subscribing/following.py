"""The buttons under an answer: follow its deal, be told when a question has an answer. See bot.channels.following."""

import logging
import time
from collections.abc import Callable

from bot.answering.room.room import Room
from bot.channels.following import Follower
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.storage.errors import StorageError
from bot.subscriptions.subscribing.naming import said, wished
from bot.subscriptions.subscribing.register import Register

LOG = logging.getLogger(__name__)


class Following:
    """Takes subscriptions from buttons; each call gives the line that confirms it."""

    def __init__(self, register: Register, room: Callable[[], Room]) -> None:
        self._register, self._room = register, room

    async def follow(self, follower: Follower, token: str) -> str:
        """Follow the deal or fact behind the token."""
        room = self._room()
        match room.tokens.resolve(token):
            case ("d", deal):
                topic = Topic(deal=deal)
            case ("f", name):
                fact = room.knowledge.facts[name]
                topic = Topic(deal=fact.deal, attribute=fact.attribute)
            case _:
                return room.voices[follower.language].text("choice.gone")
        return await self._subscribed(follower, "follow", topic, "following.follows")

    async def await_answer(self, follower: Follower, question: str) -> str:
        """Tell when a fact is published that the question asks for."""
        room = self._room()
        topic = wished(question, room)
        if topic is None:
            return room.voices[follower.language].text("following.unclear")
        return await self._subscribed(follower, "await", topic, "following.waits")

    async def _subscribed(self, follower: Follower, kind: str, topic: Topic, key: str) -> str:
        voice = self._room().voices[follower.language]
        try:
            done = await self._register.subscribe(
                _key(follower.chat, follower.thread), follower.language, kind, topic, time.time()
            )
        except StorageError as error:
            LOG.error("a subscription can't be kept: %s", error)
            return voice.text("subscribe.unavailable")
        if not done:
            return voice.text("following.too_many")
        return voice.text(key, topic=said(topic, self._room(), follower.language))


def _key(chat: int, thread: int | None) -> str:
    """The key of a chat or of a thread in it, as conversations have it."""
    return f"{chat}" if thread is None else f"{chat}/{thread}"
