"""Several questions in one utterance: in parts of a sentence, and in sentences of their own."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import SUBJECTS, reply


@pytest.mark.parametrize(
    "question",
    [
        "Ist Deutschland schon bei den Pavillons dabei? Und wird das Programm noch erweitert?",
        "Is Germany in the pavilion programme yet? And will it be extended?",
    ],
)
def test_sentences_that_are_all_questions_are_all_answered(question: str) -> None:
    assert set(reply(question).facts) == {"tmall-pavilions/germany", "tmall-pavilions/expansion"}


@pytest.mark.parametrize(
    "question",
    [
        "Wie viele Länder haben einen Pavillon und ist Deutschland auch dabei?",
        "Wie viele Länder haben einen Pavillon? Ist Deutschland dabei?",
        "How many countries have a pavilion and is Germany one of them?",
    ],
)
def test_a_question_for_yes_or_no_may_be_joined_to_another(question: str) -> None:
    assert reply(question).facts == ("tmall-pavilions/participant_count", "tmall-pavilions/germany")


@pytest.mark.parametrize(
    "question", ["Where did the British PM and the boss of JD meet?", "Which countries take part and have a pavilion?"]
)
def test_what_else_is_joined_is_no_question_of_its_own(question: str) -> None:
    said = reply(question)
    assert said.outcome is Outcome.ANSWER
    assert said.facts[0] in {"jd-uk/place_signed", "jd-uk/meeting", "tmall-pavilions/participants"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who founded JD? Was it Richard Liu?", "Richard Liu"),
        ("I wonder: who founded JD? Was it Jack Ma?", "Not Jack Ma"),
        ("Is the UK deal signed? Was it signed in London?", "No."),
    ],
)
def test_a_sentence_that_checks_the_one_before_is_no_question_of_its_own(question: str, said: str) -> None:
    text = reply(question).text
    assert said in text
    assert "say nothing" not in text


@pytest.mark.parametrize(
    "question",
    [
        "What commission does Tmall Global charge, and what does JD charge?",
        "Welche spanischen und welche neuseeländischen Spezialitäten laufen in den Pavillons am besten?",
    ],
)
def test_a_lone_part_that_is_not_sure_is_not_told(question: str) -> None:
    assert reply(question).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    "question", ["How many Hema supermarkets are in Beijing?", "Wie viele Kunden hat JD.com in Peking?"]
)
def test_a_capital_in_which_something_is_counted_is_the_city(question: str) -> None:
    assert reply(question).outcome is Outcome.SILENT


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Wie viele Marken sollen neu dazukommen, und wie viele sind im Vergleich jetzt bei Tmall Global?",
            ("tmall-brands/new_brands", "tmall-brands/brand_count"),
        ),
        (
            "An wen reicht JD fast heran, und gegen wen tritt es daheim in China an?",
            ("jd-europe/rank", "jd-europe/competitor"),
        ),
    ],
)
def test_a_later_question_has_an_answer_of_its_own(question: str, expected: tuple[str, ...]) -> None:
    assert reply(question).facts == expected


@pytest.mark.parametrize(
    "question",
    [
        "Was zahlte Alibaba für Lazada, was Walmart für Flipkart?",
        "What did Alibaba pay for Lazada, what Walmart for Flipkart?",
    ],
)
def test_a_question_that_only_names_others_asks_the_same_of_them(question: str) -> None:
    assert reply(question, folder=SUBJECTS / "modern").facts == ("alibaba-lazada/price", "walmart-flipkart/price")
