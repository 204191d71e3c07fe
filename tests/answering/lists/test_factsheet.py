"""What is wanted all at once: a deal's figures, sums, dates, or the most important of it."""

import re

import pytest

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Outcome, Reply
from bot.facts.values import Count, Date, Duration, Money, Percentage, Range
from tests.apps import HANSE, KNOWLEDGE, app, reply


def of(said: Reply) -> set[str]:
    return {fact.split("/")[0] for fact in said.facts}


@pytest.mark.parametrize(
    ("question", "deal", "named"),
    [
        ("Welche Kennzahlen gibt es zum Abholzentrum in Moskau?", "aliexpress-moscow", "AliExpress und SPSR Express"),
        ("key figures of the AliExpress pick-up centre in Moscow, please", "aliexpress-moscow", "AliExpress and SPSR"),
        ("Amazon Prime: alle Zahlen als Liste", "amazon-prime", "Amazon Prime"),
        ("stats on the import programme", "import-programme", "import programme"),
    ],
)
def test_the_figures_of_a_deal_are_told_together(question: str, deal: str, named: str) -> None:
    said = reply(question)
    assert of(said) == {deal}
    assert named in said.blocks[0]
    values = [app(KNOWLEDGE).knowledge.facts[fact].value for fact in said.facts]
    assert all(isinstance(value, Count | Money | Percentage | Range | Duration) for value in values)
    assert len(said.references) >= 1


@pytest.mark.parametrize("question", ["Which sums are told for the UK deal?", "Welche Beträge gibt es beim UK-Deal?"])
def test_sums_are_money(question: str) -> None:
    said = reply(question)
    assert said.facts
    assert all(isinstance(app(KNOWLEDGE).knowledge.facts[fact].value, Money) for fact in said.facts)


@pytest.mark.parametrize("question", ["Welche Termine und Fristen hat der UK-Deal?", "the deadlines of the UK deal"])
def test_dates_are_dates_or_periods(question: str) -> None:
    said = reply(question)
    assert {"jd-uk/date_signed", "jd-uk/term"} <= set(said.facts)
    assert all(isinstance(app(KNOWLEDGE).knowledge.facts[fact].value, Date | Duration) for fact in said.facts)


@pytest.mark.parametrize("question", ["All dates of the Steelyard", "Alle Jahreszahlen zum Stalhof"])
def test_dates_that_facts_tell_beside_something_else_are_told_too(question: str) -> None:
    said = reply(question, folder=HANSE)
    assert {"1282", "1853"} <= set(re.findall(r"\d{4}", "".join(said.blocks)))


@pytest.mark.parametrize(
    ("question", "deal", "held"),
    [
        ("Alles zu About You, was ihr habt", "about-you", {"about-you/definition", "about-you/launch"}),
        ("all you have on Safe.Shop, in bullet points", "safe-shop", {"safe-shop/definition", "safe-shop/countries"}),
    ],
)
def test_everything_is_the_most_important_and_says_how_much_is_left(question: str, deal: str, held: set[str]) -> None:
    said = reply(question)
    assert held <= set(said.facts)
    assert of(said) == {deal}
    left = len(app(KNOWLEDGE).knowledge.deals[deal].facts) - len(said.facts)
    assert bool(left) is ("/deal" in said.blocks[-1])


def test_the_figures_on_a_company_come_from_all_its_deals() -> None:
    said = reply("numbers on JD.com")
    assert {"jd-europe/customers", "jd-uk/amount"} <= set(said.facts)
    assert "JD.com" in said.blocks[0]


@pytest.mark.parametrize(
    ("first", "then"), [("Was ist der UK-Deal?", "Und die Kennzahlen?"), ("the UK deal", "stats?")]
)
def test_after_an_answer_the_deal_need_not_be_named(first: str, then: str) -> None:
    desk = app(KNOWLEDGE).desk
    _, conversation = desk.answer(first, Conversation(), None, 0.0)
    said, _ = desk.answer(then, conversation, None, 5.0)
    assert of(said) == {"jd-uk"}
    assert len(said.facts) > 1


@pytest.mark.parametrize(
    "question",
    [
        "Kennzahlen",  # of what?
        "Which figures did Theresa May name for the pavilions?",
        "What sums did Spain pay for the import programme?",
        "Are the figures on JD.com audited?",
    ],
)
def test_more_than_that_is_weighed_as_any_question(question: str) -> None:
    assert reply(question).outcome is not Outcome.ANSWER


def test_it_holds_for_any_folder() -> None:
    said, _ = app(HANSE).desk.answer("alles über das Kontor in Bergen", Conversation(), None, 0.0)
    assert of(said) == {"bergen-kontor"}
    assert len(said.facts) > 2


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("key figures of the UK deal", "who signed it?", "jd-uk/signatory"),
        ("Alles über Safe.Shop", "Kommen noch mehr Länder dazu?", "safe-shop/growth"),
    ],
)
def test_the_conversation_goes_on_about_its_deal(first: str, then: str, expected: str) -> None:
    desk = app(KNOWLEDGE).desk
    _, conversation = desk.answer("Who signed for Austria?", Conversation(), None, 0.0)
    _, conversation = desk.answer(first, conversation, None, 5.0)
    assert desk.answer(then, conversation, None, 10.0)[0].facts[0] == expected


@pytest.mark.parametrize(
    "question",
    [
        "numbers of brands on Tmall Global",
        "Who gave the figures of the UK deal?",
        "key figures of Belgium",
        "What is that JD agreement of the Austrians all about?",
    ],
)
def test_what_asks_for_something_else_is_no_sheet(question: str) -> None:
    recognition = app(KNOWLEDGE).room.recogniser.recognise(question)
    assert recognition.sheet is None


@pytest.mark.parametrize(
    "question",
    [
        "Welche Zahlen nennt Tmall Global zu den schon registrierten Marken? Bitte alle.",
        "Which figures does Tmall Global give on the brands that are registered already?",
    ],
)
def test_the_figures_on_one_thing_are_told_together(question: str) -> None:
    said = reply(question)
    assert {"tmall-brands/brand_count", "tmall-brands/country_count"} <= set(said.facts)
    assert of(said) == {"tmall-brands"}


@pytest.mark.parametrize(
    ("question", "deals"),
    [
        ("alles über Amazon bitte, was da so steht", {"amazon-prime", "amazon-whole-foods"}),
        ("everything about Amazon", {"amazon-prime", "amazon-whole-foods"}),
        ("Everything on Belgium, please", {"alibaba-brussels", "about-you"}),
    ],
)
def test_everything_about_whom_several_deals_name_is_each_of_them(question: str, deals: set[str]) -> None:
    told = reply(question)
    assert told.outcome is Outcome.ANSWER
    assert of(told) == deals


@pytest.mark.parametrize("question", ["alles über Amazons Aktienkurs", "everything about Amazon's share price"])
def test_but_not_where_something_of_theirs_is_asked_for(question: str) -> None:
    assert reply(question).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("question", "deal"),
    [("Was ist das Zentrum in Cambridge?", "jd-cambridge"), ("Was ist das Zentrum in Moskau?", "aliexpress-moscow")],
)
def test_what_a_thing_is_takes_up_nothing(question: str, deal: str) -> None:
    said = reply(question)
    assert said.facts == (f"{deal}/overview",)


@pytest.mark.parametrize("question", ["Safe.Shop? Was ist das?", "Safe.Shop, what is it?"])
def test_what_is_named_before_is_taken_up(question: str) -> None:
    assert len(reply(question).facts) > 1
