from collections import Counter
from dataclasses import replace

import pytest

from bot.facts.model import Fact, Knowledge
from bot.proof.examples import Example, examples_of
from bot.proof.samples import sample_of

MANY, FEW = 60, 20


@pytest.fixture(scope="module")
def examples(small: Knowledge) -> list[Example]:
    """Two facts, one asked three times as often as the other, as often in each language."""
    pattern = small.facts["night-train/name"]

    def asked(name: str, number: int) -> Fact:
        questions = {language: tuple(f"{name} {n} {language}?" for n in range(number)) for language in ("de", "en")}
        return replace(pattern, id=f"deal/{name}", questions=questions, yes={}, no={})

    return list(examples_of([asked("often", MANY), asked("seldom", FEW)]))


def counts(sample: list[Example]) -> Counter[tuple[str, str]]:
    return Counter((example.fact.id, example.language) for example in sample)


def test_facts_and_languages_are_drawn_in_proportion(examples: list[Example]) -> None:
    drawn = counts(sample_of(examples, 40))
    assert sum(drawn.values()) == 40
    for language in ("de", "en"):
        assert abs(drawn["deal/often", language] - 15) <= 2
        assert abs(drawn["deal/seldom", language] - 5) <= 2


def test_each_fact_has_one_in_each_language_before_any_has_two(examples: list[Example]) -> None:
    assert set(counts(sample_of(examples, 4)).values()) == {1}
    assert sorted(counts(sample_of(examples, 5)).values()) == [1, 1, 1, 2]


def test_never_more_are_drawn_than_wanted_nor_one_twice(examples: list[Example]) -> None:
    for most in (0, 1, 3, 17, 159, 160, 500):
        sample = sample_of(examples, most)
        assert len({example.question for example in sample}) == len(sample) == min(most, len(examples))


def test_a_seed_draws_the_same_again_in_the_order_of_the_files(examples: list[Example]) -> None:
    sample = sample_of(examples, 40, seed=7)
    assert sample == sample_of(examples, 40, seed=7)
    assert sample == [example for example in examples if example in sample]
    assert sample != sample_of(examples, 40, seed=8)


def test_what_is_drawn_in_german_is_not_what_is_drawn_in_english(examples: list[Example]) -> None:
    sample = sample_of(examples, 40)
    german, english = (
        {example.number for example in sample if (example.fact.id, example.language) == ("deal/often", language)}
        for language in ("de", "en")
    )
    assert german != english
