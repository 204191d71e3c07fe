"""A list of which some is left out: the rest first, then the fact that tells it."""

import pytest

from bot.answering.room.conversation import Conversation
from bot.app import App
from tests import apps


def said(app: App, text: str) -> str:
    return app.desk.answer(text, Conversation(), None, 1.0)[0].text


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("In welchen Ländern außer Deutschland will JD starten?", "Außer Deutschland: Frankreich und Großbritannien. "),
        ("Which countries other than Spain have a pavilion?", "Other than Spain: the United States, New Zealand, "),
        ("Apart from France and Switzerland, who has a pavilion?", "Other than Switzerland and France: "),
        ("Hat JD auch mit anderen Ländern als Österreich Abkommen?", "Ja. Außer Österreich: Großbritannien. "),
    ],
)
def test_the_rest_of_a_list_comes_first(app: App, text: str, lead: str) -> None:
    assert said(app, text).startswith(lead)


@pytest.mark.parametrize(
    "text",
    ["In welchen Ländern will JD starten?", "Which countries have a pavilion?", "Hat Spanien keinen Pavillon?"],
)
def test_the_whole_list_has_no_rest(app: App, text: str) -> None:
    assert "Außer" not in said(app, text)
    assert "Other than" not in said(app, text)


def test_it_holds_for_any_folder() -> None:
    text = "Welche Burgen außer Malmö bekamen die Städte?"
    assert said(apps.app(apps.HANSE), text).startswith("Außer Malmö: Skanör, Falsterbo und Helsingborg. ")
