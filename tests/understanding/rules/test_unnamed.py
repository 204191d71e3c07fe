"""What is to be named must be named by a fact, or none is stated."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps
from tests.understanding import builders


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("Which Western chains are selling on Rakuten?", "rakuten/purpose"),
        ("Which 26 countries work with Juhuasuan through their embassies?", "juhuasuan-embassies/embassies"),
        ("Wie heißt der Entwicklungschef von AliExpress, der im Beitrag über Moskau zitiert wird?", None),
        ("What is the full name of the head of development at AliExpress who was quoted?", None),
    ],
)
def test_a_fact_that_names_nobody_only_stands_near(question: str, near: str | None) -> None:
    said = apps.reply(question)
    assert said.outcome is Outcome.SILENT
    assert near is None or said.facts == (near,)
    assert near is None or said.blocks[0] == "Our sources don’t name any."


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Welche Länder haben einen Pavillon?", "tmall-pavilions/participants"),
        ("Which company runs the centre in Moscow with SPSR?", "aliexpress-moscow/operator"),
        ("Which German shop ranks second in Europe?", "about-you/rank"),  # the statement names a party
        ("Auf welche Länder wird das Pavillon-Programm noch ausgeweitet?", "tmall-pavilions/expansion"),  # not known
        ("What is the name of the minister who signed for Austria?", "jd-austria/signatory"),
        ("Which European governments have made agreements with JD.com?", "jd-europe/agreements"),  # by their countries
        ("Which brands get into the livestreams?", "tmall-brands/livestream_who"),  # a description
        ("Which brands get access to the livestreams on Tmall Global?", "tmall-brands/livestream_who"),
    ],
)
def test_a_name_a_description_or_that_it_is_not_known_answers(question: str, fact: str) -> None:
    said = apps.reply(question)
    assert said.outcome is Outcome.ANSWER
    assert fact in said.facts


def test_only_what_is_asked_for_by_a_noun_must_be_named() -> None:
    unnamed = apps.app().understanding.rules.unnamed
    assert not unnamed.asked(builders.analysis(builders.unit("chain"), types=["count"]), ())
    assert not unnamed.asked(builders.analysis(builders.unit("chain"), types=["list"], flags=["yesno"]), ())
