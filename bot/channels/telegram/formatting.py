"""A reply as Telegram's HTML: everything escaped, cut between blocks into messages that Telegram accepts.

The only module that writes markup. Lengths are counted as Telegram counts them: after parsing, in UTF-16 units.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.room.reply import Reply

MOST_UNITS = 4096
MOST_CAPTION = 1024
MOST_ENTITIES = 100
SHORT_SOURCES = 2
"""More source lines than these are folded away, as are long ones."""
SHORT_UNITS = 320

# Controls have no meaning in a chat, and overrides of the writing direction garble what stands after them.
UNWANTED = re.compile("[\x00-\x09\x0b-\x1f\x7f\u2028-\u202e\u2066-\u2069\ufeff]")
TAG = re.compile(r"<[^<>]*>")
VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2060]")


@dataclass(frozen=True)
class Piece:
    """A part that isn't cut any more: plain text, the tags around it, and the gap to the piece before."""

    text: str
    opening: str = ""
    closing: str = ""
    gap: str = "\n\n"

    @property
    def html(self) -> str:
        """The piece with its tags, escaped."""
        return f"{self.opening}{html.escape(self.text, quote=False)}{self.closing}"

    @property
    def entities(self) -> int:
        """How many entities Telegram makes of it."""
        return 1 if self.opening else 0


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """The text without what Telegram refuses or what garbles a chat: lone surrogates, controls, overrides."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return UNWANTED.sub(" ", whole.replace("\r\n", "\n")).strip()


def messages(reply: Reply, label: str = "") -> list[str]:
    """The reply as HTML, one string a message; at least one. `label`: the tapped button's, to go above it.

    A heading that ends with the same, or says it in full, stands alone.
    """
    packed: list[list[Piece]] = []
    room, entities = 0, 0
    for piece in _pieces(reply, label):
        size = units(piece.text) + len(piece.gap)
        if not packed or size > room or entities + piece.entities > MOST_ENTITIES:
            packed.append([])
            room, entities = MOST_UNITS + len(piece.gap), 0
        packed[-1].append(piece)
        room, entities = room - size, entities + piece.entities
    return ["".join((piece.gap if n else "") + piece.html for n, piece in enumerate(pieces)) for pieces in packed]


def caption(text: str) -> str:
    """A picture's caption as HTML."""
    return html.escape(next(cut(clean(text), MOST_CAPTION), ""), quote=False)


def plain(text: str) -> str:
    """What Telegram shows of a message in HTML, without its marks."""
    return html.unescape(TAG.sub("", text))


def cut(text: str, most: int = MOST_UNITS) -> Iterator[str]:
    """The text in parts of at most `most` units: cut at a line's end, else at a space, else where it must be."""
    while units(text) > most:
        part = text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
        place = max(part.rfind("\n"), 0) or max(part.rfind(" "), 0) or len(part)
        yield text[:place].rstrip()
        text = text[place:].lstrip()
    if text:
        yield text


def _pieces(reply: Reply, label: str) -> list[Piece]:
    told = "" if reply.heading and _says(reply.heading, label) else label
    above = [Piece(part, "<i>", "</i>") for part in cut(clean(told)) if VISIBLE.search(part)]
    pieces = [piece for piece in _parts(reply) if VISIBLE.search(piece.text)]
    return [*above, *(pieces or [Piece("…")])]


def _says(heading: str, label: str) -> bool:
    """Whether a heading ends with the label of the button that led to it, or is it in full."""
    return heading.endswith(label) or (label.endswith("…") and heading.startswith(label[:-1]))


def _parts(reply: Reply) -> Iterator[Piece]:
    if reply.heading:
        yield from (Piece(part, "<b>", "</b>") for part in cut(clean(reply.heading)))
    yield from (Piece(part) for block in reply.blocks for part in cut(clean(block)))
    if reply.references:
        lines = "\n".join(clean(reference.line).replace("\n", " ") for reference in reply.references)
        long = len(reply.references) > SHORT_SOURCES or units(lines) > SHORT_UNITS
        opening = "<blockquote expandable>" if long else "<blockquote>"
        yield from (Piece(part, opening, "</blockquote>", gap="\n") for part in cut(lines))
