"""What is said in a language that the bot doesn't speak gets an honest line, and neither an answer nor a denial."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.app import App
from bot.understanding.language.vocabulary import load_vocabulary
from tests.apps import HANSE, LOCALES, reply

FOREIGN = [
    "Qui a signé l'accord avec l'Autriche?",
    "Combien coûte la livraison à Moscou ?",
    "Bonjour, avez-vous des accords avec la Chine ?",
    "¿Cuánto tarda la entrega en Moscú?",
    "¿Qué acuerdo firmó JD.com con Austria?",
    "Chi ha firmato l'accordo con l'Austria?",
    "Quem assinou o acordo?",
    "Wie heeft de overeenkomst met Oostenrijk getekend?",
    "hoe lang duurt de levering",
    "Vem skrev på avtalet med Österrike?",
    "Hvem underskrev aftalen med Østrig?",
    "Ile kosztuje dostawa do Moskwy?",
    "Kdo podepsal smlouvu s Rakouskem?",
    "Mennyibe kerül a szállítás?",
    "teslimat ne kadar sürer",
    "JD.com Avusturya ile ne anlaştı?",
    "Сколько стоит доставка в Москву?",
    "京东和奥地利签了什么协议?",
    "配達にはどのくらいかかりますか",
    "배송은 얼마나 걸리나요",
    "مرحبا، كم تستغرق عملية التوصيل؟",
    "Καλημέρα",
]


def ask(app: App, text: str, hint: str | None = None) -> Reply:
    return app.desk.answer(text, Conversation(), hint, 0.0)[0]


@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_asked_in_another_language_is_told_which_are_spoken(app: App, text: str) -> None:
    told = ask(app, text)
    assert (told.outcome, told.facts) == (Outcome.SMALLTALK, ())
    assert "only speak English and German" in told.text
    assert "nur Deutsch und Englisch" in told.text


@pytest.mark.parametrize(("hint", "language"), [("de", "de"), ("de-AT", "de"), ("fr", "en"), (None, "en")])
def test_it_is_told_in_the_language_that_the_reader_may_rather_know(app: App, hint: str, language: str) -> None:
    assert ask(app, "Mennyibe kerül a szállítás?", hint).language == language


def test_whoever_is_named_is_offered(app: App) -> None:
    told = ask(app, "¿Qué acuerdo firmó JD.com con Austria?")
    assert "JD.com and Austria" in [choice.label for choice in told.choices]


def test_on_another_subject_it_is_the_same() -> None:
    told = reply("Qui a signé le traité avec Lübeck?", folder=HANSE)
    assert told.outcome is Outcome.SMALLTALK


@pytest.mark.parametrize(
    "text",
    [
        "Was schreibt La Dernière Heure?",
        "What does La Dernière Heure say?",
        "na servas, was isn des für a deal mit österreich",
        "Wat kost dat?",
        "Wer hat für 京东 unterschrieben?",
        "wo kriag i mei packl in moskau",
        "Hat Nestlé etwas mit Alibaba zu tun?",
        "Is there a deal with Société Générale?",
        "who signed for austria",
        "och nö",
        "KI?",
    ],
)
def test_a_foreign_word_or_a_dialect_makes_no_other_language(app: App, text: str) -> None:
    assert "nur Deutsch und Englisch" not in ask(app, text).text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sprechen Sie Türkisch?", "Deutsch und Englisch"),
        ("kannst du auch französisch", "Deutsch und Englisch"),
        ("can you speak Russian?", "English and German"),
        ("do you also speak Chinese", "English and German"),
    ],
)
def test_who_asks_for_another_language_is_told_which_there_are(app: App, text: str, words: str) -> None:
    told = ask(app, text)
    assert told.outcome is Outcome.SMALLTALK
    assert words in told.text


def test_no_language_is_told_by_words_alone_that_we_have_as_well() -> None:
    for words in load_vocabulary(LOCALES).other_languages.values():
        assert len(words) == len(set(words)) > 20
