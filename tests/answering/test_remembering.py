"""The recogniser that remembers: it understands as the one does that it was made of, and asks that one only once."""

import pytest

from bot.answering.remembering import LONGEST, Remembering
from bot.answering.room.room import Room
from bot.understanding.judging.recognition import Background, Recognition
from bot.understanding.recogniser import Recogniser

QUESTION = "Wer hat das Abkommen mit Österreich unterschrieben?"
ABOUT_TRAINS = Background("How long is the train?", "en", "jd-europe", ("jd-europe/train",))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were really looked into."""
    texts = list[str]()
    real = Recogniser.recognise

    def noting(self: Recogniser, text: str, background: Background | None = None) -> Recognition:
        texts.append(text)
        return real(self, text, background)

    monkeypatch.setattr(Recogniser, "recognise", noting)
    return texts


def test_what_was_asked_before_is_not_looked_into_again(room: Room, heard: list[str]) -> None:
    remembering = Remembering(room.recogniser)
    first, again = remembering.recognise(QUESTION, Background()), remembering.recognise(QUESTION, Background())
    assert first is again
    assert heard == [QUESTION]
    assert first == room.recogniser.recognise(QUESTION, Background())


def test_another_context_is_another_question(room: Room, heard: list[str]) -> None:
    remembering = Remembering(room.recogniser)
    for background in (None, Background(), ABOUT_TRAINS):
        remembering.recognise("and when?", background)
    assert heard == ["and when?"] * 3


@pytest.mark.parametrize(("length", "times"), [(LONGEST, 1), (LONGEST + 1, 2)])
def test_only_what_people_type_again_is_remembered(room: Room, heard: list[str], length: int, times: int) -> None:
    remembering = Remembering(room.recogniser)
    for _ in range(2):
        remembering.recognise("who? ".ljust(length, "x"))
    assert len(heard) == times


def test_its_parts_are_those_of_the_recogniser(room: Room) -> None:
    assert Remembering(room.recogniser).lister is room.recogniser.lister
