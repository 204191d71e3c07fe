"""/why: how the last question was understood, whole in both languages and in a reader's words."""

import re

import pytest

from bot.answering.room.conversation import Conversation
from bot.app import App
from bot.i18n.catalogs import read_catalog
from tests.apps import LOCALES

ASKED = {
    "de": [
        "Wer hat für Österreich unterschrieben?",
        "Welche Provision zahlt man bei Tmall Global?",
        "hallo",
        "Wie ist das Wetter?",
        "Wie viele Deals gibt es mit Russland?",
        "Hat JD.com ein Abkommen mit Spanien?",
        "datum",
        "Was kostet Amazon Prime?",
        "Wann sperrt Alibaba in Brüssel auf?",
        "Welche Personen kommen vor?",
        "Qui a signé l'accord avec l'Autriche?",
    ],
    "en": [
        "Who signed for Austria?",
        "What commission does Tmall Global take?",
        "hello",
        "What's the weather like?",
        "How many deals are there with Russia?",
        "Does JD.com have an agreement with Spain?",
        "dates",
        "What does Amazon Prime cost?",
        "who is mentioned?",
        "Qui a signé l'accord avec l'Autriche?",
    ],
}
INTERNAL = re.compile(r"\b\w+_\w+\b|\b[a-z]+(?:-[a-z]+)+/|→|\bconfidence\b|\bpronoun\b|\bfollowup\b|{|}")


def why(app: App, language: str, *turns: str) -> str:
    conversation = Conversation(language=language)
    for now, turn in enumerate(turns):
        _, conversation = app.desk.answer(turn, conversation, language, float(now))
    return app.desk.answer("/why", conversation, language, 9.0)[0].text


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, all_ in ASKED.items() for text in all_])
def test_it_is_told_without_a_word_of_the_machine(app: App, language: str, text: str) -> None:
    told = why(app, language, text)
    assert INTERNAL.findall(told.replace(text, "")) == []


@pytest.mark.parametrize("text", ASKED["de"])
def test_german_holds_no_line_of_the_english_catalog(app: App, text: str) -> None:
    english = [str(message.string) for message in read_catalog(LOCALES / "en/LC_MESSAGES/bot.po", "en") if message.id]
    plain = {one for one in english if " " in one and "{" not in one}
    assert [line for line in why(app, "de", text).splitlines() if line in plain] == []


@pytest.mark.parametrize(
    ("language", "turns", "lines"),
    [
        ("de", ("Wer hat für Östereich unterschrieben?",), ("Gesucht: Person", "(als „Österreich“)")),
        ("en", ("who signed for austria",), ("Looked for: a person", "JD.com and Austria", "sure enough")),
        ("de", ("Wer hat für Österreich unterschrieben?", "und wann?"), ("Aus dem Gespräch: ", "Gesucht: Zeitpunkt")),
        ("en", ("who signed for austria", "and when?"), ("From the conversation: ", "Looked for: a date")),
        ("de", ("hallo",), ("keine Frage zu den Vereinbarungen",)),
        ("en", ("how many deals are there?",), ("listed, not weighed",)),
    ],
)  # fmt: skip
def test_it_says_what_was_heard_and_what_decided(
    app: App, language: str, turns: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    told = why(app, language, *turns)
    assert [line for line in lines if line not in told] == []


def test_who_mends_the_words_sees_the_keys_and_the_rule(app: App) -> None:
    _, conversation = app.desk.answer("who signed for austria", Conversation(), "en", 0.0)
    told = app.desk.answer("/why details", conversation, "en", 1.0)[0].text
    assert "jd-austria/signatory" in told
    assert "signed = sign" in told


@pytest.mark.parametrize(
    ("language", "question", "why"),
    [
        ("de", "Was kostet der Versand nach Moskau?", "Was am besten passt, sagt nichts über Moskau."),
        ("en", "Does JD.com have a centre in Oslo?", "What fits best says nothing about Oslo."),
    ],
)
def test_a_name_left_over_is_missing_in_what_fits_best_not_everywhere(
    app: App, language: str, question: str, why: str
) -> None:
    conversation = app.desk.answer(question, Conversation(), language, 1.0)[1]
    assert why in app.desk.answer("/why", conversation, language, 2.0)[0].text
