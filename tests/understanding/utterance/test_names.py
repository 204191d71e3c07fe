from dataclasses import replace

import pytest

from bot.facts.entities import Entity
from bot.understanding.language.words import Openers, StopWords, Words
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.names import NameFinder
from bot.understanding.utterance.tools import folded, only_with_umlauts
from tests.apps import analyse
from tests.understanding.builders import reading_tools


def named(question: str) -> list[str]:
    return [entity for unit in analyse(question).names for entity in unit.entities]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Erklären Sie mir kurz, was Juhuasuan ist.", ["juhuasuan"]),
        ("Wer ist Kurz?", ["sebastian_kurz"]),
        ("hat liu unterschrieben?", ["alvin_liu", "richard_liu"]),
        ("What may I sell?", []),
        ("Was passiert mit den Jobs in China?", ["CN"]),
    ],
)
def test_a_surname_that_is_a_word_too_needs_its_capital(question: str, names: list[str]) -> None:
    assert sorted(named(question)) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Bringt der Deal mit Österreich neue Jobs?", ["AT"]),  # a word of both languages, and no fact is about him
        ("What Jobs are there in Austria?", ["AT"]),
        ("Was sagte Steve Jobs dazu?", ["steve_jobs"]),
        ("Was sagt Trump dazu?", ["donald_trump"]),
    ],
)
def test_an_ordinary_word_is_the_surname_of_nobody_whom_the_facts_leave_out(question: str, names: list[str]) -> None:
    assert named(question) == names


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Is New Zeland among them?", "NZ"),
        ("Wann startete About Yuo?", "about_you"),
        ("Was ist Safe Schop?", "safe_shop"),
        ("Was will Jak Ma?", "jack_ma"),
    ],
)
def test_a_name_of_two_words_may_be_misspelt_in_either(question: str, name: str) -> None:
    assert name in named(question)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Is there a discount on Air France?", ["air_france"]),
        ("is there a discount on air france?", ["air_france"]),
        ("Is there a discount on air in France?", ["FR"]),
    ],
)
def test_a_phrase_does_not_end_within_a_longer_name(question: str, names: list[str]) -> None:
    assert named(question) == names


def test_of_two_names_as_near_that_of_the_facts_is_meant() -> None:
    names = {"en": ("Austin",), "de": ("Austin",)}
    finder = NameFinder({"austin": Entity("austin", "place", names, bystander=True)}, {"en": Words(), "de": Words()})
    assert finder.misspelt.nearest("austia") == ("austria", 1.0)
    assert finder.misspelt.nearest("austim") == ("austin", 1.0)  # clearly nearer


def test_a_region_is_not_its_country() -> None:
    assert named("Liefert AliExpress nach Sibirien?")[:2] == ["aliexpress", "siberia"]


def test_a_name_of_several_words_holds_no_operator() -> None:
    finder = reading_tools(
        {
            "de": Words(operators={"only": ("nur",)}),
            "en": Words(operators={"only": ("just", "only")}, questions={"person": ("who",)}),
        },
        {"fare": Entity("fare", "company", {"de": ("Just Fare",), "en": ("Just Fare",)})},
    )
    analyser = Analyser(finder)
    assert "only" not in analyser.analyse("Who runs Just Fare?", "en").flags
    assert "only" in analyser.analyse("Who only runs Just Fare?", "en").flags
    assert "only" in analyser.analyse("Who just runs it?", "en").flags


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Gibt es ein Abkommen mit der Europäischen Union?", ["eu"]),
        ("Gibt es ein Abkommen mit der Dominikanischen Republik?", ["DO"]),
        ("Gibt es ein Abkommen mit der Tschechischen Republik?", ["CZ"]),
        ("Gibt es ein Abkommen mit dem Nahen Osten?", ["middle_east"]),
        ("Gibt es ein Abkommen mit der deutschen Post?", ["deutsche_post"]),
    ],
)
def test_a_german_name_is_heard_in_its_case(question: str, names: list[str]) -> None:
    assert named(question) == names


@pytest.mark.parametrize("question", ["Was ist in der neuen Union?", "Was liegt im nahen Dorf?"])
def test_an_adjective_or_a_noun_of_it_alone_is_no_name(question: str) -> None:
    assert named(question) == []


@pytest.mark.parametrize("question", ["Und für Tink?", "And for Tink?"])
def test_a_strange_name_is_no_small_word_misspelt(question: str) -> None:
    assert [unit.text for unit in analyse(question).units if unit.kind == "word"] == ["Tink"]


@pytest.mark.parametrize("question", ["Was tink about it?", "and fro Austria?"])
def test_a_small_word_misspelt_still_is_one(question: str) -> None:
    assert not [unit for unit in analyse(question).units if unit.kind == "word"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Uber kaufte", True),
        ("kaufte Uber", True),
        ("Über wen", False),
        ("Uber den Kauf", False),  # an umlaut left out
        ("steht uber wen", False),
    ],
)
def test_a_name_spelt_like_a_small_word_but_for_its_umlaut_opens_a_question(text: str, *, named: bool) -> None:
    small = ("über", "den", "wen")
    words = {"de": Words(stop=StopWords(stop=small)), "en": Words()}
    uber = Entity("uber", "company", {"de": ("Uber",), "en": ("Uber",)})
    tools = reading_tools(words, {"uber": uber})
    tools = replace(tools, umlauted={"de": only_with_umlauts(small)}, articles=frozenset({"den"}))
    found = [unit.entities for unit in Analyser(tools).units(text, "de") if unit.entities]
    assert found == ([("uber",)] if named else [])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("May I sell in China?", []),
        ("I live in Cork. May I sell there?", []),
        ("I wonder: May the brands leave early?", []),
        ("I wonder. May Alibaba leave?", ["alibaba"]),
        ("May has signed?", ["theresa_may"]),
        ("I live there. May has signed?", ["theresa_may"]),
        ("Did May sign?", ["theresa_may"]),
        ("What did May the minister say?", ["theresa_may"]),
        ("I live there. May signed it, right?", ["theresa_may"]),
        ("Ist das so? May hat unterschrieben?", ["theresa_may"]),
    ],
)
def test_a_verb_that_opens_a_sentence_is_no_name(question: str, names: list[str]) -> None:
    assert [entity for entity in named(question) if entity in {"theresa_may", "alibaba"}] == names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Will sie kaufen", False),
        ("Danke. Will der Laden kaufen", False),
        ("Will hat verkauft", True),
        ("Danke. Will hat verkauft", True),
        ("will hat verkauft", False),
        ("hat Will verkauft", True),
    ],
)
def test_a_german_verb_that_opens_a_sentence_is_no_name(text: str, *, named: bool) -> None:
    small = ("will", "hat", "sie", "der")
    words = {"de": Words(stop=StopWords(stop=small), openers=Openers(("will", "hat"), ("sie", "der"))), "en": Words()}
    tools = reading_tools(words, {"will": Entity("will", "person", {"de": ("Anne Will",), "en": ("Anne Will",)})})
    openers = words["de"].openers
    tools = replace(tools, openers={"de": folded(openers.verbs)}, subjects={"de": folded(openers.subjects)})
    found = [unit.entities for unit in Analyser(tools).units(text, "de") if unit.entities]
    assert found == ([("will",)] if named else [])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("how many shops does the hema chane have", ["hema"]),  # a chain, no Chanel
        ("What does Chanle sell?", ["chanel"]),  # its capital says that it is a name
        ("what does alibba sell", ["alibaba"]),  # facts are about this one
    ],
)
def test_a_misspelt_word_is_rather_a_word_than_a_name_of_nobody_in_the_facts(question: str, names: list[str]) -> None:
    assert named(question) == names


@pytest.mark.parametrize(
    ("text", "language"), [("aliexpress moscow partner", "en"), ("aliexpress moskau partner", "de")]
)
def test_a_town_called_so_in_one_language_tells_that_language(text: str, language: str) -> None:
    assert analyse(text).language == language


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("mit welchem rusischen Dienst", "RU"),
        ("welche brittischen Waren", "GB"),  # no tables of something British
        ("für östereichische Händler", "AT"),
        ("some austrain goods", "AT"),
    ],
)
def test_a_misspelt_adjective_means_its_country_with_any_ending(text: str, country: str) -> None:
    assert [unit.entities for unit in analyse(text).names] == [(country,)]


@pytest.mark.parametrize("text", ["wer ist Alvn Lui", "who is Jakc Ma", "was macht Didir Reyndrs"])
def test_each_word_of_a_name_forgives_a_slip(text: str) -> None:
    assert len(analyse(text).names) == 1


@pytest.mark.parametrize("text", ["who is Alan Liu", "wer ist Anton Lui"])
def test_somebody_elses_name_is_no_slip(text: str) -> None:
    assert all(unit.text not in {"Alan Liu", "Anton Lui"} for unit in analyse(text).names)
