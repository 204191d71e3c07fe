"""Who else: somebody is named only to be left out, or only to say who is meant; a topic before several questions."""

import pytest

from tests.apps import analyse, reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wer hat außer Schramböck unterschrieben?", "Von anderen als Margarete Schramböck"),
        ("Who apart from Schramböck signed the deal?", "anybody besides Margarete Schramböck"),
        ("Welche Unternehmer trafen außer Jack Ma die Belgier?", "Von anderen als Jack Ma sagen"),
    ],
)
def test_of_nobody_else_is_told(question: str, said: str) -> None:
    told = reply(question)
    assert told.outcome == "silent"
    assert said in told.text


def test_a_list_tells_the_rest_of_it() -> None:
    assert reply("Which countries other than Spain have a pavilion?").text.startswith(
        "Other than Spain: the United States"
    )


@pytest.mark.parametrize(
    "question",
    [
        "Since when has Alibaba's rival JD.com had an eye on Europe?",
        "Seit wann schielt der Alibaba-Rivale JD.com auf Europa?",
    ],
)
def test_a_name_that_only_describes_another_asks_for_nothing(question: str) -> None:
    assert reply(question).facts == ("jd-europe/europe_since",)


def test_it_does_where_just_that_is_asked() -> None:
    weights = {unit.text: unit.weight for unit in analyse("Is Amazon's rival JD.com?").names}
    assert len(set(weights.values())) == 1


def test_a_topic_is_that_of_each_question_behind_it() -> None:
    told = reply("Germany: what's JD's plan for it, and what's the status with Alibaba's pavilions?")
    assert told.facts[-1] == "tmall-pavilions/germany"


def test_every_brand_is_not_just_the_best() -> None:
    assert not reply("Does every brand get livestreaming?").text.startswith("Yes")


def test_what_is_worth_more_is_answered_by_two_sums() -> None:
    assert reply("Was ist wertvoller, Briten-Deal oder Importprogramm?").facts == (
        "jd-uk/amount",
        "import-programme/size",
    )
