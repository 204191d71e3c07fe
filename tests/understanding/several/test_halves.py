"""Comparisons whose halves are questions of their own: what is compared stands apart from what is asked about it."""

from pathlib import Path

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome
from tests.apps import HANSE, KNOWLEDGE, app, reply


def facts(question: str, folder: Path = KNOWLEDGE) -> tuple[str, ...]:
    return app(folder).desk.answer(question, Conversation(), None, 0.0)[0].facts


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "What takes more time: an order to the pick-up point in Moscow or a new shop opening on Tmall Global?",
            ("aliexpress-moscow/delivery_time", "tmall-brands/registration_time"),
        ),
        (
            "Was braucht länger, ein Paket nach Moskau oder die Eröffnung eines Stores auf Tmall Global?",
            ("aliexpress-moscow/delivery_time", "tmall-brands/registration_time"),
        ),
        (
            "Customers of JD.com vs. members of Amazon Prime. Who has more?",
            ("jd-europe/customers", "amazon-prime/members"),
        ),
        (
            "Which was earlier, AliExpress's contract with SPSR or the planned start of Alibaba in Brussels?",
            ("aliexpress-moscow/date_signed", "alibaba-brussels/start_date"),
        ),
    ],
)
def test_a_comparative_asks_each_half_for_its_figure(question: str, expected: tuple[str, ...]) -> None:
    assert facts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Alvin Liu und Jeff Zhang: wer leitet was?", ("tmall-brands/alvin_liu_role", "tmall-pavilions/zhang_role")),
        ("Alvin Liu or Jeff Zhang, who runs what?", ("tmall-brands/alvin_liu_role", "tmall-pavilions/zhang_role")),
        (
            "Margarete Schramböck und Theresa May, welches Amt hat wer?",
            ("jd-austria/schramboeck_role", "jd-uk/may_role"),
        ),
    ],
)
def test_who_does_what_is_asked_of_each(question: str, expected: tuple[str, ...]) -> None:
    assert facts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "25.000 und 92: welche Zahl steht bei Tmall Global wofür?",
            ("tmall-brands/brand_count", "tmall-brands/country_count"),
        ),
        (
            "26 countries and 92 countries, which figure means what?",
            ("juhuasuan-embassies/embassies", "tmall-brands/country_count"),
        ),
    ],
)
def test_figures_are_asked_for_what_they_mean(question: str, expected: tuple[str, ...]) -> None:
    assert facts(question) == expected


def test_two_without_a_question_are_set_against_each_other() -> None:
    question = "the number of JD's customers next to the number of Prime members"
    assert facts(question) == ("jd-europe/customers", "amazon-prime/members")


def test_it_holds_for_any_folder() -> None:
    asked = "Which came first: the founding of the Kontor in Bergen or the founding of the new Hanse?"
    assert facts(asked, HANSE) == ("bergen-kontor/founding", "new-hanse-1980/founding")


@pytest.mark.parametrize(
    "question",
    [
        "Who is older, Jack Ma or Richard Liu?",
        "What was dearer: Intime for Alibaba or Whole Foods for Amazon?",
        "Wer hat mehr Lagerhallen: JD.com oder Amazon?",
    ],
)
def test_halves_that_are_not_both_told_are_not_compared(question: str) -> None:
    assert reply(question).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    "question",
    [
        "Theresa May and Richard Liu: where did they meet?",
        "What did the embassies of 26 countries and Alibaba agree on Juhuasuan?",
    ],
)
def test_what_one_fact_tells_of_both_stays_one_question(question: str) -> None:
    assert len(facts(question)) < 3
    assert len({fact.split("/")[0] for fact in facts(question)}) == 1


@pytest.mark.parametrize(
    ("dotted", "plain"),
    [
        ("Unterschied in der Logistik von JD.com bzw. Alibaba?", "Unterschied in der Logistik von JD.com bzw Alibaba?"),
        ("How many brands approx. does Tmall Global have?", "How many brands approx does Tmall Global have?"),
        ("Was war am 5. Februar 2014 mit SPSR?", "Was war am 5 Februar 2014 mit SPSR?"),
    ],
)
def test_an_abbreviation_ends_no_sentence(dotted: str, plain: str) -> None:
    assert facts(dotted) == facts(plain)
    assert facts(dotted)


def test_a_sentence_still_ends_at_a_full_stop() -> None:
    assert facts("I read about Jack Ma. Who signed for Austria?")[0] == "jd-austria/signatory"


@pytest.mark.parametrize(
    "question",
    [
        "5 or 3 years: how long does the UK deal run?",
        "3 oder 5 Jahre: wie lange läuft das britische Abkommen?",
    ],
)
def test_figures_to_choose_from_are_no_halves(question: str) -> None:
    assert facts(question) == ("jd-uk/term",)


def test_what_persons_did_is_not_their_role() -> None:
    asked = "Who signed what: Theresa May or Margarete Schramböck?"
    assert set(facts(asked)) == {"jd-uk/signatory", "jd-austria/signatory"}


@pytest.mark.parametrize(
    "question",
    [
        "I changed my mind. How many members has Prime?",
        "The sum is 2.3 mn. Who founded JD?",
        "It's number 5. May I ask who founded JD?",
    ],
)
def test_a_question_begins_behind_its_full_stop(question: str) -> None:
    assert reply(question).outcome is Outcome.ANSWER


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Austria vs UK: who signed?", {"jd-austria/signatory", "jd-uk/signatory"}),
        ("Österreich und Großbritannien: wer hat jeweils unterschrieben?", {"jd-austria/signatory", "jd-uk/signatory"}),
        (
            "Intime and Hema: which one was bought, which one has how many shops?",
            {"alibaba-retail/intime", "alibaba-retail/hema"},
        ),
        (
            "Hema und Intime: was ist das Kaufhaus, was die Supermarktkette?",
            {"alibaba-retail/intime", "alibaba-retail/hema_owner"},
        ),
    ],
)
def test_what_each_did_or_is_is_told_of_each(question: str, expected: set[str]) -> None:
    assert set(facts(question)) == expected


def test_a_side_without_a_figure_of_what_is_said_is_named_as_lacking() -> None:
    assert facts("Bergen or Novgorod: which was founded earlier?", HANSE) == ("bergen-kontor/founding",)
    assert facts("Bergen oder Nowgorod: was wurde früher gegründet?", HANSE) == ("bergen-kontor/founding",)


@pytest.mark.parametrize(
    "question",
    [
        "Worin unterscheiden sich die Botschaften von Jack Ma von den Länder-Pavillons?",
        "How do Jack Ma's embassies differ from the country pavilions?",
    ],
)
def test_a_person_says_whose_deal_is_compared(question: str) -> None:
    assert {"alibaba-brussels/overview", "tmall-pavilions/overview"} <= set(facts(question))
