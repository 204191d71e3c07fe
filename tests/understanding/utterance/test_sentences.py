from collections.abc import Iterator

import pytest

from bot.facts.entities import Entity
from bot.understanding.language.words import StopWords, Words
from bot.understanding.utterance.analysis import Analyser
from bot.understanding.utterance.sentences import Sentences
from bot.understanding.utterance.units import Unit
from tests.understanding.builders import reading_tools

NAMES = ("Nordo", "Balma", "Balma Labs", "Balma Nordo", "Ship", "Which", "Mira Tolgen", "Mira Borg")
ENTITIES = {
    name: Entity(name, "person" if " " in name and "Labs" not in name else "company", {"de": (name,), "en": (name,)})
    for name in NAMES
}


@pytest.fixture
def sentences() -> Iterator[Sentences]:
    languages = {
        "de": Words(concepts={"ferry": ("Fähre",)}, stop=StopWords(("der",))),
        "en": Words(
            concepts={"ferry": ("ferry",), "ship": ("ship",), "lab": ("labs",), "sign": ("sign",)},
            stop=StopWords(("the", "did", "with")),
            questions={"date": ("when",), "list": ("which",)},
        ),
    }
    tools = reading_tools(languages, ENTITIES)
    analyser = Analyser(tools)
    with analyser.learning():
        yield Sentences(analyser, tools)


def read(units: tuple[Unit, ...]) -> list[tuple[dict[str, float], str, float]]:
    return [(dict(unit.keys), unit.kind, unit.weight) for unit in units]


TEXTS = (
    "When did Nordo sign with Balma?",
    "When did Balma sign with Nordo?",
    "When did Balma Labs sign with Nordo?",
    "When did Nordo sign with Balma's ferry?",
    "When did Ship sign with Nordo?",
    "When did Which sign with Nordo?",
    "when did nordo sign with balma?",
    "When did Mira Tolgen sign with Balma?",
    "When did Mira Borg sign with Nordo?",
    "When did Balma Nordo sign?",
    "When did Nordo Balma sign?",  # two names, not one of two words
    "Hello. When did Nordo sign with Balma?",
    "Nordo. When did Balma sign with it?",
    "When did Balma, Nordo sign?",
    "When did 3 Balma sign?",
)


def test_a_text_is_understood_as_if_it_were_the_only_one(sentences: Sentences) -> None:
    for text in (*TEXTS, *TEXTS):
        plain, known = sentences._analyser.analyse(text, "en"), sentences.analyse(text, "en")
        assert read(known.units) == read(plain.units), text
        assert (known.types, known.flags, known.words) == (plain.types, plain.flags, plain.words), text
        assert read(sentences.units(text, "en")) == read(sentences._analyser.units(text, "en")), text


def test_texts_that_differ_by_names_alone_are_analysed_once(sentences: Sentences) -> None:
    for text in TEXTS[:2]:
        sentences.analyse(text, "en")
    assert len(sentences._analyses) == 1
    sentences.analyse("When did Balma sign with Nordo?", "de")
    assert len(sentences._analyses) == 2


@pytest.mark.parametrize("text", [TEXTS[4], TEXTS[5]])
def test_a_name_that_is_a_word_as_well_stays_in_its_text(sentences: Sentences, text: str) -> None:
    sentences.analyse(TEXTS[0], "en")
    sentences.analyse(text, "en")
    assert len(sentences._analyses) == 2


@pytest.mark.parametrize("said", [("Kontorhaus", "Kontor", "Haus"), ("Kontor", "Haus", "Kontorhaus")])
def test_a_compound_comes_apart_whichever_of_its_words_was_learnt_first(said: tuple[str, ...]) -> None:
    analyser = Analyser(reading_tools({"de": Words(), "en": Words()}, {}))
    with analyser.learning():
        for word in said:
            analyser.analyse(word, "de")
    (unit,) = analyser.analyse("Kontorhaus", "de").units
    assert [part.text.lower() for part in unit.parts] == ["kontor", "haus"]
