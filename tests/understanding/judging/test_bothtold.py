"""Comparisons of which a fact tells both, of which more is known, and of what was before or after."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import HANSE, SUBJECTS, reply


@pytest.mark.parametrize(
    "question",
    [
        "How does JD differ from Alibaba and Amazon in logistics?",
        "Worin unterscheidet sich JD.com beim Versand von Amazon und Alibaba?",
    ],
)
def test_a_fact_that_compares_them_itself_stands_alone(question: str) -> None:
    assert reply(question).facts == ("jd-europe/logistics",)


@pytest.mark.parametrize(
    "question",
    [
        "Compare JD in Britain: the sales agreement with the Cambridge plan.",
        "JD's counterpart in the UK deal compared to the Austrian one - which politicians were it?",
    ],
)
def test_one_that_only_names_them_does_not(question: str) -> None:
    assert len(reply(question).facts) > 1


@pytest.mark.parametrize(
    "question",
    [
        "Do we know as much about JD's Austrian deal as about its British one?",
        "Über welchen der beiden JD-Deals weiß man mehr, den britischen oder den österreichischen?",
    ],
)
def test_of_which_more_is_known_is_seen_side_by_side(question: str) -> None:
    assert {"jd-uk/overview", "jd-austria/overview"} <= set(reply(question).facts)


@pytest.mark.parametrize(
    "question",
    [
        "How does the Peace of Utrecht differ from the Peace of Stralsund?",
        "Wie unterscheidet sich der Friede von Utrecht vom Frieden von Stralsund?",
    ],
)
def test_deals_without_an_overview_are_compared_by_what_both_tell(question: str) -> None:
    said = reply(question, folder=HANSE)
    assert said.outcome is Outcome.ANSWER
    assert said.facts[:2] == ("utrecht-1474/date", "stralsund-1370/date")


@pytest.mark.parametrize(
    ("question", "folder"),
    [
        ("Was LinkedIn bought before or after Flipkart?", "modern"),
        ("Wurde Whole Foods vor oder nach LinkedIn übernommen?", "modern"),
    ],
)
def test_before_or_after_has_neither_yes_nor_no(question: str, folder: str) -> None:
    said = reply(question, folder=SUBJECTS / folder)
    assert len(said.facts) == 2
    assert not said.text.startswith(("Yes", "No", "Ja", "Nein"))


@pytest.mark.parametrize(
    "question",
    ["Mit wem hat JD früher unterschrieben, mit den Briten oder mit Österreich?"],
)
def test_a_date_told_only_in_words_stands_beside_the_other(question: str) -> None:
    said = reply(question)
    assert said.facts == ("jd-uk/date_signed", "jd-austria/date_signed")
    assert "nennen unsere Quellen" not in said.text


@pytest.mark.parametrize(
    "question",
    ["What's the difference between Hema Xiansheng and Intime?", "Worin unterscheiden sich Hema und Intime?"],
)
def test_two_that_somebody_owns_are_told_by_that(question: str) -> None:
    assert set(reply(question).facts) == {"alibaba-retail/hema_owner", "alibaba-retail/intime"}
