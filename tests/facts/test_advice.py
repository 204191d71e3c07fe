from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.facts.advice import ENOUGH, WORST, Remark, advise
from bot.facts.model import Fact, Knowledge


def remarks(knowledge: Knowledge) -> tuple[Remark, Remark]:
    examples, unanswered = advise(knowledge)
    return examples, unanswered


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
    """The small folder with these facts alone."""
    return lambda *facts: replace(small, facts={fact.id: fact for fact in facts})


@pytest.fixture
def fact(small: Knowledge) -> Fact:
    return small.facts["survey/sleepers"]


def test_eight_in_each_language_are_enough_to_begin_with(holding: Callable[..., Knowledge], fact: Fact) -> None:
    examples, _ = remarks(holding(asked(fact, ENOUGH, ENOUGH)))
    assert (examples.count, examples.line) == (0, "8 or more example questions a fact and language")


def test_seven_in_one_language_are_few_however_many_the_other_has(
    holding: Callable[..., Knowledge], fact: Fact
) -> None:
    examples, _ = remarks(holding(asked(fact, 30, ENOUGH - 1)))
    assert examples.line == (
        "facts with fewer than 8 example questions in a language: 1 of 1; survey/asked (30 de, 7 en)"
    )


def test_the_worst_five_are_named_and_the_others_counted(holding: Callable[..., Knowledge], fact: Fact) -> None:
    facts = [asked(fact, ENOUGH - 1, number, f"f{number}") for number in (7, 3, 5, 1, 6, 2, 4)]
    examples, _ = remarks(holding(*facts))
    assert examples.count == 7
    assert [worst.split(" ")[0] for worst in examples.worst] == [f"survey/f{number}" for number in range(1, WORST + 1)]
    assert examples.line.endswith("survey/f5 (7 de, 5 en) and 2 more")


def test_deals_that_hold_no_near_misses_are_named_with_the_longest_first(small: Knowledge) -> None:
    _, unanswered = remarks(small)
    assert unanswered.count == sum(not deal.unanswered for deal in small.deals.values())
    lengths = [len(small.deals[deal].facts) for deal in unanswered.worst]
    assert lengths == sorted(lengths, reverse=True)


def test_a_deal_that_says_what_is_not_told_is_well(small: Knowledge) -> None:
    told = {deal.id: replace(deal, unanswered={"fare": {"de": ("Wie viel?",)}}) for deal in small.deals.values()}
    _, unanswered = remarks(replace(small, deals=told))
    assert unanswered.line == "what the sources don't tell, for every deal"
