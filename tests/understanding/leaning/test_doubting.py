"""A figure that is doubted is told again; a correction turns to what was meant, whatever it rules out."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("How many entrepreneurs were at the meeting with Jack Ma?", "Only seven?"), "alibaba-brussels/meeting_size"),
        (("Wie viele Unternehmer waren bei dem Treffen?", "Nur sieben?"), "alibaba-brussels/meeting_size"),
        (("How much has Alibaba spent on physical retail?", "Only seven billion?"), "alibaba-retail/investment"),
        (("Wie viel Geld steckte Alibaba in Läden?", "Nur 7 Milliarden?"), "alibaba-retail/investment"),
    ],
)
def test_a_figure_that_is_doubted_is_told_again(turns: tuple[str, ...], fact: str) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts[0] == fact


@pytest.mark.parametrize(
    "turns",
    [
        ("Für wie lange waren die Burgen den Städten überlassen?", "Nur 15 Jahre?"),
        ("For how long did the towns hold the castles?", "Only 15 years?"),
    ],
)
def test_it_is_on_another_subject_too(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns, folder=apps.HANSE).facts == ("stralsund-1370/term",)


@pytest.mark.parametrize(
    ("turns", "deal"),
    [
        (("Wo soll das Forschungszentrum hin?", "Nein, nicht das, das Abholzentrum."), "aliexpress-moscow"),
        (
            ("Wo soll das Forschungszentrum hin?", "Nein, nicht das, das Abholzentrum.", "Wer betreibt es?"),
            "aliexpress-moscow",
        ),
        (("Where is the research centre to be?", "No, not that one, the pick-up centre."), "aliexpress-moscow"),
        (("Where is the research centre to be?", "no, I meant the pick-up centre"), "aliexpress-moscow"),
    ],
)
def test_a_correction_turns_to_what_was_meant(turns: tuple[str, ...], deal: str) -> None:
    reply = apps.reply(*turns)
    assert reply.outcome is Outcome.ANSWER
    assert {fact.split("/")[0] for fact in reply.facts} == {deal}


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("What did Alibaba acquire?", "alibaba-retail/intime"),
        ("What is JD.com building in Cambridge?", "jd-cambridge/overview"),
    ],
)
def test_what_is_acquired_or_built_is_neither_earned_nor_integrated(question: str, fact: str) -> None:
    assert fact in apps.reply(question).facts


@pytest.mark.parametrize(
    "turns",
    [
        ("Wie viel zahlte Maersk für Hamburg Süd?", "Nur 51 Prozent?"),
        ("How much did Maersk pay for Hamburg Süd?", "Only 51 percent?"),
        ("How much did Maersk pay for Hamburg Süd?", "Only five years?"),
        ("Wie viel zahlte Maersk für Hamburg Süd?", "Nur fünf Jahre?"),
    ],
)
def test_a_share_or_a_time_doubts_no_price(turns: tuple[str, ...]) -> None:
    assert apps.reply(*turns, folder=apps.SUBJECTS / "modern").outcome is Outcome.SILENT
