"""Holds the knowledge against the source texts, for whoever has them: digests, evidence, and no copied sentences."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.errors import Problem
from bot.facts.digest import digest, paragraphs
from bot.facts.model import Fact, Knowledge, Source

COPIED_WORDS = 9
"""A wording with as many words in a row from its source is the article's sentence, not our own."""

_WORD = re.compile(r"\w+")


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
    for fact in knowledge.facts.values():
        yield from _citations(fact, texts)
        yield from _copied(fact, texts)


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
                f"deals/{fact.deal}.yaml",
                f"facts.{fact.id.partition('/')[2]}.citations[{number}].evidence",
                citation.evidence,
                _where_else(citation.evidence, text, citation.paragraph),
            )


def _where_else(evidence: str, text: Sequence[str], cited: int) -> str:
    others = [number for number, paragraph in enumerate(text, 1) if _even(evidence) in _even(paragraph)]
    if others:
        return f"not in paragraph {cited} but in {', '.join(map(str, others))}: correct the paragraph"
    if any(_even(evidence).casefold() in _even(paragraph).casefold() for paragraph in text):
        return f"not in paragraph {cited} with these capitals: copy it exactly as printed"
    return f"not in paragraph {cited} nor in any other: copy the words exactly as printed, with their quotes and dashes"


def _copied(fact: Fact, texts: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    cited = {citation.source for citation in fact.citations} & texts.keys()
    printed = {source: _runs(" ".join(texts[source])) for source in cited}
    for language, wording in fact.wording.items():
        for source, runs in printed.items():
            copied = _runs(wording) & runs
            if copied:
                remedy = f"{COPIED_WORDS} words in a row stand in source {source}: say it in your own words"
                key = f"facts.{fact.id.partition('/')[2]}.wording.{language}"
                yield Problem(f"deals/{fact.deal}.yaml", key, " ".join(min(copied)), remedy)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + COPIED_WORDS]) for at in range(len(words) - COPIED_WORDS + 1)}


def _even(text: str) -> str:
    """The text with every run of white space, no-break spaces too, as one space."""
    return " ".join(text.split())
