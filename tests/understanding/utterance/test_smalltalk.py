"""What is small talk, and what only sounds like it."""

from collections.abc import Callable

import pytest

from bot.settings import Settings
from bot.understanding.judging.recognition import Verdict
from bot.understanding.language.vocabulary import load_vocabulary
from bot.understanding.utterance.smalltalk import Likeness, SmallTalk
from tests.apps import app

LEXICON = frozenset({"prove", "love", "it", "where", "is", "based", "how", "so", "could", "be", "a", "gute", "tag"})


@pytest.fixture(scope="module")
def smalltalk() -> SmallTalk:
    return SmallTalk(load_vocabulary(Settings().locales).words)


def knows(*words: str) -> Callable[[str], bool]:
    return lambda word: word in LEXICON or word in words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("hallo", "greeting"), ("Danke schön!", "thanks"), ("sicher", "ok"), ("sicher?", "doubt")),
        *(("good morning", "greeting"), ("right", "ok"), ("right?", "doubt"), ("lol", "laugh"), ("asdf", "nonsense")),
    ],
)
def test_whole_utterances(smalltalk: SmallTalk, text: str, kind: str) -> None:
    talk = smalltalk.kind(text, knows())
    assert talk
    assert (talk.kind, talk.likeness) == (kind, Likeness.SAME)


@pytest.mark.parametrize("text", ["thnaks", "danek dir", "guten mrogen", "are you shure?", "auf deutch bitte"])
def test_a_slip_is_forgiven(smalltalk: SmallTalk, text: str) -> None:
    talk = smalltalk.kind(text, knows())
    assert talk
    assert talk.likeness is Likeness.MISSPELT


def test_words_that_are_known_are_no_slips(smalltalk: SmallTalk) -> None:
    assert smalltalk.kind("lone it", knows()) is not None
    assert smalltalk.kind("lone it", knows("lone")) is None


@pytest.mark.parametrize(
    "text",
    [
        *("when genau?", "who is it for", "when is it", "what exactly did he say", "where is it based", "how so"),
        *("what next", "wann genau?", "wer ist das genau?", "was hat er genau gesagt", "wo ist es gut?"),
        "could it be good?",
    ],
)
def test_a_question_word_is_no_filler(smalltalk: SmallTalk, text: str) -> None:
    assert smalltalk.kind(text, knows()) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("hello, thanks a lot", "thanks"), ("hallo, vielen dank", "thanks"), ("ok, are you sure?", "doubt")),
        *(("can you please help me", "help"), ("danke, auf deutsch bitte", "in_german")),
        *(("hi, in English please", "in_english"), ("na gut, aber stimmt das?", "doubt")),
    ],
)
def test_the_piece_that_matters_speaks(smalltalk: SmallTalk, text: str, kind: str) -> None:
    talk = smalltalk.kind(text, knows())
    assert talk
    assert (talk.kind, talk.likeness) == (kind, Likeness.IN_PIECES)


@pytest.mark.parametrize(
    "text",
    ["Quelle für die 2,3 Millionen?", "is that true about the pavilions?", "woher stammt die Zahl der Kunden?"],
)
def test_doubt_about_something_named_is_a_question(smalltalk: SmallTalk, text: str) -> None:
    assert smalltalk.kind(text, knows()) is None


def test_one_phrase_of_both_languages_tells_neither(smalltalk: SmallTalk) -> None:
    talk = smalltalk.kind("asdf", knows())
    assert talk
    assert talk.language is None
    german, english = smalltalk.kind("echt?", knows()), smalltalk.kind("really?", knows())
    assert german
    assert english
    assert (german.language, english.language) == ("de", "en")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Sagen Sie mir, wenn es Neues zu JD gibt", "subscribe"),
        ("Benachrichtigen Sie mich bitte über Safe.Shop", "subscribe"),
        ("Notify me about news on Rakuten", "subscribe"),
        ("What have I subscribed to?", "subscribe"),
        ("bonjour, ça va?", "languages"),
    ],
)
def test_a_beginning_may_be_followed_by_anything(said: str, kind: str) -> None:
    recognition = app().room.recogniser.recognise(said)
    assert (recognition.verdict, recognition.smalltalk) == (Verdict.SMALLTALK, kind)


def test_tell_me_when_asks_for_a_day() -> None:
    assert app().room.recogniser.recognise("Tell me when JD signed with Austria").verdict is Verdict.ANSWER


@pytest.mark.parametrize(
    "said", ["woher hast du deine infos?", "Which articles do you have?", "are your sources up to date?"]
)
def test_where_the_bot_has_it_from_is_said(said: str) -> None:
    assert app().room.recogniser.recognise(said).smalltalk == "sources"


@pytest.mark.parametrize("said", ["Bonjour! Who signed for Austria?", "Hola, who signed the UK deal?"])
def test_a_question_behind_a_beginning_is_one(said: str) -> None:
    assert app().room.recogniser.recognise(said).verdict is Verdict.ANSWER
