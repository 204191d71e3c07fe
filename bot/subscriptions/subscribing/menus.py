"""The pages of /subscribe and /subscriptions: what can be followed, what is followed, how one wants to be told."""

from collections.abc import Iterable, Sequence

from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.suggestions import shortened
from bot.facts.entities import FIRMS
from bot.i18n import Voice
from bot.subscriptions.changes.difference import Change
from bot.subscriptions.changes.schedule import AT_ONCE, FREQUENCIES
from bot.subscriptions.changes.topic import Topic
from bot.subscriptions.subscribing.codes import (
    CARD,
    CORRECTIONS,
    FOLLOW,
    FREQUENCY,
    LEAVE,
    LIST,
    MENU,
    NEVER_MIND,
    PAUSE,
    PICK,
    PREVIEW,
    QUIET,
    REMOVE,
    RESUME,
    Code,
    topic_code,
)
from bot.subscriptions.subscribing.naming import Meant, group_name, said
from bot.subscriptions.subscribing.register import Subscriber, Subscription

PAGE = 8
MOST_PREVIEWED = 3
MOST_ECHOED = 60
"""Characters that are repeated of what wasn't understood."""
SHELVES = ("deals", "companies", "countries", "groups")
QUIET_CHOICES = ((22 * 60, 7 * 60), (20 * 60, 8 * 60))


class Menus:
    """Composes the pages for one reader."""

    def __init__(self, room: Room, language: str) -> None:
        self._room, self._language = room, language
        self._voice: Voice = room.voices[language]

    def say(self, key: str, *choices: Choice, **named: str) -> Reply:
        """One line, with buttons if there are any."""
        return self._page((self._voice.text(key, **named),), choices)

    def choice(self, key: str, action: str, about: str = "") -> Choice:
        """A button by its catalog key."""
        return _button(self._voice.text(key), action, about)

    def subscribe(self, deal: str | None, unknown: str = "") -> Reply:
        """What can be followed; first the deal that is being talked about."""
        voice = self._voice
        blocks = [voice.text("subscribe.unknown", words=shortened(unknown, MOST_ECHOED))] if unknown else []
        blocks.append(voice.text("subscribe.how"))
        choices = [self._topic(Topic(deal=deal))] if deal in self._room.knowledge.deals else []
        choices.append(self._topic(Topic()))
        choices += [self.choice(f"subscribe.shelf.{shelf}", PICK, f"{place}.0") for place, shelf in enumerate(SHELVES)]
        return self._page(blocks, choices, voice.text("subscribe.title"))

    def shelf(self, place: int, page: int) -> Reply:
        """One page of deals, companies, countries or kinds of facts to choose from."""
        topics = self._shelved(SHELVES[place % len(SHELVES)])
        pages = max(1, -(-len(topics) // PAGE))
        page %= pages
        choices = [self._topic(topic) for topic in topics[page * PAGE : page * PAGE + PAGE]]
        if pages > 1:
            choices.append(self.choice("subscribe.next_page", PICK, f"{place}.{page + 1}"))
        choices.append(self.choice("subscribe.back", MENU))
        title = self._voice.text(f"subscribe.shelf.{SHELVES[place % len(SHELVES)]}")
        return self._page((self._voice.text("subscribe.choose"),), choices, title)

    def preview(self, found: Meant, facts: int, changes: Sequence[Change]) -> Reply:
        """What would have been sent so far, and the question whether to subscribe."""
        voice, topic = self._voice, found.topic
        unused = shortened(voice.joined(found.unused), MOST_ECHOED)
        blocks = [voice.text("subscribe.unused", words=unused)] if unused else []
        blocks.append(voice.plural("subscribe.facts", facts))
        if changes:
            lines = [self._line(change) for change in changes[:MOST_PREVIEWED]]
            blocks.append("\n".join((voice.plural("subscribe.so_far", len(changes)), *lines)))
        else:
            blocks.append(voice.text("subscribe.none_so_far"))
        choices = (
            self.choice("button.follow", FOLLOW, topic_code(topic)),
            self.choice("button.never_mind", NEVER_MIND),
        )
        heading = voice.text("subscribe.preview", topic=said(topic, self._room, self._language))
        return self._page(blocks, choices, heading)

    def subscriptions(self, subscriber: Subscriber | None, zone: str, last: str | None, page: int = 0) -> Reply:
        """All subscriptions with the wishes and the last delivery."""
        voice = self._voice
        chosen = subscriber.subscriptions if subscriber else ()
        sent = voice.text("subscriptions.last", date=last) if last else voice.text("subscriptions.never")
        if subscriber is None or not chosen:
            blocks = [voice.text("subscriptions.none")]
            if subscriber and (self.has_wishes(subscriber) or not subscriber.corrections):
                blocks.append(self.wishes(subscriber, zone))
            return self._page(blocks, (self.choice("button.subscribe", MENU), self.choice("button.wishes", FREQUENCY)))
        pages = -(-len(chosen) // PAGE)
        page %= pages
        wishes = self.wishes(subscriber, zone)
        lines = [f"• {self.named(one)}" for one in chosen]
        choices = [
            _button(shortened(said(one.topic, self._room, self._language), 36), CARD, str(one.id))
            for one in chosen[page * PAGE : page * PAGE + PAGE]
        ]
        if pages > 1:
            choices.append(self.choice("subscribe.next_page", LIST, str(page + 1)))
        all_paused = all(one.state == "paused" for one in chosen)
        choices += [
            self.choice("button.wishes", FREQUENCY),
            self.choice("button.resume_all" if all_paused else "button.pause_all", RESUME if all_paused else PAUSE),
            self.choice("button.leave", LEAVE),
        ]
        return self._page(("\n".join(lines), f"{wishes}\n{sent}"), choices, voice.text("subscriptions.title"))

    def card(self, one: Subscription) -> Reply:
        """One subscription, to pause, resume or remove."""
        paused = one.state == "paused"
        choices = (
            self.choice("button.resume" if paused else "button.pause", RESUME if paused else PAUSE, str(one.id)),
            self.choice("button.remove", REMOVE, str(one.id)),
            self.choice("subscribe.back", LIST),
        )
        return self._page((self.named(one),), choices)

    def settings(self, subscriber: Subscriber, zone: str) -> Reply:
        """How and when to be told."""
        voice = self._voice
        choices = [
            _button(voice.text(f"frequency.{name}"), FREQUENCY, name[0], checked=subscriber.frequency == name)
            for name in FREQUENCIES
        ]
        for place, quiet in enumerate(QUIET_CHOICES):
            label = voice.text("quiet.from_to", begin=clock(quiet[0]), end=clock(quiet[1]))
            choices.append(_button(label, QUIET, str(place), checked=subscriber.quiet == quiet))
        on = subscriber.corrections
        choices += [
            _button(voice.text("quiet.none"), QUIET, "-", checked=subscriber.quiet is None),
            self.choice("corrections.on" if on else "corrections.off", CORRECTIONS, "0" if on else "1"),
            self.choice("subscribe.back", LIST),
        ]
        blocks = (self.wishes(subscriber, zone), voice.text("quiet.how"))
        return self._page(blocks, choices, voice.text("wishes.title"))

    def unclear(self, words: str) -> Reply:
        """The words say nothing about when to be told."""
        blocks = (
            self._voice.text("wishes.unclear", words=shortened(words, MOST_ECHOED)),
            self._voice.text("quiet.how"),
        )
        return self._page(blocks, (self.choice("button.wishes", FREQUENCY), self.choice("button.subscriptions", LIST)))

    def unfound(self, key: str, words: str) -> str:
        """A line that says that the words name none of the subscriptions."""
        return self._voice.text(key, words=shortened(words, MOST_ECHOED))

    def wishes(self, subscriber: Subscriber, zone: str) -> str:
        """Frequency and quiet hours in one line."""
        voice = self._voice
        often = voice.text(f"frequency.{subscriber.frequency}")
        if not self.has_wishes(subscriber):
            return voice.text("wishes.plain", often=often)
        if subscriber.quiet is None:
            return voice.text("wishes.zone", often=often, zone=subscriber.zone or zone)
        begin, end = map(clock, subscriber.quiet)
        return voice.text("wishes.quiet", often=often, begin=begin, end=end, zone=subscriber.zone or zone)

    def has_wishes(self, subscriber: Subscriber) -> bool:
        """Whether they want to be told otherwise than everybody is."""
        return subscriber.quiet is not None or subscriber.frequency != AT_ONCE or subscriber.zone is not None

    def named(self, one: Subscription) -> str:
        """A subscription in one line."""
        topic = said(one.topic, self._room, self._language)
        key = "subscriptions.waits" if one.kind == "await" else "subscriptions.follows"
        line = self._voice.text(key, topic=topic)
        return f"{line} {self._voice.text('subscriptions.paused')}" if one.state == "paused" else line

    def _shelved(self, shelf: str) -> list[Topic]:
        knowledge, store = self._room.knowledge, self._room.store
        if shelf == "deals":
            return [Topic(deal=deal) for deal in knowledge.deals]
        if shelf == "groups":
            groups = {knowledge.attributes[fact.attribute].group for fact in knowledge.facts.values()}
            return [Topic(group=group) for group in sorted(groups, key=lambda one: group_name(one, self._voice))]
        named = self._concerned()
        if shelf == "companies":
            names = [e.id for e in knowledge.entities.values() if e.kind in FIRMS and e.id in named]
        else:
            names = [name for name in named if len(name) == 2 and name.isupper() and name not in knowledge.entities]
        names.sort(key=lambda name: (-len(store.about(name)), name))
        return [Topic(entities=(name,)) for name in names]

    def _concerned(self) -> set[str]:
        return {
            name
            for fact in self._room.knowledge.facts.values()
            for name in (*self._room.knowledge.deals[fact.deal].parties, *fact.about)
        } | {place for deal in self._room.knowledge.deals.values() for place in deal.places}

    def _topic(self, topic: Topic) -> Choice:
        label = shortened(said(topic, self._room, self._language))
        return _button(label, PREVIEW, topic_code(topic))

    def _line(self, change: Change) -> str:
        texts = change.latest.texts.get(self._language)
        return f"• {self._voice.text(f'news.{change.kind}', deal=texts.deal, side=texts.side)}" if texts else ""

    def _page(self, blocks: Iterable[str], choices: Iterable[Choice], heading: str | None = None) -> Reply:
        return Reply(Outcome.HELP, self._language, tuple(blocks), heading=heading, choices=tuple(choices))


def _button(label: str, action: str, about: str = "", *, checked: bool = False) -> Choice:
    sort = "topic" if action in (PREVIEW, CARD) else ""
    return Choice(f"✓ {label}" if checked else label, str(Code(action, about)), in_place=True, sort=sort)


def clock(minutes: int) -> str:
    """Minutes after midnight as a time of day."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
