"""What an utterance is heard with: who takes it apart, and the words of all languages that shape what it asks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import pattern_of
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.comparatives import Comparatives
from bot.understanding.utterance.errands import Errands
from bot.understanding.utterance.joints import Joints, joints
from bot.understanding.utterance.othertongues import OtherTongues
from bot.understanding.utterance.plurals import Plurals
from bot.understanding.utterance.rates import Rates
from bot.understanding.utterance.sequels import Sequels
from bot.understanding.utterance.shorthand import Shorthand
from bot.understanding.utterance.tools import Tools
from bot.understanding.utterance.trades import Trades


@dataclass(frozen=True)
class Hearing:
    """The parts by what they hear.

    `roughly` finds what says that a figure is only about right, `others` what means another one ("the other one");
    `listing` are concepts of verbs that only ask for a list, `joining` of those that say that somebody takes part.
    """

    analyser: Analyser
    asked: AskedNouns
    joints: Joints
    which: Mapping[str, str]
    comparatives: Comparatives
    plurals: Plurals
    rates: Rates
    sequels: Sequels
    errands: Errands
    shorthand: Shorthand
    other_tongues: OtherTongues
    trades: Trades
    roughly: re.Pattern[str]
    others: re.Pattern[str]
    listing: frozenset[str]
    joining: frozenset[str]


def build_hearing(vocabulary: Vocabulary, tools: Tools, analyser: Analyser) -> Hearing:
    """The parts for one vocabulary; the analyser has learnt the words of the facts already."""
    spoken = vocabulary.words.values()
    return Hearing(
        analyser=analyser,
        asked=tools.asked,
        joints=joints({**words.joints, "verbs": words.openers.verbs} for words in spoken),
        which={language: next(iter(words.joints["which"])) for language, words in vocabulary.words.items()},
        comparatives=Comparatives(words.comparatives for words in spoken),
        plurals=Plurals(vocabulary.words),
        rates=Rates([words.rates for words in spoken], [words.numbers.units for words in spoken]),
        sequels=Sequels(words.sequels for words in spoken),
        errands=Errands(words.errands for words in spoken),
        shorthand=Shorthand({language: words.shorthand for language, words in vocabulary.words.items()}),
        other_tongues=OtherTongues(vocabulary.other_languages, analyser.knows),
        trades=tools.trades,
        roughly=pattern_of(one for words in spoken for one in words.nouns.roughly),
        others=pattern_of(one for words in spoken for one in words.operators.get("other_one", ())),
        listing=frozenset(vocabulary.lists.listing),
        joining=frozenset(vocabulary.lists.joining),
    )
