"""Facts as numbered statements: each sentence with its marks [1][2], and below the sources that the marks stand for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bot.answering.room.reply import Reference
from bot.facts.model import Citation, Fact, Source
from bot.i18n import Voice


@dataclass
class Statements:
    """Collects the statements of one reply; the same paragraph gets the same number."""

    sources: Mapping[str, Source]
    voice: Voice
    line: Callable[[str, Citation], str]
    """The source of a citation in a language, see `source_line`."""
    sentence: Callable[[str, str], str]
    """The sentence of a fact, by its id, in a language."""
    blocks: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def say(self, fact: Fact, lead: str = "") -> None:
        """Add a fact's sentence, after a lead such as "Nein.", and its remark if it bears one."""
        if fact.id in self.facts:
            return
        self.facts.append(fact.id)
        sentence = self.sentence(self.voice.language, fact.id)
        self.blocks.append(f"{lead} {sentence} {self._marks(fact.citations)}".strip())
        if fact.remark:
            self.blocks.append(f"⚠ {fact.remark[self.voice.language]}")

    def cite(self, text: str, fact: Fact) -> str:
        """A text that a fact backs, with the mark of its first citation; the fact counts as stated."""
        if fact.id not in self.facts:
            self.facts.append(fact.id)
        return f"{text} {self._marks(fact.citations[:1])}"

    def _marks(self, citations: Iterable[Citation]) -> str:
        return "".join(f"[{number}]" for number in dict.fromkeys(map(self._number, citations)))

    def say_all(self, facts: Iterable[Fact]) -> None:
        """Add several facts."""
        for fact in facts:
            self.say(fact)

    def _number(self, citation: Citation) -> int:
        for reference in self.references:
            if (reference.source, reference.paragraph) == (citation.source, citation.paragraph):
                return reference.number
        number = len(self.references) + 1
        source = self.sources[citation.source]
        line = f"[{number}] {self.line(self.voice.language, citation)}"
        self.references.append(Reference(number, source.id, source.document, citation.paragraph, line))
        return number


def source_line(voice: Voice, source: Source, citation: Citation) -> str:
    """One line of the list of sources: title, publisher, date, paragraph, evidence, language."""
    section = source.section(citation.paragraph)
    title = (section.title if section else None) or source.title
    published = source.published_at(citation.paragraph)
    details = [
        source.publisher or "",
        voice.date(published) if published else voice.text("source.undated"),
        voice.text("source.paragraph", number=citation.paragraph),
    ]
    quoted = voice.text("source.quoted", words=citation.evidence)
    language = voice.text("source.in_language", language=voice.language_name(source.language))
    titled = voice.text("source.title", title=title) if title else source.label[voice.language]
    return f"{titled}, {', '.join(filter(None, details))}: {quoted}, {language}"
