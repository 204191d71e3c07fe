"""Reads sources.yaml: which documents facts are cited from, and a digest for each of their paragraphs."""

import re

from bot.facts.fields import Fields
from bot.facts.model import LANGUAGES, Section, Source
from bot.facts.value_reader import parse_date

_DIGEST = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def read_sources(fields: Fields) -> dict[str, Source]:
    """All sources of the file by id."""
    found: dict[str, Source] = {}
    listed = fields.nested("sources", required=True)
    for source_id, source in listed.entries() if listed else ():
        found[source_id] = _source(source_id, source)
    fields.finish()
    return found


def _source(source_id: str, fields: Fields) -> Source:
    digests = fields.strings("digests", required=True)
    for number, one in enumerate(digests, 1):
        if one and not _DIGEST.fullmatch(one):
            fields.problem(f"digests[{number}]", one, "a digest has 64 hex digits: take run_bot.py digest FILE")
    source = Source(
        id=source_id,
        document=fields.string("document") or "",
        title=fields.string("title", required=False),
        label=fields.local_text("label") or dict.fromkeys(LANGUAGES, source_id),
        publisher=fields.string("publisher", required=False),
        language=_language(fields),
        published=_published(fields),
        sections=tuple(_section(section, len(digests)) for section in fields.each("sections")),
        digests=digests,
    )
    fields.finish()
    return source


def _section(fields: Fields, paragraphs: int) -> Section:
    first, last = fields.integer("first") or 1, fields.integer("last") or 1
    if not 1 <= first <= last <= paragraphs:
        remedy = f"first and last are paragraphs, counted from 1, in that order; the source has {paragraphs}"
        fields.problem("", f"{first} to {last}", remedy)
    section = Section(first, last, fields.string("title", required=False), _published(fields))
    fields.finish()
    return section


def _language(fields: Fields) -> str:
    language = fields.string("language") or LANGUAGES[0]
    if not _LANGUAGE.fullmatch(language):
        fields.problem("language", language, "write the ISO code of the text's language: de, en, fr, …")
    return language


def _published(fields: Fields) -> str | None:
    published = fields.string("published", required=False)
    if published is None:
        return None
    date = parse_date(published)
    if date is None or date.year is None:
        fields.problem("published", published, "write YYYY, YYYY-MM or YYYY-MM-DD; leave it out if the text gives none")
        return None
    return published
