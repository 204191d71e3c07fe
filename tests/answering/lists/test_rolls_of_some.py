"""Rolls of some of a kind: by origin, firm, role or trade, in all deals or in one article; and where nobody is left."""

from pathlib import Path

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.apps import HANSE, KNOWLEDGE, reply

MODERN = apps.SUBJECTS / "modern"


def called(question: str, folder: Path = KNOWLEDGE) -> list[str]:
    text = reply(question, folder=folder).text
    lines = [line.removeprefix("• ") for line in text.splitlines() if line.startswith("• ")]
    return [line.split(" [")[0].split(",")[0] for line in lines]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("who from belgium is mentioned? names pls", {"Didier Reynders", "King Filip"}),
        ("Wer aus Belgien wird genannt?", {"Didier Reynders", "König Filip"}),
        ("Which Belgians are mentioned?", {"Didier Reynders", "King Filip"}),
        ("Welche Belgier kommen vor?", {"Didier Reynders", "König Filip"}),
        ("Könntest du mir sagen, wer aus Großbritannien vorkommt?", {"Theresa May"}),
        ("Could you tell me who from Britain is mentioned?", {"Theresa May"}),
        (
            "Nenn mir alle Politiker und Politikerinnen aus Europa, die irgendwo vorkommen",
            {"Didier Reynders", "Theresa May", "Margarete Schramböck"},
        ),
        ("Which politicians from Austria are named?", {"Margarete Schramböck"}),
    ],
)
def test_persons_are_called_by_where_they_are_from(question: str, names: set[str]) -> None:
    assert set(called(question)) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which people from England are mentioned?", {"Edward I", "Edward IV", "Edward VI", "Elizabeth I"}),
        ("Welche Personen aus Dänemark werden genannt?", {"Waldemar IV. Atterdag", "Henning Podebusk"}),
    ],
)
def test_their_roles_may_say_where_they_are_from(question: str, names: set[str]) -> None:
    assert names <= set(called(question, HANSE))


@pytest.mark.parametrize(
    ("question", "lead", "names"),
    [
        ("Which Chinese cities are named?", "Our sources name 2 places in China:", {"Shanghai", "Beijing"}),
        ("Welche russischen Orte kommen vor?", "Unsere Quellen nennen einen Ort in Russland:", {"Moskau"}),
        ("Which countries in Asia are mentioned?", "Our sources name 2 countries in Asia:", {"China", "Japan"}),
        ("Welche Länder in Asien kommen vor?", "Unsere Quellen nennen 2 Länder in Asien:", {"China", "Japan"}),
    ],
)
def test_places_are_called_by_where_they_lie(question: str, lead: str, names: set[str]) -> None:
    assert reply(question).blocks[0] == lead
    assert set(called(question)) == names


@pytest.mark.parametrize("question", ["Which towns in Sweden are mentioned?", "Welche Städte in Schweden kommen vor?"])
def test_so_it_is_with_towns_of_another_time(question: str) -> None:
    assert {"Visby", "Kalmar"} <= set(called(question, HANSE))
    assert "Lübeck" not in called(question, HANSE)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Who from China is named?", "Our sources name 4 people from China or of companies from there:"),
        ("Wer aus China wird genannt?", "Unsere Quellen nennen 4 Personen aus China oder aus Firmen von dort:"),
    ],
)
def test_whoever_only_works_for_a_firm_from_there_is_told_apart(question: str, lead: str) -> None:
    assert reply(question).blocks[0] == lead


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Welche Alibaba-Leute werden in den Artikeln namentlich genannt?", {"Jack Ma", "Alvin Liu", "Jeff Zhang"}),
        ("Which JD people come up?", {"Richard Liu"}),
        ("Who are the Alibaba people?", {"Jack Ma", "Alvin Liu", "Jeff Zhang"}),
        (
            "Who are the two presidents quoted by Alibaba's side and what are they in charge of?",
            {"Alvin Liu", "Jeff Zhang"},
        ),
        ("Welche Präsidenten von Alibaba werden zitiert, und wofür sind sie zuständig?", {"Alvin Liu", "Jeff Zhang"}),
    ],
)
def test_persons_are_called_by_their_firm(question: str, names: set[str]) -> None:
    assert set(called(question)) == names


@pytest.mark.parametrize("question", ["Which Zalando people are mentioned?", "Welche Zalando-Leute kommen vor?"])
def test_their_roles_may_say_whose_they_are(question: str) -> None:
    assert {"Robert Gentz", "David Schneider"} <= set(called(question, MODERN))


@pytest.mark.parametrize(
    "question",
    [
        "Which politicians from Spain are mentioned?",
        "Welche Politiker aus Spanien werden genannt?",
        "Which people from Visa are mentioned?",
        "Welche europäischen Unternehmen kommen im Brüssel-Artikel vor?",
    ],
)
def test_where_nobody_is_left_it_is_said(question: str) -> None:
    said = reply(question)
    assert said.outcome is Outcome.SILENT
    assert not said.facts
    assert said.blocks[0].startswith(("Our sources name nobody", "Unsere Quellen nennen n"))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("welche bezahldinste und kartenfirmen komen vor", {"Alipay", "Visa", "American Express"}),
        ("wich paymnt servces and card companies are mentionned", {"Alipay", "Visa", "American Express"}),
        (
            "What Chinese online trading giants are these articles about?",
            {"JD.com", "Alibaba", "Tmall", "AliExpress"},
        ),
        ("Welche deutschen Onlinehändler werden genannt?", {"About You"}),
    ],
)
def test_firms_are_called_by_trade(question: str, names: set[str]) -> None:
    assert set(called(question)) == names


@pytest.mark.parametrize("question", ["Which grocers are named?", "Welche Lebensmittelhändler werden genannt?"])
def test_so_it_is_with_other_firms(question: str) -> None:
    assert {"Whole Foods", "Tesco", "Ocado"} <= set(called(question, MODERN))


@pytest.mark.parametrize(
    "question",
    [
        "Name all American companies that show up in the Brussels piece and the items below it",
        "Nenn mir alle amerikanischen Firmen, die im Brüssel-Artikel und den Meldungen darunter vorkommen",
    ],
)
def test_of_an_article_and_what_stands_below_those_from_a_country_are_called(question: str) -> None:
    said = reply(question)
    assert called(question) == ["Amazon", "Whole Foods"]
    assert "Visa" in said.blocks[-1]  # where that is from, nobody says


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What bricks-and-mortar names are now with Amazon or Alibaba?", {"Whole Foods", "Intime", "Hema Xiansheng"}),
        ("Welche stationären Ketten gehören zu Amazon oder Alibaba?", {"Whole Foods", "Intime", "Hema Xiansheng"}),
    ],
)
def test_what_belongs_to_one_or_the_other_is_called(question: str, names: set[str]) -> None:
    assert set(called(question)) == names


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Bitte für JD und Alibaba alle Orte, die vorkommen", {"Moskau", "Brüssel", "Cambridge", "Shanghai", "Peking"}),
        ("Which cities come up for JD?", {"Cambridge", "Beijing"}),
    ],
)
def test_places_are_called_by_the_firm_that_they_have_to_do_with(question: str, names: set[str]) -> None:
    assert set(called(question)) == names


@pytest.mark.parametrize(
    "question",
    [
        "Richard Liu, Alvin Liu - welcher gehört zu welcher Firma?",
        "Richard Liu and Alvin Liu: who works for which firm?",
    ],
)
def test_who_is_who_of_those_named_is_told(question: str) -> None:
    text = reply(question).text
    assert "JD.com" in text
    assert "Tmall" in text
    assert called(question) == ["Richard Liu", "Alvin Liu"]


@pytest.mark.parametrize(
    "question",
    [
        "What did Jack Ma tell Reynders?",
        "Who signed for Austria?",
        "Which minister signed for Austria?",
        "Welche Firma aus Russland liefert die Pakete aus?",
        "Which Chinese company runs the centre in Moscow?",
        "Reynders or the king: who told the press what Jack Ma said?",
    ],
)
def test_a_question_for_one_fact_calls_no_roll(question: str) -> None:
    assert apps.app().room.recogniser.recognise(question).roll is None
