"""Fingerprints: the paragraphs of a source text, their digests, and the version of a knowledge folder.

A paragraph is a line that isn't blank after stripping white space (no-break spaces, too), counted from 1.
"""

import hashlib
from collections.abc import Iterable


def paragraphs(text: str) -> tuple[str, ...]:
    """The stripped lines of a text that aren't blank, titles included; the first is paragraph 1."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(stripped for line in lines if (stripped := line.strip()))


def digest(paragraph: str) -> str:
    """The SHA-256 of a stripped paragraph's UTF-8, in hex."""
    return hashlib.sha256(paragraph.strip().encode("utf-8")).hexdigest()


def digests(text: str) -> tuple[str, ...]:
    """One digest a paragraph, in order: what `digests` in sources.yaml holds."""
    return tuple(digest(paragraph) for paragraph in paragraphs(text))


def version(files: Iterable[tuple[str, bytes]]) -> str:
    """A short fingerprint of (name, content) pairs; it changes when any name or content does, not with their order."""
    whole = hashlib.sha256()
    for name, content in sorted(files):
        whole.update(f"{name}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()[:12]
