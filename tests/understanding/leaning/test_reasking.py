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


@pytest.mark.parametrize(
    "turns",
    [
        ("Wer ist Margarete Schramböck?", "seit wann?"),
        ("Who is Jack Ma?", "since when?"),
        ("Who is Jack Ma?", "where?"),
    ],
)
def test_since_when_somebody_is_what_they_are_is_not_told_by_their_deeds(turns: tuple[str, ...]) -> None:
    reply = apps.reply(*turns)
    assert (reply.outcome, reply.facts) == (Outcome.SILENT, ())


@pytest.mark.parametrize(
    "turns", [("Who signed for Austria?", "when?"), ("Wer hat für Österreich unterschrieben?", "wann?")]
)
def test_after_a_deed_when_asks_for_that(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns).facts[:1] == ("jd-austria/date_signed",)


@pytest.mark.parametrize(
    ("turns", "beginning"),
    [
        (("Was ist Safe.Shop?", "Gilt das nur in Europa?"), "Nein."),
        (("What is Safe.Shop?", "Is it only in Europe?"), "No."),
        (("Was ist Tmall Global?", "Gehört das zu Alibaba?"), "Ja."),
    ],
)
def test_whether_it_is_so_is_asked_of_what_was_named(turns: tuple[str, ...], beginning: str) -> None:
    assert str(apps.reply(*turns).blocks[0]).startswith(beginning)


@pytest.mark.parametrize(
    "turns", [("What is Alipay?", "for free?"), ("Was ist Alipay?", "kostenlos?"), ("Was ist Alipay?", "und gratis?")]
)
def test_whether_it_is_free_asks_for_its_price(turns: tuple[str, ...]) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.SILENT
    assert any(label in str(reply.blocks[0]) for label in ("the price", "den Preis"))


@pytest.mark.parametrize(
    "turns",
    [
        ("What is Tmall Global planning with new brands?", "And in what time?"),
        ("Was plant Tmall Global mit neuen Marken?", "Und in welcher Zeit?"),
    ],
)
def test_in_what_time_asks_for_that_of_what_was_told(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns).facts[:1] == ("tmall-brands/period",)
