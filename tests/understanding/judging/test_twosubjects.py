"""Comparisons of two subjects, which may be named by the names of deals: each side's figure, or whose is lacking."""

from pathlib import Path

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome
from tests.apps import HANSE, KNOWLEDGE, SUBJECTS, app


def facts(question: str, folder: Path = KNOWLEDGE) -> set[str]:
    return set(app(folder).desk.answer(question, Conversation(), None, 0.0)[0].facts)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Was läuft länger, das Briten-Abkommen oder das Importprogramm?",
            {"jd-uk/term", "import-programme/term"},
        ),
        ("What lasts longer, the UK deal or the import programme?", {"jd-uk/term", "import-programme/term"}),
        ("Which is worth more, the import programme or the British deal?", {"jd-uk/amount", "import-programme/size"}),
        (
            "Wo machen mehr Länder mit, bei Safe.Shop oder bei den Pavillons?",
            {"safe-shop/countries", "tmall-pavilions/participant_count"},
        ),
        (
            "Was kam zuerst, der Vertrag mit SPSR oder die Meldung zu Amazon Prime?",
            {"aliexpress-moscow/date_signed", "amazon-prime/published"},
        ),
    ],
)
def test_a_comparative_asks_each_side_for_its_kind_of_figure(question: str, expected: set[str]) -> None:
    assert facts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wer zahlte mehr Schadenersatz, England oder Norwegen?", {"utrecht-1474/damages", "kalmar-1285/compensation"}),
        (
            "Which was founded earlier, the Kontor in Bergen or the new Hanse?",
            {"bergen-kontor/founding", "new-hanse-1980/founding"},
        ),
    ],
)
def test_it_holds_for_any_folder(question: str, expected: set[str]) -> None:
    assert facts(question, HANSE) == expected


@pytest.mark.parametrize(
    ("question", "fact", "untold"),
    [
        (
            "Wer plant mehr Marken, JD oder Tmall?",
            "tmall-brands/new_brands",
            "Zu JD.com nennen unsere Quellen die Zahl der neuen Marken nicht.",
        ),
        (
            "Who has more customers, JD or Alibaba?",
            "jd-europe/customers",
            "Our sources don’t give the number of customers for Alibaba.",
        ),
    ],
)
def test_whose_figure_is_lacking_is_said(question: str, fact: str, untold: str) -> None:
    reply, _ = app().desk.answer(question, Conversation(), None, 0.0)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts == (fact,)
    assert reply.blocks[-1] == untold


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Vergleiche das Abkommen mit Österreich und das mit Großbritannien",
            {"jd-austria/overview", "jd-uk/overview"},
        ),
        ("Compare the deal with Austria and the one with the UK", {"jd-austria/overview", "jd-uk/overview"}),
        (
            "Worin unterscheiden sich Juhuasuan und die Pavillons?",
            {"juhuasuan-embassies/overview", "tmall-pavilions/overview"},
        ),
    ],
)
def test_two_deals_side_by_side_are_told_by_what_they_are(question: str, expected: set[str]) -> None:
    assert facts(question) >= expected


@pytest.mark.parametrize("question", ["Is JD.com almost as big as Amazon?", "Ist JD fast so groß wie Amazon?"])
def test_one_fact_that_holds_both_compares_them_itself(question: str) -> None:
    assert facts(question) == {"jd-europe/rank"}


def test_how_many_each_is_about_both_sides() -> None:
    question = "Wo sind mehr Länder beteiligt, bei den Pavillons oder bei Juhuasuan, und wie viele jeweils?"
    assert {"tmall-pavilions/participant_count", "juhuasuan-embassies/embassies"} <= facts(question)


@pytest.mark.parametrize("question", ["Who is bigger, JD.com or Amazon?", "Wer ist größer, Amazon oder JD?"])
def test_a_fact_that_compares_both_itself_is_told(question: str) -> None:
    assert facts(question) == {"jd-europe/rank"}


@pytest.mark.parametrize(
    ("first", "then", "compare"),
    [
        ("Was ist der Deal mit Österreich?", "und der mit Großbritannien?", "Vergleiche die beiden"),
        ("What is the Austrian deal?", "And the UK deal?", "compare them"),
    ],
)
def test_the_two_are_those_talked_about_last(first: str, then: str, compare: str) -> None:
    desk, conversation = app(KNOWLEDGE).desk, Conversation()
    for turn in (first, then):
        _, conversation = desk.answer(turn, conversation, None, 0.0)
    assert desk.answer(compare, conversation, None, 0.0)[0].facts == ("jd-austria/overview", "jd-uk/overview")


def test_one_deal_is_compared_with_nothing() -> None:
    desk = app(KNOWLEDGE).desk
    _, conversation = desk.answer("What is the import programme?", Conversation(), None, 0.0)
    assert desk.answer("compare the two", conversation, None, 0.0)[0].outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question", ["Which company is older, Flipkart or Lazada?", "Welche Firma ist älter, Flipkart oder Lazada?"]
)
def test_how_old_a_firm_is_tells_when_it_was_founded_not_when_it_was_bought(question: str) -> None:
    assert facts(question, SUBJECTS / "modern") == {"walmart-flipkart/founders", "alibaba-lazada/founded"}


@pytest.mark.parametrize(
    "question",
    [
        "Was weiß man über das britische JD-Abkommen im Vergleich zum österreichischen?",
        "Wie unterscheidet sich der Briten-Deal vom Österreich-Deal?",
        "How does the UK deal differ from the Austrian one?",
        "How is the Austrian agreement different from the British one?",
    ],
)
def test_two_deals_that_are_merely_compared_are_both_told_though_one_fact_speaks_of_both(question: str) -> None:
    assert facts(question) >= {"jd-uk/overview", "jd-austria/overview"}


def test_what_a_rivals_deal_says_of_a_firm_is_not_its_side() -> None:
    told = facts("Compare how JD.com and Alibaba want to help foreign merchants reach Chinese customers.")
    assert {fact.split("/")[0] for fact in told} == {"jd-europe", "tmall-pavilions"}
