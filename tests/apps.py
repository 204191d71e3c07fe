"""The bot on real facts, built once in a run of all tests, for all folders of tests that ask it.

What was built is kept where BOT_CACHE says (see conftest.py), so that the processes that tests start find it, too.
"""

import os
from functools import cache
from pathlib import Path

from bot.app import App, build_from
from bot.settings import ROOT, Settings
from bot.understanding.joints import Joints
from bot.understanding.units import Analysis

KNOWLEDGE = ROOT / "knowledge"
SUBJECTS = ROOT / "tests" / "subjects"
HANSE = SUBJECTS / "hanse"
"""Another subject altogether, where centuries lie between the dates."""


def analyse(question: str, folder: Path = KNOWLEDGE) -> Analysis:
    """A question taken apart by the bot on a folder's facts."""
    return app(folder).understanding.analyser.analyse(question)


def joints(folder: Path = KNOWLEDGE) -> Joints:
    """The words that join sides, names and questions."""
    return app(folder).understanding.joints


@cache
def app(folder: Path = KNOWLEDGE) -> App:
    """The bot on a folder's facts; tests may ask it, and change nothing of it."""
    settings = Settings.from_environment({"BOT_CACHE": os.environ.get("BOT_CACHE", "")})
    return build_from(folder, settings.locales, settings.cache)
