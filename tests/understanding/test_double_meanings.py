"""Words that name something of their own as well as saying what a deal does."""

import pytest

from tests import apps


def concepts(question: str) -> set[str]:
    return {key for unit in apps.analyse(question).units for key in unit.keys}


@pytest.mark.parametrize(
    ("question", "misled"),
    [
        ("Is there a ferry to Dover?", "delivery"),
        ("How do I cook a turkey?", "failure"),
        ("Is there a cement factory?", "conclude"),
        ("How long is the minister's tenure?", "duration_of_deal"),
        ("Wie viele Kunden bringt die Akquise?", "takeover"),
        ("Wofür ist die Ausgabestelle ausgelegt für heuer?", "pay"),
        ("Kann ich mich freikaufen?", "takeover"),
    ],
)
def test_a_word_with_another_meaning_leaves_the_deals_alone(question: str, misled: str) -> None:
    assert misled not in concepts(question)


@pytest.mark.parametrize(
    ("question", "concept"),
    [
        ("Which goods go like hot cakes?", "popular"),
        ("Was geht weg wie warme Semmeln?", "popular"),
        ("Who is the minister's opposite number?", "party_to_deal"),
    ],
)
def test_an_idiom_says_what_it_means(question: str, concept: str) -> None:
    assert concept in concepts(question)
