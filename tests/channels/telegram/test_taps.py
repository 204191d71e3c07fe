"""The handler of taps by itself, with a bot that only notes what is called: what is told, dropped, laid out."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Update

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.channels.conversations import ConversationsInMemory
from bot.channels.feedback import Feedback, Opinion, rater_in
from bot.channels.following import Office
from bot.channels.telegram.actions import REASONS
from bot.channels.telegram.formatting import MOST_UNITS, plain, units
from bot.channels.telegram.keyboards import Kind, Tap
from bot.channels.telegram.parts import Extras, Parts
from bot.channels.telegram.questions import Context
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.taps import Taps
from bot.i18n import load_voices
from bot.settings import Settings
from tests.fakes import FakeDesk

VOICES = load_voices(Settings().locales, {})


class NotingBot:
    """Notes the calls by their names."""

    username = "deal_bot"

    def __init__(self) -> None:
        self.calls = list[tuple[str, Any]]()

    async def send_message(self, _chat: int, text: str, *_args: Any, **_more: Any) -> Any:
        self.calls.append(("send", text))
        return SimpleNamespace(message_id=100 + len(self.calls))

    async def edit_message_text(self, text: str, *_args: Any, **_more: Any) -> None:
        self.calls.append(("edit", text))

    async def answer_callback_query(self, *_args: Any, **_more: Any) -> bool:
        self.calls.append(("answer", None))
        return True

    async def edit_message_reply_markup(self, *_args: Any, **_more: Any) -> None:
        self.calls.append(("buttons", None))


class NotingOffice:
    """Notes what the chats were told."""

    def __init__(self) -> None:
        self.heard = list[tuple[str, Reply]]()

    def told(self, chat: str, reply: Reply) -> None:
        self.heard.append((chat, reply))


class Room:
    """The handler, and what came of it."""

    def __init__(self) -> None:
        self.bot, self.office = NotingBot(), NotingOffice()
        extras = Extras(office=cast(Office, self.office))
        sender = Sender(cast(Any, self.bot))
        self.parts = Parts(FakeDesk(), ConversationsInMemory(), VOICES, sender, clock=lambda: 1000.0, extras=extras)
        self.taps = Taps(self.parts)

    def hear(self, opinions: list[Opinion]) -> None:
        """Let the opinions be kept there."""
        feedback = cast(Feedback, SimpleNamespace(record=opinions.append))
        self.taps = Taps(replace(self.parts, extras=replace(self.parts.extras, feedback=feedback)))

    async def tap(self, data: str, label: str = "First", user: int = 99, chat: int = 99) -> None:
        fields = {
            "update_id": 1,
            "callback_query": {
                "id": "1",
                "chat_instance": "1",
                "data": data,
                "from": {"id": user, "is_bot": False, "first_name": "Anna", "language_code": "en"},
                "message": {
                    "message_id": 5,
                    "date": 1,
                    "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup"},
                    "text": "What do you mean?",
                    "reply_markup": {"inline_keyboard": [[{"text": label, "callback_data": data}]]},
                },
            },
        }
        update = Update.de_json(fields, cast(Any, self.bot))
        await self.taps.answer(update, cast(Context, SimpleNamespace(bot=self.bot)))

    @property
    def lengths(self) -> list[int]:
        """How long what was sent is, as Telegram counts."""
        return [units(plain(text)) for call, text in self.bot.calls if call == "send"]


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.mark.parametrize("token", ["first", "oa1.0123456789"])
async def test_what_a_message_turns_into_was_told(room: Room, token: str) -> None:
    await room.tap(Tap(Kind.IN_PLACE, "en", token).code)
    assert [call for call, _ in room.bot.calls] == ["answer", "edit"]
    ((chat, reply),) = room.office.heard
    assert (chat, reply.facts) == ("99", ("deal/fact",))


async def test_an_answer_below_its_label_is_never_too_long(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: Any) -> tuple[Reply, Conversation]:
        return Reply(Outcome.ANSWER, "en", ("x" * MOST_UNITS,)), Conversation()

    monkeypatch.setattr(room.parts.desk, "choose", full)
    await room.tap(Tap(Kind.BELOW, "en", "more").code, label="More")
    assert room.lengths == [4, MOST_UNITS]


async def test_a_second_tap_of_one_user_is_dropped_and_another_user_s_is_not(room: Room) -> None:
    opinions = list[Opinion]()
    room.hear(opinions)
    for user in (1, 1, 2):
        await room.tap(Tap(Kind.GOOD, "en", "5.a1.0123456789").code, label="👍", user=user, chat=-9)
    assert [opinion.rater for opinion in opinions] == [rater_in("-9", 1), rater_in("-9", 2)]


async def test_two_who_tap_at_the_same_time_change_the_buttons_once(room: Room) -> None:
    for user in (1, 2):
        await room.tap(Tap(Kind.BAD, "en", "5.a1.0123456789").code, label="👎", user=user, chat=-9)
    assert [call for call, _ in room.bot.calls] == ["answer", "buttons", "answer"]


async def test_two_who_turn_the_page_at_the_same_time_turn_it_once(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Reply(Outcome.HELP, "en", ("Page 2",)), Conversation()
    monkeypatch.setattr(room.parts.desk, "choose", lambda *_args: page)
    for user in (1, 2):
        await room.tap(Tap(Kind.IN_PLACE, "en", "first").code, user=user, chat=-9)
    assert [call for call, _ in room.bot.calls] == ["answer", "edit", "answer"]


@pytest.mark.parametrize(("label", "other"), [("de", "en"), ("en", "de")])
async def test_a_button_answers_in_the_language_of_its_label_whatever_was_spoken_since(
    room: Room, monkeypatch: pytest.MonkeyPatch, label: str, other: str
) -> None:
    heard = list[Conversation]()

    def choose(_token: str, before: Conversation, *_args: Any) -> tuple[Reply, Conversation]:
        heard.append(before)
        return Reply(Outcome.ANSWER, "en", ("x",)), before

    monkeypatch.setattr(room.parts.desk, "choose", choose)
    await room.parts.conversations.save("-9", Conversation(language=None, last_language=other))
    await room.tap(Tap(Kind.BELOW, label, "more").code, chat=-9)
    assert [(one.last_language, one.language) for one in heard] == [(label, None)]


@pytest.mark.parametrize(("chat", "thumbs"), [(99, []), (-9, ["👍", "👎"])])
@pytest.mark.parametrize("language", ["de", "en"])
async def test_while_one_is_asked_what_was_wrong_only_a_group_s_others_can_still_rate(
    room: Room, monkeypatch: pytest.MonkeyPatch, chat: int, thumbs: list[str], language: str
) -> None:
    shown = list[Any]()

    async def change(_message: object, buttons: Any) -> None:
        shown.append(buttons)

    monkeypatch.setattr(room.parts.sender, "change_buttons", change)
    await room.tap(Tap(Kind.BAD, language, "5.a1.0123456789").code, label="👎", chat=chat)
    labels = [button.text for row in shown[0].inline_keyboard for button in row]
    assert labels == [*thumbs, *(VOICES[language].text(f"telegram.feedback.{reason}") for reason in REASONS.values())]
