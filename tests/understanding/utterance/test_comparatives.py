import pytest

from bot.understanding.utterance.comparatives import Comparatives

WORDS = Comparatives([{"duration": ("longer",), "money": ("more money", "dearer"), "amount": ("more",)}])


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Which lasts longer?", "duration"), ("Who has more customers?", "amount"), ("Who gets more money?", "money")],
)
def test_a_comparative_asks_for_a_kind_of_figure(text: str, kind: str) -> None:
    found = WORDS.found(text)
    assert found
    assert found[0] == kind


@pytest.mark.parametrize("text", ["Which lasts long?", "Moreover, who?", ""])
def test_other_words_ask_for_none(text: str) -> None:
    assert WORDS.found(text) is None


def test_without_words_nothing_is_found() -> None:
    assert Comparatives([]).found("longer") is None
