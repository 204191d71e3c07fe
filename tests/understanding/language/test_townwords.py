import pytest

from bot.understanding.language.townwords import townwords


@pytest.mark.parametrize(
    ("town", "word"),
    [
        ("Hamburg", "Hamburger"),
        ("Karlsruhe", "Karlsruher"),
        ("Dresden", "Dresdner"),
        ("Bremen", "Bremer"),
        ("München", "Münchner"),
        ("Kassel", "Kasseler"),
        ("Basel", "Basler"),
        ("Münster", "Münsteraner"),
    ],
)
def test_a_town_has_an_adjective(town: str, word: str) -> None:
    assert word in townwords(town)


@pytest.mark.parametrize("name", ["Ulm", "New York", "Münster-Nord", ""])
def test_short_names_and_several_words_have_none(name: str) -> None:
    assert townwords(name) == ()
