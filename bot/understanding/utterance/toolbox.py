"""Builds what an utterance is read with from a vocabulary and a knowledge folder, once at load."""

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.facts.model import Knowledge
from bot.understanding.language.concepts import AskedConcepts
from bot.understanding.language.figures import Figures
from bot.understanding.language.lexicon import Lexicon
from bot.understanding.language.normalise import tokenise
from bot.understanding.language.spelling import Speller
from bot.understanding.language.vocabulary import Vocabulary
from bot.understanding.language.words import Nouns, NumberWords, Words
from bot.understanding.utterance.appositions import Describing
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.associates import associates
from bot.understanding.utterance.homes import Homes, OneOrSeveral, firms_at_home
from bot.understanding.utterance.howmany import before_number
from bot.understanding.utterance.names import NameFinder
from bot.understanding.utterance.questions import QuestionForms
from bot.understanding.utterance.tools import Tools, folded, folded_lists, only_with_umlauts, spelt, stops
from bot.understanding.utterance.trades import trades

_OFTEN, _LONG = 6, 5


def build_tools(vocabulary: Vocabulary, knowledge: Knowledge) -> Tools:
    """Lexicons, names, spellers and small words for one knowledge folder."""
    words, spoken = vocabulary.words, vocabulary.words.values()
    stop = {language: folded(one.stop.stop) for language, one in words.items()}
    light = {language: folded(one.light.all) for language, one in words.items()}
    numbers = OneOrSeveral(one.wordforms for one in spoken)
    firms = vocabulary.firms
    return Tools(
        lexicons={language: _lexicon(language, one) for language, one in words.items()},
        names=NameFinder(knowledge.entities, words),
        figures=Figures(one.numbers for one in spoken),
        speller=Speller({language: stop[language] | light[language] for language in words}),
        function_words=Speller({"": _asking_words(spoken)}, short=True),
        forms=QuestionForms(words),
        comparisons={language: one.comparisons for language, one in words.items()},
        asked=_asked_nouns(vocabulary.asked, {language: one.nouns for language, one in words.items()}),
        money=frozenset(vocabulary.asked.money),
        spans=frozenset(vocabulary.asked.spans),
        associates=associates(
            knowledge,
            firms.rivals,
            numbers,
            [word for one in spoken for word in one.joints.get("belonging", ())],
            [word for one in spoken for word in one.joints.get("at_theirs", ())],
        ),
        describing=Describing(frozenset(firms.describing), frozenset(firms.rivals), knowledge.wholes),
        homes=Homes(
            frozenset(firms.place_heads),
            firms_at_home(knowledge),
            knowledge.is_place,
            knowledge.wholes,
            numbers,
        ),
        trades=trades(vocabulary, knowledge, numbers),
        stop=stop,
        light=light,
        ordinals={language: frozenset(one.numbers.ordinals) for language, one in words.items()},
        numbers={language: folded(tuple(one.numbers.words)) for language, one in words.items()},
        stops=stops(
            [word for one in spoken for word in one.stop.abbreviations],
            [month for one in spoken for month in one.numbers.months],
            _openers(spoken),
        ),
        before_number=before_number(
            {language: one.mentions.get("some", ()) for language, one in words.items()},
            {language: one.mentions.get("beside_some", ()) for language, one in words.items()},
        ),
        umlauted={language: only_with_umlauts((*one.stop.stop, *one.light.all)) for language, one in words.items()},
        articles=frozenset(article for one in spoken for article in one.wordforms.articles),
        particles={language: folded(one.joints.get("particles", ())) for language, one in words.items()},
        openers={language: folded(one.openers.verbs) for language, one in words.items()},
        subjects={language: folded(one.openers.subjects) for language, one in words.items()},
    )


def _lexicon(language: str, words: Words) -> Lexicon:
    lexicon = Lexicon(language, words.concepts, words.light.all)
    for word, concept in _calendar(words.numbers):
        lexicon.add(word, concept)
    lexicon.settle(words.wordforms.genitives_of)
    return lexicon


def _asked_nouns(concepts: AskedConcepts, nouns: Mapping[str, Nouns]) -> AskedNouns:
    return AskedNouns(
        nouns=concepts.kinds,
        measures=concepts.measures,
        asking={language: one.asking for language, one in nouns.items()},
        naming={language: folded_lists(one.naming) for language, one in nouns.items()},
        listing={language: spelt(one.listing) for language, one in nouns.items()},
        wholes={language: folded(one.wholes) for language, one in nouns.items()},
        within={language: folded(one.told_in) for language, one in nouns.items()},
    )


def _openers(spoken: Iterable[Words]) -> Iterable[str]:
    """The words that open questions: question words and verbs."""
    for words in spoken:
        yield from words.openers.verbs
        yield from (phrase.split()[0] for phrases in words.questions.values() for phrase in phrases)


def _asking_words(spoken: Iterable[Words]) -> Iterable[str]:
    """The first words of question phrases, and the words that follow them often ("how many", "wie viele").

    Those of three letters only if they are frequent.
    """
    firsts: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for words in spoken:
        for phrases in words.questions.values():
            for phrase in phrases:
                tokens = tokenise(phrase)
                firsts[tokens[0].folded] += 1
                counts.update(token.folded for token in tokens[:2])
    often = [word for word, count in counts.items() if count >= _OFTEN and len(word) >= 3]
    return [*often, *(word for word in firsts if len(word) >= _LONG and word not in often)]


def _calendar(words: NumberWords) -> Iterable[tuple[str, str]]:
    """Months, weekdays and units as concepts of their own."""
    yield from ((word, f"month_{number}") for word, number in words.months.items())
    yield from ((word, f"weekday_{name}") for word, name in words.weekdays.items() if len(word) > 3)
    yield from ((word, f"unit_{unit}") for unit, forms in words.units.items() for word in forms if len(word) > 2)
