"""Clarifications answered by typing, and the same question turned to another deal by its name."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import app, reply


def said(*turns: str) -> tuple[str, ...]:
    """The facts stated in the last turn of a conversation."""
    return reply(*turns).facts


def offered(question: str) -> list[str]:
    asked_back = reply(question)
    assert asked_back.outcome is Outcome.CLARIFY
    found = [app().room.tokens.resolve(choice.token) for choice in asked_back.choices]
    return [one[1] for one in found if one]


@pytest.mark.parametrize(
    ("question", "typed", "place"),
    [
        ("Wann wurde das unterschrieben?", "das zweite", 1),
        ("Wann wurde das unterschrieben?", "2", 1),
        ("When was it signed?", "the first one", 0),
        ("When was it signed?", "the last one, please", -1),
    ],
)
def test_a_choice_may_be_typed_by_its_place(question: str, typed: str, place: int) -> None:
    assert said(question, typed) == (offered(question)[place],)


@pytest.mark.parametrize(
    ("question", "typed", "fact"),
    [
        ("Wann wurde das unterschrieben?", "Österreich", "jd-austria/date_signed"),
        ("When was it signed?", "the AliExpress one", "aliexpress-moscow/date_signed"),
        ("wer hat unterschrieben?", "das österreichische", "jd-austria/signatory"),
        ("how many countries?", "Juhuasuan", "juhuasuan-embassies/embassies"),
        ("Wie viele Länder?", "die Pavillons", "tmall-pavilions/participant_count"),
    ],
)
def test_a_choice_may_be_typed_in_words(question: str, typed: str, fact: str) -> None:
    assert said(question, typed) == (fact,)


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("Wie viele Kunden hat JD.com?", "jd-europe/customers"),
        ("Was ist Safe.Shop?", "safe-shop/definition"),
    ],
)
def test_another_question_is_not_taken_for_a_choice(typed: str, fact: str) -> None:
    assert said("Wann wurde das unterschrieben?", typed)[:1] == (fact,)


@pytest.mark.parametrize("typed", ["5", "the seventh"])
def test_a_place_beyond_the_list_picks_nothing(typed: str) -> None:
    assert not set(said("When was it signed?", typed)) & set(offered("When was it signed?")[1:])


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("ich meinte die Pavillons", "tmall-pavilions/participant_count"),
        ("und die Pavillons?", "tmall-pavilions/participant_count"),
    ],
)
def test_a_question_is_asked_again_of_a_deal_that_its_name_tells(typed: str, fact: str) -> None:
    assert said("Wie viele Länder hat Safe.Shop?", typed) == (fact,)


def test_what_was_corrected_stays_corrected() -> None:
    turns = ("Who signed for Austria?", "no, not Austria, the UK", "and when?")
    assert said(*turns[:2]) == ("jd-uk/signatory",)
    assert said(*turns) == ("jd-uk/date_signed",)


def test_a_deal_that_has_no_answer_to_it_is_asked_about_by_itself() -> None:
    assert "safe-shop/countries" not in said("Wie viele Länder hat Safe.Shop?", "und das Forschungszentrum?")


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("Wann wurde der SPSR-Vertrag unterschrieben?", "nein, ich meinte Österreich"), "jd-austria/date_signed"),
        (("When was the SPSR contract signed?", "not SPSR, Austria"), "jd-austria/date_signed"),
        (("Wer ist Alvin Liu?", "und Richard Liu?"), "jd-europe/founder"),
        (("Who is Jack Ma?", "and Richard Liu?"), "jd-europe/founder"),
    ],
)
def test_another_name_takes_the_place_of_the_one_before(turns: tuple[str, ...], fact: str) -> None:
    assert said(*turns)[:1] == (fact,)


def test_what_is_asked_of_a_company_is_no_other_deal_s_name() -> None:
    assert "amazon-whole-foods/growth" not in said("Wie ist der Aktienkurs von JD.com?", "und der Umsatz?")


def test_a_verb_beside_an_adjective_is_no_word_of_its_own() -> None:
    assert said("Wie groß ist das Importprogramm?")[:1] == ("import-programme/size",)
