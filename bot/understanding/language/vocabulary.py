"""What people say, as read from locales/<language>/intents/: plain mappings, nothing interpreted yet.

The lexicon, the name finder and the analyser are built from it; a missing optional file counts as empty.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.datafiles import files_in
from bot.facts.model import LANGUAGES
from bot.understanding.language.wordforms import WordForms

NEARNESS = {"near": 0.7, "related": 0.5, "loose": 0.2}  # how far a related concept counts, by grade

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Words:
    """One language's words: concepts, light and stop words, question phrases, operators, small talk …"""

    concepts: Mapping[str, tuple[str, ...]]
    light: tuple[str, ...]
    stop: tuple[str, ...]
    questions: Mapping[str, tuple[str, ...]]
    operators: Mapping[str, tuple[str, ...]]
    comparisons: Mapping[str, tuple[str, ...]]
    comparatives: Mapping[str, tuple[str, ...]]
    superlatives: Mapping[str, tuple[str, ...]]
    mentions: Mapping[str, tuple[str, ...]]
    joints: Mapping[str, tuple[str, ...]]
    rates: Mapping[str, tuple[str, ...]]
    openers: tuple[str, ...]
    modal: tuple[str, ...]
    having: tuple[str, ...]
    aiming: tuple[str, ...]
    hearsay: tuple[str, ...]
    asking: Mapping[str, int]
    naming: Mapping[str, tuple[str, ...]]
    listing: tuple[str, ...]
    wholes: tuple[str, ...]
    told_in: tuple[str, ...]
    roughly: tuple[str, ...]
    within_which: tuple[str, ...]
    plurals: tuple[str, ...]
    being: tuple[str, ...]
    smalltalk: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, float]
    ordinals: tuple[str, ...]
    places: Mapping[str, int]
    beside_places: tuple[str, ...]
    scales: Mapping[str, float]
    months: Mapping[str, int]
    weekdays: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]
    abbreviations: tuple[str, ...] = ()
    factsheets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    errands: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shorthand: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: WordForms = field(default_factory=WordForms)
    trades: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sequels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """All languages' words, the language-free relations between concepts, and what a noun after "which" asks for."""

    words: Mapping[str, Words]
    related: tuple[tuple[str, str, float], ...]
    asked_nouns: Mapping[str, str]
    measures: Mapping[str, str]
    relations: tuple[str, ...]
    listing: tuple[str, ...]
    joining: tuple[str, ...]
    happening: tuple[str, ...]
    offices: tuple[str, ...]
    statuses: Mapping[str, str]
    money: tuple[str, ...]
    describing: tuple[str, ...]
    rivals: tuple[str, ...]
    firms: tuple[str, ...]
    heading: tuple[str, ...]
    signing: tuple[str, ...]
    doings: tuple[str, ...]
    planning: tuple[str, ...]
    foreign: tuple[str, ...]
    finer: tuple[str, ...]
    apart: tuple[str, ...]
    own_figures: tuple[str, ...]
    services: tuple[str, ...]
    free: tuple[str, ...]
    roles: Mapping[str, str]
    role_verbs: Mapping[str, str]
    opposites: tuple[Mapping[str, tuple[str, ...]], ...]
    names: tuple[str, ...]
    doings_beside: tuple[str, ...]
    parties: tuple[str, ...]
    comparing: tuple[str, ...]
    holders: tuple[str, ...]
    lasting: tuple[str, ...]
    rolls: Mapping[str, str]
    natures: tuple[str, ...] = ()
    belongings: tuple[str, ...] = ()
    owning: tuple[str, ...] = ()
    partaking: tuple[str, ...] = ()
    sorts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sides: Mapping[str, str] = field(default_factory=dict)
    datings: Mapping[str, str] = field(default_factory=dict)
    trade_heads: tuple[str, ...] = ()
    trades: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    callings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other_languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_vocabulary(locales: Path) -> Vocabulary:
    """Read locales/<language>/intents/ of every language, and locales/related.yaml and asked_nouns.yaml."""
    asked = _read(locales / "asked_nouns.yaml") or {}
    return Vocabulary(
        words={language: _words(locales / language / "intents") for language in LANGUAGES},
        related=tuple(_related(_read(locales / "related.yaml") or {})),
        asked_nouns=_mapping(asked.get("nouns")),
        measures=_mapping(asked.get("measures")),
        relations=_texts(asked.get("relations")),
        listing=_texts(asked.get("listing")),
        joining=_texts(asked.get("joining")),
        happening=_texts(asked.get("happening")),
        offices=_texts(asked.get("offices")),
        statuses=_mapping(asked.get("statuses")),
        money=_texts(asked.get("money")),
        signing=_texts(asked.get("signing")),
        doings=_texts(asked.get("doings")),
        planning=_texts(asked.get("planning")),
        foreign=_texts(asked.get("foreign")),
        finer=_texts(asked.get("finer")),
        apart=_texts(asked.get("apart")),
        own_figures=_texts(asked.get("own_figures")),
        services=_texts(asked.get("services")),
        free=_texts(asked.get("free")),
        roles=_mapping(asked.get("roles")),
        role_verbs=_mapping(asked.get("role_verbs")),
        opposites=tuple(map(_lists, asked.get("opposites") or ())),
        names=_texts(asked.get("names")),
        doings_beside=_texts(asked.get("doings_beside")),
        describing=_texts(asked.get("describing")),
        rivals=_texts(asked.get("rivals")),
        firms=_texts(asked.get("firms")),
        heading=_texts(asked.get("heading")),
        parties=_texts(asked.get("parties")),
        comparing=_texts(asked.get("comparing")),
        holders=_texts(asked.get("holders")),
        lasting=_texts(asked.get("lasting")),
        rolls=_mapping(asked.get("rolls")),
        natures=_texts(asked.get("natures")),
        belongings=_texts(asked.get("belongings")),
        owning=_texts(asked.get("owning")),
        partaking=_texts(asked.get("partaking")),
        sorts=_lists(asked.get("sorts")),
        sides=_mapping(asked.get("sides")),
        datings=_mapping(asked.get("datings")),
        trades=_lists(asked.get("trades")),
        trade_heads=_texts(asked.get("trade_heads")),
        callings=_lists(asked.get("callings")),
        other_languages=_lists(_read(locales / "other_languages.yaml")),
    )


def _related(table: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, str, float]]:
    """The pairs of locales/related.yaml with how far each concept counts for the other."""
    for concept, grades in table.items():
        for grade, others in grades.items():
            yield from ((str(concept), str(other), NEARNESS[grade]) for other in others)


def _words(folder: Path) -> Words:
    concepts: dict[str, tuple[str, ...]] = {}
    for path in files_in(folder / "concepts", ".yaml"):
        for concept, words in (_read(path) or {}).items():
            concepts[str(concept)] = concepts.get(str(concept), ()) + _texts(words)
    light = _read(folder / "light.yaml") or {}
    small = _read(folder / "stop.yaml") or {}
    nouns = _read(folder / "nouns.yaml") or {}
    openers = _read(folder / "openers.yaml") or {}
    numbers = _read(folder / "numbers.yaml") or {}
    return Words(
        concepts=concepts,
        light=_texts(light.get("light")) + _texts(light.get("phrases")),
        stop=_texts(small.get("stop")),
        abbreviations=_texts(small.get("abbreviations")),
        questions=_lists(_read(folder / "questions.yaml")),
        openers=_texts(openers.get("verbs")),
        modal=_texts(openers.get("modal")),
        having=_texts(openers.get("having")),
        aiming=_texts(openers.get("aiming")),
        hearsay=_texts(openers.get("hearsay")),
        asking={str(word): int(far) for word, far in (nouns.get("asking") or {}).items()},
        naming=_lists(nouns.get("naming")),
        listing=_texts(nouns.get("listing")),
        wholes=_texts(nouns.get("wholes")),
        told_in=_texts(nouns.get("told_in")),
        roughly=_texts(nouns.get("roughly")),
        within_which=_texts(nouns.get("within_which")),
        plurals=_texts(nouns.get("plurals")),
        being=_texts(nouns.get("being")),
        operators=_lists(_read(folder / "operators.yaml")),
        comparisons=_lists(_read(folder / "comparisons.yaml")),
        comparatives=_lists(_read(folder / "comparatives.yaml")),
        mentions=_lists(_read(folder / "mentions.yaml")),
        superlatives=_lists(_read(folder / "superlatives.yaml")),
        factsheets=_lists(_read(folder / "factsheets.yaml")),
        errands=_lists(_read(folder / "errands.yaml")),
        shorthand=_lists(_read(folder / "shorthand.yaml")),
        forms=WordForms.read(_read(folder / "wordforms.yaml") or {}, f"{folder / 'wordforms.yaml'}"),
        trades=_lists(_read(folder / "trades.yaml")),
        joints=_lists(_read(folder / "joints.yaml")),
        sequels=_lists(_read(folder / "sequels.yaml")),
        rates=_lists(_read(folder / "rates.yaml")),
        smalltalk=_lists(_read(folder / "smalltalk.yaml")),
        demonyms=_lists(_read(folder / "demonyms.yaml")),
        numbers={str(k): float(v) for k, v in (numbers.get("words") or {}).items()},
        ordinals=_texts(numbers.get("ordinals")),
        places={str(word): int(place) for word, place in (numbers.get("places") or {}).items()},
        beside_places=_texts(numbers.get("beside_places")),
        scales={str(k): float(v) for k, v in (numbers.get("scales") or {}).items()},
        months={str(k): int(v) for k, v in (numbers.get("months") or {}).items()},
        weekdays=_mapping(numbers.get("weekdays")),
        units=_lists(numbers.get("units")),
    )


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), _Loader) if path.exists() else None  # noqa: S506 (a safe loader)


def _texts(words: Any) -> tuple[str, ...]:
    return tuple(str(word) for word in words or ())


def _mapping(mapping: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in (mapping or {}).items()}


def _lists(mapping: Any) -> dict[str, tuple[str, ...]]:
    return {str(key): _texts(words) for key, words in (mapping or {}).items()}
