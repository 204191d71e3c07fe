"""Holds the knowledge against the source texts, for whoever has them: digests, evidence, and no copied sentences.

What an evidence comes nearest to is looked up in bot.facts.nearest, copied sentences in bot.facts.copied.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.errors import Problem
from bot.facts.copied import Copied
from bot.facts.digest import digest, paragraphs
from bot.facts.model import Fact, Knowledge, Source
from bot.facts.nearest import nearest_words


def check_evidence(knowledge: Knowledge, folder: Path) -> Iterator[Problem]:
    """Every source, citation and wording that doesn't agree with the texts in the folder."""
    texts: dict[str, tuple[str, ...]] = {}
    for source in knowledge.sources.values():
        try:
            texts[source.id] = paragraphs((folder / source.document).read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it isn't UTF-8"
            remedy = f"the text can't be read from {folder} ({reason}): correct the name or add the file"
            yield Problem("sources.yaml", f"sources.{source.id}.document", source.document, remedy)
            continue
        yield from _digests(source, texts[source.id])
    copied = Copied(texts, knowledge.entities)
    for fact in knowledge.facts.values():
        yield from _citations(fact, texts)
        yield from copied.problems(fact)


def _digests(source: Source, text: Sequence[str]) -> Iterator[Problem]:
    key = f"sources.{source.id}.digests"
    if len(source.digests) != len(text):
        remedy = f"the text has {len(text)} paragraphs: take the digests anew (run_bot.py digest FILE)"
        yield Problem("sources.yaml", key, f"{len(source.digests)} digests", remedy)
        return
    for number, (expected, paragraph) in enumerate(zip(source.digests, text, strict=True), 1):
        if digest(paragraph) != expected:
            remedy = (
                f"paragraph {number} begins {paragraph[:40]!r} and has another digest, {digest(paragraph)}: "
                "if the text was changed on purpose, check its facts, then replace the digest"
            )
            yield Problem("sources.yaml", f"{key}[{number}]", expected, remedy)


def _citations(fact: Fact, texts: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    for number, citation in enumerate(fact.citations, 1):
        text = texts.get(citation.source)
        if text is None or not 1 <= citation.paragraph <= len(text):
            continue
        if _even(citation.evidence) not in _even(text[citation.paragraph - 1]):
            yield Problem(
                fact.file,
                fact.place(f"citations[{number}].evidence"),
                citation.evidence,
                _where_else(citation.evidence, text, citation.paragraph),
            )


def _where_else(evidence: str, text: Sequence[str], cited: int) -> str:
    others = [number for number, paragraph in enumerate(text, 1) if _even(evidence) in _even(paragraph)]
    if others:
        return f"not in paragraph {cited} but in {', '.join(map(str, others))}: correct the paragraph"
    copy = "copy the words exactly as printed, with their capitals, quotes and dashes"
    nearest = nearest_words(evidence, text, cited)
    if nearest is None:
        return f"not in paragraph {cited} nor in any other, and nothing like it: {copy}"
    there = "" if nearest.paragraph == cited else f" (in paragraph {nearest.paragraph})"
    not_printed = [f"‘{word}’" for word in nearest.not_printed]
    lacking = f"; {', '.join(not_printed)} {'is' if len(not_printed) == 1 else 'are'} not there" if not_printed else ""
    return f"not in paragraph {cited} nor in any other; nearest is “{nearest.words}”{there}{lacking}: {copy}"


def _even(text: str) -> str:
    """The text with every run of white space, no-break spaces too, as one space."""
    return " ".join(text.split())
