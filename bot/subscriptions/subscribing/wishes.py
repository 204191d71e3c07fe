"""When to be told, as people type it: "22-7", "10pm to 6:45am London", "daily, 22:30 – 6:45 Wien", "off".

Every word must be understood: hours that are kept in the wrong time zone would be worse than a question back.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.core import get_global

from bot.facts.model import LANGUAGES
from bot.facts.section_reader import read_sections
from bot.subscriptions.changes.schedule import AT_ONCE, DAILY, DAY_MINUTES, WEEKLY
from bot.understanding.language.normalise import fold
from bot.understanding.language.wordpatterns import any_of, within

_TIME = r"(?P<h{0}>\d{{1,2}})(?:[:.](?P<m{0}>\d\d))?\s*(?:{1}|h|(?P<half{0}>[ap])\.?m\.?)?"

Wanted = dict[str, int | str | None]
"""The columns to set."""


@dataclass(frozen=True)
class WishWords:
    """A language's words for when to be told, by the keys of its wishes.yaml."""

    until: tuple[str, ...]
    oclock: tuple[str, ...]
    off: tuple[str, ...]
    beside: tuple[str, ...]
    at_once: tuple[str, ...]
    daily: tuple[str, ...]
    weekly: tuple[str, ...]
    at: tuple[str, ...]


class WishReader:
    """Reads wishes in the words of all languages at once. Raises KnowledgeError if some are missing."""

    def __init__(self, locales: Path) -> None:
        spoken = [read_sections(WishWords, locales, f"{language}/wishes.yaml") for language in LANGUAGES]
        oclock = within(word for one in spoken for word in one.oclock)
        until = within(word for one in spoken for word in one.until)
        begin, end = (_TIME.format(n, oclock) for n in (1, 2))
        self._hours = re.compile(rf"{begin}\s*(?:-|–|—|{until})\s*{end}(?!\w)")
        self._off = re.compile(any_of(word for one in spoken for word in one.off))
        self._beside = re.compile(any_of(word for one in spoken for word in one.beside))
        at_nine = rf"(?:\s+{within(word for one in spoken for word in one.at)} 9(?: {oclock}|\s*am)?\b)?"
        self._often = {
            AT_ONCE: re.compile(any_of(word for one in spoken for word in one.at_once)),
            DAILY: re.compile(any_of(word for one in spoken for word in one.daily) + at_nine),
            WEEKLY: re.compile(any_of(word for one in spoken for word in one.weekly) + at_nine),
        }

    def wishes_in(self, words: str) -> Wanted | None:
        """What the words ask for: how often, quiet hours or none, a time zone; None when one word isn't clear."""
        plain = words.casefold()
        wanted: Wanted = {}
        if hours := self._hours.search(plain):
            begin, end = (_minutes(hours[f"h{n}"], hours[f"m{n}"], hours[f"half{n}"]) for n in (1, 2))
            if begin is None or end is None or begin == end:
                return None
            wanted = {"quiet_from": begin, "quiet_to": end}
            plain = plain.replace(hours[0], " ")
        elif self._off.search(plain):
            wanted = {"quiet_from": None, "quiet_to": None}
            plain = self._off.sub(" ", plain)
        for often, said in self._often.items():
            if said.search(plain):
                wanted["frequency"], plain = often, said.sub(" ", plain, count=1)
                break
        if rest := _plain(self._beside.sub(" ", plain)):
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
