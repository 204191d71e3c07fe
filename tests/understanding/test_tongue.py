import pytest

from bot.facts.model import Entity
from bot.understanding.normalise import tokenise
from bot.understanding.tongue import language_of, repaired
from bot.understanding.tools import Tools
from tests.apps import analyse
from tests.understanding.builders import reading_tools, words

ENTITIES = {"hwa": Entity("hwa", "company", {"de": ("Hwa",), "en": ("Hwa",)})}


@pytest.fixture(scope="module")
def tools() -> Tools:
    """A few words of each language; "in" is one of both."""
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
            ordinals=("st", "nd"),
        ),
    }
    return reading_tools(languages, ENTITIES, ["how", "when", "wie", "wann", "many"])


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
    assert language_of(tokenise("hotel 21st"), tools) == "en"
    assert language_of(tokenise("hotel 21"), tools) is None


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Was plant Alibaba in Deutschland?", "de"),  # each of its words is English as well, but for the country
        ("Was Germany named?", "en"),
        ("Wer is Jeff Zhang", "de"),  # a slip, after a question word that English lacks
        ("Who is Jeff Zhang", "en"),
    ],
)
def test_a_country_s_name_and_the_word_that_opens_a_question_tell_the_language(text: str, language: str) -> None:
    assert analyse(text).language == language
