"""Who else: somebody is named only to be left out, or only to say who is meant; a topic before several questions."""

import pytest

from tests.apps import analyse, reply


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Wer hat außer Schramböck unterschrieben?", "über Margarete Schramböck hinaus"),
        ("Who apart from Schramböck signed the deal?", "more on this than of Margarete Schramböck"),
        ("Welche Unternehmer trafen außer Jack Ma die Belgier?", "über Jack Ma hinaus"),
    ],
)
def test_of_nobody_else_is_told(question: str, said: str) -> None:
    told = reply(question)
    assert told.outcome == "silent"
    assert said in told.text


@pytest.mark.parametrize("question", ["Who besides the founder signed the British agreement?"])
def test_something_left_out_is_no_name_beside_it(question: str) -> None:
    assert "United Kingdom" not in reply(question).blocks[0]


@pytest.mark.parametrize(
    "question",
    [
        "How many supermarkets does Amazon's chain Hema have?",
        "Wann hat die Amazon-Tochter AliExpress unterschrieben?",
        "Wie viele Marken sind auf der Amazon-Plattform Tmall Global?",
    ],
)
def test_whose_it_is_said_to_be_must_be_so(question: str) -> None:
    told = reply(question)
    assert told.outcome == "silent"
    assert "Amazon" in told.blocks[0]


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


def test_a_question_with_a_name_of_its_own_has_no_topic_before_it() -> None:
    assert reply("Rakuten: what is it, and who founded Alibaba?").facts[-1] == "alibaba-brussels/jack_ma"


@pytest.mark.parametrize(
    "question",
    [
        "Does every brand get livestreaming?",
        "Do all brands get livestreaming?",
        "Do all brands get lower commission?",
        "Does each country have its own pavilion?",
        "Is Jack Ma the second founder of Alibaba?",
        "Ist Jack Ma der zweite Gründer von Alibaba?",
        "Does Hema have 13 more supermarkets?",
        "gibts Details zum Österreich-Deal?",
        "Did the agreement with Britain get signed in London in January?",
        "Wurde das britische Abkommen am Montag unterzeichnet?",
    ],
)
def test_what_is_nearly_so_gets_no_yes(question: str) -> None:
    told = reply(question)
    assert told.facts
    assert not told.text.startswith(("Yes.", "Ja.", "No.", "Nein."))


def test_what_is_worth_more_is_answered_by_two_sums() -> None:
    assert reply("Was ist wertvoller, Briten-Deal oder Importprogramm?").facts == (
        "jd-uk/amount",
        "import-programme/size",
    )


@pytest.mark.parametrize(
    "question",
    ["Which deals involve neither Alibaba nor JD.com?", "Welche Deals betreffen weder Alibaba noch JD.com?"],
)
def test_neither_the_one_nor_the_other_leaves_both_out(question: str) -> None:
    told = reply(question)
    assert "Alibaba" in told.blocks[0]
    assert "JD.com" in told.blocks[0]
    assert not any(fact.startswith(("alibaba-", "jd-")) for fact in told.facts)


@pytest.mark.parametrize(
    "question",
    ["Which country is neither in Europe nor in Asia?", "Welches Land ist weder in Europa noch in Asien?"],
)
def test_what_is_denied_of_both_is_answered_by_neither(question: str) -> None:
    assert reply(question).outcome == "silent"
