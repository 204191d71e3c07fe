from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.subscriptions.changes.schedule import Wishes, allowed_at

ZONE = "Europe/Vienna"


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)).timestamp()


def told(wishes: Wishes, now: str, owed_since: str | None = None) -> str:
    moment = allowed_at(wishes, at(owed_since or now), at(now))
    return f"{datetime.fromtimestamp(moment, ZoneInfo(ZONE)):%Y-%m-%d %H:%M}"


def test_without_wishes_it_is_told_at_once() -> None:
    assert told(Wishes(zone=ZONE), "2026-03-03 03:00") == "2026-03-03 03:00"


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-03-03 21:59", "2026-03-03 21:59"),
        ("2026-03-03 22:00", "2026-03-04 07:00"),
        ("2026-03-04 06:59", "2026-03-04 07:00"),
        ("2026-03-04 07:00", "2026-03-04 07:00"),
    ],
)
def test_quiet_hours_span_midnight(now: str, then: str) -> None:
    assert told(Wishes(quiet_from=22 * 60, quiet_to=7 * 60, zone=ZONE), now) == then


def test_quiet_hours_within_a_day() -> None:
    wishes = Wishes(quiet_from=12 * 60, quiet_to=14 * 60, zone=ZONE)
    assert told(wishes, "2026-03-03 13:00") == "2026-03-03 14:00"
    assert told(wishes, "2026-03-03 15:00") == "2026-03-03 15:00"


def test_quiet_hours_follow_the_wall_clock_when_it_is_changed() -> None:
    wishes = Wishes(quiet_from=22 * 60, quiet_to=7 * 60, zone=ZONE)
    assert told(wishes, "2026-03-28 23:00") == "2026-03-29 07:00"  # an hour less that night


@pytest.mark.parametrize(
    ("frequency", "owed_since", "then"),
    [
        ("daily", "2026-03-03 08:59", "2026-03-03 09:00"),
        ("daily", "2026-03-03 09:01", "2026-03-04 09:00"),
        ("weekly", "2026-03-03 10:00", "2026-03-09 09:00"),
        ("weekly", "2026-03-09 08:00", "2026-03-09 09:00"),
    ],
)
def test_digests_wait_for_their_hour(frequency: str, owed_since: str, then: str) -> None:
    assert told(Wishes(frequency, zone=ZONE), owed_since) == then


def test_a_digest_that_is_late_is_told_at_once() -> None:
    assert told(Wishes("daily", zone=ZONE), "2026-03-05 11:00", "2026-03-03 10:00") == "2026-03-05 11:00"
