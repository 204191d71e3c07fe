"""What is offered while somebody types in another chat can be told apart at a glance."""

from pathlib import Path

import pytest

from bot.answering.inline import InlineDesk
from tests.apps import HANSE, KNOWLEDGE, app, reply

SEEN = 24
"""So many letters of a title are seen on a narrow phone."""


@pytest.mark.parametrize(
    ("folder", "query", "language"),
    [(KNOWLEDGE, "Moskau", "de"), (KNOWLEDGE, "Moscow", "en"), (HANSE, "Stralsund", "de"), (HANSE, "Stralsund", "en")],
)
def test_titles_begin_with_what_the_statement_is_about(folder: Path, query: str, language: str) -> None:
    offers = InlineDesk(app(folder).room).offers(query, language)
    assert len(offers) > 3
    begun = {offer.title[:SEEN] for offer in offers}
    assert len(begun) > len(offers) / 2
    assert all(offer.title[0] == offer.title[0].upper() for offer in offers)
    assert all(app(folder).knowledge.deals[offer.fact.split("/")[0]].title[language] in offer.title for offer in offers)


@pytest.mark.parametrize(
    ("question", "beginning"), [("how many countries?", "No. of"), ("wie viele länder?", "Zahl der")]
)
def test_so_do_the_readings_of_an_unclear_question(question: str, beginning: str) -> None:
    assert any(choice.label.startswith(beginning) for choice in reply(question).choices)
