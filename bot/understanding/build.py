"""Builds the understanding room from a vocabulary and a knowledge folder, once at load."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from bot.facts.model import Knowledge
from bot.understanding.deals.finders import DealFinders, build_finders
from bot.understanding.deals.titles import Titles
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.readings.attributes import AttributeFinder, places_of
from bot.understanding.readings.features import FeatureBuilder
from bot.understanding.readings.index import FactIndex
from bot.understanding.readings.knownquestions import known_questions
from bot.understanding.readings.load import Softness
from bot.understanding.readings.matching import Matching
from bot.understanding.readings.natures import natures
from bot.understanding.readings.postings import relations
from bot.understanding.readings.scoring import Weights
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.rules.rules import Rules, build_rules
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.answertypes import GENERAL
from bot.understanding.utterance.hearing import Hearing, build_hearing
from bot.understanding.utterance.sentences import Sentences
from bot.understanding.utterance.toolbox import build_tools


@dataclass(frozen=True)
class Understanding:
    """The built parts that recognising needs, by the folder that they are at home in."""

    hearing: Hearing
    matching: Matching
    deals: DealFinders
    rules: Rules


def build_understanding(vocabulary: Vocabulary, knowledge: Knowledge) -> Understanding:
    """All parts for one knowledge folder."""
    tools = build_tools(vocabulary, knowledge)
    analyser = Analyser(tools)
    softness = Softness(Weights().floor, Weights().entity_in_example)
    with analyser.learning():
        texts = Sentences(analyser, tools)
        features = FeatureBuilder(knowledge, texts, vocabulary.firms.trades)
        index = FactIndex(
            map(features.fact, knowledge.facts.values()),
            chain.from_iterable(map(features.gaps, knowledge.deals.values())),
            relations(vocabulary.related),
            softness,
            places_of(knowledge.attributes),
        )
        attributes = AttributeFinder(knowledge.attributes, features, _bare(vocabulary))
        titles = Titles(knowledge.deals.values(), texts, [*vocabulary.asked.measures, *vocabulary.asked.kinds])
    hearing = build_hearing(vocabulary, tools, analyser)
    equating = {language: words.joints.get("equating", ()) for language, words in vocabulary.words.items()}
    matching = Matching(
        index,
        attributes,
        known_questions(knowledge, tools.small),
        ToldNames(analyser, knowledge, natures(vocabulary.firms.natures, equating)),
    )
    return Understanding(
        hearing,
        matching,
        build_finders(vocabulary, knowledge, hearing, matching, titles),
        build_rules(vocabulary, knowledge, hearing, matching, titles),
    )


def _bare(vocabulary: Vocabulary) -> Iterable[str]:
    """Nouns that only say what kind of answer is asked for, whatever it is of ("which *year*", "which *country*")."""
    return (noun for noun, kind in vocabulary.asked.kinds.items() if kind in GENERAL)
