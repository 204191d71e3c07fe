import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import KnowledgeError
from bot.facts.model import LANGUAGES, Knowledge
from bot.proof.build import build_variants
from bot.proof.habits import load_habits, neighbours
from bot.proof.variants import Variants
from bot.understanding.language.lexicon import Lexicon
from tests.apps import LOCALES, SMALL

QUESTION = "Wie viel Geld fließt 2019 in das Österreich-Geschäft von JD.com?"
SLIPS = ("neighbour key", "letter dropped", "letter doubled", "letters swapped")
PLAIN = {language: Lexicon(language, {}, ()) for language in LANGUAGES}
VARIANTS = Variants(load_habits(LOCALES), PLAIN, seed=7)


@pytest.fixture(scope="module")
def variants(small: Knowledge) -> Variants:
    return build_variants(small, LOCALES, 0)


def made(variants: Variants, question: str, language: str = "de") -> dict[str, str]:
    return {variant.kind: variant.text for variant in variants.of(question, language)}


def test_each_kind_changes_what_it_says(variants: Variants) -> None:
    found = made(variants, QUESTION)
    assert found["ä as ae"] == "Wie viel Geld fließt 2019 in das Oesterreich-Geschaeft von JD.com?"
    assert found["ä as a"] == "Wie viel Geld fließt 2019 in das Osterreich-Geschaft von JD.com?"
    assert found["ß as ss"] == "Wie viel Geld fliesst 2019 in das Österreich-Geschäft von JD.com?"
    assert found["lower case"] == "wie viel geld fließt 2019 in das österreich-geschäft von jd.com?"
    assert found["no punctuation"] == "Wie viel Geld fließt 2019 in das Österreich-Geschäft von JD.com"
    assert found["compound split"] == "Wie viel Geld fließt 2019 in das Österreich Geschäft von JD.com?"
    assert found["compound joined"] == "Wie viel Geld fließt 2019 in das Österreichgeschäft von JD.com?"
    assert found["greeting"].endswith(f" {QUESTION}")


def test_a_slip_changes_one_longer_word(variants: Variants) -> None:
    question = "Wer hat das Verzeichnis 2018 mit JD gefunden?"
    found = made(variants, question)
    for kind in SLIPS:
        pairs = zip(found[kind].split(), question.split(), strict=True)
        assert sum(new != old for new, old in pairs) == 1, found[kind]


@pytest.mark.parametrize("question", ["Wer bei JD 2018?", "wie alt ist sie", "25.000 in 92?"])
def test_short_words_and_numbers_keep_their_letters(variants: Variants, question: str) -> None:
    assert not made(variants, question).keys() & set(SLIPS)


def test_the_capital_stays_where_it_was() -> None:
    found = {made(Variants(load_habits(LOCALES), PLAIN, seed=seed), "Iwan")["letters swapped"] for seed in range(30)}
    assert found == {"Wian", "Iawn", "Iwna"}


def test_question_words_are_never_dropped(variants: Variants) -> None:
    assert made(variants, "Wer hat das Abkommen mit dem Ministerium geschlossen?")["words dropped"].startswith("Wer ")
    assert "words dropped" not in made(variants, "Wer zahlt wann?")


def test_a_capital_inside_the_question_may_be_a_names_and_stays(variants: Variants) -> None:
    assert "words dropped" not in made(variants, "was verkauft Für Sie")


def test_names_are_no_compounds(variants: Variants) -> None:
    assert "compound split" not in made(variants, "Details Österreich")
    assert "compound split" not in made(variants, "Wer ist Nachtfalke?")


def test_what_has_nothing_to_change_gives_no_variant(variants: Variants) -> None:
    assert set(made(variants, "wer?", "en")) == {"no punctuation", "greeting"}


def test_a_seed_gives_the_same_slips_again_and_another_one_others(small: Knowledge) -> None:
    first, again, other = (made(build_variants(small, LOCALES, seed), QUESTION) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_variant_does_not_depend_on_what_was_asked_before(variants: Variants) -> None:
    before = made(variants, QUESTION)
    made(variants, "Was steht im Abkommen?")
    assert made(variants, QUESTION) == before


@given(st.text(max_size=60), st.sampled_from(["de", "en"]))
def test_any_text_gives_variants_that_differ_from_it(question: str, language: str) -> None:
    for variant in VARIANTS.of(question, language):
        assert variant.text
        assert variant.text != question


def test_neighbours_lie_around_a_key() -> None:
    around = neighbours(["qwert", "asdfg", "yxcvb"])
    assert set(around["s"]) == {"a", "d", "w", "e", "y", "x"}
    assert set(around["q"]) == {"w", "a"}


def test_missing_habits_are_told_all_at_once() -> None:
    with pytest.raises(KnowledgeError, match=r"variants\.yaml: bending: this is missing") as error:
        load_habits(SMALL)
    assert {"keyboard", "greetings", "own_articles"} <= {problem.key for problem in error.value.problems}
