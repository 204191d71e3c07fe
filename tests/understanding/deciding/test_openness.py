"""What sounds like that which a fact decides, and asks for more: no verdict is said then."""

from pathlib import Path

import pytest

from tests import apps
from tests.apps import reply

MODERN = apps.SUBJECTS / "modern"
_VERDICTS = ("Yes.", "No.", "Not ", "Ja.", "Nein.", "Nicht ")


@pytest.mark.parametrize(
    ("question", "folder"),
    [
        # an order in time, not a date
        ("Did About You launch in Belgium before the Netherlands?", apps.KNOWLEDGE),
        ("Ist About You in Belgien vor den Niederlanden gestartet?", apps.KNOWLEDGE),
        ("Was the agreement with Austria signed before the British one?", apps.KNOWLEDGE),
        ("Wurde das Österreich-Abkommen nach dem britischen unterzeichnet?", apps.KNOWLEDGE),
        # one's own self
        ("Does Spain have a pavilion in Spain?", apps.KNOWLEDGE),
        ("Does China sell British products to the UK through JD?", apps.KNOWLEDGE),
        # how many of them
        ("Has Spain two pavilions?", apps.KNOWLEDGE),
        ("Hat Spanien zwei Pavillons auf Tmall Global?", apps.KNOWLEDGE),
        # what they want
        ("Will Spanien einen Pavillon?", apps.KNOWLEDGE),
        ("Does Spain want a pavilion?", apps.KNOWLEDGE),
        # from end to end
        ("Gehört Intime ganz der Regierung?", apps.KNOWLEDGE),
        ("Are all duties on EU goods abolished in Japan?", MODERN),
        ("Kommen alle Pakete binnen acht Tagen in Moskau an?", apps.KNOWLEDGE),
        # a country's, of which the fact says nothing
        ("Did seven Belgian entrepreneurs meet Jack Ma?", apps.KNOWLEDGE),
        # that it hasn't begun yet doesn't deny that it will
        ("Does JD want to start in Germany?", apps.KNOWLEDGE),
        ("Möchte JD in Deutschland starten?", apps.KNOWLEDGE),
    ],
)
def test_what_is_asked_beyond_the_fact_gets_no_verdict(question: str, folder: Path) -> None:
    said = reply(question, folder=folder)
    assert said.outcome == "answer"
    assert not said.text.startswith(_VERDICTS)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Does Spain have a pavilion?", "Yes."),
        ("Is Spain one of the countries with a pavilion?", "Yes."),
        ("Did seven entrepreneurs meet Jack Ma?", "Yes."),
        ("Has Tmall Global tried out its incubation programme before?", "Yes."),  # before now
        ("Stellte Alibaba das Importprogramm in Shanghai vor?", "Ja."),
        ("Is SPSR fully integrated into the supply chain?", "Yes."),  # as the fact has it
        ("Sitzt das Forschungszentrum in Großbritannien?", "Ja."),
        ("Will Tmall Global 1000 neue Marken?", "Ja."),
    ],
)
def test_what_the_fact_does_decide_is_said(question: str, verdict: str) -> None:
    assert reply(question).text.startswith(verdict)


@pytest.mark.parametrize(
    "question",
    [
        "Do both Austria and the UK have a deal with JD.com?",
        "Haben Österreich und Großbritannien einen Deal mit JD.com?",
    ],
)
def test_who_are_both_asked_for_are_both_told(question: str) -> None:
    said = reply(question).text
    assert any(name in said for name in ("United Kingdom", "Großbritannien"))
    assert any(name in said for name in ("Austria", "Österreich"))


def test_what_is_true_of_another_deed_on_the_same_thing_is_not_confirmed() -> None:
    said = reply("Was LinkedIn founded before 2001?", folder=MODERN).text
    assert not said.startswith("Yes")
