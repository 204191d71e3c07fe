"""What happened in a time: all that is dated then, in its order."""

import pytest

from bot.answering.room.reply import Outcome
from tests.apps import HANSE, reply


@pytest.mark.parametrize(
    ("turns", "deals"),
    [
        (("Was war vor 2015?",), ["aliexpress-moscow"]),
        (("what happened before 2015?", "and after 2017?"), ["import-programme", "jd-cambridge"]),
        (("what happened in 2018?",), ["import-programme"]),
        (
            ("was passierte im Oktober 2017?",),
            ["about-you", "safe-shop", "amazon-prime", "amazon-whole-foods", "rakuten"],
        ),
    ],
)
def test_what_is_dated_then_is_told_in_its_order(turns: tuple[str, ...], deals: list[str]) -> None:
    said = reply(*turns)
    assert said.outcome is Outcome.ANSWER
    assert [fact.partition("/")[0] for fact in said.facts] == deals


def test_whom_it_concerns_limits_it() -> None:
    assert reply("What happened in 2014 with JD?").blocks == ("On JD.com, our sources name no event from 2014.",)


def test_a_time_without_events_has_none() -> None:
    said = reply("Was geschah 1999?")
    assert (said.outcome, said.blocks) == (Outcome.SILENT, ("Unsere Quellen nennen kein Ereignis aus dem Jahr 1999.",))


def test_of_many_events_the_rest_is_counted() -> None:
    said = reply("Was geschah im 14. Jahrhundert?", folder=HANSE)
    assert len(said.facts) == 6
    assert said.blocks[-1].endswith("/timeline.")


@pytest.mark.parametrize("question", ["Was hat JD 2019 vor?", "Who signed in 2014?", "Was it signed in 2014?"])
def test_who_asks_for_more_than_a_time_gets_that(question: str) -> None:
    assert "event" not in reply(question).blocks[0]
    assert "Ereignis" not in reply(question).blocks[0]


@pytest.mark.parametrize("question", ["Was geschah am 7. Mai 2014?", "what happened in the 2010s?"])
def test_a_day_or_a_decade_is_no_year(question: str) -> None:
    assert "2010" not in reply(question).text
    assert "kein Ereignis" not in reply(question).text
