from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.facts.advice import ENOUGH, Remark, advise
from bot.facts.model import Deal, Fact, Knowledge


def remarks(knowledge: Knowledge) -> tuple[Remark, Remark, Remark]:
    examples, unanswered, overviews = advise(knowledge, ("definition", "subject"))
    return examples, unanswered, overviews


def asked(fact: Fact, german: int, english: int, name: str = "asked") -> Fact:
    """The fact with so many questions, the last of them answered by yes."""
    texts = {"de": tuple(f"Frage {n}?" for n in range(german)), "en": tuple(f"Question {n}?" for n in range(english))}
    return replace(
        fact,
        id=f"survey/{name}",
        questions={language: listed[:-1] for language, listed in texts.items()},
        yes={language: listed[-1:] for language, listed in texts.items()},
        no={},
    )


@pytest.fixture
def holding(small: Knowledge) -> Callable[..., Knowledge]:
    """The small folder with one deal that has these facts alone."""

    def made(*facts: Fact, **unanswered: dict[str, tuple[str, ...]]) -> Knowledge:
        deal = replace(small.deals["survey"], facts=tuple(fact.id for fact in facts), unanswered=unanswered)
        return replace(small, facts={fact.id: fact for fact in facts}, deals={"survey": deal})

    return made


@pytest.fixture
def fact(small: Knowledge) -> Fact:
    return small.facts["survey/sleepers"]


def near(german: int, english: int) -> dict[str, tuple[str, ...]]:
    """So many near misses."""
    return {"de": tuple(f"Lücke {n}?" for n in range(german)), "en": tuple(f"Gap {n}?" for n in range(english))}


def test_eight_in_each_language_are_enough_to_begin_with(holding: Callable[..., Knowledge], fact: Fact) -> None:
    examples, *_ = remarks(holding(asked(fact, ENOUGH, ENOUGH)))
    assert (examples.count, examples.line) == (0, "8 or more example questions a fact and language")
    assert examples.deals == ()


def test_seven_in_one_language_are_few_however_many_the_other_has(
    holding: Callable[..., Knowledge], fact: Fact
) -> None:
    examples, *_ = remarks(holding(asked(fact, 30, ENOUGH - 1)))
    assert examples.line == "facts with fewer than 8 example questions in a language: 1 of 1"
    assert examples.deals == ("survey: 1 of 1; asked (30 de, 7 en)",)


def test_of_each_deal_the_worst_three_are_named_and_the_others_counted(
    holding: Callable[..., Knowledge], fact: Fact
) -> None:
    facts = [asked(fact, ENOUGH - 1, number, f"f{number}") for number in (7, 3, 5, 1, 6, 2, 4)]
    examples, *_ = remarks(holding(*facts, asked(fact, ENOUGH, ENOUGH, "enough")))
    assert examples.count == 7
    assert examples.deals == ("survey: 7 of 8; f1 (7 de, 1 en), f2 (7 de, 2 en), f3 (7 de, 3 en) and 4 more",)


def test_a_deal_has_two_near_misses_a_fact_and_language_or_is_named(
    holding: Callable[..., Knowledge], fact: Fact
) -> None:
    facts = [asked(fact, ENOUGH, ENOUGH, name) for name in ("one", "two")]
    _, unanswered, _ = remarks(holding(*facts, fare=near(3, 1), train_name=near(1, 2)))
    assert unanswered.line.endswith("near misses under `unanswered` a fact and language: 1 of 1")
    assert unanswered.deals == ("survey: 4 de, 3 en for 2 facts (4 or more are advised)",)
    _, unanswered, _ = remarks(holding(*facts, fare=near(3, 2), train_name=near(1, 2)))
    assert unanswered.line == "2 or more near misses under `unanswered` a fact and language, in every deal"


@pytest.mark.parametrize(("also", "count"), [((), 1), (("subject",), 0), (("fare",), 1)])
def test_a_deal_of_several_facts_has_one_that_says_what_it_is_or_is_named(
    holding: Callable[..., Knowledge], fact: Fact, also: tuple[str, ...], count: int
) -> None:
    facts = [asked(fact, ENOUGH, ENOUGH, "one"), replace(asked(fact, ENOUGH, ENOUGH, "two"), also=also)]
    *_, overviews = remarks(holding(*facts))
    assert overviews.count == count
    if count:
        assert overviews.line.startswith("deals without an overview (a fact with `definition` or `subject`)")
        assert overviews.deals == ("survey: 2 facts",)
    else:
        assert overviews.line == "an overview in every deal of several facts"


def test_a_deal_of_a_single_fact_needs_no_overview(holding: Callable[..., Knowledge], fact: Fact) -> None:
    *_, overviews = remarks(holding(asked(fact, ENOUGH, ENOUGH)))
    assert (overviews.count, overviews.total) == (0, 0)


def several(knowledge: Knowledge) -> dict[str, Deal]:
    """The deals, each with two facts or more."""
    return {deal.id: replace(deal, facts=(*deal.facts, *deal.facts)) for deal in knowledge.deals.values()}


def test_the_deals_with_the_most_facts_come_first(small: Knowledge) -> None:
    examples, unanswered, overviews = remarks(replace(small, deals=several(small)))
    for remark in (examples, unanswered, overviews):
        assert [line.split(":")[0] for line in remark.deals] == ["night-train", "survey"]
