"""The bot on real facts, built once in a run of all tests, for all folders of tests that ask it.

What was built is kept where BOT_CACHE says (see conftest.py), so that the processes that tests start find it, too.
"""

import os
from functools import cache
from pathlib import Path

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.app import App, build_from
from bot.facts.loader import load_knowledge
from bot.facts.model import Knowledge
from bot.settings import ROOT, Settings
from bot.understanding.utterance.joints import Joints
from bot.understanding.utterance.units import Analysis

KNOWLEDGE = ROOT / "knowledge"
LOCALES = ROOT / "locales"
SMALL = ROOT / "tests" / "fixtures" / "small"
"""A small folder with attributes of its own, to be read with NO_LOCALES."""
NO_LOCALES = ROOT / "no-such-locales"
SUBJECTS = ROOT / "tests" / "subjects"
HANSE = SUBJECTS / "hanse"
"""Another subject altogether, where centuries lie between the dates."""


def analyse(question: str, folder: Path = KNOWLEDGE) -> Analysis:
    """A question taken apart by the bot on a folder's facts."""
    return app(folder).understanding.hearing.analyser.analyse(question)


def joints(folder: Path = KNOWLEDGE) -> Joints:
    """The words that join sides, names and questions."""
    return app(folder).understanding.hearing.joints


def reply(*turns: str, folder: Path = KNOWLEDGE) -> Reply:
    """The reply to the last turn of somebody of whom nothing is known."""
    conversation, said = Conversation(), list[Reply]()
    for now, turn in enumerate(turns):
        answered, conversation = app(folder).desk.answer(turn, conversation, None, float(now))
        said.append(answered)
    return said[-1]


@cache
def small() -> Knowledge:
    """The small folder's knowledge."""
    return load_knowledge(SMALL, NO_LOCALES, SMALL / "intents.yaml")


@cache
def app(folder: Path = KNOWLEDGE) -> App:
    """The bot on a folder's facts; tests may ask it, and change nothing of it."""
    settings = Settings.from_environment({"BOT_CACHE": os.environ.get("BOT_CACHE", "")})
    return build_from(folder, settings.locales, settings.cache)
