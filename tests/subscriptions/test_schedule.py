from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.subscriptions.schedule import Wishes, allowed_at
from bot.subscriptions.wishes import wishes_in

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


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("22-7", {"quiet_from": 1320, "quiet_to": 420}),
        ("quiet 22:30 – 6:45 Europe/London", {"quiet_from": 1350, "quiet_to": 405, "zone": "Europe/London"}),
        ("von 20 bis 8", {"quiet_from": 1200, "quiet_to": 480}),
        ("off", {"quiet_from": None, "quiet_to": None}),
        ("24-6", {"quiet_from": 0, "quiet_to": 360}),
        ("10pm to 6:45am New York", {"quiet_from": 1320, "quiet_to": 405, "zone": "America/New_York"}),
        ("zwischen 22 und 7 Uhr, Wien", {"quiet_from": 1320, "quiet_to": 420, "zone": "Europe/Vienna"}),
        ("keine Ruhezeit", {"quiet_from": None, "quiet_to": None}),
        ("Zürich", {"zone": "Europe/Zurich"}),
        ("europe/london", {"zone": "Europe/London"}),
        ("täglich", {"frequency": "daily"}),
        ("montags um 9 Uhr", {"frequency": "weekly"}),
        ("weekly, no quiet hours", {"frequency": "weekly", "quiet_from": None, "quiet_to": None}),
        ("sofort, 22-7 Wien", {"frequency": "at_once", "quiet_from": 1320, "quiet_to": 420, "zone": "Europe/Vienna"}),
    ],
)
def test_wishes_in_words(words: str, wanted: dict[str, object]) -> None:
    assert wishes_in(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "",
        "later",
        "22-22",
        "99-7",
        "22:75-7",
        "13pm-7am",
        "22-7 Nowhere/Land",
        "22-7 xyzzy",
        "off xyzzy",
        "daily weekly",
        "daily at 10",
    ],
)
def test_words_of_which_one_isn_t_clear_ask_for_nothing(words: str) -> None:
    assert wishes_in(words) is None
