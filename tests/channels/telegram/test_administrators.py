"""Who decides for a group: asked of Telegram, remembered for a moment."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from telegram import Bot, Chat, User
from telegram.error import BadRequest

from bot.channels.following import COMMANDS, decides
from bot.channels.telegram.administrators import ASKED_AGAIN, KNOWN_FOR, Administrators
from bot.i18n import load_voices
from bot.settings import Settings

GROUP = Chat(-9, "supergroup", title="Group")
BOSS, MEMBER = (User(number, "A", is_bot=False, language_code="de-AT") for number in (1, 2))


class Telegram:
    """Names administrators, and counts how often it was asked."""

    def __init__(self, ids: Iterable[int] = (1,)) -> None:
        self.ids, self.asked, self.now = set(ids), 0, 0.0
        self.error: Exception | None = None

    async def get_chat_administrators(self, _chat: int) -> tuple[Any, ...]:
        self.asked += 1
        if self.error:
            raise self.error
        return tuple(SimpleNamespace(user=SimpleNamespace(id=number)) for number in self.ids)

    def administrators(self) -> Administrators:
        return Administrators(lambda: self.now)

    @property
    def bot(self) -> Bot:
        return cast(Bot, self)


async def test_administrators_decide_and_others_don_t() -> None:
    telegram = Telegram()
    known = telegram.administrators()
    assert await known.include(telegram.bot, GROUP, BOSS)
    assert not await known.include(telegram.bot, GROUP, MEMBER)


async def test_who_writes_in_the_group_s_name_is_one_and_in_another_chat_s_name_isn_t() -> None:
    telegram = Telegram(())
    known = telegram.administrators()
    nobody = User(1087968824, "Group", is_bot=True)
    assert await known.include(telegram.bot, GROUP, nobody, GROUP)
    assert not await known.include(telegram.bot, GROUP, nobody, Chat(-8, "channel", title="Elsewhere"))
    assert not await known.include(telegram.bot, GROUP, None)
    assert telegram.asked == 0


async def test_telegram_is_asked_once_a_minute_about_an_administrator() -> None:
    telegram = Telegram()
    known = telegram.administrators()
    for telegram.now in (0.0, KNOWN_FOR - 1):
        assert await known.include(telegram.bot, GROUP, BOSS)
    assert telegram.asked == 1
    telegram.ids.clear()
    telegram.now = KNOWN_FOR
    assert not await known.include(telegram.bot, GROUP, BOSS)


async def test_who_has_just_become_one_needn_t_wait_long() -> None:
    telegram = Telegram()
    known = telegram.administrators()
    assert not await known.include(telegram.bot, GROUP, MEMBER)
    telegram.ids.add(2)
    telegram.now = ASKED_AGAIN - 1
    assert not await known.include(telegram.bot, GROUP, MEMBER)
    telegram.now = ASKED_AGAIN
    assert await known.include(telegram.bot, GROUP, MEMBER)


async def test_one_group_s_administrators_are_nobody_in_another() -> None:
    telegram = Telegram()
    known = telegram.administrators()
    assert await known.include(telegram.bot, GROUP, BOSS)
    telegram.ids.clear()
    assert not await known.include(telegram.bot, Chat(-10, "group", title="Other"), BOSS)


@pytest.mark.parametrize(("code", "language"), [("de-AT", "de"), ("en", "en"), ("fr", "en"), (None, "en")])
async def test_the_refusal_is_in_their_language_and_fits_into_a_tap_s_answer(code: str | None, language: str) -> None:
    telegram, voices = Telegram(), load_voices(Settings().locales, {})
    user = User(2, "B", is_bot=False, language_code=code)
    assert await telegram.administrators().refusal(telegram.bot, voices, GROUP, user, "en") == voices[language].text(
        "group.administrators"
    )
    assert len(voices[language].text("group.administrators")) <= 200


async def test_in_private_nobody_is_asked_for() -> None:
    telegram = Telegram()
    private = Chat(2, "private")
    assert await telegram.administrators().refusal(telegram.bot, {}, private, MEMBER, "en") is None
    assert telegram.asked == 0


async def test_when_telegram_can_t_say_nothing_is_changed_and_nobody_is_blamed() -> None:
    telegram, voices = Telegram(), load_voices(Settings().locales, {})
    telegram.error = BadRequest("CHAT_ADMIN_REQUIRED")
    said = await telegram.administrators().refusal(telegram.bot, voices, GROUP, BOSS, "en")
    assert said == voices["de"].text("telegram.failed")


def test_showing_is_no_deciding() -> None:
    assert {name for name in COMMANDS if not decides(name, "")} == {"subscriptions", "privacy"}
    assert decides("subscriptions", "22-7")
