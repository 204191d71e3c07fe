import pytest

from bot.answering.room.reply import Outcome
from bot.understanding.judging.recognition import Verdict
from tests import apps
from tests.apps import app


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Wie viele Filialen hat Intime?", "Intime"),  # another fact of the deal counts those of Hema
        ("What share of the turnover does Alipay get in Moscow?", "Alipay"),
        ("Wie viele Botschaften arbeiten mit Amazon zusammen?", "Amazon"),
    ],
)
def test_a_company_that_only_other_facts_hold_does_not_get_this_facts_figure(question: str, name: str) -> None:
    found = app().room.recogniser.recognise(question)
    assert found.verdict is Verdict.SILENT
    assert name in [unit.text for unit in found.conflicts]


@pytest.mark.parametrize("question", ["Wie viele Kunden hat JD.com?", "Wie viele Supermärkte hat Hema Xiansheng?"])
def test_the_one_that_it_is_about_does(question: str) -> None:
    assert app().room.recogniser.recognise(question).verdict is Verdict.ANSWER


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does the British agreement run for four years?", "No. The British agreement covers a period of 3"),
        ("Gilt das Abkommen mit den Briten vier Jahre?", "Nein. Der Zeitrahmen"),
        ("Läuft das britische Abkommen länger als zwei Jahre?", "Ja. Der Zeitrahmen"),
        ("Was the SPSR contract signed in 2013?", "No. According to ITAR-TASS"),  # English "was" asks nothing
        ("Wurde der Vertrag mit SPSR 2013 unterschrieben?", "Nein. Unterschrieben"),
    ],
)
def test_a_wrong_figure_of_the_right_kind_is_corrected(question: str, said: str) -> None:
    reply = apps.reply(question)
    assert reply.text.replace("\xa0", " ").startswith(said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Läuft das britische Abkommen 40 Prozent?", "Von „40“ steht dazu nichts"),  # another unit: not compared
        ("Was JD founded in 2004?", "Our sources say nothing of “2004”"),
    ],
)
def test_a_figure_of_another_kind_is_said_not_to_be_there(question: str, said: str) -> None:
    reply = apps.reply(question)
    assert reply.outcome is Outcome.SILENT
    assert reply.text.startswith(said)


@pytest.mark.parametrize("question", ["Is Spain part of the Austria deal?", "Gehört Spanien zum Österreich-Deal?"])
def test_a_certain_deal_is_not_looked_for_among_all(question: str) -> None:
    assert app().room.recogniser.recognise(question).verdict is not Verdict.DEALS


def test_whether_there_is_any_deal_is() -> None:
    assert app().room.recogniser.recognise("Is there a deal with Austria?").verdict in (Verdict.DEALS, Verdict.ANSWER)
    assert app().room.recogniser.recognise("Is there a deal with Spain?").verdict is Verdict.DEALS


@pytest.mark.parametrize(
    "question", ["Wie viele neue Marken will Zalndo gewinnen?", "How many embassies does Amazn work with?"]
)
def test_a_rivals_name_with_a_letter_missing_is_still_a_rivals(question: str) -> None:
    assert app().room.recogniser.recognise(question).verdict is Verdict.SILENT


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Does JD have 266 million customers in Europe?", "Europe"),
        ("Hat JD 266 Millionen Kunden in Europa?", "Europa"),
        ("How many customers does JD have in France?", "France"),
    ],
)
def test_a_place_that_only_the_deal_holds_narrows_a_figure_down(question: str, place: str) -> None:
    found = app().room.recogniser.recognise(question)
    assert found.verdict is Verdict.SILENT
    assert [unit.text for unit in found.conflicts] == [place]


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Was kostet das Abkommen in Österreich?", "jd-austria/amount"),  # nothing else says which agreement
        ("How much is the JD deal with the UK worth?", "jd-uk/amount"),  # asked with the place as a rule
        ("How many orders can AliExpress handle a month in Russia?", "aliexpress-moscow/order_capacity"),
    ],
)
def test_a_place_that_says_which_deal_is_meant_does_not(question: str, fact: str) -> None:
    found = app().room.recogniser.recognise(question)
    assert found.verdict is Verdict.ANSWER
    assert found.chosen[0].features.fact.id == fact
