"""Quiet hours as people type them: "22-7", "22:30 – 6:45 Europe/London", "off"."""

import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_HOURS = re.compile(r"(?P<h1>\d{1,2})(?:[:.](?P<m1>\d\d))?\s*(?:-|–|bis|to)\s*(?P<h2>\d{1,2})(?:[:.](?P<m2>\d\d))?")
_ZONE = re.compile(r"[A-Za-z]+(?:[/_-][A-Za-z_+0-9-]+)+|UTC")
_OFF = re.compile(r"\b(off|none|aus|keine)\b", re.IGNORECASE)

Quiet = dict[str, int | str | None]
"""The columns to set."""


def quiet_in(words: str) -> Quiet | None:
    """The quiet hours that the words ask for; None when they don't."""
    if _OFF.search(words):
        return {"quiet_from": None, "quiet_to": None}
    hours = _HOURS.search(words)
    if hours is None:
        return None
    begin, end = (_minutes(hours[f"h{n}"], hours[f"m{n}"]) for n in (1, 2))
    if begin is None or end is None or begin == end:
        return None
    quiet: Quiet = {"quiet_from": begin, "quiet_to": end}
    zone = _ZONE.search(words.replace(hours[0], ""))
    if zone:
        known = _known(zone[0])
        if known is None:
            return None
        quiet["zone"] = known
    return quiet


def _minutes(hours: str, minutes: str | None) -> int | None:
    total = int(hours) * 60 + int(minutes or 0)
    return total % (24 * 60) if int(minutes or 0) < 60 and total <= 24 * 60 else None


def _known(zone: str) -> str | None:
    try:
        return ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
