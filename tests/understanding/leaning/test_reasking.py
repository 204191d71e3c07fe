"""A bare question word asks the question before with it in its place, and nothing else of the deal stands in for it."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("When was the agreement with Austria signed?", "By whom?"), "jd-austria/signatory"),
        (("Wann wurde das Abkommen mit Österreich unterzeichnet?", "Von wem denn?"), "jd-austria/signatory"),
    ],
)
def test_by_whom_asks_who_did_what_was_said(turns: tuple[str, ...], fact: str) -> None:
    assert apps.reply(*turns).facts == (fact,)


@pytest.mark.parametrize(
    "turns",
    [
        ("When was the contract with SPSR signed?", "By whom?"),
        ("Wann wurde der Vertrag mit SPSR unterschrieben?", "Von wem?"),
    ],
)
def test_whoever_reported_it_did_not_sign_it(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("When was the Peace of Stralsund signed?", "By whom?"), "stralsund-1370/parties"),
        (("Wann wurde der Frieden von Stralsund geschlossen?", "Von wem?"), "stralsund-1370/parties"),
    ],
)
def test_so_it_does_about_another_subject(turns: tuple[str, ...], fact: str) -> None:
    assert apps.reply(*turns, folder=apps.HANSE).facts == (fact,)


@pytest.mark.parametrize(
    "turns",
    [
        ("Wie viele neue Marken will Tmall Global holen?", "Warum?"),
        ("How many new brands does Tmall Global want?", "Why?"),
        ("How much does home delivery cost in Moscow?", "why?"),
        ("Was kostet die Zustellung in Moskau?", "warum?"),
    ],
)
def test_neither_the_figure_itself_nor_another_reason_is_why(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns).outcome is Outcome.SILENT
