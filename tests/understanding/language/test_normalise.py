import pytest

from bot.understanding.language.normalise import clean, folded_words, squeeze, tokenise


@pytest.mark.parametrize(
    "text",
    [
        "Wer hat das Abkommen mit Österreich unterschrieben?",
        "What's JD.com's share, isn't it 2.3%?",
        "Wie geht’s <b>Tmall</b> in 2016/17\u200b?",
        "1’500 Händler",
        "x" * 90 + " endet",
        "🙂",
        "",
    ],
)
def test_the_words_of_a_text_are_those_that_it_is_taken_apart_into(text: str) -> None:
    assert folded_words(text) == [token.folded for token in tokenise(clean(text))]


def test_a_name_is_one_key_however_it_is_written() -> None:
    assert {squeeze(name) for name in ("Ali Express", "AliExpress", "ali-express", "Ali’Express")} == {"aliexpress"}
