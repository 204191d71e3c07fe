"""Builds what an utterance is read with from a vocabulary and a knowledge folder, once at load."""

from collections import Counter
from collections.abc import Iterable

from bot.facts.model import LANGUAGES, Knowledge
from bot.understanding.language.figures import Figures
from bot.understanding.language.lexicon import Lexicon
from bot.understanding.language.normalise import tokenise
from bot.understanding.language.spelling import Speller
from bot.understanding.language.vocabulary import Vocabulary, Words
from bot.understanding.utterance.appositions import Describing
from bot.understanding.utterance.asked import AskedNouns
from bot.understanding.utterance.homes import Homes, Numbers, firms_at_home
from bot.understanding.utterance.howmany import before_number
from bot.understanding.utterance.names import NameFinder
from bot.understanding.utterance.questions import QuestionForms
from bot.understanding.utterance.tools import Tools, folded, folded_lists, spelt, stops
from bot.understanding.utterance.trades import trades

_OFTEN, _LONG = 6, 5


def build_tools(vocabulary: Vocabulary, knowledge: Knowledge) -> Tools:
    """Lexicons, names, spellers and small words for one knowledge folder."""
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
    numbers = Numbers(words.forms for words in vocabulary.words.values())
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
        homes=Homes(
            frozenset(vocabulary.firms),
            firms_at_home(knowledge),
            knowledge.is_place,
            knowledge.wholes,
            numbers,
        ),
        trades=trades(vocabulary, knowledge, numbers),
        stop={language: pair[0] for language, pair in functions.items()},
        ordinals={language: frozenset(words.ordinals) for language, words in vocabulary.words.items()},
        light={language: pair[1] for language, pair in functions.items()},
        stops=stops(
            [word for words in vocabulary.words.values() for word in words.abbreviations],
            [month for words in vocabulary.words.values() for month in words.months],
            _openers(vocabulary),
        ),
        before_number=before_number(
            {language: words.mentions.get("some", ()) for language, words in vocabulary.words.items()},
            {language: words.mentions.get("beside_some", ()) for language, words in vocabulary.words.items()},
        ),
        articles=frozenset(article for words in vocabulary.words.values() for article in words.forms.articles),
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


def _calendar(words: Words) -> Iterable[tuple[str, str]]:
    """Months, weekdays and units as concepts of their own."""
    yield from ((word, f"month_{number}") for word, number in words.months.items())
    yield from ((word, f"weekday_{name}") for word, name in words.weekdays.items() if len(word) > 3)
    yield from ((word, f"unit_{unit}") for unit, forms in words.units.items() for word in forms if len(word) > 2)
