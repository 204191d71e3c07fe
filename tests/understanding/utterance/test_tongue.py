import pytest

from bot.facts.entities import Entity
from bot.understanding.language.normalise import tokenise
from bot.understanding.language.words import LightWords, NumberWords, StopWords, Words
from bot.understanding.utterance.tongue import Tongue
from tests.apps import analyse, reply
from tests.understanding.builders import reading_tools

ENTITIES = {"hwa": Entity("hwa", "company", {"de": ("Hwa",), "en": ("Hwa",)})}


@pytest.fixture(scope="module")
def tongue() -> Tongue:
    """A few words of each language; "in" is one of both."""
    languages = {
        "de": Words(
            concepts={"ferry": ("Fähre",), "sign": ("unterschreiben",), "hotel": ("Hotel",)},
            stop=StopWords(("der", "die", "in", "wie", "wann")),
            light=LightWords(("bitte",)),
        ),
        "en": Words(
            concepts={"ferry": ("ferry",), "sign": ("sign",), "hotel": ("hotel",), "ship": ("hoist",)},
            stop=StopWords(("the", "is", "in", "how", "when")),
            light=LightWords(("please",)),
            numbers=NumberWords(ordinals=("st", "nd")),
        ),
    }
    return Tongue(reading_tools(languages, ENTITIES, ["how", "when", "wie", "wann", "many"]))


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
def test_the_language_is_that_of_the_words(tongue: Tongue, text: str, language: str | None) -> None:
    assert tongue.language_of(tokenise(text)) == language


def test_an_english_ordinal_decides_where_words_do_not(tongue: Tongue) -> None:
    assert tongue.language_of(tokenise("hotel 21st")) == "en"
    assert tongue.language_of(tokenise("hotel 21")) is None


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
def test_misspelt_question_words_are_put_right(tongue: Tongue, typed: str, read: list[str]) -> None:
    assert [token.folded for token in tongue.repaired(tokenise(typed))] == read


@pytest.mark.parametrize("typed", ["blorp hwo", "blorp wan", "hwo blorp snurk"])
def test_a_word_put_right_among_strange_ones_tells_no_language(tongue: Tongue, typed: str) -> None:
    assert tongue.language_of(tongue.repaired(tokenise(typed))) is None


@pytest.mark.parametrize(
    ("typed", "language"), [("hwo", "en"), ("wan", "de"), ("wan fähre", "de"), ("hwo blorp ferry", "en")]
)
def test_it_tells_one_alone_or_beside_a_word_that_is_known(tongue: Tongue, typed: str, language: str) -> None:
    assert tongue.language_of(tongue.repaired(tokenise(typed))) == language


def test_names_and_known_words_are_left_alone(tongue: Tongue) -> None:
    assert [token.folded for token in tongue.repaired(tokenise("hwa hotel"))] == ["hwa", "hotel"]
    assert [token.folded for token in tongue.repaired(tokenise("the Hwo"))] == ["the", "hwo"]  # it may be a name


def test_what_was_typed_is_kept_beside_it(tongue: Tongue) -> None:
    (token,) = tongue.repaired(tokenise("hwo"))
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


@pytest.mark.parametrize(("text", "language"), [("zehn?", "de"), ("Vier?", "de"), ("ten?", "en"), ("three?", "en")])
def test_a_number_in_words_is_of_its_language_and_not_misspelt_of_the_other(text: str, language: str) -> None:
    assert analyse(text).language == language


@pytest.mark.parametrize(
    ("turns", "language"),
    [
        (("Worth of the British agreement with JD?", "in dollars?"), "en"),
        (("Wie viel ist das britische Abkommen mit JD wert?", "in total?"), "de"),
    ],
)
def test_two_words_that_both_languages_have_stay_in_that_of_the_conversation(
    turns: tuple[str, ...], language: str
) -> None:
    assert reply(*turns).language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("about you start belgien niederlande", "de"),
        ("about you launch belgium netherlands", "en"),
        ("what about you", "en"),
        ("was ist in der vereinbarung", "de"),  # no Indian
    ],
)
def test_words_that_may_be_a_name_together_tell_little(text: str, language: str) -> None:
    assert analyse(text).language == language
