from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Update

from bot.channels.conversations import ConversationsInMemory
from bot.channels.telegram.membership import Membership
from bot.channels.telegram.parts import Extras, Parts
from bot.channels.telegram.sending import Place, Sender
from bot.i18n import load_voices
from bot.settings import Settings
from tests.fakes import FakeDesk


class Outbox:
    """Takes what would be sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[int, str]] = []

    async def send(self, place: Place, parts: list[str], _buttons: None) -> tuple[int, ...]:
        self.sent += [(place.chat, part) for part in parts]
        return (1,)


class Quiet:
    """An office whose chats are all in their quiet hours, or none."""

    def __init__(self, *, now: bool) -> None:
        self.now = now

    async def wants_quiet(self, _chat: str) -> bool:
        return self.now


async def greetings(
    old: str, new: str, chat: str = "supergroup", language: str = "de", office: Quiet | None = None
) -> list[tuple[int, str]]:
    """What is sent when the bot's standing in a chat changes."""
    user = {"id": 5, "is_bot": False, "first_name": "Anna", "language_code": language}
    me = {"id": 7, "is_bot": True, "first_name": "Bot"}
    standing: dict[str, dict[str, Any]] = {
        "left": {},
        "kicked": {"until_date": 0},
        "member": {},
        "restricted": dict.fromkeys(RIGHTS, True) | {"is_member": True, "until_date": 0},
    }
    change = {
        "chat": {"id": -9, "type": chat, "title": "Gruppe"},
        "from": user,
        "date": 0,
        "old_chat_member": {"user": me, "status": old, **standing[old]},
        "new_chat_member": {"user": me, "status": new, **standing[new]},
    }
    update = Update.de_json({"update_id": 1, "my_chat_member": change}, None)
    outbox, voices = Outbox(), load_voices(Settings().locales, {})
    parts = Parts(
        FakeDesk(), ConversationsInMemory(), voices, cast(Sender, outbox), extras=Extras(office=cast(Any, office))
    )
    await Membership(parts).changed(update, cast(Any, SimpleNamespace(bot=SimpleNamespace(username="deal_bot"))))
    return outbox.sent


RIGHTS = (
    *("can_send_messages", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics"),
    *("can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_send_audios"),
    *("can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes"),
    *("can_edit_tag", "can_react_to_messages"),
)


@pytest.mark.parametrize(("language", "word"), [("de", "Guten Tag"), ("en", "Hello"), ("fr", "Hello")])
async def test_a_group_that_adds_the_bot_learns_how_to_ask(language: str, word: str) -> None:
    ((chat, text),) = await greetings("left", "member", language=language)
    assert chat == -9
    assert word in text
    assert "@deal_bot" in text


@pytest.mark.parametrize(
    ("old", "new", "chat"),
    [("member", "left", "supergroup"), ("left", "kicked", "group"), ("kicked", "member", "private"),
     ("member", "restricted", "supergroup"), ("left", "member", "channel")],
)  # fmt: skip
async def test_no_other_change_is_commented_on(old: str, new: str, chat: str) -> None:
    assert await greetings(old, new, chat) == []


@pytest.mark.parametrize("language", ["de", "en"])
async def test_a_group_that_takes_the_bot_back_in_its_quiet_hours_is_not_woken(language: str) -> None:
    assert await greetings("left", "member", language=language, office=Quiet(now=True)) == []
    assert len(await greetings("left", "member", language=language, office=Quiet(now=False))) == 1
