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


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("alibaba botschaft brüssel", "alibaba-brussels/overview"),
        ("Alibaba embassies Europe", "alibaba-brussels/overview"),
        ("jd österreich", "jd-austria/overview"),
        ("spsr aliexpress", "aliexpress-moscow/overview"),
        ("moskau ausgabezentrum", "aliexpress-moscow/overview"),
    ],
)
def test_who_only_drops_a_deals_words_gets_its_overview(words: str, fact: str) -> None:
    assert apps.reply(words).facts[0] == fact


@pytest.mark.parametrize("words", ["tmall newcomers china %", "JD Logistik Europa", "jd umsatz", "jd uk"])
def test_who_drops_anything_else_or_what_several_deals_have_asks_for_more(words: str) -> None:
    titles = app().understanding.deals.titles
    assert titles.dropped(apps.analyse(words)) is None


@pytest.mark.parametrize(
    ("words", "deal"),
    [
        ("Boykott Flanderns", "boycott-1358"),
        ("Flanders embargo", "boycott-1358"),
        ("Brügger Statuten", "bruges-kontor-1347"),
        ("Bruges statutes", "bruges-kontor-1347"),
    ],
)
def test_on_another_subject_too_words_of_a_deal_ask_for_it(words: str, deal: str) -> None:
    assert app(HANSE).understanding.deals.titles.dropped(apps.analyse(words, HANSE)) == deal
