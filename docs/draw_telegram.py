"""Draws docs/telegram-de.png and docs/telegram-en.png: a chat as Telegram shows it, with all buttons and a picture.

    .venv/bin/python docs/draw_telegram.py

Replies, buttons and the timeline are the real ones; only the emoji are drawn by hand, as no font here has them. To be
run again when they have changed, and looked at before it is committed.
"""

import asyncio
import io
import textwrap
from collections.abc import Callable
from pathlib import Path

from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont

from bot.answering.room.conversation import Conversation
from bot.answering.room.reply import Reply
from bot.answering.room.room import Room
from bot.app import App, build_from
from bot.channels.telegram.actions import actions
from bot.channels.telegram.keyboards import keyboard
from bot.pictures.gallery import Gallery

HERE = Path(__file__).parent
TURNS = {
    "de": ("wer hat für österreich unterschrieben?", "/deals", "/timeline"),
    "en": ("who signed for austria?", "/deals", "/timeline"),
}
WIDTH, EDGE, INSIDE, ROW = 720, 24, 18, 52
GROUND, PAPER, OWN, BUTTON = "#17212b", "#1f2c38", "#2b5278", "#26384a"
INK, SOFT, LINK = "#f2f5f7", "#9fb2c1", "#d5e6f5"
Draw = ImageDraw.ImageDraw


def letters(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """DejaVu comes with matplotlib, so that the picture is the same everywhere."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return ImageFont.truetype(str(Path(get_data_path()) / "fonts" / "ttf" / name), size)


def bubble(draw: Draw, top: int, parts: list[tuple[str, int, str, bool]], *, own: bool) -> int:
    """Draw paragraphs (text, size, colour, bold) as one message; returns where it ends."""
    lines = list[tuple[str, int, str, bool]]()
    for text, size, colour, bold in parts:
        wide = int((WIDTH - 2 * EDGE - 2 * INSIDE - 30) / (size * (0.62 if bold else 0.575)))
        for paragraph in text.split("\n"):
            lines += [(line, size, colour, bold) for line in textwrap.wrap(paragraph, wide)]
        lines.append(("", size // 2, colour, False))
    lines.pop()
    height = sum(round(size * 1.42) for _, size, _, _ in lines) + 2 * INSIDE
    width = max(letters(size, bold=bold).getlength(line) for line, size, _, bold in lines) + 2 * INSIDE
    left = WIDTH - EDGE - width if own else EDGE
    draw.rounded_rectangle((left, top, left + width if own else WIDTH - EDGE, top + height), 18, OWN if own else PAPER)
    at = top + INSIDE
    for line, size, colour, bold in lines:
        draw.text((left + INSIDE, at), line, colour, letters(size, bold=bold))
        at += round(size * 1.42)
    return top + height


def buttons(draw: Draw, top: int, rows: list[list[str]]) -> int:
    """Draw the buttons row by row; returns where they end."""
    for row in rows:
        width = (WIDTH - 2 * EDGE - 6 * (len(row) - 1)) / len(row)
        for number, label in enumerate(row):
            left = EDGE + number * (width + 6)
            draw.rounded_rectangle((left, top + 6, left + width, top + ROW), 12, BUTTON)
            icon = ICONS.get(label[0])
            text = label[1:].strip() if icon else label
            length = letters(20).getlength(text)
            middle = left + width / 2 + (14 if icon and text else 0)
            draw.text((middle, top + 30), text, LINK, letters(20), anchor="mm")
            if icon:
                icon(draw, middle - length / 2 - (30 if text else 11), top + 18)
        top += ROW
    return top


def thumb(draw: Draw, x: float, y: float, *, up: bool) -> None:
    """👍 or 👎."""
    points = [(0, 9), (5, 9), (5, 22), (0, 22)], [(7, 10), (12, 0), (15, 2), (14, 8), (22, 8), (21, 22), (7, 22)]
    for shape in points:
        draw.polygon([(x + px, y + (py if up else 23 - py)) for px, py in shape], fill="#f5c542")


def bell(draw: Draw, x: float, y: float) -> None:
    """🔔."""
    draw.pieslice((x + 2, y, x + 20, y + 22), 180, 360, fill="#f5c542")
    draw.polygon([(x + 2, y + 10), (x + 20, y + 10), (x + 22, y + 18), (x, y + 18)], fill="#f5c542")
    draw.ellipse((x + 8, y + 18, x + 14, y + 24), fill="#f5c542")


def page(draw: Draw, x: float, y: float) -> None:
    """📄 and 📅."""
    draw.rectangle((x + 3, y, x + 19, y + 22), fill="#e8eef3")
    for line in (5, 10, 15):
        draw.line((x + 6, y + line, x + 16, y + line), fill="#7d93a5", width=2)


ICONS: dict[str, Callable[[Draw, float, float], None]] = {
    "👍": lambda draw, x, y: thumb(draw, x, y, up=True),
    "👎": lambda draw, x, y: thumb(draw, x, y, up=False),
    "🔔": bell,
    "📄": page,
    "📅": page,
}


def rows_of(room: Room, reply: Reply) -> list[list[str]]:
    """The labels of a reply's buttons, as the channel sets them."""
    rows = actions(reply, room.voices[reply.language], "deal_bot", 1, follows=True)
    markup = keyboard(reply, rows)
    return [[button.text for button in row] for row in markup.inline_keyboard] if markup else []


def shown(reply: Reply) -> list[tuple[str, int, str, bool]]:
    """A reply as paragraphs; a long list of sources is folded."""
    parts = [(reply.heading, 23, INK, True)] if reply.heading else []
    parts += [(block, 23, INK, False) for block in reply.blocks]
    sources = "\n".join(reference.line for reference in reply.references)
    return [*parts, (sources, 18, SOFT, False)] if sources else parts


def draw_chat(app: App, language: str) -> None:
    """One chat, from top to bottom."""
    image = Image.new("RGB", (WIDTH, 6000), GROUND)
    draw, top, conversation = ImageDraw.Draw(image), EDGE, Conversation(last_language=language)
    for now, said in enumerate(TURNS[language]):
        reply, conversation = app.desk.answer(said, conversation, language, float(now))
        top = bubble(draw, top, [(said, 23, INK, False)], own=True) + 14
        drawn = asyncio.run(Gallery(app.room).picture(reply.picture, language)) if reply.picture else None
        if drawn:
            picture = Image.open(io.BytesIO(drawn.png)).convert("RGB")
            picture = picture.resize((WIDTH - 2 * EDGE, round(picture.height * (WIDTH - 2 * EDGE) / picture.width)))
            image.paste(picture, (EDGE, top))
            top = bubble(draw, top + picture.height, [(drawn.caption, 19, INK, False)], own=False)
            break
        top = bubble(draw, top, shown(reply), own=False)
        top = buttons(draw, top, rows_of(app.room, reply)) + 22
    image.crop((0, 0, WIDTH, top + EDGE)).quantize(128).save(HERE / f"telegram-{language}.png", optimize=True)


def main() -> None:
    """Draw the chat in both languages."""
    app = build_from(HERE.parent / "knowledge")
    for language in TURNS:
        draw_chat(app, language)


if __name__ == "__main__":
    main()
