import pytest

from bot.understanding.utterance.wanted import named
from tests import apps
from tests.apps import analyse, app, joints


def asked(question: str) -> tuple[str, ...]:
    return app().room.recogniser.recognise(question).deals


def every() -> set[str]:
    return set(app().knowledge.deals)


@pytest.mark.parametrize(
    ("question", "names", "without"),
    [
        ("Which deals involve JD but not Amazon?", ["JD"], ["Amazon"]),
        ("Nenne alle Deals außer denen mit Österreich und Russland", [], ["Österreich", "Russland"]),
        ("List all deals but JD's", [], ["JD s"]),
        ("All deals without JD or Rakuten", [], ["JD", "Rakuten"]),
        ("Deals mit JD und Österreich", ["JD", "Österreich"], []),
        ("Deals ohne Russland, aber mit JD", ["JD"], ["Russland"]),
    ],
)
def test_a_word_before_a_name_leaves_it_out(question: str, names: list[str], without: list[str]) -> None:
    found, left_out = named(analyse(question), joints())
    assert [unit.text for unit in found] == names
    assert [unit.text for unit in left_out] == without


@pytest.mark.parametrize("question", ["Nenne alle Deals ohne JD", "List all deals except JD's"])
def test_deals_of_whoever_is_left_out_are_not_listed(question: str) -> None:
    deals = set(asked(question))
    assert deals
    assert deals == every() - set(asked("Which deals does JD have?"))


def test_one_of_several_countries_is_enough() -> None:
    either = set(asked("Welche Abkommen gibt es mit Österreich oder Großbritannien?"))
    assert either == set(asked("Welche Abkommen gibt es mit Österreich?")) | set(
        asked("Welche Abkommen gibt es mit Großbritannien?")
    )


def test_between_two_both_must_be_there() -> None:
    between = set(asked("Which deals are there between JD and Amazon?"))
    assert between == set(asked("Which deals involve JD?")) & set(asked("Which deals involve Amazon?"))


def test_the_lead_says_who_is_left_out() -> None:
    for question, lead in (
        ("Nenne alle Deals ohne JD", "Ohne JD.com nennen unsere Quellen 14 Deals:"),
        ("List all deals without JD", "Without JD.com, our sources name 14 deals:"),
    ):
        reply = apps.reply(question)
        assert reply.text.startswith(lead)


MODERN = apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    ("question", "deals"),
    [
        ("Which takeovers are there?", 5),
        ("Welche Übernahmen gab es?", 5),
        ("Which takeovers involve Zalando?", 1),
        ("Welche Übernahmen und Verkäufe gab es 2017?", 2),
        ("Which joint ventures are there?", 1),
    ],
)
def test_deals_are_listed_by_what_they_do(question: str, deals: int) -> None:
    assert len(app(MODERN).room.recogniser.recognise(question).deals) == deals


@pytest.mark.parametrize(
    "question",
    [
        "When was the Flipkart takeover completed?",  # a single one
        "Which takeovers were not in 2017?",
        "Which takeovers were announced in 2016?",  # none is *only* announced, which denies nothing
        "Which takeovers did Alibaba make?",  # it bought into Lazada
        "Which takeovers did Salesforce make?",  # it merely bid
    ],
)
def test_what_is_called_so_is_listed_only_if_it_surely_is(question: str) -> None:
    assert not app(MODERN).room.recogniser.recognise(question).deals


def test_a_takeover_is_its_parties() -> None:
    assert app(MODERN).room.recogniser.recognise("Which takeovers did Microsoft make?").deals == ("microsoft-linkedin",)


def test_the_lead_of_such_a_list_counts_nothing_else() -> None:
    assert apps.reply("How many takeovers were there in 2017?", folder=MODERN).text.startswith("There are 2 ")
