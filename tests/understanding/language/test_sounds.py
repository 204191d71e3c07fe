import pytest

from bot.understanding.language.sounds import sound


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("fysical", "physical"),
        ("kahm", "kam"),
        ("zusamen", "zusammen"),
        ("contrakt", "kontrakt"),
        ("arbeited", "arbeitet"),
        ("schop", "shop"),
        ("maier", "meyer"),
        ("teater", "theater"),
        ("plaz", "platz"),
        ("brand", "brant"),
    ],
)
def test_what_sounds_alike_is_alike(word: str, other: str) -> None:
    assert sound(word) == sound(other)


@pytest.mark.parametrize(("word", "other"), [("market", "marker"), ("wien", "wein"), ("ma", "may")])
def test_what_sounds_otherwise_stays_apart(word: str, other: str) -> None:
    assert sound(word) != sound(other)
