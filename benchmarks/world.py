"""A generated world of deals in the documented form of knowledge/: plain mappings, the same for the same size and seed.

`folder` writes it as YAML and `memory` reads it without any; `asking` makes questions for it. Deals are made one at a
time, so that a world of any size costs little memory.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import yaml
from babel import Locale

from benchmarks import names
from bot.facts.model import LANGUAGES

Plain = Any
PHRASES = Path(__file__).with_name("phrases.yaml")

_STATUSES = ("signed", "signed", "in_force", "announced", "planned", "reported")
_DEALS_PER_SOURCE = 4
_PARAGRAPHS = 12
_COUNTRY_SHARE = 0.25


@dataclass(frozen=True)
class Size:
    """How large a world is; facts are spread evenly over the deals."""

    deals: int
    facts: int
    examples: int = 3
    seed: int = 1


@dataclass(frozen=True)
class Cast:
    """Who and what one deal is about: the names that questions use, per language, and the ids behind the parties."""

    deal: str
    parties: tuple[str, str]
    spoken: Mapping[str, Mapping[str, str]]
    told: tuple[str, ...]


class World:
    """All that a generated knowledge folder holds."""

    def __init__(self, size: Size) -> None:
        self.size = size
        chance = Random(size.seed)  # noqa: S311 - play, not secrets
        number = max(size.deals // 2, 20)
        self._companies = _named("c", names.companies(chance), number)
        self._towns = _named("t", names.towns(chance), max(size.deals // 10, 10))
        self._people = _named("p", names.people(chance), max(size.deals // 5, 10))
        self.bystanders = _named("x", names.companies(chance), max(size.deals // 100, 5))
        self.strangers = [name for name in islice(names.companies(chance), 500) if name not in self._all_names()]
        self.casts = self._cast_all(chance)

    def _all_names(self) -> set[str]:
        return {*self._companies.values(), *self.bystanders.values()}

    def sources(self) -> Plain:
        """What sources.yaml holds."""
        number = -(-self.size.deals // _DEALS_PER_SOURCE)
        return {"sources": {_source_id(at): _source(at) for at in range(number)}}

    def gazetteer(self) -> Plain:
        """What gazetteer.yaml holds."""
        chance = Random(self.size.seed + 1)  # noqa: S311
        entities: dict[str, Plain] = {}
        for group, kind in ((self._companies, "company"), (self._towns, "place")):
            for entity, name in group.items():
                entities[entity] = {"kind": kind, "names": [name], "country": chance.choice(names.parts()["countries"])}
        for entity, name in self._people.items():
            entities[entity] = {"kind": "person", "names": [name, name.split()[-1]]}
        for entity, name in self.bystanders.items():
            entities[entity] = {"kind": "company", "names": [name], "bystander": "true"}
        return {"entities": entities}

    def deals(self) -> Iterator[tuple[str, Plain]]:
        """What each file of deals/ holds, with the deal's id."""
        for number, cast in enumerate(self.casts):
            yield cast.deal, self._deal(number, cast)

    def _cast_all(self, chance: Random) -> list[Cast]:
        companies, towns, people = list(self._companies), list(self._towns), list(self._people)
        per_deal, rest = divmod(self.size.facts, self.size.deals)
        taken: set[frozenset[str]] = set()
        casts = []
        for number in range(self.size.deals):
            first = companies[number % len(companies)]
            second = first
            while second == first or frozenset((first, second)) in taken:
                second = chance.choice(names.parts()["countries"] if chance.random() < _COUNTRY_SHARE else companies)
            taken.add(frozenset((first, second)))
            place, person = towns[number % len(towns)], people[number % len(people)]
            told = tuple(chance.sample(sorted(phrases()["facts"]), per_deal + (number < rest)))
            product = chance.choice(phrases()["products"])
            spoken = {
                language: {
                    "a": self._companies[first],
                    "b": self._companies.get(second) or country(second, language),
                    "place": self._towns[place],
                    "place_id": place,
                    "person_id": person,
                    "product": product[language],
                }
                for language in LANGUAGES
            }
            casts.append(Cast(f"d{number:05}", (first, second), spoken, told))
        return casts

    def _deal(self, number: int, cast: Cast) -> Plain:
        chance = Random(f"{self.size.seed} {number}")  # noqa: S311
        form = chance.choice(phrases()["deals"])
        facts = {key: self._fact(key, number, cast, chance) for key in cast.told}
        return {
            "title": {language: filled(form["title"][language], cast, language) for language in LANGUAGES},
            "kind": form["kind"],
            "names": {lang: [filled(name, cast, lang) for name in form["names"][lang]] for lang in LANGUAGES},
            "parties": list(cast.parties),
            "places": [cast.spoken["de"]["place_id"]],
            "status": chance.choice(_STATUSES),
            "facts": facts,
        }

    def _fact(self, key: str, number: int, cast: Cast, chance: Random) -> Plain:
        form = phrases()["facts"][key]
        value, evidence = _value(form["value"], cast, chance)
        variant = chance.randrange(2)
        return {
            "attribute": key,
            "value": value,
            "wording": {language: filled(form["wording"][language][variant], cast, language) for language in LANGUAGES},
            "citations": [
                {
                    "source": _source_id(number // _DEALS_PER_SOURCE),
                    "paragraph": chance.randrange(1, _PARAGRAPHS + 1),
                    "evidence": evidence,
                }
            ],
            "questions": {
                language: [
                    filled(question, cast, language)
                    for question in chance.sample(form["examples"][language], self.size.examples)
                ]
                for language in LANGUAGES
            },
        }


@cache
def phrases() -> Plain:
    """The wordings and questions that worlds are made of."""
    return yaml.safe_load(PHRASES.read_text(encoding="utf-8"))


@cache
def country(code: str, language: str) -> str:
    """A country's name."""
    return str(Locale.parse(language).territories[code])


def filled(template: str, cast: Cast, language: str) -> str:
    """A template with the deal's names in it; {value} stays for the bot to fill."""
    for slot in ("a", "b", "place", "product"):
        template = template.replace(f"{{{slot}}}", cast.spoken[language][slot])
    return template


def _named(letter: str, invented: Iterator[str], number: int) -> dict[str, str]:
    return {f"{letter}{at:05}": name for at, name in enumerate(islice(invented, number))}


def _source_id(number: int) -> str:
    return f"s{number:05}"


def _source(number: int) -> Plain:
    language = LANGUAGES[number % 2]
    return {
        "document": f"{_source_id(number)}.txt",
        "label": {"de": f"Meldung {number}", "en": f"Report {number}"},
        "language": language,
        "published": f"{2005 + number % 15}-{1 + number % 12:02}",
        "digests": [sha256(f"{number} {paragraph}".encode()).hexdigest() for paragraph in range(_PARAGRAPHS)],
    }


def _value(kind: str, cast: Cast, chance: Random) -> tuple[Plain, str]:
    """A typed value and the words that show it."""
    spoken = cast.spoken["en"]
    match kind:
        case "person":
            return {"entity": spoken["person_id"]}, "on behalf of the company"
        case "place":
            return {"entity": spoken["place_id"]}, f"in {spoken['place']}"
        case "product":
            return {"text": {language: cast.spoken[language]["product"] for language in LANGUAGES}}, spoken["product"]
        case "goal":
            goal = chance.choice(phrases()["goals"])
            return {"text": dict(goal)}, goal["en"]
        case _:
            return _figure(kind, chance.randrange(2, 1000) * 10 ** chance.randrange(3), chance)


def _figure(kind: str, number: int, chance: Random) -> tuple[Plain, str]:
    small = number % 39 + 2
    match kind:
        case "money":
            currency, approx = chance.choice(("EUR", "USD", "GBP", "CNY")), chance.choice(("about", "over"))
            return {"money": number * 1000, "currency": currency, "approx": approx}, f"{number * 1000:,}"
        case "percentage":
            return {"percentage": small}, f"{small} per cent"
        case "date":
            date = f"{2005 + number % 20}-{1 + number % 12:02}-{1 + number % 28:02}"
            return {"date": date}, date
        case "years" | "days":
            unit = kind.removesuffix("s")
            return {"duration": small, "unit": unit}, f"{small} {kind}"
        case _:
            return {"count": number}, f"{number:,}"
