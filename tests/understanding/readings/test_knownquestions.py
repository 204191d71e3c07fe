from random import Random

import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.language.normalise import folded_words
from bot.understanding.readings.knownquestions import UNTOLD, KnownQuestions, Told
from tests import apps

SIGNED, SIZE = Told("deal/signed", None), Told("deal/size", True)
WORDS = frozenset(
    ("who", "when", "signed", "the", "agreement", "with", "rome", "does", "have", "stores", "date", "of", "what", "is")
)
KNOWN = KnownQuestions(
    [
        ("Who signed the agreement with Rome?", SIGNED),
        ("Does Hema have 13 stores?", SIZE),
        ("What is the date of the agreement?", SIGNED),
        ("What is the date of the agreement?", SIZE),
        ("Für welche Länder gilt das Abkommen?", SIGNED),
        ("How much is the rent?", UNTOLD),
    ],
    {"the", "with", "is", "of", "das"}.__contains__,
)


def meant(text: str) -> str | None:
    return KNOWN.meant(text, folded_words(text), WORDS.__contains__, {"rome", "hema"}.__contains__)


def told(text: str) -> Told | None:
    return KNOWN.told(text, folded_words(text))


def fuller(text: str) -> str | None:
    return KNOWN.fuller(folded_words(text))


@pytest.mark.parametrize(
    "typed",
    [
        "who signed the agreement with rome",
        "Who sigend the agreement with Rome?",
        "Whp signed the agreement with Rome?",
        "Who signed the agree ment with Rome?",
        "Whosigned the agreement with Rome?",
    ],
)
def test_a_question_misspelt_is_that_question(typed: str) -> None:
    assert meant(typed) == "Who signed the agreement with Rome?"


def test_umlauts_may_be_written_with_two_letters_or_without() -> None:
    for typed in ("Fuer welche Laender gilt das Abkommen?", "fur welche lander gilt das abkommen"):
        assert meant(typed) == "Für welche Länder gilt das Abkommen?"


@pytest.mark.parametrize(
    "typed",
    [
        "Who signed the agreement with Rome?",  # as it stands
        "Does Hema have 14 stores?",  # another number
        "Who signed the agreement with Rame?",  # a short name may be another one
        "When signed the agreement with Rome?",  # another word
        "Rome?",
        "",
    ],
)
def test_another_question_stays_what_it_is(typed: str) -> None:
    assert meant(typed) is None


def test_small_words_may_be_left_out() -> None:
    assert fuller("who signed agreement rome") == "Who signed the agreement with Rome?"
    assert fuller("signed who agreement rome") is None
    assert fuller("who signed the whole agreement rome") is None


def test_what_tells_it_is_known_unless_two_do() -> None:
    assert told("Does Hema have 13 stores?") == SIZE
    assert told("What is the date of the agreement?") is None
    assert told("How much is the rent?") is UNTOLD


def test_what_an_editor_lists_as_untold_is_never_answered() -> None:
    asked = sorted(
        text
        for deal in apps.app().knowledge.deals.values()
        for texts in deal.unanswered.values()
        for spoken in texts.values()
        for text in spoken
    )
    for text in Random(7).sample(asked, 400):
        assert apps.reply(text).outcome is not Outcome.ANSWER, text
