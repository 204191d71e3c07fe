import pytest

from bot.answering.room.reply import Outcome
from tests import apps

HIGHER = "Which number is higher: countries with an Alibaba pavilion or countries whose embassies work with Juhuasuan?"


@pytest.mark.parametrize(
    ("question", "fact", "untold"),
    [
        (
            "Wie viele Kunden hat Alibaba im Vergleich zu JD?",
            "jd-europe/customers",
            "Zu Alibaba nennen unsere Quellen die Zahl der Kunden nicht.",
        ),
        (
            "How many customers does Alibaba have compared to JD?",
            "jd-europe/customers",
            "Our sources don’t give the number of customers for Alibaba.",
        ),
        (
            "How many supermarkets do Hema and Intime have?",
            "alibaba-retail/hema",
            "Our sources don’t give the number of stores for Intime.",
        ),
        (
            "Wie viel hat Alibaba im Vergleich zu Amazon in Läden investiert?",
            "alibaba-retail/investment",
            "Zu Amazon nennen unsere Quellen die Investition nicht.",
        ),
    ],
)
def test_a_figure_of_one_side_is_said_and_that_the_other_is_not_told(question: str, fact: str, untold: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.ANSWER
    assert reply.facts == (fact,)
    assert reply.blocks[-1] == untold
    assert reply.token is None  # no token could say it again


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        (
            "Wie viele Marken hat Tmall Global schon und wie viele sollen im Vergleich dazu noch dazukommen?",
            {"tmall-brands/brand_count", "tmall-brands/new_brands"},
        ),
        (
            HIGHER,
            {"tmall-pavilions/participant_count", "juhuasuan-embassies/embassies"},
        ),
    ],
)
def test_figures_that_both_sides_have_stand_side_by_side(question: str, facts: set[str]) -> None:
    reply = apps.reply(question)
    assert set(reply.facts) == facts


def test_a_second_question_about_somebody_else_compares_nothing() -> None:
    question = "JD has 266 million customers, so how many exactly does Amazon have?"
    reply = apps.reply(question)
    assert reply.outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does Alibaba have more customers than JD?", "Our sources don’t give the number of customers for Alibaba."),
        ("Hat Alibaba mehr Kunden als JD?", "Zu Alibaba nennen unsere Quellen die Zahl der Kunden nicht."),
    ],
)
def test_what_stands_below_is_not_said_to_be_missing(question: str, said: str) -> None:
    reply = apps.reply(question)
    assert reply.blocks[0] == said
    assert reply.facts == ("jd-europe/customers",)


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("JD UK: amount, term, share price", ("jd-uk/amount", "jd-uk/term")),
        (
            "AliExpress in Moskau (Lieferzeit, Partner)?",
            ("aliexpress-moscow/delivery_time", "aliexpress-moscow/partner"),
        ),
    ],
)
def test_each_item_of_an_enumeration_is_told(question: str, facts: tuple[str, ...]) -> None:
    assert apps.reply(question).facts == facts


def test_what_isnt_told_of_an_enumeration_is_named() -> None:
    assert "On “share price" in apps.reply("JD UK: amount, term, share price").text


def test_things_of_different_deals_are_no_enumeration() -> None:
    assert apps.reply("welches Handy ist besser, iPhone oder Samsung").outcome != "answer"


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        (
            "JD's research site in Cambridge versus Alibaba's outpost in Brussels: what year was planned for each?",
            ("jd-cambridge/start_date", "alibaba-brussels/start_date"),
        ),
        ("Comparing JD in Austria with JD in Britain: who signed?", ("jd-austria/signatory", "jd-uk/signatory")),
        (
            "Der Briten-Deal von JD vs. das Importprogramm von Alibaba: wie hoch ist die Summe?",
            ("jd-uk/amount", "import-programme/size"),
        ),
    ],
)
def test_two_before_a_colon_are_asked_what_stands_behind_it(question: str, facts: tuple[str, ...]) -> None:
    assert apps.reply(question).facts == facts
