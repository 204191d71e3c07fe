"""What is asked of something else than the facts tell: refused, however near the words are."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.judging import refusals
from bot.understanding.rules import finer, matter, opposites
from tests import apps

MODERN = apps.SUBJECTS / "modern"


def rule(question: str, folder: Path = apps.KNOWLEDGE) -> str:
    """Which rule decided on a question."""
    return apps.app(folder).room.recogniser.recognise(question).rule


@pytest.mark.parametrize(
    ("question", "folder", "name"),
    [
        ("Wann hat JD das Forschungszentrum geschlossen?", apps.KNOWLEDGE, opposites.RULE),
        ("When will JD leave Europe?", apps.KNOWLEDGE, opposites.RULE),
        ("In which building was the British deal signed?", apps.KNOWLEDGE, finer.RULE),
        ("In welchem Gebäude in Stralsund wurde der Friede besiegelt?", apps.HANSE, finer.RULE),
        ("How is the weather in Brussels tomorrow?", apps.KNOWLEDGE, refusals.FOREIGN),
        ("To whom were the British products finally sold?", apps.KNOWLEDGE, matter.THE_END),
        ("Who was Tesco's chief executive when it sold its Lazada shares?", MODERN, matter.RULE),
        ("Who was the mayor of Hamburg when the pact with Lübeck was made?", apps.HANSE, matter.RULE),
    ],
)
def test_what_only_stands_near_is_not_stated(question: str, folder: Path, name: str) -> None:
    assert rule(question, folder) == name
    assert apps.reply(question, folder=folder).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("question", "folder"),
    [
        ("How many JD customers live in Russia?", apps.KNOWLEDGE),
        ("How many Whole Foods shops are there in Canada alone?", MODERN),
        ("Wie viele Whole-Foods-Märkte gibt es allein in Kanada?", MODERN),
        ("How big was Carl Icahn's stake in eBay?", MODERN),
        ("How much money did Sachin Bansal get for his shares?", MODERN),
        ("Welchen Zollsatz in Prozent mussten die Kaufleute nach 1252 in Damme noch zahlen?", apps.HANSE),
        ("Was hat der Käufer 1853 für das Stalhof-Gelände bezahlt?", apps.HANSE),
    ],
)
def test_a_figure_of_a_part_of_somebody_or_of_another_kind_is_not_stated(question: str, folder: Path) -> None:
    assert apps.reply(question, folder=folder).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("question", "folder", "fact"),
    [
        ("When was the Kontor in Bergen closed?", apps.HANSE, "bergen-kontor/end"),
        ("Wann wurde das Kontor in Bergen gegründet?", apps.HANSE, "bergen-kontor/founding"),
        ("How many Whole Foods shops are there?", MODERN, "amazon-whole-foods/size"),
        ("Who was the first boss of Ocado Retail?", MODERN, "ms-ocado/company"),
        ("Wie viele Länder haben einen Pavillon?", apps.KNOWLEDGE, "tmall-pavilions/participant_count"),
        ("In welchem Land liegt Cambridge mit JDs Forschungszentrum?", apps.KNOWLEDGE, "jd-cambridge/location"),
    ],
)
def test_what_a_fact_does_tell_is_stated(question: str, folder: Path, fact: str) -> None:
    said = apps.reply(question, folder=folder)
    assert said.outcome is Outcome.ANSWER
    assert fact in said.facts
