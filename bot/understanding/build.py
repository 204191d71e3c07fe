"""Builds the understanding room from a vocabulary and a knowledge folder, once at load."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from bot.facts.model import Knowledge
from bot.understanding.deals.choosing import Choosing
from bot.understanding.deals.chronicle import Chronicle
from bot.understanding.deals.factsheets import FactSheets
from bot.understanding.deals.listing import DealLister
from bot.understanding.deals.portraits import Portraits
from bot.understanding.deals.ranking import Ranking
from bot.understanding.deals.rolls import Rolls
from bot.understanding.deals.subjects import SubjectFinder
from bot.understanding.deals.superlatives import Superlatives
from bot.understanding.deals.titles import Titles
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.wordpatterns import any_of, pattern_of
from bot.understanding.readings.attributes import AttributeFinder, places_of
from bot.understanding.readings.bearers import facts_about
from bot.understanding.readings.features import FeatureBuilder
from bot.understanding.readings.index import FactIndex
from bot.understanding.readings.knownquestions import KnownQuestions, known_questions
from bot.understanding.readings.load import Softness
from bot.understanding.readings.natures import natures
from bot.understanding.readings.postings import relations
from bot.understanding.readings.scoring import Weights
from bot.understanding.readings.toldnames import ToldNames
from bot.understanding.rules.aims import Aims
from bot.understanding.rules.alltold import AllTold
from bot.understanding.rules.finer import Finer
from bot.understanding.rules.heads import EXECUTIVE, Heads
from bot.understanding.rules.membership import Membership
from bot.understanding.rules.opposites import Opposites
from bot.understanding.rules.unnamed import Unnamed
from bot.understanding.rules.whose import Whose
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.answertypes import GENERAL
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.comparatives import Comparatives
from bot.understanding.utterance.errands import Errands
from bot.understanding.utterance.joints import Joints, joints
from bot.understanding.utterance.othertongues import OtherTongues
from bot.understanding.utterance.rates import Rates
from bot.understanding.utterance.sentences import Sentences
from bot.understanding.utterance.shorthand import Shorthand
from bot.understanding.utterance.toolbox import build_tools


@dataclass(frozen=True)
class Understanding:
    """The built parts that recognising needs."""

    analyser: Analyser
    index: FactIndex
    attributes: AttributeFinder
    lister: DealLister
    known: KnownQuestions
    joints: Joints
    rates: Rates
    titles: Titles
    subjects: SubjectFinder
    comparatives: Comparatives
    roughly: re.Pattern[str]
    overviews: tuple[str, ...]
    choosing: Choosing
    listing: frozenset[str]
    joining: frozenset[str]
    asked: AskedNouns
    absences: frozenset[str]
    others: re.Pattern[str]
    superlatives: Superlatives
    factsheets: FactSheets
    errands: Errands
    planning: frozenset[str]
    foreign: frozenset[str]
    apart: frozenset[str]
    told: ToldNames
    finer: Finer
    opposites: Opposites
    alltold: AllTold
    unnamed: Unnamed
    heads: Heads
    aims: Aims
    membership: Membership
    whose: Whose
    ranking: Ranking
    portraits: Portraits
    portraying: frozenset[str]
    rolls: Rolls
    chronicle: Chronicle
    other_tongues: OtherTongues
    shorthand: Shorthand


def build_understanding(vocabulary: Vocabulary, knowledge: Knowledge) -> Understanding:
    """Lexicons, name finder, speller and index for one knowledge folder."""
    tools = build_tools(vocabulary, knowledge)
    analyser = Analyser(tools)
    softness = Softness(Weights().floor, Weights().entity_in_example)
    with analyser.learning():
        texts = Sentences(analyser, tools)
        features = FeatureBuilder(knowledge, texts)
        index = FactIndex(
            map(features.fact, knowledge.facts.values()),
            chain.from_iterable(map(features.gaps, knowledge.deals.values())),
            relations(vocabulary.related),
            softness,
            places_of(knowledge.attributes),
        )
        attributes = AttributeFinder(knowledge.attributes, features, _bare(vocabulary))
        titles = Titles(knowledge.deals.values(), texts, [*vocabulary.measures, *vocabulary.asked_nouns])
    joined = joints({**words.joints, "verbs": words.openers} for words in vocabulary.words.values())
    lister = DealLister(index.facts, knowledge, vocabulary, joined, titles)
    spoken = vocabulary.words.values()
    rates = Rates([words.rates for words in spoken], [words.units for words in spoken])
    known = known_questions(knowledge, tools.small)
    subjects = SubjectFinder(titles, lister.nouns, vocabulary.comparing)
    comparatives = Comparatives(words.comparatives for words in spoken)
    choosing = Choosing(knowledge, analyser, [one.places for one in spoken], [one.beside_places for one in spoken])
    about = facts_about(knowledge, index)
    equating = {language: words.joints.get("equating", ()) for language, words in vocabulary.words.items()}
    told = ToldNames(analyser, knowledge, natures(vocabulary.natures, equating))
    return Understanding(
        analyser=analyser,
        index=index,
        attributes=attributes,
        lister=lister,
        known=known,
        joints=joined,
        rates=rates,
        titles=titles,
        subjects=subjects,
        comparatives=comparatives,
        roughly=pattern_of(one for words in spoken for one in words.roughly),
        overviews=vocabulary.overviews,
        choosing=choosing,
        listing=frozenset(vocabulary.listing),
        joining=frozenset(vocabulary.joining),
        asked=tools.asked,
        absences=frozenset(vocabulary.absences),
        others=re.compile(
            any_of(one for words in spoken for one in words.operators.get("other_one", ())), re.IGNORECASE
        ),
        factsheets=FactSheets(knowledge, about, titles, joined, vocabulary),
        errands=Errands(vocabulary.words.values()),
        planning=frozenset(vocabulary.planning),
        foreign=frozenset(vocabulary.foreign),
        apart=frozenset(vocabulary.apart),
        told=told,
        finer=Finer(told, vocabulary.finer, pattern_of(one for words in spoken for one in words.within_which)),
        opposites=Opposites(told, vocabulary.opposites),
        alltold=AllTold(told, pattern_of(one for words in spoken for one in words.plurals)),
        whose=Whose(
            told, pattern_of(who for words in spoken for who in words.being), frozenset(vocabulary.own_figures)
        ),
        membership=Membership(
            titles,
            frozenset(vocabulary.joining),
            frozenset(verb for words in spoken for verb in words.modal),
            frozenset(verb for words in spoken for verb in words.having),
            joined.inside,
        ),
        unnamed=Unnamed(analyser, told, tools.asked, vocabulary.names, vocabulary.firms),
        heads=Heads(told, [EXECUTIVE, *vocabulary.callings.get(EXECUTIVE, ())], vocabulary.heading),
        aims=Aims(
            {language: pattern_of(words.aiming) for language, words in vocabulary.words.items()},
            {
                language: re.compile(rf"{any_of(words.hearsay)}$", re.IGNORECASE)
                for language, words in vocabulary.words.items()
            },
        ),
        superlatives=Superlatives(lister, joined, vocabulary),
        ranking=Ranking(knowledge, lister, analyser, vocabulary),
        portraying=frozenset(vocabulary.portraits),
        portraits=Portraits(knowledge, index, analyser, lister, vocabulary),
        chronicle=Chronicle(knowledge, lister, vocabulary),
        rolls=Rolls(knowledge, about, told, analyser, joined, vocabulary),
        shorthand=Shorthand(vocabulary.words),
        other_tongues=OtherTongues(vocabulary.other_languages, analyser.knows),
    )


def _bare(vocabulary: Vocabulary) -> Iterable[str]:
    """Nouns that only say what kind of answer is asked for, whatever it is of ("which *year*", "which *country*")."""
    return (noun for noun, kind in vocabulary.asked_nouns.items() if kind in GENERAL)
