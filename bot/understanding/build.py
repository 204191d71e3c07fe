"""Builds the understanding room from a vocabulary and a knowledge folder, once at load."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from bot.facts.model import LANGUAGES, Knowledge
from bot.understanding.aims import Aims
from bot.understanding.alltold import AllTold
from bot.understanding.analysis import Analyser
from bot.understanding.answertypes import GENERAL
from bot.understanding.appositions import Describing
from bot.understanding.asked import AskedNouns
from bot.understanding.attributes import AttributeFinder, places_of
from bot.understanding.bearers import facts_about
from bot.understanding.choosing import Choosing
from bot.understanding.chronicle import Chronicle
from bot.understanding.comparatives import Comparatives
from bot.understanding.errands import Errands
from bot.understanding.factsheets import FactSheets
from bot.understanding.features import FeatureBuilder
from bot.understanding.figures import Figures
from bot.understanding.finer import Finer
from bot.understanding.heads import EXECUTIVE, Heads
from bot.understanding.homes import Homes, firms_at_home
from bot.understanding.index import FactIndex
from bot.understanding.joints import Joints, joints
from bot.understanding.knownquestions import KnownQuestions, known_questions
from bot.understanding.lexicon import Lexicon
from bot.understanding.listing import DealLister
from bot.understanding.load import Softness
from bot.understanding.membership import Membership
from bot.understanding.names import NameFinder
from bot.understanding.normalise import tokenise
from bot.understanding.opposites import Opposites
from bot.understanding.portraits import Portraits
from bot.understanding.postings import relations
from bot.understanding.questions import QuestionForms
from bot.understanding.ranking import Ranking
from bot.understanding.rates import Rates
from bot.understanding.rolls import Rolls
from bot.understanding.scoring import Weights
from bot.understanding.sentences import Sentences
from bot.understanding.spelling import Speller
from bot.understanding.subjects import SubjectFinder
from bot.understanding.superlatives import Superlatives
from bot.understanding.titles import Titles
from bot.understanding.toldnames import ToldNames
from bot.understanding.tools import Tools, folded, folded_lists, spelt, stops
from bot.understanding.unnamed import Unnamed
from bot.understanding.vocabulary import Vocabulary, Words
from bot.understanding.whose import Whose
from bot.understanding.wordpatterns import any_of, pattern_of

_OFTEN, _LONG = 6, 5


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


def build_understanding(vocabulary: Vocabulary, knowledge: Knowledge) -> Understanding:
    """Lexicons, name finder, speller and index for one knowledge folder."""
    tools = _tools(vocabulary, knowledge)
    analyser = Analyser(tools)
    softness = Softness(Weights().floor, Weights().entity_in_example)
    with analyser.learning():
        features = FeatureBuilder(knowledge, Sentences(analyser, tools))
        index = FactIndex(
            map(features.fact, knowledge.facts.values()),
            chain.from_iterable(map(features.gaps, knowledge.deals.values())),
            relations(vocabulary.related),
            softness,
            places_of(knowledge.attributes),
        )
        attributes = AttributeFinder(knowledge.attributes, features, _bare(vocabulary))
        titles = Titles(knowledge.deals.values(), analyser, [*vocabulary.measures, *vocabulary.asked_nouns])
    joined = joints({**words.joints, "verbs": words.openers} for words in vocabulary.words.values())
    lister = DealLister(index.facts, knowledge, vocabulary, joined, titles)
    spoken = vocabulary.words.values()
    rates = Rates([words.rates for words in spoken], [words.units for words in spoken])
    known = known_questions(knowledge, tools.small)
    subjects = SubjectFinder(titles, lister.nouns, vocabulary.comparing)
    comparatives = Comparatives(words.comparatives for words in spoken)
    choosing = Choosing(knowledge, analyser, [one.places for one in spoken], [one.beside_places for one in spoken])
    about = facts_about(knowledge, index)
    told = ToldNames(analyser, knowledge)
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
            joined.inside,
        ),
        unnamed=Unnamed(analyser, told, tools.asked, vocabulary.names, vocabulary.firms),
        heads=Heads(told, [EXECUTIVE, *vocabulary.callings.get(EXECUTIVE, ())], vocabulary.heading),
        aims=Aims(
            pattern_of(one for words in spoken for one in words.aiming),
            re.compile(rf"{any_of(one for words in spoken for one in words.hearsay)}$", re.IGNORECASE),
        ),
        superlatives=Superlatives(lister, joined, vocabulary),
        ranking=Ranking(knowledge, lister, analyser, vocabulary),
        portraying=frozenset(vocabulary.portraits),
        portraits=Portraits(knowledge, index, analyser, lister, vocabulary),
        chronicle=Chronicle(knowledge, lister, vocabulary),
        rolls=Rolls(knowledge, about, analyser, joined, vocabulary),
    )


def _tools(vocabulary: Vocabulary, knowledge: Knowledge) -> Tools:
    lexicons = {}
    for language in LANGUAGES:
        words = vocabulary.words[language]
        lexicon = Lexicon(language, words.concepts, words.light)
        for word, concept in _calendar(words):
            lexicon.add(word, concept)
        lexicon.settle()
        lexicons[language] = lexicon
    functions = {
        language: (folded(vocabulary.words[language].stop), folded(vocabulary.words[language].light))
        for language in LANGUAGES
    }
    return Tools(
        lexicons=lexicons,
        names=NameFinder(knowledge.entities, vocabulary.words),
        figures=Figures(vocabulary.words),
        speller=Speller({language: stop | light for language, (stop, light) in functions.items()}),
        function_words=Speller({"": _asking_words(vocabulary)}, short=True),
        forms=QuestionForms(vocabulary.words),
        comparisons={language: vocabulary.words[language].comparisons for language in LANGUAGES},
        asked=AskedNouns(
            vocabulary.asked_nouns,
            vocabulary.measures,
            {language: words.asking for language, words in vocabulary.words.items()},
            {language: folded_lists(words.naming) for language, words in vocabulary.words.items()},
            {language: spelt(words.listing) for language, words in vocabulary.words.items()},
            {language: folded(words.wholes) for language, words in vocabulary.words.items()},
            {language: folded(words.told_in) for language, words in vocabulary.words.items()},
        ),
        money=frozenset(vocabulary.money),
        describing=Describing(frozenset(vocabulary.describing), frozenset(vocabulary.rivals), knowledge.wholes),
        homes=Homes(frozenset(vocabulary.firms), firms_at_home(knowledge), knowledge.is_place, knowledge.wholes),
        stop={language: pair[0] for language, pair in functions.items()},
        ordinals={language: frozenset(words.ordinals) for language, words in vocabulary.words.items()},
        light={language: pair[1] for language, pair in functions.items()},
        stops=stops(
            [word for words in vocabulary.words.values() for word in words.abbreviations],
            [month for words in vocabulary.words.values() for month in words.months],
            _openers(vocabulary),
        ),
        particles={language: folded(words.joints.get("particles", ())) for language, words in vocabulary.words.items()},
    )


def _openers(vocabulary: Vocabulary) -> Iterable[str]:
    """The words that open questions: question words and verbs."""
    for words in vocabulary.words.values():
        yield from words.openers
        yield from (phrase.split()[0] for phrases in words.questions.values() for phrase in phrases)


def _asking_words(vocabulary: Vocabulary) -> Iterable[str]:
    """The first words of question phrases, and the words that follow them often ("how many", "wie viele").

    Those of three letters only if they are frequent.
    """
    firsts: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for words in vocabulary.words.values():
        for phrases in words.questions.values():
            for phrase in phrases:
                tokens = tokenise(phrase)
                firsts[tokens[0].folded] += 1
                counts.update(token.folded for token in tokens[:2])
    often = [word for word, count in counts.items() if count >= _OFTEN and len(word) >= 3]
    return [*often, *(word for word in firsts if len(word) >= _LONG and word not in often)]


def _bare(vocabulary: Vocabulary) -> Iterable[str]:
    """Nouns that only say what kind of answer is asked for, whatever it is of ("which *year*", "which *country*")."""
    return (noun for noun, kind in vocabulary.asked_nouns.items() if kind in GENERAL)


def _calendar(words: Words) -> Iterable[tuple[str, str]]:
    """Months, weekdays and units as concepts of their own."""
    yield from ((word, f"month_{number}") for word, number in words.months.items())
    yield from ((word, f"weekday_{name}") for word, name in words.weekdays.items() if len(word) > 3)
    yield from ((word, f"unit_{unit}") for unit, forms in words.units.items() for word in forms if len(word) > 2)
