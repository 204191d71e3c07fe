"""Whom the news in brief is about: all items, those below an article, or those of a time."""

import pytest

from tests.apps import reply


@pytest.mark.parametrize(
    "question",
    [
        "Which companies make the headlines of the short news items from autumn 2017?",
        "Welche Firmen kommen in den Überschriften der Kurzmeldungen vom Herbst 2017 vor?",
    ],
)
def test_headlines_name_whom_titles_name(question: str) -> None:
    said = reply(question)
    assert all(name in said.blocks[1] for name in ("Rakuten", "Amazon", "About You"))
    assert "Intime" not in said.blocks[1]


@pytest.mark.parametrize(
    "question",
    [
        "Which companies are in the short news items of August 2017?",
        "Welche Firmen stehen in den Kurzmeldungen vom August 2017?",
    ],
)
def test_of_a_time_only_its_items_count(question: str) -> None:
    assert {fact.split("/")[0] for fact in reply(question).facts} == {"alibaba-retail"}


@pytest.mark.parametrize(
    ("question", "brands"),
    [
        ("Below the Brussels article there are other news items. Which companies and brands are they about?", True),
        ("Unten beim Brüssel-Artikel stehen noch andere Meldungen. Um welche Firmen und Marken geht es darin?", True),
        ("Below the Brussels article there are other news items. Which companies are they about?", False),
        ("Unten beim Brüssel-Artikel stehen noch andere Meldungen. Um welche Firmen geht es darin?", False),
    ],
)
def test_below_an_article_stand_its_items(question: str, *, brands: bool) -> None:
    listed = reply(question).blocks[1]
    assert "Rakuten" in listed
    assert "Reynders" not in listed
    assert ("Safe.Shop" in listed) == brands
