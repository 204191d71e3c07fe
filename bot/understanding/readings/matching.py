"""What questions are matched against: facts and attributes laid out, known questions, whom and what facts name."""

from dataclasses import dataclass

from bot.understanding.readings.attributes import AttributeFinder
from bot.understanding.readings.index import FactIndex
from bot.understanding.readings.knownquestions import KnownQuestions
from bot.understanding.readings.toldnames import ToldNames


@dataclass(frozen=True)
class Matching:
    """The parts, built once for a knowledge folder."""

    index: FactIndex
    attributes: AttributeFinder
    known: KnownQuestions
    told: ToldNames
