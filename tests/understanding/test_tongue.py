import pytest

from bot.facts.model import Entity
from bot.understanding.asked import AskedNouns
from bot.understanding.figures import Figures
from bot.understanding.lexicon import Lexicon
from bot.understanding.names import NameFinder
from bot.understanding.normalise import tokenise
from bot.understanding.questions import QuestionForms
from bot.understanding.spelling import Speller
from bot.understanding.tongue import language_of, repaired
from bot.understanding.tools import Tools, folded

ENTITIES = {"hwa": Entity("hwa", "company", {"de": ("Hwa",), "en": ("Hwa",)})}


@pytest.fixture(scope="module")
def tools() -> Tools:
    """A few words of each language; "in" is one of both."""
    from tests.understanding.builders import words

    languages = {
        "de": words(
            concepts={"ferry": ("Fähre",), "sign": ("unterschreiben",), "hotel": ("Hotel",)},
            stop=("der", "die", "in", "wie", "wann"),
            light=("bitte",),
        ),
        "en": words(
            concepts={"ferry": ("ferry",), "sign": ("sign",), "hotel": ("hotel",), "ship": ("hoist",)},
            stop=("the", "is", "in", "how", "when"),
            light=("please",),
        ),
    }
    lexicons = {language: Lexicon(language, one.concepts, one.light) for language, one in languages.items()}
    for lexicon in lexicons.values():
        lexicon.settle()
    return Tools(
        lexicons=lexicons,
        names=NameFinder(ENTITIES, languages),
        figures=Figures(languages),
        speller=Speller({}),
        function_words=Speller({"": ["how", "when", "wie", "wann", "many"]}, short=True),
        forms=QuestionForms(languages),
        asked=AskedNouns({}, {}),
        comparisons={"de": {}, "en": {}},
        money=frozenset(),
        stop={language: folded(one.stop) for language, one in languages.items()},
        light={language: folded(one.light) for language, one in languages.items()},
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("die Fähre", "de"),
        ("the ferry", "en"),
        ("bitte die ferry", "de"),  # function words tell more than words
        ("please the Fähre", "en"),
        ("Schöße", "de"),  # a letter that English lacks
        ("Österreich", "de"),
        ("Austria", "en"),  # a country is named in a language
        ("in", None),
        ("Hwa", None),  # a company isn't
        ("gobbledegook", None),
        ("", None),
    ],
)
def test_the_language_is_that_of_the_words(tools: Tools, text: str, language: str | None) -> None:
    assert language_of(tokenise(text), tools) == language


def test_an_english_ordinal_decides_where_words_do_not(tools: Tools) -> None:
    assert language_of(tokenise("21st"), tools) in {"en", None}
    assert language_of(tokenise("hotel"), tools) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hwo many", ["how", "many"]),
        ("wan the ferry", ["wann", "the", "ferry"]),
        ("mnay the ferry", ["many", "the", "ferry"]),
        ("the ferry", ["the", "ferry"]),
        ("ho the ferry", ["ho", "the", "ferry"]),  # two letters are too few
        ("xyzzy the ferry", ["xyzzy", "the", "ferry"]),  # nothing is near
    ],
)
def test_misspelt_question_words_are_put_right(tools: Tools, typed: str, read: list[str]) -> None:
    assert [token.folded for token in repaired(tokenise(typed), tools)] == read


def test_names_and_known_words_are_left_alone(tools: Tools) -> None:
    assert [token.folded for token in repaired(tokenise("hwa hotel"), tools)] == ["hwa", "hotel"]
    assert [token.folded for token in repaired(tokenise("the Hwo"), tools)] == ["the", "hwo"]  # it may be a name


def test_what_was_typed_is_kept_beside_it(tools: Tools) -> None:
    (token,) = repaired(tokenise("hwo"), tools)
    assert (token.text, token.folded, token.start) == ("hwo", "how", 0)
