import pytest

from bot.understanding.several.parts import parts
from tests import apps
from tests.apps import HANSE, analyse, app, joints


def texts(question: str) -> tuple[str, ...]:
    return parts(analyse(question), joints())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "How many brands are there and how many are to come?",
            ("How many brands are there?", "how many are to come?"),
        ),
        ("Wer hat unterschrieben, und wann?", ("Wer hat unterschrieben?", "wann?")),
        ("Who signed the deal, and when and where?", ("Who signed the deal?", "when?", "where?")),
        ("Wo und wann war die Vorstellung?", ("Wo war die Vorstellung?", "wann war die Vorstellung?")),
        ("From which country is it and when was it reported?", ("From which country is it?", "when was it reported?")),
    ],
)
def test_question_words_that_are_joined_ask_one_question_each(question: str, expected: tuple[str, ...]) -> None:
    assert texts(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("jd + UK, betrag, laufzeit, wer", ("jd + UK betrag?", "jd + UK laufzeit?", "jd + UK wer?")),
        ("JD Austria: when, who", ("JD Austria when?", "JD Austria who?")),
        ("Großbritannien: wann und wo?", ("Großbritannien wann?", "Großbritannien wo?")),
    ],
)
def test_key_words_behind_a_name_are_each_asked_of_it(question: str, expected: tuple[str, ...]) -> None:
    assert texts(question) == expected


@pytest.mark.parametrize("question", ["JD, Alibaba, Amazon", "Who is JD, Alibaba or Amazon?", "jd, betrag, laufzeit"])
def test_names_side_by_side_or_nouns_alone_are_not(question: str) -> None:
    assert texts(question) == ()


def test_a_bare_question_word_asks_of_the_same_deal() -> None:
    found = app().room.recogniser.recognise("jd + UK, betrag, laufzeit, wer")
    assert {reading.features.fact.deal for reading in found.chosen} == {"jd-uk"}
    assert "person" in found.chosen[-1].features.gives


def test_a_part_may_turn_to_another_deal() -> None:
    found = app(HANSE).room.recogniser.recognise("Warum gab es Streit mit England und warum mit Flandern?")
    assert [one.features.fact.id for one in found.chosen] == ["utrecht-1474/cause", "boycott-1358/reasons"]


@pytest.mark.parametrize(
    "question",
    [
        "When was it signed?",
        "Is it true?",
        "",
        "Who was it that signed when they met?",
        "Who, when, where, why and how?",  # no reply of readable length
    ],
)
def test_one_question_or_a_list_of_wishes_is_not_taken_apart(question: str) -> None:
    assert texts(question) == ()


def test_each_part_gets_its_own_fact() -> None:
    question = "Wie viele Marken hat Tmall Global schon und wie viele sollen dazukommen?"
    found = app().room.recogniser.recognise(question)
    assert [reading.features.fact.id for reading in found.chosen] == [
        "tmall-brands/brand_count",
        "tmall-brands/new_brands",
    ]
    assert found.rule == "several questions in one"


@pytest.mark.parametrize(
    ("question", "fact", "untold"),
    [
        (
            "How long does the British agreement run and what is its share price?",
            "jd-uk/term",
            "what is its share price?",
        ),
        ("When did Alibaba buy Intime and for how much?", "alibaba-retail/intime_date", "for how much?"),
        (
            "When was the SPSR contract signed and when does it end?",
            "aliexpress-moscow/date_signed",
            "when does it end?",
        ),
    ],
)
def test_a_part_without_an_answer_is_named(question: str, fact: str, untold: str) -> None:
    found = app().room.recogniser.recognise(question)
    assert [reading.features.fact.id for reading in found.chosen] == [fact]
    assert found.untold == (untold,)
    reply = apps.reply(question)
    assert reply.text.endswith(f"On “{untold}” our sources say nothing.")


def test_without_an_answer_to_the_first_part_the_question_is_read_whole() -> None:
    question = "Wie viele Mitarbeiter hat Rakuten und wie viele Marken hat Tmall Global schon?"
    assert app().room.recogniser.recognise(question).rule != "several questions in one"
