"""Reads one deals/<deal>.yaml: a deal with its facts. What the ids in it refer to is checked later (references)."""

from bot.facts.entities import LocalWords
from bot.facts.fields import Fields
from bot.facts.model import LANGUAGES, Citation, Deal, Fact
from bot.facts.value_reader import read_value
from bot.facts.values import Value

STATUSES = (
    "signed", "in_force", "announced", "planned", "reported", "presumed", "pilot", "ended", "not_disclosed",
)  # fmt: skip
DEAL_KINDS = ("agreement", "programme", "plan", "market_report", "news", "treaty", "project")
EVIDENCE_WORDS = 6
"""Evidence shows the value as printed; more words would be copying."""


def read_deal(deal_id: str, fields: Fields) -> tuple[Deal, list[Fact]]:
    """The deal of one file and its facts."""
    title = fields.local_text("title") or dict.fromkeys(LANGUAGES, deal_id)
    kind = fields.choice("kind", DEAL_KINDS)
    names = fields.local_words("names", required=True, shared=True)
    parties, places = fields.identifiers("parties"), fields.identifiers("places")
    status = fields.choice("status", STATUSES)
    listed = fields.nested("facts", required=True)
    facts = [_fact(deal_id, status, key, one) for key, one in listed.entries()] if listed else []
    if listed and not facts:
        fields.problem("facts", "{}", "a deal says something by its facts: write at least one")
    unanswered = _unanswered(fields)
    fields.finish()
    ids = tuple(fact.id for fact in facts)
    return Deal(deal_id, title, kind, names, parties, places, status, ids, unanswered), facts


def _unanswered(fields: Fields) -> dict[str, LocalWords]:
    """What people ask and the sources don't tell, by attribute."""
    nested = fields.nested("unanswered")
    if nested is None:
        return {}
    found = {name: nested.local_words(name) for name in nested.names()}
    nested.finish()
    return found


def _fact(deal_id: str, deal_status: str, key: str, fields: Fields) -> Fact:
    fact = Fact(
        id=f"{deal_id}/{key}",
        deal=deal_id,
        attribute=fields.string("attribute") or "",
        also=fields.identifiers("also"),
        about=fields.identifiers("about"),
        value=_value(fields, "value"),
        details=_details(fields),
        status=fields.choice("status", STATUSES, default=deal_status),
        according_to=fields.identifiers("according_to"),
        wording=fields.local_text("wording") or dict.fromkeys(LANGUAGES, ""),
        remark=fields.local_text("remark", required=False),
        citations=_citations(fields),
        questions=fields.local_words("questions", required=True),
        yes=fields.local_words("yes"),
        no=fields.local_words("no"),
        words=fields.local_words("words", complete=False),
        standalone=fields.flag("standalone", default=True),
        throughout=fields.identifiers("throughout"),
    )
    fields.finish()
    return fact


def _value(fields: Fields, name: str) -> Value | None:
    nested = fields.nested(name)
    return read_value(nested) if nested else None


def _details(fields: Fields) -> dict[str, Value]:
    nested = fields.nested("details")
    if nested is None:
        return {}
    found: dict[str, Value] = {}
    for name, one in nested.entries():
        if name == "value":
            nested.problem(name, "", "a detail can't be called value: that is the fact's own value")
        value = read_value(one)
        if value is not None:
            found[name] = value
    return found


def _citations(fields: Fields) -> tuple[Citation, ...]:
    given = fields.has("citations")
    citations = tuple(_citation(citation) for citation in fields.each("citations", required=True))
    if given and not citations:
        fields.problem("citations", "", "every fact needs a citation: source, paragraph, evidence")
    return citations


def _citation(fields: Fields) -> Citation:
    citation = Citation(
        source=fields.string("source") or "",
        paragraph=fields.integer("paragraph") or 0,
        evidence=fields.string("evidence") or "",
    )
    words = len(citation.evidence.split())
    if words > EVIDENCE_WORDS:
        fields.problem("evidence", citation.evidence, f"{words} words: at most {EVIDENCE_WORDS}, the value as printed")
    fields.finish()
    return citation
