"""Turns of a conversation that say nothing, or follow what wasn't told, get no statement on something else."""

import pytest

from bot.answering.room.reply import Outcome
from tests import apps

SIGNED = {"de": "Wer hat das Abkommen mit Österreich unterschrieben?", "en": "Who signed the agreement with Austria?"}
BOTH = pytest.mark.parametrize("question", SIGNED.values(), ids=SIGNED)


@BOTH
@pytest.mark.parametrize("typed", ["?", "…", "a", "sdkf", "xq?"])
def test_marks_and_keys_hit_at_random_do_not_get_the_last_statement_again(question: str, typed: str) -> None:
    reply = apps.reply(question, typed)
    assert (reply.outcome, reply.facts) == (Outcome.OFFTOPIC, ())


@BOTH
def test_what_is_talked_about_stays_behind_them(question: str) -> None:
    assert apps.reply(question, "sdkf", "wann?").facts == ("jd-austria/date_signed",)


@pytest.mark.parametrize(
    "turns", [("Wer hat Zalando gekauft?", "wann?"), ("Who bought Zalando?", "when?")], ids=["de", "en"]
)
def test_what_follows_somebody_of_whom_nothing_is_told_is_not_answered_of_somebody_else(turns: tuple[str, str]) -> None:
    reply = apps.reply(*turns)
    assert (reply.outcome, reply.facts) == (Outcome.SILENT, ())
    assert "Zalando" in " ".join(map(str, reply.blocks))


@pytest.mark.parametrize(
    "turns", [("Wann hat Schramböck unterschrieben?", "wo?"), ("When did Schramböck sign?", "where?")], ids=["de", "en"]
)
def test_what_follows_somebody_of_whom_something_is_told_is(turns: tuple[str, str]) -> None:
    assert apps.reply(*turns).facts == ("jd-austria/place_signed",)


@pytest.mark.parametrize(
    "turns",
    [
        ("Wie viele Pavillons gibt es bei Tmall?", "und Deutschland?", "auch Italien?", "wie viele?"),
        ("How many pavilions are there on Tmall?", "and Germany?", "Italy too?", "how many?"),
    ],
    ids=["de", "en"],
)
def test_a_country_of_which_nothing_is_told_does_not_lead_to_another_deal(turns: tuple[str, ...]) -> None:
    facts = apps.reply(*turns).facts
    assert all(fact.startswith("tmall-pavilions/") for fact in facts)


@pytest.mark.parametrize(
    ("turns", "as_typed"),
    [
        ((SIGNED["de"], "vor März 2014?"), "„März 2014“"),
        ((SIGNED["en"], "before 2018?"), "“2018”"),
    ],
    ids=["de", "en"],
)
def test_a_month_and_its_year_are_said_as_they_were_typed(turns: tuple[str, str], as_typed: str) -> None:
    assert as_typed in str(apps.reply(*turns).blocks[0])


@pytest.mark.parametrize(
    "question", ["Wie lange dauert die Lieferung in Moskau?", "How long does delivery take in Moscow?"]
)
def test_how_long_delivery_takes_is_told_in_both_languages(question: str) -> None:
    reply = apps.reply(question)
    assert (reply.outcome, reply.facts) == (Outcome.ANSWER, ("aliexpress-moscow/delivery_time",))
