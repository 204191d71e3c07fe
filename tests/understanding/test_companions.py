from bot.understanding.recognition import Verdict
from tests.apps import app


def test_what_others_aim_at_is_no_part_of_the_list() -> None:
    found = app().room.recogniser.recognise("Welches Ziel verfolgt Alibaba mit den Länder-Pavillons?")
    assert found.verdict is Verdict.ANSWER
    assert found.chosen[0].features.fact.deal == "tmall-pavilions"
    assert not {"alipay-europe", "alibaba-brussels"} & {reading.features.fact.deal for reading in found.chosen}
