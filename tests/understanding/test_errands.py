import pytest

from bot.answering.reply import Outcome
from bot.understanding import errands
from tests import apps
from tests.apps import app


@pytest.mark.parametrize(
    "utterance",
    [
        "Recommend a good novel set in Russia.",
        "Please translate the Austrian agreement into French",
        "could you just suggest some hotels in Brussels?",
        "Remind me about the livestream on the 21st",
        "Kannst du mir ein Restaurant in Moskau empfehlen?",
        "Hallo, schreib mir bitte einen Brief an JD.com",
        "Können Sie mir den Artikel übersetzen?",
    ],
)
def test_an_errand_is_declined_whatever_it_names(utterance: str) -> None:
    found = app().room.recogniser.recognise(utterance)
    assert found.rule == errands.RULE
    assert apps.reply(utterance).outcome is Outcome.OFFTOPIC


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Calculate how much the British deal is worth", "jd-uk/amount"),
        ("Können Sie mir sagen, wer für Österreich unterschrieben hat?", "jd-austria/signatory"),
        ("Please tell me who signed for Austria", "jd-austria/signatory"),
        ("Was empfiehlt sich für Marken, die gut abschneiden wollen?", None),
        ("Draw a comparison between JD and Alibaba", None),
    ],
)
def test_a_question_is_none(question: str, fact: str | None) -> None:
    found = app().room.recogniser.recognise(question)
    assert found.rule != errands.RULE
    assert fact is None or fact in apps.reply(question).facts
