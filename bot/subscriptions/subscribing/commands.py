"""The subscriber's commands and buttons.

/subscribe /subscriptions /unsubscribe /pause /resume /privacy /export /forget.

Free of any channel: a reply (or a file) comes back. When the database is away, one kind line does.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.answering.room.reply import Choice, Reply
from bot.answering.room.room import Room
from bot.channels.following import Asking, Export
from bot.subscriptions.changes.content import scope_of
from bot.subscriptions.changes.schedule import FREQUENCIES
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.storage.errors import StorageError
from bot.subscriptions.storage.privacy import DONE_DAYS, TOLD_DAYS, Privacy, how_long
from bot.subscriptions.subscribing import codes
from bot.subscriptions.subscribing.codes import Code, TopicCodes
from bot.subscriptions.subscribing.menus import QUIET_CHOICES, Menus
from bot.subscriptions.subscribing.naming import Meant, meant, said, without_politeness
from bot.subscriptions.subscribing.register import MOST_SUBSCRIPTIONS, Register, Subscriber
from bot.subscriptions.subscribing.wishes import WishReader

LOG = logging.getLogger(__name__)


class Commands:
    """Answers commands and taps. `room` gives what is known now; `zone` is the time zone until one is chosen."""

    def __init__(
        self, register: Register, privacy: Privacy, room: Callable[[], Room], zone: str, wishes: WishReader
    ) -> None:
        self._register, self._privacy, self._room, self._zone = register, privacy, room, zone
        self._wishes = wishes
        self._codes: tuple[Room, TopicCodes] | None = None

    async def command(self, name: str, argument: str, asking: Asking) -> Reply | Export:
        """The reply to a command without its slash."""
        menus = Menus(self._room(), asking.language)
        try:
            return await self._command(name, without_politeness(argument, self._room()), asking, menus)
        except StorageError as error:
            LOG.error("/%s can't be done: %s", name, error)
            return menus.say("subscribe.unavailable")

    async def choose(self, token: str, asking: Asking) -> Reply:
        """The reply to a tapped button of ours."""
        menus, code = Menus(self._room(), asking.language), Code.read(token)
        if code is None:
            return menus.say("choice.gone")
        try:
            return await self._chosen(code, asking, menus)
        except StorageError as error:
            LOG.error("a tap can't be answered: %s", error)
            return menus.say("subscribe.unavailable")

    async def _command(self, name: str, argument: str, asking: Asking, menus: Menus) -> Reply | Export:  # noqa: PLR0911 - one case a command
        match name:
            case "subscribe" if argument:
                found = meant(argument, self._room(), asking.language)
                return await self._preview(found, menus) if found else menus.subscribe(asking.deal, argument)
            case "subscribe":
                return menus.subscribe(asking.deal)
            case "unsubscribe" | "pause" | "resume" if argument and not self._all_meant(argument, asking):
                return await self._one(name, argument, asking, menus)
            case "unsubscribe":
                return await self._leaving(asking, menus)
            case "pause" | "resume":
                return await self._turn(name, None, asking, menus)
            case "privacy":
                time = how_long(self._privacy.keep_questions_days, asking.language)
                reply = menus.say("privacy.text", time=time, told=str(TOLD_DAYS), done=str(DONE_DAYS))
                rated = self._room().voices[asking.language].text("privacy.feedback", time=time)
                return replace(reply, blocks=(*reply.blocks, rated))
            case "export":
                content = await self._privacy.export(asking.chat)
                voice = self._room().voices[asking.language]
                return Export("deal-bot.json", content, voice.text("export.line"))
            case "forget":
                yes, no = (
                    menus.choice("button.forget", codes.FORGET),
                    menus.choice("button.never_mind", codes.NEVER_MIND),
                )
                return menus.say("forget.ask", yes, no)
            case _:
                return await self._subscriptions(argument, asking, menus)

    async def _chosen(self, code: Code, asking: Asking, menus: Menus) -> Reply:  # noqa: C901, PLR0911 - one line an action
        match code.action:
            case codes.MENU:
                return menus.subscribe(asking.deal)
            case codes.PICK:
                place, _, page = code.about.partition(".")
                return (
                    menus.shelf(int(place or 0), int(page or 0))
                    if (place + page).isdigit()
                    else menus.say("choice.gone")
                )
            case codes.PREVIEW | codes.FOLLOW:
                topic = self._topics().topic(code.about)
                if topic is None:
                    return menus.say("choice.gone")
                follows = code.action == codes.FOLLOW
                return await self._follow(topic, asking, menus) if follows else await self._preview(Meant(topic), menus)
            case codes.LIST:
                return await self._list(asking, menus, code.number or 0)
            case codes.CARD:
                return await self._card(code.number, asking, menus)
            case codes.PAUSE | codes.RESUME:
                name = "pause" if code.action == codes.PAUSE else "resume"
                return await self._turn(name, code.number, asking, menus)
            case codes.REMOVE:
                done = await self._register.change(asking.chat, code.number or 0, "removed", asking.now)
                return menus.say("subscriptions.removed" if done else "choice.gone", self._back(menus))
            case codes.LEAVE if code.about == "!":
                await self._register.change(asking.chat, None, "removed", asking.now)
                return menus.say("unsubscribe.done", menus.choice("button.no_corrections", codes.CORRECTIONS, "0"))
            case codes.LEAVE:
                return await self._leaving(asking, menus)
            case codes.FORGET:
                await self._privacy.forget(asking.chat)
                return menus.say("forget.done")
            case codes.FREQUENCY | codes.QUIET | codes.CORRECTIONS:
                return await self._wish(code, asking, menus)
            case _:
                return menus.say("button.never_minded")

    async def _preview(self, found: Meant, menus: Menus) -> Reply:
        room, topic = self._room(), found.topic
        facts = room.store.facts_of(topic.deal) if topic.deal else tuple(room.knowledge.facts.values())
        if topic != Topic():
            facts = tuple(fact for fact in facts if topic.matches(scope_of(room.knowledge, fact)))
        return menus.preview(found, len(facts), await self._register.so_far(topic))

    async def _follow(self, topic: Topic, asking: Asking, menus: Menus) -> Reply:
        done = await self._register.subscribe(asking.chat, asking.language, "follow", topic, asking.now)
        if not done:
            return menus.say("subscribe.too_many", self._back(menus), most=str(MOST_SUBSCRIPTIONS))
        return menus.say("subscribe.done", self._back(menus), topic=said(topic, self._room(), asking.language))

    async def _subscriptions(self, argument: str, asking: Asking, menus: Menus) -> Reply:
        if not argument:
            return await self._list(asking, menus)
        wanted = self._wishes.wishes_in(argument)
        if wanted is None:
            return menus.unclear(argument)
        await self._register.wish(asking.chat, asking.language, asking.now, **wanted)
        return await self._settings(asking, menus)

    async def _list(self, asking: Asking, menus: Menus, page: int = 0) -> Reply:
        subscriber = await self._register.subscriber(asking.chat)
        return menus.subscriptions(subscriber, self._zone, self._last(subscriber, asking.language), page)

    async def _card(self, number: int | None, asking: Asking, menus: Menus) -> Reply:
        subscriber = await self._register.subscriber(asking.chat)
        owned = subscriber.subscriptions if subscriber else ()
        one = next((one for one in owned if one.id == number), None)
        return menus.card(one) if one else menus.say("choice.gone", self._back(menus))

    def _all_meant(self, words: str, asking: Asking) -> bool:
        found = meant(words, self._room(), asking.language)
        return found is not None and found.topic == Topic()

    async def _one(self, name: str, words: str, asking: Asking, menus: Menus) -> Reply:
        """End (after a question), pause or resume the one subscription that the words name."""
        subscriber, room = await self._register.subscriber(asking.chat), self._room()
        owned = subscriber.subscriptions if subscriber else ()
        if not owned:
            return await self._list(asking, menus)
        found, plain = meant(words, room, asking.language), words.casefold()
        named = [
            one
            for one in owned
            if (found and one.topic == found.topic) or said(one.topic, room, asking.language).casefold() == plain
        ]
        if len(named) == 1 and name == "unsubscribe":
            return menus.card(named[0])
        if len(named) == 1:
            return await self._turn(name, named[0].id, asking, menus)
        page = await self._list(asking, menus)
        if named:  # followed and waited for: the list tells the two apart
            return page
        line = menus.unfound("unsubscribe.unknown" if name == "unsubscribe" else "pause.usage", words)
        return replace(page, blocks=(line, *page.blocks))

    async def _turn(self, name: str, number: int | None, asking: Asking, menus: Menus) -> Reply:
        state = "paused" if name == "pause" else "active"
        done = await self._register.change(asking.chat, number, state, asking.now)
        if not done:
            return menus.say("subscriptions.none", menus.choice("button.subscribe", codes.MENU))
        other = codes.RESUME if name == "pause" else codes.PAUSE
        about = "" if number is None else str(number)
        back = menus.choice("button.resume" if name == "pause" else "button.pause", other, about)
        key = "subscriptions.now_paused" if name == "pause" else "subscriptions.now_resumed"
        return menus.say(key, back, self._back(menus))

    async def _leaving(self, asking: Asking, menus: Menus) -> Reply:
        subscriber = await self._register.subscriber(asking.chat)
        if subscriber is None or not subscriber.subscriptions:
            return await self._list(asking, menus)
        yes, no = (
            menus.choice("button.leave_all", codes.LEAVE, "!"),
            menus.choice("button.never_mind", codes.NEVER_MIND),
        )
        return menus.say("unsubscribe.ask", yes, no)

    async def _wish(self, code: Code, asking: Asking, menus: Menus) -> Reply:
        wishes: dict[str, object] = {}
        if code.action == codes.FREQUENCY:
            chosen = next((name for name in FREQUENCIES if name[0] == code.about), None)
            wishes = {"frequency": chosen} if chosen else {}
        elif code.action == codes.CORRECTIONS:
            wishes = {"corrections": code.about == "1"}
        elif code.about == "-":
            wishes = {"quiet_from": None, "quiet_to": None}
        elif code.number is not None:
            begin, end = QUIET_CHOICES[code.number % len(QUIET_CHOICES)]
            wishes = {"quiet_from": begin, "quiet_to": end}
        await self._register.wish(asking.chat, asking.language, asking.now, **wishes)
        return await self._settings(asking, menus)

    async def _settings(self, asking: Asking, menus: Menus) -> Reply:
        subscriber = await self._register.subscriber(asking.chat)
        return menus.settings(subscriber, self._zone) if subscriber else menus.say("subscriptions.none")

    def _last(self, subscriber: Subscriber | None, language: str) -> str | None:
        if subscriber is None or subscriber.last_at is None:
            return None
        day = datetime.fromtimestamp(subscriber.last_at, ZoneInfo(subscriber.zone or self._zone))
        return f"{self._room().voices[language].date(day.date().isoformat())}, {day:%H:%M}"

    def _back(self, menus: Menus) -> Choice:
        return menus.choice("button.subscriptions", codes.LIST)

    def _topics(self) -> TopicCodes:
        """The codes of what is known now; built anew when that changes."""
        room = self._room()
        if self._codes is None or self._codes[0] is not room:
            self._codes = (room, TopicCodes(room))
        return self._codes[1]
