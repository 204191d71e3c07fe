"""Questions that must not be answered; those that still are stand in known_misses.yaml, a list that can only shrink."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answering.room.reply import Outcome
from bot.facts.model import LANGUAGES
from tests import apps

HERE = Path(__file__).parent
LEAST = 150


def read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8")) or {}


def questions() -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for listed in read(f"{language}.yaml").values():
            yield from ((language, question) for question in listed)


ALL = list(questions())
KNOWN = {language: set(read("known_misses.yaml").get(language) or ()) for language in LANGUAGES}


@pytest.mark.parametrize(("language", "question"), ALL, ids=[question for _, question in ALL])
def test_it_is_not_answered(language: str, question: str) -> None:
    reply = apps.reply(question)
    answered = reply.outcome is Outcome.ANSWER
    if question in KNOWN[language]:
        assert answered, f"{question!r} is right now: take it off the list in known_misses.yaml"
    else:
        assert not answered, f"{question!r} was answered with {', '.join(reply.facts)}: {reply.text}"


def test_there_are_enough_of_them_each_once() -> None:
    assert len(ALL) >= LEAST
    assert len(set(ALL)) == len(ALL)


def test_both_languages_are_tried_alike() -> None:
    german, english = (sum(spoken == language for spoken, _ in ALL) for language in LANGUAGES)
    assert german == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_misses_are_questions_of_the_lists(language: str) -> None:
    assert {question for spoken, question in ALL if spoken == language} >= KNOWN[language]
