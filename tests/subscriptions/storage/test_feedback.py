"""Opinions on answers: kept, shown to the editor, handed out and forgotten."""

import json
from collections.abc import Callable

import pytest

from bot.channels.feedback import Opinion
from bot.subscriptions.storage.database import Database
from bot.subscriptions.storage.feedback import FeedbackInDatabase, reports
from bot.subscriptions.storage.journal import Journal
from bot.subscriptions.storage.privacy import DAY, Privacy
from bot.subscriptions.subscribing.register import Register
from tests.subscriptions.stock import NOW

Said = Callable[..., None]


def bad(asked: str | None = "Wer?", reason: str | None = "not_true", **other: str) -> Opinion:
    given = {"chat": "1", "rated": "7.a", "rater": ""} | other
    return Opinion(False, reason, "de", asked, ("train/time",), **given)


@pytest.fixture
def moment() -> list[float]:
    return [NOW]


@pytest.fixture
def book(journal: Journal, moment: list[float]) -> FeedbackInDatabase:
    return FeedbackInDatabase(journal, lambda: moment[0])


async def shown(database: Database, since: float = 0.0, now: float = NOW) -> list[str | None]:
    return [report.asked for report in (await reports(database, since, 30, now)).bad]


async def test_the_editor_sees_the_newest_report_first(
    database: Database, journal: Journal, book: FeedbackInDatabase, moment: list[float]
) -> None:
    for number, asked in enumerate(("Wer?", None, "When?")):
        moment[0] = NOW + number
        book.record(bad(asked, rated=f"{number}.a"))
    book.record(Opinion(True, None, "en", "Why?", ("train/time",), "2", "7.a"))
    await journal.flush()
    found = await reports(database, 0.0, 30, NOW)
    assert [(report.at - NOW, report.asked) for report in found.bad] == [(2, "When?"), (1, None), (0, "Wer?")]
    assert (found.bad[0].reason, found.bad[0].language, found.bad[0].facts) == ("not_true", "de", ("train/time",))
    assert found.good == 1
    assert await shown(database, since=NOW + 1.5) == ["When?"]


async def test_a_thumb_and_its_reason_are_one_report(
    database: Database, journal: Journal, book: FeedbackInDatabase
) -> None:
    for reason in (None, "not_clear"):
        book.record(bad(reason=reason))
        await journal.flush()
    (report,) = (await reports(database, 0.0, 30, NOW)).bad
    assert report.reason == "not_clear"


async def test_who_thinks_better_of_it_is_no_report(
    database: Database, journal: Journal, book: FeedbackInDatabase
) -> None:
    book.record(bad())
    await journal.flush()
    book.record(Opinion(True, None, "de", "Wer?", (), "1", "7.a"))
    await journal.flush()
    assert await shown(database) == []


async def test_in_a_group_each_has_an_opinion(database: Database, journal: Journal, book: FeedbackInDatabase) -> None:
    for rater in ("a", "b"):
        book.record(bad(chat="-1", rater=rater))
    await journal.flush()
    assert len(await shown(database)) == 2


async def test_any_question_can_be_kept(database: Database, journal: Journal, book: FeedbackInDatabase) -> None:
    book.record(bad("\ud800 \x00 „ß“ 🚂 \u202e"))
    await journal.flush()
    assert await shown(database) == ["\ud800 \x00 „ß“ 🚂 \u202e"]


async def test_the_question_is_kept_as_long_as_the_settings_say_and_the_report_without_it_on(
    database: Database, journal: Journal, book: FeedbackInDatabase
) -> None:
    book.record(bad())
    await journal.flush()
    privacy = Privacy(database, keep_questions_days=30)
    await privacy.tidy(NOW + 30 * DAY - 1)
    assert await shown(database, now=NOW + 30 * DAY - 1) == ["Wer?"]
    assert await shown(database, now=NOW + 30 * DAY + 1) == [None]  # although nobody has tidied up
    await privacy.tidy(NOW + 30 * DAY + 1)
    assert await shown(database, now=NOW) == [None]
    assert json.loads(await privacy.export("1"))["feedback"] == []  # nor is it known whose it was


async def test_it_is_handed_out_and_forgotten(database: Database, journal: Journal, book: FeedbackInDatabase) -> None:
    book.record(bad())
    book.record(bad("And when?", chat="2"))
    await journal.flush()
    privacy = Privacy(database, keep_questions_days=30)
    (kept,) = json.loads(await privacy.export("1"))["feedback"]
    assert (kept["asked"], kept["reason"], kept["facts"]) == ("Wer?", "not_true", ["train/time"])
    await privacy.forget("1")
    assert json.loads(await privacy.export("1"))["feedback"] == []
    assert await shown(database) == ["And when?"]


async def test_a_group_that_has_moved_can_still_have_it(
    database: Database, journal: Journal, book: FeedbackInDatabase, register: Register
) -> None:
    book.record(bad(chat="-1"))
    await journal.flush()
    await register.moved("-1", "-1001")
    assert len(json.loads(await Privacy(database, 30).export("-1001"))["feedback"]) == 1
