from pathlib import Path

import pytest

from bot.answering.inline import InlineDesk
from bot.answering.room import suggestions
from bot.answering.room.room import Room
from bot.answering.room.tokens import token_of
from tests.apps import KNOWLEDGE, SMALL, SUBJECTS, app

ALONE = "night-train/name"
FITS, LONGEST = 40, 60


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_matters_most_is_offered_as_a_whole_question_that_fits_on_a_button(room: Room, language: str) -> None:
    important = [fact for fact in room.knowledge.facts.values() if suggestions.importance(room, fact) == 3]
    asked = {fact.id: suggestions.question(room, language, fact) for fact in important}
    assert important
    assert [text for text in asked.values() if not text.endswith("?") or len(text) > FITS] == []


def test_a_button_asks_in_plain_words(room: Room) -> None:
    signed = room.knowledge.facts["jd-austria/signatory"]
    assert suggestions.question(room, "de", signed) == "Wer unterschrieb den Österreich-Deal?"


@pytest.mark.parametrize("knowledge", [KNOWLEDGE, *sorted(SUBJECTS.glob("*/"))], ids=lambda folder: folder.name)
@pytest.mark.parametrize("language", ["de", "en"])
def test_whatever_is_offered_beside_an_answer_is_a_question(knowledge: Path, language: str) -> None:
    other = app(knowledge).room
    asked = {fact.id: suggestions.question(other, language, fact) for fact in other.knowledge.facts.values()}
    assert {name: text for name, text in asked.items() if not text.endswith("?") or len(text) > LONGEST} == {}


def test_what_makes_no_sense_alone_is_offered_nowhere() -> None:
    small = app(SMALL)
    assert not small.room.knowledge.facts[ALONE].standalone
    names = {name: token_of("f", name) for name in small.room.knowledge.facts}
    offered = {choice.token for choice in suggestions.related(small.room, "en", (), ALONE.partition("/")[0])}
    assert names[ALONE] not in offered
    assert len(offered) > 1
    assert ALONE not in {offer.fact for offer in InlineDesk(small.room).offers("What is the train called?", "en")}
