"""When to be told, as people type it: "22-7", "10pm to 6:45am London", "daily, 22:30 – 6:45 Wien", "off".

Every word must be understood: hours that are kept in the wrong time zone would be worse than a question back.
"""

import re
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.core import get_global

from bot.facts.model import LANGUAGES
from bot.subscriptions.changes.schedule import AT_ONCE, DAILY, DAY_MINUTES, WEEKLY
from bot.understanding.language.normalise import fold

_TIME = r"(?P<h{0}>\d{{1,2}})(?:[:.](?P<m{0}>\d\d))?\s*(?:uhr|h|(?P<half{0}>[ap])\.?m\.?)?"
_HOURS = re.compile(rf"{_TIME.format(1)}\s*(?:-|–|—|bis|to|until|till|and|und)\s*{_TIME.format(2)}(?!\w)")
_OFF = re.compile(r"\b(off|none|no|aus|keine)\b")
_FILLING = re.compile(r"\b(von|from|between|zwischen|in|uhr|time|zone|zeitzone|quiet|hours|ruhe(zeit(en)?)?|stille)\b")

_AT_NINE = r"(\s+(um|at) 9( uhr|\s*am)?\b)?"
_OFTEN = {
    AT_ONCE: re.compile(r"\b(sofort|gleich|at once|immediately|instantly)\b"),
    DAILY: re.compile(r"\b(täglich|taeglich|jeden tag|daily|every day)\b" + _AT_NINE),
    WEEKLY: re.compile(r"\b(wöchentlich|woechentlich|jede woche|montags|weekly|every week|mondays?)\b" + _AT_NINE),
}

Wanted = dict[str, int | str | None]
"""The columns to set."""


def wishes_in(words: str) -> Wanted | None:
    """What the words ask for: how often, quiet hours or none, a time zone; None when one word isn't clear."""
    plain = words.casefold()
    wanted: Wanted = {}
    if hours := _HOURS.search(plain):
        begin, end = (_minutes(hours[f"h{n}"], hours[f"m{n}"], hours[f"half{n}"]) for n in (1, 2))
        if begin is None or end is None or begin == end:
            return None
        wanted = {"quiet_from": begin, "quiet_to": end}
        plain = plain.replace(hours[0], " ")
    elif _OFF.search(plain):
        wanted = {"quiet_from": None, "quiet_to": None}
        plain = _OFF.sub(" ", plain)
    for often, said in _OFTEN.items():
        if said.search(plain):
            wanted["frequency"], plain = often, said.sub(" ", plain, count=1)
            break
    if rest := _plain(_FILLING.sub(" ", plain)):
        zone = _zones().get(rest)
        if zone is None or not _exists(zone):
            return None
        wanted["zone"] = zone
    return wanted or None


def _minutes(hours: str, minutes: str | None, half: str | None) -> int | None:
    hour, minute = int(hours), int(minutes or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    total = hour * 60 + minute
    return total % DAY_MINUTES if minute < 60 and total <= DAY_MINUTES else None


@cache
def _zones() -> dict[str, str]:
    """Time zones by their names and by their cities, in each language."""
    aliases: dict[str, str] = dict(get_global("zone_aliases"))
    names = [*aliases, *(name for name in get_global("zone_territories") if name not in aliases)]
    found = {"utc": "UTC", "gmt": "UTC"}
    for name in reversed(names):  # what is no alias goes before
        found.setdefault(_plain(name.rpartition("/")[2]), name)
    for language in LANGUAGES:
        for name, said in Locale.parse(language).time_zones.items():
            if city := said.get("city"):
                found.setdefault(_plain(city), name)
    return found | {_plain(name): name for name in names}


def _plain(name: str) -> str:
    return " ".join(re.split(r"[\W_]+", fold(name))).strip()


def _exists(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
