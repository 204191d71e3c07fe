"""When to be told, as people type it: "22-7", "10pm to 6:45am London", "daily, 22:30 – 6:45 Wien", "off".

Every word must be understood: hours that are kept in the wrong time zone would be worse than a question back.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.core import get_global

from bot.errors import CatalogError
from bot.facts.model import LANGUAGES
from bot.facts.problems import Problems
from bot.facts.yaml_reader import read_yaml
from bot.subscriptions.changes.schedule import AT_ONCE, DAILY, DAY_MINUTES, WEEKLY
from bot.understanding.language.normalise import fold
from bot.understanding.language.wordpatterns import any_of, within

_KEYS = ("until", "oclock", "off", "beside", AT_ONCE, DAILY, WEEKLY, "at")
_TIME = r"(?P<h{0}>\d{{1,2}})(?:[:.](?P<m{0}>\d\d))?\s*(?:{1}|h|(?P<half{0}>[ap])\.?m\.?)?"

Wanted = dict[str, int | str | None]
"""The columns to set."""


class WishReader:
    """Reads wishes in the words of all languages at once (locales/<language>/wishes.yaml). Raises CatalogError."""

    def __init__(self, locales: Path) -> None:
        listed = [_lists(locales / language / "wishes.yaml") for language in LANGUAGES]
        said = {key: [word for lists in listed for word in lists[key]] for key in _KEYS}
        begin, end = (_TIME.format(n, within(said["oclock"])) for n in (1, 2))
        self._hours = re.compile(rf"{begin}\s*(?:-|–|—|{within(said['until'])})\s*{end}(?!\w)")
        self._off = re.compile(any_of(said["off"]))
        self._beside = re.compile(any_of(said["beside"]))
        at_nine = rf"(?:\s+{within(said['at'])} 9(?: {within(said['oclock'])}|\s*am)?\b)?"
        self._often = {
            AT_ONCE: re.compile(any_of(said[AT_ONCE])),
            DAILY: re.compile(any_of(said[DAILY]) + at_nine),
            WEEKLY: re.compile(any_of(said[WEEKLY]) + at_nine),
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


def _lists(path: Path) -> Mapping[str, Sequence[str]]:
    """The words of a language by key. Raises CatalogError where one is missing or holds no list of words."""
    problems = Problems()
    table = read_yaml(path.read_bytes(), path.name, problems) if path.is_file() else None
    if problems.found or not isinstance(table, dict):
        raise CatalogError(f"{path}: {problems.found[0] if problems.found else 'the file is missing'}")
    for key in (*_KEYS, *table):
        listed = table.get(key)
        if key not in _KEYS or not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise CatalogError(f"{path}: {key}: a list of words is needed for each of {', '.join(_KEYS)}, and no more")
    return {key: [str(word) for word in table[key] or ()] for key in _KEYS}


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
