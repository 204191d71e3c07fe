"""What the sources don't tell, from the editor's file to the reader's refusal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.app import build_from
from bot.errors import KnowledgeError
from bot.facts.loader import load_knowledge
from tests.apps import LOCALES
from tests.proof.test_commands import written

UNANSWERED = """
unanswered:
  %s:
    de: ["Ist das Schiff nach Lettland blau angestrichen?"]
    en: ["Is the boat to Latvia painted blue?"]
"""

Refused = Callable[[str, str], Reply]


@pytest.fixture
def near_miss(tmp_path: Path) -> Callable[[str], Path]:
    """The ferry's folder with a near miss under this attribute."""

    def folder(attribute: str) -> Path:
        made = written(tmp_path, '"Was kostet die Fähre?"')
        deal = made / "deals" / "ferry.yaml"
        deal.write_text(deal.read_text(encoding="utf-8") + UNANSWERED % attribute, encoding="utf-8")
        return made

    return folder


@pytest.fixture
def refused(near_miss: Callable[[str], Path]) -> Refused:
    def reply(attribute: str, question: str) -> Reply:
        desk = build_from(near_miss(attribute)).desk
        return desk.answer(question, Conversation(), None, 0.0)[0]

    return reply


def test_a_near_miss_that_no_attribute_fits_is_refused_without_naming_one(refused: Refused) -> None:
    reply = refused("other", "Is the boat to Latvia painted blue?")
    assert reply.outcome is Outcome.SILENT
    assert reply.blocks[0] == "Our sources don’t say."


def test_a_near_miss_of_an_attribute_is_refused_by_its_name(refused: Refused) -> None:
    assert "the logo" in refused("logo", "Is the boat to Latvia painted blue?").blocks[0]


def test_an_attribute_that_is_neither_known_nor_other_is_a_problem(near_miss: Callable[[str], Path]) -> None:
    with pytest.raises(KnowledgeError, match=r"unanswered\.others"):
        load_knowledge(near_miss("others"), LOCALES)


def test_other_cannot_be_defined_as_an_attribute(near_miss: Callable[[str], Path]) -> None:
    folder = near_miss("other")
    words = "{label: x, short: x, cues: [x]}"
    intents = f"attributes: {{other: {{asks: [text], words: {{de: {words}, en: {words}}}}}}}\n"
    (folder / "intents.yaml").write_text(intents, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="this name is kept"):
        load_knowledge(folder, LOCALES)
