"""Moments and spans of time as they are typed and shown at the command line."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 7 * 86400}
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*([smhdw])")


def span(text: str) -> float | None:
    """The seconds of a span such as 90s, 30m, 2h, 1.5d or 4w; None when it is none."""
    found = _SPAN.fullmatch(text.strip().lower())
    return float(found[1]) * SECONDS[found[2]] if found else None


def shown(at: float, zone: ZoneInfo) -> str:
    """A moment to the minute, in the zone."""
    return f"{datetime.fromtimestamp(at, zone):%Y-%m-%d %H:%M}"
