import pytest

from bot.understanding.judging.recognition import Verdict
from tests.apps import app


@pytest.mark.parametrize(
    ("question", "attribute"),
    [
        ("Welches Gehalt bekommt Alvin Liu?", "salary"),
        ("In which Brussels street will the Alibaba Embassy open?", "address"),
        ("What is JD.com's share price?", "share_price"),
        ("Which courier firm will deliver for JD.com in France?", "carrier"),
    ],
)
def test_what_words_of_the_question_ask_for_is_named_as_not_told(question: str, attribute: str) -> None:
    recognition = app().room.recogniser.recognise(question)
    assert (recognition.verdict, recognition.attribute) == (Verdict.SILENT, attribute)


@pytest.mark.parametrize(
    "question",
    [
        "What's the phone number of the editors?",  # a listed question like it asks for the e-mail address
        "Wie viele Pavillon-Besucher hatte Frankreich?",  # … for the number of sellers
        "What percentage of the turnover does SPSR Express get?",  # the share is told, if without its size
    ],
)
def test_no_word_speaks_for_it_and_so_nothing_is_named(question: str) -> None:
    recognition = app().room.recogniser.recognise(question)
    assert (recognition.verdict, recognition.attribute) == (Verdict.SILENT, None)
