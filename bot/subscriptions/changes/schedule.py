"""When a subscriber may be told: at once, in a daily or weekly digest, and not in the quiet hours.

Pure reckoning with times; quiet hours and digests follow the wall clock of the subscriber's time zone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

AT_ONCE, DAILY, WEEKLY = "at_once", "daily", "weekly"
FREQUENCIES = (AT_ONCE, DAILY, WEEKLY)
DIGEST_HOUR = time(9)
DIGEST_WEEKDAY = 0
"""Monday."""
DAY_MINUTES = 24 * 60


@dataclass(frozen=True)
class Wishes:
    """How a subscriber wants to be told. Quiet hours in minutes after midnight; they may span midnight."""

    frequency: str = AT_ONCE
    quiet_from: int | None = None
    quiet_to: int | None = None
    zone: str = "UTC"


def allowed_at(wishes: Wishes, owed_since: float, now: float) -> float:
    """The earliest time, not before `now`, at which something owed since then may be sent."""
    earliest = now
    if wishes.frequency in (DAILY, WEEKLY):
        earliest = max(now, _digest_after(wishes, owed_since))
    return _after_quiet_hours(wishes, earliest)


def _digest_after(wishes: Wishes, since: float) -> float:
    zone = ZoneInfo(wishes.zone)
    local = datetime.fromtimestamp(since, zone)
    day = local.date() if local.timetz().replace(tzinfo=None) <= DIGEST_HOUR else local.date() + timedelta(days=1)
    if wishes.frequency == WEEKLY:
        day += timedelta(days=(DIGEST_WEEKDAY - day.weekday()) % 7)
    return datetime.combine(day, DIGEST_HOUR, zone).astimezone(UTC).timestamp()


def _after_quiet_hours(wishes: Wishes, moment: float) -> float:
    begin, end = wishes.quiet_from, wishes.quiet_to
    if begin is None or end is None or begin == end:
        return moment
    local = datetime.fromtimestamp(moment, ZoneInfo(wishes.zone))
    minute = local.hour * 60 + local.minute
    if (minute - begin) % DAY_MINUTES >= (end - begin) % DAY_MINUTES:
        return moment
    day = local.date() + timedelta(days=1) if minute >= end else local.date()
    woken = datetime.combine(day, time(end // 60, end % 60), ZoneInfo(wishes.zone))
    return max(moment, woken.astimezone(UTC).timestamp())
