import pytest

from tests.apps import analyse, reply


@pytest.mark.parametrize(
    ("split", "joined"),
    [
        ("Was hat Alibaba vor?", "vorhat"),
        ("Woran nimmt Österreich teil?", "teilnimmt"),
        ("Wo holt man die Pakete ab?", "abholt"),
        ("Welche Läden kauften die Briten auf?", "aufkauften"),
        ("Wann brachen die Umsätze ein?", "einbrachen"),
        ("Warum gab der Käufer seinen Plan auf?", "aufgab"),
    ],
)
def test_a_verb_in_two_parts_is_one_verb(split: str, joined: str) -> None:
    assert joined in [unit.text for unit in analyse(split).units]


@pytest.mark.parametrize(
    "text", ["Vor wem hat Alibaba Angst?", "Was hat Alibaba vor 2016 getan?", "What does JD plan, ab?"]
)
def test_a_preposition_is_none(text: str) -> None:
    assert "vorhat" not in [unit.text for unit in analyse(text).units]


def test_an_article_is_no_verb() -> None:
    assert "zusammenden" not in [unit.text for unit in analyse("Fassen Sie den Deal zusammen!").units]


def test_what_somebody_intends_is_a_plan() -> None:
    assert reply("Was hat JD in Cambridge vor?").facts == ("jd-cambridge/overview",)
