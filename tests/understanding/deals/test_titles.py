import pytest

from bot.understanding.judging.recognition import Verdict
from tests import apps
from tests.apps import HANSE, app


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("What is the Austria deal?", "jd-austria/overview"),
        ("Was ist der Österreich-Deal?", "jd-austria/overview"),
        ("Worum geht es beim Inkubationsprogramm?", "tmall-brands/overview"),
        ("Erzählen Sie mir vom Forschungszentrum in Cambridge.", "jd-cambridge/overview"),
        ("What is JD.com and the United Kingdom about?", "jd-uk/overview"),
    ],
)
def test_who_names_a_deal_and_asks_no_more_gets_its_overview(question: str, fact: str) -> None:
    reply = apps.reply(question)
    assert reply.facts == (fact,)


@pytest.mark.parametrize(("language", "question"), [("de", "Worum geht es bei {}?"), ("en", "Tell me about {}.")])
def test_every_deal_is_found_by_its_title(language: str, question: str) -> None:
    understanding = app(HANSE).understanding
    for deal in app(HANSE).room.knowledge.deals.values():
        analysis = understanding.hearing.analyser.analyse(question.format(deal.title[language]))
        assert understanding.deals.titles.asked(analysis) == deal.id


@pytest.mark.parametrize(
    "question",
    [
        "What became of the Austria deal?",
        "Was ist aus dem Österreich-Deal geworden?",
        "Ist das der Österreich-Deal?",
        "What is the price of the Austria deal?",
        "What is Austria?",
    ],
)
def test_whatever_else_is_asked_asks_for_no_overview(question: str) -> None:
    assert app().room.recogniser.recognise(question).rule != "asks what a deal is"


def test_what_became_of_it_is_still_not_told() -> None:
    assert app().room.recogniser.recognise("What became of the Austria deal?").verdict is Verdict.SILENT
