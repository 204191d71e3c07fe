"""What this process made of its messages, beside what a tap says of them."""

from telegram import InlineKeyboardMarkup, Message

from bot.channels.telegram.edits import MOST, Edit, Edits
from bot.channels.telegram.keyboards import Keyboard, Kind, Tap, button

NEXT, BEFORE = (button(label, Tap(Kind.IN_PLACE, "en", token)) for label, token in (("›", "p2"), ("‹", "p1")))
assert NEXT
assert BEFORE
FIRST, SECOND = Keyboard([[NEXT]]), Keyboard([[BEFORE]])


def tapped(text: str, markup: InlineKeyboardMarkup | None) -> Message:
    """A message as a tap on it shows it."""
    fields = {"message_id": 5, "date": 1, "chat": {"id": 9, "type": "private"}, "text": text}
    return Message.de_json(fields | ({"reply_markup": markup.to_dict()} if markup else {}), None)


def test_a_message_that_was_not_edited_is_what_the_tap_says() -> None:
    edits, message = Edits(alone=True), tapped("a & b", FIRST)
    assert edits.shows(message, ["a &amp; b"], FIRST)
    assert not edits.shows(message, ["a &amp; b"], SECOND)
    assert not edits.shows(message, ["a &amp; b", "c"], FIRST)
    assert edits.rows(message) == ((NEXT,),)
    assert edits.rows(tapped("bare", None)) == ()


def test_a_tap_on_an_old_picture_of_it_is_told_from_a_new_one() -> None:
    edits, old = Edits(alone=True), tapped("page 1", FIRST)
    edits.note(9, 5, Edit("page 2", SECOND))
    assert edits.shows(old, ["page 2"], SECOND)
    assert not edits.shows(old, ["page 1"], FIRST)
    assert edits.rows(old) == ((BEFORE,),)


def test_other_buttons_leave_the_text() -> None:
    edits, message = Edits(alone=True), tapped("page 1", FIRST)
    edits.note(9, 5, Edit(None, SECOND))
    assert edits.shows(message, ["page 1"], SECOND)
    edits.note(9, 5, Edit("page 2", FIRST))
    edits.note(9, 5, Edit(None, SECOND))
    assert edits.shows(message, ["page 2"], SECOND)


def test_beside_other_processes_the_tap_is_believed() -> None:
    edits, message = Edits(alone=False), tapped("page 1", FIRST)
    edits.note(9, 5, Edit("page 2", SECOND))
    assert edits.shows(message, ["page 1"], FIRST)


def test_only_the_last_edits_are_remembered() -> None:
    edits, message = Edits(alone=True), tapped("page 1", FIRST)
    edits.note(9, 5, Edit("page 2", SECOND))
    for number in range(MOST - 1):
        edits.note(1, number, Edit("x", None))
    assert edits.shows(message, ["page 2"], SECOND)
    edits.note(1, MOST, Edit("x", None))
    assert edits.shows(message, ["page 1"], FIRST)
