"""So many of what nobody names, whom a pronoun stands for, firms of a sort asked for in the midst of a talk."""

import pytest

from bot.answering.room.reply import Outcome, Reply
from tests import apps


def text(reply: Reply) -> str:
    return " ".join(str(block) for block in reply.blocks)


@pytest.mark.parametrize(
    ("question", "language", "label"),
    [("Name three brands", "en", "the names of the brands"), ("Nennen Sie drei Marken", "de", "die Namen der Marken")],
)
def test_brands_that_nobody_names_are_not_told(question: str, language: str, label: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.SILENT
    assert reply.language == language
    assert label in text(reply)


@pytest.mark.parametrize("question", ["Name two cities", "Nennen Sie zwei Städte"])
def test_those_that_are_named_are_told(question: str) -> None:
    assert len(apps.reply(question).facts) == 2


@pytest.mark.parametrize(
    ("turns", "label"),
    [
        (("Who signed for Britain?", "How old is he?"), "the age"),
        (("Wer hat für Großbritannien unterschrieben?", "Wie alt ist er?"), "das Alter"),
    ],
)
def test_what_is_not_told_of_the_person_just_named_is_said(turns: tuple[str, ...], label: str) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.SILENT
    assert label in text(reply)


@pytest.mark.parametrize(
    "turns",
    [
        ("What did JD.com agree with Austria?", "Which payment services are mentioned?"),
        ("Was hat JD.com mit Österreich vereinbart?", "Welche Zahlungsdienste kommen vor?"),
    ],
)
def test_firms_of_a_sort_are_called_after_another_deal_too(turns: tuple[str, ...]) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.ANSWER
    assert "Alipay" in text(reply)


@pytest.mark.parametrize(
    ("asked", "more", "lead"),
    [
        ("Nenne drei Länder", "mehr", "Außerdem nennen sie:"),
        ("Nenne drei Länder", "und noch mehr?", "Außerdem nennen sie:"),
        ("Name three countries", "and more?", "They also name:"),
    ],
)
def test_more_names_those_whom_the_list_left_out(asked: str, more: str, lead: str) -> None:
    first, rest = apps.reply(asked), apps.reply(asked, more)
    assert rest.blocks[0] == lead
    named = str(first.blocks[1]).count("•")
    assert named == 3
    assert not {line.partition(" [")[0] for line in str(rest.blocks[1]).split("\n")} & {
        line.partition(" [")[0] for line in str(first.blocks[1]).split("\n")
    }


def test_more_after_no_list_is_no_list() -> None:
    assert apps.reply("mehr").outcome is not Outcome.ANSWER
    assert apps.reply("Welche Länder kommen vor?", "mehr").blocks[0] != "Außerdem nennen sie:"  # all were named
