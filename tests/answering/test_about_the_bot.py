import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome
from tests.apps import app, reply


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Wie kann ich abonnieren?", "/subscribe"),
        ("how do i subscribe to news", "/subscribe"),
        ("Können Sie mich benachrichtigen?", "/subscribe"),
        ("benachrichtige mich wenn sich was ändert", "/subscribe"),
        ("Sagen Sie mir Bescheid, wenn sich beim Deal mit Österreich was tut", "/subscribe"),
        ("ping me when something changes", "/subscribe"),
        ("Datenschutz", "/privacy"),
        ("what do you know about me?", "/privacy"),
        ("Speichern Sie meine Daten?", "/privacy"),
        ("Speicherst du meine Daten?", "/privacy"),
        ("Do you store my data?", "/privacy"),
        ("Ist der Bot kostenlos?", "verlange ich nichts"),
        ("who owns this bot?", "bot"),
        ("Abmelden", "/unsubscribe"),
        ("unsubscribe", "/unsubscribe"),
        ("stop", "/unsubscribe"),
        ("Welche Sprachen können Sie?", "/language"),
        ("what languages do you speak?", "/language"),
        ("Was können Sie denn so?", "/deals"),
        ("Wie funktionieren Sie?", "/deals"),
        ("what can you do?", "/deals"),
        ("Sind Sie ein Mensch?", "Bot"),
    ],
)
def test_questions_about_the_bot_are_answered_with_what_helps(said: str, named: str) -> None:
    told = reply(said)
    assert told.outcome is Outcome.SMALLTALK
    assert named in told.text


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Antworten Sie auch auf Englisch?", "en"),
        ("can you switch to german", "de"),
        ("switch language to English", "en"),
    ],
)
def test_a_wish_for_a_language_is_none_for_a_deal_s(said: str, language: str) -> None:
    told, conversation = app().desk.answer(said, Conversation(), None, 0.0)
    assert told.language == conversation.wished == language


@pytest.mark.parametrize("said", ["Wer hat AliExpress abonniert?", "Which language does Tmall Global's service speak?"])
def test_the_same_words_in_a_question_about_a_deal_are_none_about_the_bot(said: str) -> None:
    assert reply(said).outcome is not Outcome.SMALLTALK


@pytest.mark.parametrize(
    "said",
    ["Wie ist das Wetter?", "wie ist das wetter in wien", "what's the weather in vienna", "what time is it?", "Wetter"],
)
def test_what_anybody_asks_anybody_is_beyond_the_bot(said: str) -> None:
    told = reply(said)
    assert (told.outcome, told.facts) == (Outcome.OFFTOPIC, ())
    assert told.choices


def test_the_weather_on_the_day_of_a_deal_is_a_side_of_it() -> None:
    told = reply("Wie war das Wetter bei der Unterzeichnung des UK-Deals?")
    assert told.outcome is Outcome.SILENT


@pytest.mark.parametrize("said", ["Wie ist das Wetter?", "what's the weather like"])
def test_what_is_beyond_the_bot_is_said_in_a_line_of_its_own(said: str) -> None:
    first, example = reply(said).blocks
    assert "?" not in first
    assert "?" in example


@pytest.mark.parametrize(
    "said", ["Ist die Lieferung kostenlos?", "Is delivery free?", "Was kostet das Abo von Amazon Prime?"]
)
def test_what_a_deal_costs_is_not_what_the_bot_costs(said: str) -> None:
    assert reply(said).outcome is not Outcome.SMALLTALK


@pytest.mark.parametrize("said", ["👍", "❤️", "😂😂", "🙏🏽"])
def test_a_message_of_pictures_is_taken_note_of(said: str) -> None:
    told = reply("Wer hat für Österreich unterschrieben?", said)
    assert (told.outcome, told.facts) == (Outcome.SMALLTALK, ())
