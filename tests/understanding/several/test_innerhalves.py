"""Comparisons whose halves stand within one question: each is asked for itself, and told only if both are."""

from pathlib import Path

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from tests.apps import HANSE, KNOWLEDGE, SUBJECTS, app


def asked(question: str, folder: Path = KNOWLEDGE) -> Reply:
    return app(folder).desk.answer(question, Conversation(), None, 0.0)[0]


@pytest.mark.parametrize(
    "question",
    [
        "Show JD.com's customers next to the number of American Prime subscribers, please.",
        "Stellen Sie mir die Kundenzahl von JD.com und die Prime-Mitglieder nebeneinander.",
        "Has JD.com got more customers than Prime has members?",
        "How does the customer base of JD.com compare to that of Amazon Prime?",
    ],
)
def test_each_side_is_asked_what_it_says_itself(question: str) -> None:
    assert set(asked(question).facts) == {"jd-europe/customers", "amazon-prime/members"}


@pytest.mark.parametrize(
    "question",
    [
        "How much longer does the import programme run than the British agreement?",
        "Läuft das Importprogramm länger als der britische Deal?",
        "Is the term of the UK deal shorter than that of the import programme?",
        "Wie verhalten sich die Laufzeiten von Importprogramm und UK-Deal zueinander?",
        "Was ist auf mehr Jahre angelegt, das Importprogramm oder der britische Deal?",
    ],
)
def test_a_side_that_says_nothing_is_asked_what_the_other_is(question: str) -> None:
    assert set(asked(question).facts) == {"import-programme/term", "jd-uk/term"}


@pytest.mark.parametrize(
    ("question", "folder", "expected"),
    [
        ("Was the Peterhof closed before the Steelyard?", HANSE, {"peterhof/closure", "steelyard/closure"}),
        ("Wurde der Peterhof noch vor dem Stalhof geschlossen?", HANSE, {"peterhof/closure", "steelyard/closure"}),
        (
            "How much more did Microsoft pay than Amazon?",
            SUBJECTS / "modern",
            {"microsoft-linkedin/price", "amazon-whole-foods/price"},
        ),
        (
            "Stell die Entschädigung von Kalmar neben den Schadenersatz von Utrecht.",
            HANSE,
            {"kalmar-1285/compensation", "utrecht-1474/damages"},
        ),
    ],
)
def test_other_subjects_are_compared_as_well(question: str, folder: Path, expected: set[str]) -> None:
    assert set(asked(question, folder).facts) == expected


def test_a_year_is_no_side() -> None:
    assert asked("Was the Peterhof closed before 1500?", HANSE).facts == ("peterhof/closure",)
    assert asked("Wurde der Peterhof vor 1500 geschlossen?", HANSE).facts == ("peterhof/closure",)


@pytest.mark.parametrize(
    "question",
    [
        "Has JD.com more employees than Alibaba?",
        "Hat JD.com mehr Mitarbeiter als Alibaba?",
        "Läuft Alipay länger als der britische Deal?",
        "Put Amazon's share price next to Alibaba's.",
    ],
)
def test_where_a_side_has_no_answer_nothing_is_compared(question: str) -> None:
    assert asked(question).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "How many countries do the pavilions have compared with the Safe.Shop label?",
            {"tmall-pavilions/participant_count", "safe-shop/countries"},
        ),
        (
            "Wie viele Länder stehen hinter dem Label Safe.Shop, verglichen mit den Pavillons?",
            {"tmall-pavilions/participant_count", "safe-shop/countries"},
        ),
    ],
)
def test_a_word_in_the_names_of_another_deal_takes_no_side_there(question: str, expected: set[str]) -> None:
    assert set(asked(question).facts) == expected


@pytest.mark.parametrize(
    "question",
    [
        "How many brands does JD.com have compared with Tmall Global?",
        "Wie viele Marken hat JD.com im Vergleich zu Tmall Global?",
    ],
)
def test_another_figure_of_a_side_is_not_told_for_the_one_asked(question: str) -> None:
    assert not any(fact.startswith("jd-") for fact in asked(question).facts)
