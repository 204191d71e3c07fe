import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.utterance import errands
from tests import apps
from tests.apps import app


@pytest.mark.parametrize(
    "utterance",
    [
        "Recommend a good novel set in Russia.",
        "Please translate the Austrian agreement into French",
        "could you just suggest some hotels in Brussels?",
        "Remind me to write to JD tomorrow",
        "Send a message to JD.com",
        "Sketch a map of Europe",
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
        ("Sketch out JD.com's scheme for the old continent.", "jd-europe/overview"),
        ("Can you remind me of the date of the Austria agreement?", "jd-austria/date_signed"),
        ("Schreib mir eine Zusammenfassung des österreichischen Abkommens", "jd-austria/overview"),
        ("Können Sie bestätigen, dass russische Kunden bei AliExpress bestellen?", "aliexpress-moscow/how_it_works"),
        ("Bestelle ich in Moskau bei AliExpress, liefert man an die Haustür?", "aliexpress-moscow/no_home_delivery"),
        ("Rechnen Sie mit einem Erfolg von Alipay?", None),
    ],
)
def test_a_question_is_none(question: str, fact: str | None) -> None:
    found = app().room.recogniser.recognise(question)
    assert found.rule != errands.RULE
    assert fact is None or fact in apps.reply(question).facts


def test_what_stands_before_an_errand_may_come_again_and_again() -> None:
    assert app().room.recogniser.recognise("can you please just " * 40 + "x").rule != errands.RULE
    assert app().room.recogniser.recognise("can you please just " * 40 + "recommend a hotel").rule == errands.RULE
