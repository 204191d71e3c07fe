"""What the words of one language stand for, in each form in which they are said."""

import pytest

from bot.understanding.language.lexicon import Lexicon
from bot.understanding.language.wordforms import WordForms

CONCEPTS = {
    "building": ("Bau",),
    "expand": ("Ausbau", "ausbauen"),
    "investor": ("Aktionär", "Aktionärs"),
    "shareholder": ("Aktionär",),
    "right_side": ("rechts",),
    "law": ("Recht",),
}
FORMS = WordForms(genitives={"": ("s", "es"), "ung": ()})


@pytest.fixture(scope="module")
def german() -> Lexicon:
    lexicon = Lexicon("de", CONCEPTS, ())
    lexicon.settle(FORMS.genitives_of)
    return lexicon


@pytest.mark.parametrize(
    ("word", "concepts"),
    [
        ("Baus", ("building",)),  # too short for the stemmer
        ("Baues", ("building",)),
        ("Ausbaus", ("expand",)),
        ("Aktionärs", ("investor", "shareholder")),  # listed for one of them alone
    ],
)
def test_a_noun_means_the_same_in_the_genitive(german: Lexicon, word: str, concepts: tuple[str, ...]) -> None:
    assert german.concepts(word) == concepts


def test_a_word_of_its_own_is_no_genitive(german: Lexicon) -> None:
    assert german.concepts("rechts") == ("right_side",)
    assert german.concepts("Rechts") == ("right_side",)


def test_the_longest_ending_tells_the_genitives() -> None:
    assert FORMS.genitives_of("bau") == ("baus", "baues")
    assert FORMS.genitives_of("vereinbarung") == ()


def test_without_endings_no_form_is_made() -> None:
    english = Lexicon("en", {"building": ("Bau",)}, ())
    english.settle()
    assert english.concepts("Baus") == ()
