"""Several questions in one utterance: in parts of a sentence, and in sentences of their own."""

import pytest

from bot.answering.reply import Outcome
from tests.apps import reply


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
