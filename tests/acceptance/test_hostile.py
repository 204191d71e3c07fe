"""Whatever people type and forge: an answer, and no call that Telegram refuses."""

import random

import pytest

from tests.acceptance.conftest import Served

PIECES = (
    "<b>", "</blockquote>", "&amp;", "&#0;", "<a href='x'>", "*_`[", "\\", "\x00", "\x07", "\x1b[31m", "\ud800",
    "\udfff", "\u202e", "\u2066", "\ufeff", "\u200d", "👩‍👩‍👧‍👦", "🇦🇹", "e\u0301" * 20, "﷽", "\n" * 30, " ", "\t",
    "/start ", "/deal ", "@stand_in_test_bot ", "JD.com", "Österreich", "Alibaba", "wer", "how much", "2,3 Mio. €",
    "9" * 40, "../../etc/passwd", "'; DROP TABLE facts;--", "{value}", "%s", "${x}", "javascript:alert(1)", "http://[",
    "#hashtag", "wie viele länder", "?", "!",
)  # fmt: skip


def texts(count: int) -> list[str]:
    """The same at every run: each piece alone, long repetitions, and random mixtures."""
    chance = random.Random(20)
    longest = [(piece * 4096)[:4096] for piece in ("<", "&", "a ", "ß", "JD ", "\u202e", "?\n")]
    mixed = ["".join(chance.choices(PIECES, k=chance.randint(1, 12)))[:4096] for _ in range(count)]
    return [text for text in (*PIECES, *longest, *mixed) if text]


@pytest.mark.timeout(120)
def test_every_text_is_answered_and_telegram_refuses_nothing(served: Served) -> None:
    users = [served.api.user(language) for language in ("de", "en", "", "zh-hans")]
    sent = [0] * len(users)
    for number, text in enumerate(texts(400)):
        served.api.send(users[number % len(users)], text)
        sent[number % len(users)] += 1
    # Commands of other bots get no answer, so it is awaited that the bot falls quiet instead of a number of answers.
    for user, number in zip(users, sent, strict=True):
        replies, _ = served.api.wait(user, quiet=1.0, timeout=60)
        assert len(replies) >= 0.95 * number
        assert served.api.ask(user, "/about", n=1)
    assert served.api.rejected() == []
    assert "Traceback" not in served.bot.log()


def test_forged_buttons_are_answered_kindly(served: Served) -> None:
    user = served.api.user("de")
    (reply,) = served.api.ask(user, "wie viele länder?", n=1)
    forged = [
        "x",
        "1cdef1.0000000000",
        "1rdes1.ffffffffff",
        "1cde../../x",
        "1rxx" + "t" * 60,
        "2cdex",
        "\U0001f600",
        "1cde" + "%" * 60,
    ]
    chance = random.Random(4)
    forged += ["".join(chance.choices("01cdrefsx.%/ \u00e4", k=chance.randint(1, 40))) for _ in range(40)]
    for number, data in enumerate(forged):
        keyboard = {"inline_keyboard": [[{"text": f"Forged {number}", "callback_data": data}]]}
        served.api.api("editMessageReplyMarkup", chat_id=user["id"], message_id=reply.id, reply_markup=keyboard)
        assert served.api.press(user, reply, settle=False, data=data).answer is not None
    assert served.api.ask(user, "danke", n=1)
    assert served.api.rejected() == []
    assert "Traceback" not in served.bot.log()
