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


@pytest.mark.parametrize(
    ("question", "lead", "last"),
    [
        ("Which news snippets stand below the Brussels article?", "These are 6 short news items:", "alibaba-retail"),
        ("Welche Kurzmeldungen stehen unter dem Artikel über Brüssel?", "Das sind 6 Kurzmeldungen:", "alibaba-retail"),
        ("Short news from October 2017?", "These are 5 short news items:", "about-you"),
        ("Was für Kurzmeldungen aus dem Oktober 2017 gibt es?", "Das sind 5 Kurzmeldungen:", "about-you"),
    ],
)
def test_the_items_themselves_are_listed(question: str, lead: str, last: str) -> None:
    said = reply(question)
    assert said.blocks[0] == lead
    assert said.facts[-1].startswith(f"{last}/")


@pytest.mark.parametrize(
    "question", ["What do the short news items say about Rakuten?", "Was steht in den Kurzmeldungen über Rakuten?"]
)
def test_what_an_item_says_is_no_list_of_them(question: str) -> None:
    assert {fact.split("/")[0] for fact in reply(question).facts} == {"rakuten"}


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Kurzmeldungen zu Rakuten", {"rakuten"}),
        ("Welche Kurzmeldungen gibt es zu Alibaba?", {"alibaba-retail"}),
        ("Which short items are there on Rakuten?", {"rakuten"}),
        ("Welche Kurzmeldungen gibt es zu Amazon?", {"amazon-whole-foods", "amazon-prime"}),
        ("short news items about Alibaba", {"alibaba-retail"}),
    ],
)
def test_items_are_listed_by_whom_they_are_about(question: str, items: set[str]) -> None:
    assert {fact.split("/")[0] for fact in reply(question).facts} == items


@pytest.mark.parametrize("question", ["Kurzmeldungen zu JD.com", "Are there short news items about Austria?"])
def test_where_no_item_is_about_somebody_none_is_listed(question: str) -> None:
    assert "short news item" not in reply(question).blocks[0]
    assert "Kurzmeldung" not in reply(question).blocks[0]
