"""Those of a kind in deals and articles: whoever is named there is called, and nobody else."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import reply

HANSE, MODERN = apps.SUBJECTS / "hanse", apps.SUBJECTS / "modern"


@pytest.mark.parametrize(
    "question",
    [
        "Welche Personen haben bei den JD-Deals mit London und Wien unterschrieben oder verhandelt?",
        "Which people signed or negotiated in the deals with London and Vienna?",
    ],
)
def test_two_deeds_together_ask_for_whoever_took_part(question: str) -> None:
    said = reply(question)
    for name in ("Richard Liu", "Theresa May", "Margarete Schramböck"):
        assert name in said.blocks[1]


@pytest.mark.parametrize(
    "question", ["Which people signed the UK deal?", "Welche Personen unterschrieben den UK-Deal?"]
)
def test_one_deed_asks_for_whoever_did_it(question: str) -> None:
    assert reply(question).facts[0] == "jd-uk/signatory"


@pytest.mark.parametrize(
    "question", ["Which companies are named in the Moscow article?", "Welche Firmen nennt der Artikel über Moskau?"]
)
def test_an_article_stands_for_all_that_it_tells_of(question: str) -> None:
    listed = reply(question).blocks[1]
    assert all(name in listed for name in ("AliExpress", "SPSR Express", "China Smart Logistics"))
    assert "JD.com" not in listed


@pytest.mark.parametrize(
    "question",
    ["Which companies of Alibaba are named in the articles?", "Welche Firmen von Alibaba nennen die Artikel?"],
)
def test_whose_they_are_names_no_article(question: str) -> None:
    assert "SPSR" not in " ".join(reply(question).blocks)


@pytest.mark.parametrize(
    "question", ["Who are the partners in the British deal?", "Wer sind die Partner beim britischen Deal?"]
)
def test_partners_are_told_and_not_called(question: str) -> None:
    assert reply(question).facts[0] == "jd-uk/parties"


@pytest.mark.parametrize(
    "question",
    [
        "Which countries are mentioned in the article on pavilions?",
        "Welche Länder nennt der Artikel über die Pavillons?",
    ],
)
def test_where_a_fact_lists_the_countries_it_tells_them(question: str) -> None:
    assert reply(question).facts[0] == "tmall-pavilions/participants"


@pytest.mark.parametrize(
    ("question", "named", "unnamed"),
    [
        ("Who are the people in the LinkedIn deal?", "Satya Nadella", "Tim Steiner"),
        ("Welche Personen werden in den Artikeln über Ocado und Whole Foods genannt?", "Tim Steiner", "Satya Nadella"),
    ],
)
def test_so_it_is_with_other_deals(question: str, named: str, unnamed: str) -> None:
    listed = reply(question, folder=MODERN).blocks[1]
    assert named in listed
    assert unnamed not in listed


@pytest.mark.parametrize(
    "question",
    [
        "Which towns are named in the Confederation of Cologne?",
        "Welche Städte nennt die Quelle zur Kölner Konföderation?",
    ],
)
def test_a_deal_may_be_called_by_the_name_of_an_alliance(question: str) -> None:
    said = reply(question, folder=HANSE)
    assert said.outcome is Outcome.ANSWER
    assert {fact.split("/")[0] for fact in said.facts} == {"confederation-1367"}


@pytest.mark.parametrize(
    "question", ["List the countries in the JD plan for Europe", "Liste die Länder im Europaplan von JD auf"]
)
def test_who_wants_a_list_of_members_gets_no_others(question: str) -> None:
    assert "•" not in " ".join(reply(question).blocks)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Wer wird im Artikel über Alipay zitiert?", "alipay-europe/informant"),
        ("Who was quoted in the Brussels article?", "alibaba-brussels/informant"),
    ],
)
def test_who_is_quoted_are_not_all_who_are_named(question: str, fact: str) -> None:
    assert reply(question).facts == (fact,)


@pytest.mark.parametrize("question", ["Everything about Theresa May", "Alles über Theresa May"])
def test_everything_about_somebody_in_a_deal_is_not_the_whole_deal(question: str) -> None:
    assert "jd-uk/term" not in reply(question).facts
