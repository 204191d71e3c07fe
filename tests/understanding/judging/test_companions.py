from bot.understanding.judging.companions import CompanionLimits, stated
from bot.understanding.judging.recognition import Verdict
from tests.apps import analyse, app


def test_what_others_aim_at_is_no_part_of_the_list() -> None:
    found = app().room.recogniser.recognise("Welches Ziel verfolgt Alibaba mit den Länder-Pavillons?")
    assert found.verdict is Verdict.ANSWER
    assert found.chosen[0].features.fact.deal == "tmall-pavilions"
    assert not {"alipay-europe", "alibaba-brussels"} & {reading.features.fact.deal for reading in found.chosen}


def test_one_question_gets_one_statement() -> None:
    found = app().room.recogniser.recognise("Who presented the import programme, please?")
    assert len(found.chosen) == 1
    kept = app().room.recogniser.recognise("When and where was the import programme presented?")
    assert len(kept.chosen) > 1


def test_a_second_statement_stands_where_it_is_as_likely_meant() -> None:
    reading = app().room.recogniser.recognise("Wie viele Marken hat Tmall Global?").readings[0]
    other = reading._replace(number=reading.number + 1, score=0.95 * reading.score)
    question, limits = analyse("Wie viele Marken hat Tmall Global?"), CompanionLimits()
    assert stated(question, [reading, other], limits) == (reading, other)
    unlikely = other._replace(odds=reading.odds - 8)
    assert stated(question, [reading, unlikely], limits) == (reading,)
    assert stated(analyse("List Tmall Global's brands"), [reading, unlikely], limits) == (reading, unlikely)
