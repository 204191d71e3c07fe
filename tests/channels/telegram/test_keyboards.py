from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.room.reply import Choice, Outcome, Reply
from bot.channels.telegram.keyboards import MOST_BUTTONS, Kind, Tap, keyboard

REPLY = Reply(Outcome.ANSWER, "de", ("Eine Aussage.",), choices=(Choice("Mehr", "f1.0123456789"),))


def codes(reply: Reply) -> list[str]:
    markup = keyboard(reply)
    return [str(button.callback_data) for row in markup.inline_keyboard for button in row] if markup else []


def test_a_related_question_is_answered_below() -> None:
    assert [Tap.read(code) for code in codes(REPLY)] == [Tap(Kind.BELOW, "de", "f1.0123456789")]


def test_a_clarification_turns_into_its_answer() -> None:
    (tap,) = (Tap.read(code) for code in codes(replace(REPLY, outcome=Outcome.CLARIFY)))
    assert tap is not None
    assert tap.kind is Kind.IN_PLACE


def test_a_choice_may_ask_for_its_place_by_itself() -> None:
    (tap,) = (Tap.read(code) for code in codes(replace(REPLY, choices=(Choice("›", "b1.1....", in_place=True),))))
    assert tap == Tap(Kind.IN_PLACE, "de", "b1.1....")


def test_the_longest_token_fits_into_64_bytes_and_a_longer_one_gets_no_button() -> None:
    (code,) = codes(replace(REPLY, choices=(Choice("Mehr", "t" * 60),)))
    assert len(code.encode()) == 64
    assert codes(replace(REPLY, choices=(Choice("Mehr", "t" * 61),))) == []


def test_no_choices_are_no_keyboard() -> None:
    assert keyboard(replace(REPLY, choices=())) is None


def test_short_labels_stand_side_by_side_and_long_ones_alone() -> None:
    choices = tuple(
        Choice(label, f"t{n}") for n, label in enumerate(("Kurz", "Auch kurz", "Das hier ist viel länger", "Ende"))
    )
    markup = keyboard(replace(REPLY, choices=choices))
    assert markup is not None
    rows = [[button.text for button in row] for row in markup.inline_keyboard]
    assert rows == [["Kurz", "Auch kurz"], ["Das hier ist viel länger"], ["Ende"]]


def test_very_short_labels_share_a_row_by_three_and_four() -> None:
    labels = ("Firma", "Land", "Jahr ✓", "Stand", "‹", "1/3", "›", "✕ Filter aufheben")
    markup = keyboard(replace(REPLY, choices=tuple(Choice(label, f"t{n}") for n, label in enumerate(labels))))
    assert markup is not None
    assert [len(row) for row in markup.inline_keyboard] == [4, 3, 1]


def test_only_what_is_of_one_kind_shares_a_row() -> None:
    choices = (Choice("Ein Deal", "d1.x"), Choice("Firma", "m1.x", True), Choice("Land", "m1.y", True),
               Choice("‹", "b1.x", True), Choice("›", "b1.y", True))  # fmt: skip
    markup = keyboard(replace(REPLY, choices=choices))
    assert markup is not None
    rows = [[button.text for button in row] for row in markup.inline_keyboard]
    assert rows == [["Ein Deal"], ["Firma", "Land"], ["‹", "›"]]


def test_what_a_page_is_about_stands_apart_from_what_can_be_done_about_it() -> None:
    choices = (Choice("JD.com", "n1.i5", True, "topic"), Choice("Alibaba", "n1.i6", True, "topic"),
               Choice("Pause", "n1.p", True), Choice("Zurück", "n1.m", True))  # fmt: skip
    markup = keyboard(replace(REPLY, choices=choices))
    assert markup is not None
    rows = [[button.text for button in row] for row in markup.inline_keyboard]
    assert rows == [["JD.com", "Alibaba"], ["Pause", "Zurück"]]


def test_a_label_is_one_line_of_bounded_length_and_never_empty() -> None:
    markup = keyboard(replace(REPLY, choices=(Choice("a\nb" + "c" * 80, "t"), Choice("\u202e", "u"))))
    assert markup is not None
    ((button,),) = markup.inline_keyboard
    assert "\n" not in button.text
    assert len(button.text) == 60


def test_there_are_never_too_many_buttons() -> None:
    assert len(codes(replace(REPLY, choices=tuple(Choice(f"Nr. {n}", f"t{n}") for n in range(50))))) == MOST_BUTTONS


@pytest.mark.parametrize(
    "forged", [None, "", "1", "2cdetoken", "1qdetoken", "1uxxtoken", "1cDEtoken", "1cde", "1cdeä", "1cde" + "t" * 61]
)
def test_forged_data_is_no_tap(forged: str | None) -> None:
    assert Tap.read(forged) is None


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60), st.sampled_from(Kind))
def test_a_tap_survives_being_written_and_read(token: str, kind: Kind) -> None:
    tap = Tap(kind, "en", token)
    assert Tap.read(tap.code) == tap
