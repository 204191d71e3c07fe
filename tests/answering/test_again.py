"""Doubt, questions for the source, and a wish for the other language: the last answer once more."""

import pytest

from bot.answering.room.conversation import EXPIRY_SECONDS, Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.answering.room.tokens import token_of
from bot.app import App

QUESTION = {"de": "Wer hat für Österreich unterzeichnet?", "en": "Who signed for Austria?"}
BRITISH = {"de": "Um wie viel Geld geht es beim Deal mit Großbritannien?", "en": "How much money is in the UK deal?"}


def talk(app: App, *texts: str) -> list[Reply]:
    conversation = Conversation()
    replies = []
    for now, text in enumerate(texts, 1):
        reply, conversation = app.desk.answer(text, conversation, None, float(now))
        replies.append(reply)
    return replies


DOUBTS = {
    "de": (
        *("sicher?", "Sind Sie sicher?", "wirklich?", "echt?", "stimmt das?", "Das stimmt nicht!", "glaub ich nicht"),
        *("stimmt des?", "glaub i ned", "isch das wahr?", "bisch sicher?", "kann das ein Tippfehler sein?"),
    ),
    "en": (
        *("are you sure?", "really?", "for real?", "is that true?", "that's wrong", "I don't believe you"),
        *("can I trust this", "could it be a typo?", "are you shure?", "ok, but are you sure?"),
    ),
}
SOURCES = {
    "de": (
        *("wer sagt das?", "woher wissen Sie das?", "Woher stammt die Zahl?", "Quelle?", "Beleg?", "welcher Absatz?"),
        *("beweis es", "wo steht des?", "woher weisch das?"),
    ),
    "en": (
        *("who says so?", "says who", "source?", "where does that come from?", "where does that number come from"),
        *("which paragraph?", "can you quote it?", "prove it"),
    ),
}
ALL = [(language, text) for table in (DOUBTS, SOURCES) for language, texts in table.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), ALL)
def test_doubt_gets_the_answer_again_with_its_source(app: App, language: str, text: str) -> None:
    first, again = talk(app, QUESTION[language], text)
    assert again.outcome is Outcome.ANSWER
    assert again.facts == first.facts
    assert again.references == first.references
    assert again.language == language
    assert len(again.blocks) == len(first.blocks) + 1


@pytest.mark.parametrize(("language", "text"), ALL)
def test_doubt_without_an_answer_gets_a_kind_line(app: App, language: str, text: str) -> None:
    reply, _ = app.desk.answer(text, Conversation(), language, 1.0)
    assert (reply.outcome, reply.language, reply.facts) == (Outcome.SMALLTALK, language, ())


def test_doubt_twice_and_after_a_thank_you_is_still_about_the_answer(app: App) -> None:
    first, *_, third, fourth = talk(app, QUESTION["en"], "really?", "thanks", "source?", "prove it")
    assert first.facts == third.facts == fourth.facts


@pytest.mark.parametrize(
    ("question", "doubt", "no"),
    [
        ("Ist Deutschland bei den Tmall-Pavillons dabei?", "wirklich?", "Nein."),
        ("Is Germany among the Tmall pavilions?", "really?", "No."),
    ],
)
def test_a_no_is_repeated_with_its_no(app: App, question: str, doubt: str, no: str) -> None:
    first, again = talk(app, question, doubt)
    assert first.blocks[0].startswith(no)
    assert again.blocks[1:] == first.blocks


def test_doubt_after_what_the_sources_dont_say_states_nothing_else(app: App) -> None:
    *_, silent, again = talk(app, QUESTION["en"], "What is the share price of JD.com?", "are you sure?")
    assert silent.outcome is not Outcome.ANSWER
    assert again.facts == silent.facts


def test_a_tapped_choice_can_be_doubted(app: App) -> None:
    reply, conversation = app.desk.choose(token_of("f", "jd-uk/overview"), Conversation(), "en", 1.0)
    again, _ = app.desk.answer("source?", conversation, "en", 2.0)
    assert again.facts == reply.facts == ("jd-uk/overview",)


@pytest.mark.parametrize(
    "text", ["where does the import programme come from", "Woher kommt das Importprogramm von Alibaba?"]
)
def test_a_question_in_like_words_stays_a_question(app: App, text: str) -> None:
    (reply,) = talk(app, text)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts[0].startswith("import-programme/")


WISHES = {
    "en": ("in English please", "please answer in English", "english", "bitte auf Englisch", "kannst du Englisch?"),
    "de": ("auf Deutsch bitte", "in German please", "kannst du Deutsch", "Deutsch", "Sprechen Sie Deutsch?"),
}


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in WISHES.items() for text in texts])
def test_the_last_answer_comes_in_the_language_wished_for(app: App, wanted: str, text: str) -> None:
    other = "de" if wanted == "en" else "en"
    first, again, later = talk(app, QUESTION[other], text, BRITISH[other])
    assert (first.language, again.language, later.language) == (other, wanted, wanted)
    assert again.facts == first.facts
    assert later.outcome is Outcome.ANSWER


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in WISHES.items() for text in texts])
def test_without_an_answer_the_language_is_promised(app: App, wanted: str, text: str) -> None:
    (reply,) = talk(app, text)
    assert (reply.outcome, reply.language, reply.facts) == (Outcome.SMALLTALK, wanted, ())


def test_what_the_sources_dont_say_is_said_in_the_other_language(app: App) -> None:
    first, again = talk(app, "Welche Provision zahlt man bei Tmall Global?", "in English please")
    assert (again.outcome, again.facts, again.language) == (first.outcome, first.facts, "en")


def test_the_wish_ends_with_the_conversation_and_yields_to_the_fixed_choice(app: App) -> None:
    _, conversation = app.desk.answer("auf Deutsch bitte", Conversation(), None, 1.0)
    assert conversation == Conversation.from_json(conversation.to_json())
    fixed, _ = app.desk.answer(QUESTION["en"], conversation.with_language("en"), None, 2.0)
    rested, _ = app.desk.answer(QUESTION["en"], conversation, None, 2.0 + EXPIRY_SECONDS)
    assert fixed.language == rested.language == "en"


def test_a_wish_changes_the_fixed_choice(app: App) -> None:
    _, conversation = app.desk.answer("auf Deutsch bitte", Conversation(language="en"), None, 1.0)
    assert conversation.language == "de"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("for how much", "since when", "from whom", "how so", "what next", "and Portugal?")),
        *(("en", text) for text in ("and Portugal, by any chance?", "who is it for", "when is it", "and then?")),
        *(("de", text) for text in ("von wem", "seit wann", "wozu", "und dann?", "wann genau?", "und Portugal?")),
    ],
)
def test_a_short_follow_up_is_never_off_topic(app: App, language: str, text: str) -> None:
    *_, reply = talk(app, QUESTION[language], text)
    assert reply.outcome in (Outcome.ANSWER, Outcome.SILENT)


@pytest.mark.parametrize(("language", "slip"), [("en", "what for"), ("de", "wozu")])
def test_a_slip_leaves_the_topic_alone(app: App, language: str, slip: str) -> None:
    conversation = Conversation()
    _, conversation = app.desk.answer(QUESTION[language], conversation, None, 1.0)
    topic = conversation.topic
    reply, conversation = app.desk.answer(slip, conversation, None, 2.0)
    assert reply.outcome is Outcome.SILENT
    assert all(fact.startswith("jd-austria/") for fact in reply.facts)
    assert conversation.topic == topic


@pytest.mark.parametrize("hint", ["de", "en"])
@pytest.mark.parametrize("text", ["/foo", "/foo bar", "/"])
def test_an_unknown_command_names_help(app: App, hint: str, text: str) -> None:
    reply, _ = app.desk.answer(text, Conversation(), hint, 1.0)
    assert (reply.outcome, reply.language) == (Outcome.HELP, hint)
    assert "/help" in reply.text


def test_a_slash_before_a_question_is_a_slip(app: App) -> None:
    (reply,) = talk(app, "/who signed for Austria?")
    assert reply.outcome is Outcome.ANSWER


@pytest.mark.parametrize("hint", ["de", "en"])
def test_nonsense_gets_an_example(app: App, hint: str) -> None:
    reply, _ = app.desk.answer("asdf", Conversation(), hint, 1.0)
    assert (reply.outcome, reply.language) == (Outcome.OFFTOPIC, hint)  # a group needn't read it
    assert reply.choices
