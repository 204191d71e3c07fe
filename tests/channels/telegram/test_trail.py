"""What the buttons between an answer and its sources carry on."""

import pytest
from telegram import InlineKeyboardMarkup

from bot.answering.room.tokens import answer_token
from bot.channels.telegram.actions import back, rating, reasons
from bot.channels.telegram.keyboards import FORM, Kind, Tap
from bot.channels.telegram.opinions import at_stage, stage_of
from bot.channels.telegram.trail import Stage, Trail
from bot.i18n import load_voices
from bot.settings import Settings

VOICE = load_voices(Settings().locales, {})["en"]
RATED = "7.a1.0123456789"


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("question", [None, 7, 2**31 - 1])
def test_a_trail_is_read_as_it_was_written(question: int | None, stage: Stage) -> None:
    trail = Trail("a1.0123456789", question, stage)
    assert Trail.read(trail.code) == trail


@pytest.mark.parametrize("code", ["oa1.0123456789", "q1.0.YWI=", "", "a1.0~éé", "a1.0~7Z", "a1.0~123456789"])
def test_a_button_that_knows_of_no_trail_opens_what_it_did(code: str) -> None:
    assert Trail.read(code) == Trail(code)


def test_the_longest_answer_s_way_back_fits_into_64_bytes() -> None:
    token = answer_token(["a/b", "a/c", "a/d", "a/e"], polarity=True)
    trail = Trail(f"{token}", 2**31 - 1, Stage.RATED)
    (way,) = back(trail.code, "de", VOICE)
    assert len(str(way.callback_data)) <= 64
    assert FORM.fullmatch(str(way.callback_data))


def test_the_buttons_come_back_as_far_rated_as_they_were() -> None:
    fresh = InlineKeyboardMarkup([rating(RATED, "en")])
    assert stage_of(fresh.inline_keyboard) is Stage.OPEN
    assert at_stage(fresh, Stage.OPEN, RATED, "en", VOICE) == fresh
    asked, rated = (at_stage(fresh, stage, RATED, "en", VOICE) for stage in (Stage.ASKED, Stage.RATED))
    assert asked == InlineKeyboardMarkup(reasons(RATED, "en", VOICE))
    assert stage_of(asked.inline_keyboard) is Stage.ASKED
    assert rated is not None
    assert rated.inline_keyboard == ()
    assert stage_of(rated.inline_keyboard) is Stage.RATED


def test_what_is_rated_is_named_the_same_before_and_after() -> None:
    good = Tap.read(str(rating(RATED, "en")[0].callback_data))
    assert good == Tap(Kind.GOOD, "en", RATED)
