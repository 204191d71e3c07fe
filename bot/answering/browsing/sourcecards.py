"""What is known of the sources: the list, one source's card with what is cited from it, the sources of one answer.

"o<the answer's token>" opens the sources of that answer.
"""

from collections import defaultdict

from bot.answering.room import suggestions
from bot.answering.room.reply import Choice, Outcome, Reply
from bot.answering.room.room import Room
from bot.answering.room.suggestions import label, shortened
from bot.answering.room.tokens import token_of
from bot.facts.model import Fact, Source

_LISTED = 20
_SIDES = 8
"""More sides of a deal than these aren't listed by name."""


def source_list(room: Room, language: str) -> Reply:
    """All sources, to tap."""
    voice = room.voices[language]
    sources = list(room.knowledge.sources.values())[:_LISTED]
    lines = [f"• {source.title or source.label[language]}" for source in sources]
    choices = tuple(Choice(shortened(source.label[language]), token_of("s", source.id)) for source in sources)
    return Reply(Outcome.HELP, language, ("\n".join(lines),), heading=voice.text("sources.title"), choices=choices)


def source_card(room: Room, source_id: str, language: str) -> Reply:
    """A source's title, publisher, date and language, and what is cited from it."""
    source, facts = room.knowledge.sources[source_id], room.store.citing(source_id)
    paragraphs = {citation.paragraph for fact in facts for citation in fact.citations if citation.source == source.id}
    cited = room.voices[language].text(
        "source.card.cited", facts=len(facts), paragraphs=len(paragraphs), all=len(source.digests)
    )
    deals: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        deals[fact.deal].append(fact)
    listed = list(deals.items())[:_LISTED]
    lines = [f"• {room.knowledge.deals[deal].title[language]}: {_sides(room, some, language)}" for deal, some in listed]
    choices = suggestions.deals(room, language, (deal for deal, _ in listed))
    return Reply(
        Outcome.HELP,
        language,
        tuple(filter(None, (_description(room, source, language), cited, "\n".join(lines)))),
        heading=source.label[language],
        choices=choices,
        token=token_of("s", source_id),
    )


def answer_sources(room: Room, answer: Reply) -> Reply:
    """The sources behind an answer: each described, with the paragraphs and words that the answer rests on."""
    language = answer.language
    voice = room.voices[language]
    used: defaultdict[str, list[str]] = defaultdict(list)
    evidence: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for fact in answer.facts:
        for citation in room.knowledge.facts[fact].citations:
            quoted = voice.text("source.quoted", words=citation.evidence)
            evidence[citation.source, citation.paragraph][quoted] = None
    for reference in answer.references:
        paragraph = voice.text("source.paragraph", number=reference.paragraph)
        words = ", ".join(evidence[reference.source, reference.paragraph])
        used[reference.source].append(f"[{reference.number}] {paragraph}: {words}")
    sources = [(room.knowledge.sources[source], lines) for source, lines in used.items()]
    blocks = ("\n".join((_description(room, source, language), *lines)) for source, lines in sources)
    choices = tuple(Choice(shortened(source.label[language]), token_of("s", source.id)) for source, _ in sources)
    return Reply(Outcome.HELP, language, tuple(blocks), heading=voice.text("sources.behind"), choices=choices)


def _description(room: Room, source: Source, language: str) -> str:
    voice = room.voices[language]
    undated = voice.text("source.undated")
    parts = sorted({part.published for part in source.sections if part.published})
    published = voice.date(source.published) if source.published else undated
    lines = [
        voice.text("source.card.title", title=source.title or voice.text("source.untitled")),
        voice.text("source.card.publisher", publisher=source.publisher or voice.text("source.unknown")),
        voice.text("source.card.date", date=published),
        voice.text("source.card.language", language=voice.language_name(source.language)),
    ]
    if parts:
        dates = [voice.date(part) for part in parts]
        said = voice.text("value.range", low=dates[0], high=dates[-1]) if len(dates) > 2 else voice.joined(dates)
        lines.insert(3, voice.text("source.card.parts", dates=said))
    return "\n".join(lines)


def _sides(room: Room, facts: list[Fact], language: str) -> str:
    names = list(dict.fromkeys(label(room, language, fact) for fact in facts))
    more = len(names) - _SIDES
    shown = ", ".join(names[:_SIDES])
    return shown if more <= 0 else room.voices[language].text("source.card.more", names=shown, more=more)
