"""Whatever people type and forge: an answer, and no call that Telegram refuses.

The inputs are made by chance from a seed, so they are the same at every run: a few hundred in `make test`, ten
thousand in `make hostile` (HOSTILE=10000).
"""

import os
import random
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.acceptance.conftest import Served
from tests.botapi.client import BotApiError

COUNT = int(os.environ.get("HOSTILE", "400"))
SEED = int(os.environ.get("HOSTILE_SEED", "20"))
EACH = 15
"""Inputs of one user: few enough not to be slowed down."""
PIECES = (
    "<b>", "</blockquote>", "&amp;", "&#0;", "<a href='x'>", "*_`[", "\\", "\x00", "\x07", "\x1b[31m", "\ud800",
    "\udfff", "\u202e", "\u2066", "\ufeff", "\u200d", "👩‍👩‍👧‍👦", "🇦🇹", "e\u0301" * 20, "﷽", "\n" * 30, " ", "\t",
    "/start ", "/deal ", "/deals ", "/search ", "/timeline ", "/compare ", "/language ", "/why", "/ask ", "/subscribe ",
    "@stand_in_test_bot ", "JD.com", "Österreich", "Alibaba", "2017", "wer", "how much", "2,3 Mio. €", "signed",
    "9" * 40, "../../etc/passwd", "'; DROP TABLE facts;--", "{value}", "%s", "${x}", "javascript:alert(1)", "http://[",
    "#hashtag", "wie viele länder", "?", "!",
)  # fmt: skip
PAYLOADS = (
    "jd-uk",
    "jd-uk--",
    "--",
    "f1_",
    "d1_0000000000",
    "a1_",
    "%",
    "\u202e",
    "_",
    "-",
    "inline",
    "é",
    "jd-uk--amount",
)
TOKENS = (
    "a1.",
    "y1.",
    "b1.",
    "m1.",
    "q1.",
    "t1.",
    "v1.",
    "l1.",
    "n1.",
    "o",
    "oa1.",
    "f1.",
    "d1.",
    "s1.",
    "..",
    "%",
    "/",
)
KINDS = ("text", "text", "text", "text", "link", "inline", "guest", "edit", "button", "button")


def mixed(chance: random.Random, pieces: tuple[str, ...], most: int) -> str:
    return "".join(chance.choices(pieces, k=chance.randint(1, most)))


def texts(chance: random.Random) -> Iterator[str]:
    """Each piece alone, long repetitions, then mixtures without end."""
    yield from PIECES
    yield from ((piece * 4096)[:4096] for piece in ("<", "&", "a ", "ß", "JD ", "\u202e", "?\n"))
    while True:
        yield mixed(chance, PIECES, 12)[:4096]


def code(chance: random.Random) -> str:
    """A forged callback_data of at most 64 bytes."""
    kind = chance.choice("crudxyzfwqab0")
    token = chance.choice(TOKENS) + "".join(chance.choices("0123456789abcdef.-_AZ=", k=chance.randint(0, 44)))
    rated = chance.choice(("", "7.", "zzzzzzz.", "é."))
    return f"{chance.choice('11112')}{kind}{chance.choice(('de', 'en', 'xx'))}{rated}{token}".encode()[:64].decode(
        "utf-8", "ignore"
    )


@pytest.mark.timeout(60 + COUNT // 5)
def test_whatever_comes_is_answered_and_telegram_refuses_nothing(served: Served) -> None:
    api, chance = served.api, random.Random(SEED)
    written = texts(chance)
    users, texts_sent = list[dict[str, object]](), 0
    for number in range(COUNT):
        if number % EACH == 0:
            # What waits too long for its turn can't be answered any more: not more at once than the bot can take.
            assert api.ask(api.user("en"), "/about", n=1, timeout=60)
            users.append(api.user(chance.choice(("de", "en", "", "zh-hans", "pt-br"))))
        user, kind = users[-1], chance.choice(KINDS) if number > 80 else "text"
        match kind:
            case "text":
                api.send(user, next(written))
                texts_sent += 1
            case "link":
                api.send(user, f"/start {mixed(chance, PAYLOADS, 3)}")
            case "inline":
                api.call("inline", user=user, query=next(written)[:256], wait=0)
            case "guest":
                api.call("guest", user=user, text=next(written)[:1000] or "x", wait=0)
            case "edit":
                sent = api.send(user, next(written))
                api.edit(user, sent["message_id"], next(written))
            case _:
                press(served, user, chance)
    # Commands of other bots get no answer, so it is awaited that the bot falls quiet instead of a number of answers.
    quiet = 0
    for user in users:
        replies, _ = api.wait(user, quiet=0.3, timeout=20)
        quiet += not replies
    assert quiet <= len(users) // 20
    assert api.ask(api.user("de"), "/about", n=1, timeout=60)
    assert [(call["method"], call["error"]) for call in api.rejected()] == []
    assert "Traceback" not in served.bot.log()
    assert "failed" not in served.bot.log()


def press(served: Served, user: dict[str, object], chance: random.Random) -> None:
    """Put forged buttons under a message of the bot and tap one."""
    messages = [
        message for message in served.api.transcript(user) if message.raw["from_bot"] and not message.raw["media"]
    ]
    if not messages:
        served.api.send(user, "/start")
        return
    data = code(chance)
    keyboard = {"inline_keyboard": [[{"text": f"Forged {chance.random()}", "callback_data": data}]]}
    last = messages[-1].id
    served.api.api("editMessageReplyMarkup", chat_id=user["id"], message_id=last, reply_markup=keyboard)
    with suppress(BotApiError):  # the message may have become another one meanwhile
        served.api.call("press", user=user, message_id=last, data=data, wait=0)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_forged_button_is_answered_kindly(served: Served, language: str) -> None:
    user = served.api.user(language)
    (reply,) = served.api.ask(user, "/about", n=1)
    keyboard = {"inline_keyboard": [[{"text": "Forged", "callback_data": "2cdex"}]]}
    served.api.api("editMessageReplyMarkup", chat_id=user["id"], message_id=reply.id, reply_markup=keyboard)
    pressed = served.api.press(user, reply, "Forged")
    assert pressed.answer is not None
    assert {"de": "Knopf", "en": "button"}[language] in pressed.answer["text"]
    assert pressed.messages + pressed.changed == []
