"""Draws docs/conversation.png for the README: real questions, and what the bot answers to them today.

    .venv/bin/python docs/draw_conversation.py

The replies come from the desk that every channel talks to; nothing in the picture is written by hand but the questions.
To be run again when answers have changed, and looked at before it is committed.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont

from bot.answering.desk import Desk
from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.app import build_from

HERE = Path(__file__).parent
TARGET = HERE / "conversation.png"
CHATS = (
    (
        "wieviel geld bringt der briten deal?",
        "und wer hat unterschrieben?",
        "Was kostet der Versand von AliExpress nach Moskau?",
    ),
    (
        "how many orders are expected in moskow per month?",
        "and how long does delivery take?",
        "When is Alibaba coming to Brussels?",
        "What is the Austria deal worth?",
    ),
)
"""A chat each, side by side; the first is in German."""

COLUMN, GAP, PADDING, RADIUS = 700, 40, 20, 22
"""Widths in pixels."""
BUBBLE = 600
GROUND, PAPER, OWN, EDGE = "#f4f1ea", "#ffffff", "#d8ecd9", "#dcd6c8"
INK, SOFT, ACCENT = "#22252b", "#5c626d", "#0b6e75"
MOST_CHOICES = 2


@dataclass(frozen=True)
class Style:
    """Letters of one kind; `letters` is about how many of them fill a bubble's line."""

    size: int
    colour: str
    letters: int
    bold: bool = False

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        """DejaVu comes with matplotlib, so that the picture is the same everywhere."""
        name = "DejaVuSans-Bold.ttf" if self.bold else "DejaVuSans.ttf"
        return ImageFont.truetype(str(Path(get_data_path()) / "fonts" / "ttf" / name), self.size)

    @property
    def line(self) -> int:
        """The height of a line."""
        return round(self.size * 1.4)


TEXT, SMALL, CHOICE = Style(23, INK, 47), Style(17, SOFT, 63), Style(19, ACCENT, 50)


@dataclass(frozen=True)
class Part:
    """A paragraph in a bubble; a quoted one has a bar at its left, as sources have in Telegram."""

    text: str
    style: Style
    quoted: bool = False

    @property
    def lines(self) -> list[str]:
        """The paragraph as it is broken."""
        return textwrap.wrap(self.text, self.style.letters)

    @property
    def height(self) -> int:
        """With the gap below."""
        return len(self.lines) * self.style.line + 10


def talked(desk: Desk, questions: tuple[str, ...]) -> Iterator[tuple[str, Reply]]:
    """One conversation, each question with its reply."""
    conversation = Conversation()
    for now, question in enumerate(questions):
        reply, conversation = desk.answer(question, conversation, None, float(now))
        yield question, reply


def bubble(draw: ImageDraw.ImageDraw, left: int, top: int, parts: list[Part], *, own: bool) -> int:
    """Draw a bubble in the column that begins at `left`; returns where it ends."""
    width = max(round(part.style.font.getlength(line)) for part in parts for line in part.lines) + 2 * PADDING
    width += PADDING if any(part.quoted for part in parts) else 0
    bottom = top + sum(part.height for part in parts) + 2 * PADDING - 18
    at = left + COLUMN - width if own else left
    draw.rounded_rectangle((at, top, at + width, bottom), RADIUS, OWN if own else PAPER, EDGE, 2)
    height = top + PADDING - 2
    for part in parts:
        indent = at + PADDING
        if part.quoted:
            draw.rectangle((indent, height + 2, indent + 3, height + part.height - 10), ACCENT)
            indent += 16
        for number, line in enumerate(part.lines):
            draw.text((indent, height + number * part.style.line), line, part.style.colour, part.style.font)
        height += part.height
    return bottom


def choices(draw: ImageDraw.ImageDraw, left: int, top: int, labels: list[str]) -> int:
    """Draw the buttons below a reply; returns where they end."""
    for label in labels:
        box = (left, top + 6, left + BUBBLE, top + 48)
        draw.rounded_rectangle(box, 14, GROUND, ACCENT, 2)
        draw.text((left + BUBBLE / 2, top + 27), label, CHOICE.colour, CHOICE.font, anchor="mm")
        top += 50
    return top


def column(draw: ImageDraw.ImageDraw, left: int, turns: list[tuple[str, Reply]]) -> int:
    """Draw a chat; returns where it ends."""
    top = GAP
    for number, (question, reply) in enumerate(turns, start=1):
        top = bubble(draw, left, top, [Part(question, TEXT)], own=True) + 18
        parts = [Part(block, TEXT) for block in reply.blocks]
        parts += [Part(reference.line, SMALL, quoted=True) for reference in reply.references]
        top = bubble(draw, left, top, parts, own=False)
        if number == len(turns):
            top = choices(draw, left, top, [choice.label for choice in reply.choices[:MOST_CHOICES]])
        top += 26
    return top


def main() -> None:
    """Hold the conversations and draw them."""
    desk = build_from(HERE.parent / "knowledge").desk
    image = Image.new("RGB", (2 * COLUMN + 3 * GAP, 3000), GROUND)
    draw = ImageDraw.Draw(image)
    ends = [column(draw, GAP + number * (COLUMN + GAP), list(talked(desk, chat))) for number, chat in enumerate(CHATS)]
    image = image.crop((0, 0, image.width, max(ends) + GAP - 26))
    image.quantize(64).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
