"""Reads gazetteer.yaml: companies, people, places and other things with names. Countries are entities by themselves."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from bot.facts.entities import Entity
from bot.facts.fields import Fields
from bot.facts.model import LANGUAGES

ENTITY_KINDS = ("company", "organisation", "person", "place", "programme", "product", "event")
ARTICLES = ("der", "die", "das", "die (plural)")
"""German articles that a name may need; English names that need one write it themselves ("the …")."""

CASES = ("nominative", "accusative", "dative")
"""German cases in which a name may be stated."""

_COUNTRY = re.compile(r"[A-Z]{2}")
_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""CLDR territories with two letters that aren't ISO 3166 countries."""

_REMEDY = "write an ISO 3166 code in capitals: CN, AT, GB, US, …"


@cache
def country_codes() -> frozenset[str]:
    """All ISO 3166 country codes that CLDR names."""
    territories: Mapping[str, str] = Locale("en").territories
    return frozenset(code for code in territories if _COUNTRY.fullmatch(code)) - _NOT_COUNTRIES


def read_gazetteer(fields: Fields) -> dict[str, Entity]:
    """All entities of the file by id."""
    found: dict[str, Entity] = {}
    listed = fields.nested("entities", required=True)
    for entity_id, entity in listed.entries() if listed else ():
        found[entity_id] = _entity(entity_id, entity)
    fields.finish()
    return found


def _entity(entity_id: str, fields: Fields) -> Entity:
    kind = fields.choice("kind", ENTITY_KINDS)
    names = fields.local_words("names", required=True, shared=True)
    country = fields.string("country", required=False)
    if country is not None and country not in country_codes():
        fields.problem("country", country, _REMEDY)
    article = _article(fields)
    entity = Entity(
        id=entity_id,
        kind=kind,
        names={language: names.get(language) or (entity_id,) for language in LANGUAGES},
        misheard=fields.strings("misheard"),
        country=country,
        part_of=fields.string("part_of", required=False),
        role=fields.local_text("role", required=False),
        article=article,
        bystander=fields.flag("bystander", default=False),
        capital=fields.flag("capital", default=False),
        stands_for=fields.strings("stands_for"),
        countries=_countries(fields),
        home=fields.string("home", required=False),
        trades=fields.strings("trades"),
        declined=_declined(fields),
    )
    fields.finish()
    return entity


def _countries(fields: Fields) -> tuple[str, ...]:
    codes = fields.strings("countries")
    for number, code in enumerate(codes, 1):
        if code not in country_codes():
            fields.problem(f"countries.{number}", code, _REMEDY)
    return tuple(code for code in codes if code in country_codes())


def _declined(fields: Fields) -> dict[str, str]:
    """The German name in the cases stated."""
    nested = fields.nested("declined")
    if nested is None:
        return {}
    found = {case: nested.string(case, required=False) for case in CASES}
    nested.finish()
    return {case: name for case, name in found.items() if name}


def _article(fields: Fields) -> dict[str, str]:
    nested = fields.nested("article")
    if nested is None:
        return {}
    found: dict[str, str] = {}
    if nested.has("de"):
        found["de"] = nested.choice("de", ARTICLES)
    if nested.has("en"):
        found["en"] = nested.choice("en", ("the",))
    nested.finish()
    return found
