import pytest

from bot.understanding.utterance.contrast import without_contrast
from tests.apps import analyse, app, joints


def names(question: str) -> list[str]:
    analysis = without_contrast(analyse(question), joints(), app().knowledge.kinds)
    return [unit.text for unit in analysis.names]


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Nicht Tmall, Juhuasuan: wie viele Länder?", ["Juhuasuan"]),
        ("How many customers does JD, not Alibaba, have?", ["JD"]),
        ("Nein, nicht Großbritannien, Österreich", ["Österreich"]),
        ("No, not Austria, the UK", ["UK"]),
        ("nein, nicht Brüssel, die Plattform", []),
    ],
)
def test_a_name_that_gives_way_to_another_is_not_asked_about(question: str, meant: list[str]) -> None:
    assert names(question) == meant


@pytest.mark.parametrize(
    ("question", "heard"),
    [
        ("Welche Deals gibt es außer denen von JD?", ["JD"]),
        ("Why is JD not in Spain?", ["JD", "Spain"]),
        ("Warum hat JD kein Abkommen mit Japan und Italien?", ["JD", "Japan", "Italien"]),
        ("Isn't Alibaba active in Austria?", ["Alibaba", "Austria"]),
    ],
)
def test_a_name_that_is_left_out_or_denied_is_still_heard(question: str, heard: list[str]) -> None:
    assert names(question) == heard
