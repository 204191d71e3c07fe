import pytest

from bot.understanding.language.spelling import Speller

SPELLER = Speller(
    {
        "en": [
            "start",
            "state",
            "first",
            "country",
            "contract",
            "physical",
            "with",
            "together",
            "form",
            "from",
            "present",
            "president",
        ],
        "de": ["staat", "frist", "zusammen", "zusagen", "kam", "vertrag", "lieferzeit", "plan"],
    }
)


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("strat", "en", "start"),
        ("zusamen", "de", "zusammen"),
        ("kahm", "de", "kam"),
        ("fysical", "en", "physical"),
        ("contrakt", "en", "contract"),
        ("presdent", "en", "president"),  # a letter is rather left out than typed in addition
        ("liferzeit", "de", "lieferzeit"),
        ("vertarg", "de", "vertrag"),
    ],
)
def test_the_likeliest_slip_wins(typed: str, language: str, meant: str) -> None:
    found = SPELLER.nearest(typed, language)
    assert found is not None
    assert found[0] == meant


@pytest.mark.parametrize("typed", ["xqzzv", "jo", "qua", "elephantine"])
def test_what_is_near_to_nothing_is_left_alone(typed: str) -> None:
    assert SPELLER.nearest(typed, "en") is None


def test_in_doubt_a_word_is_one_of_the_language_spoken() -> None:
    speller = Speller({"en": ["market"], "de": ["markot"]})
    assert speller.nearest("markit", "en") == ("market", 1)
    assert speller.nearest("markit", "de") == ("markot", 1)


def test_in_doubt_a_word_is_one_that_the_facts_use() -> None:
    speller = Speller({"en": []})
    speller.learn(["banker", "backer"], "en", used=["banker"])
    assert speller.nearest("bakker", "en") is not None
    assert speller.nearest("banner", "en") == ("banker", 1)


def test_two_neighbouring_letters_may_make_a_word_of_the_other_language() -> None:
    assert SPELLER.swapped("frist", "en") == "first"
    assert SPELLER.swapped("frist", "de") is None


def test_a_wrong_first_letter_and_another_slip_are_too_much() -> None:
    assert SPELLER.nearest("dogethre", "en") is None
