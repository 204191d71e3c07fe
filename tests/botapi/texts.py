"""A text or caption as Telegram takes it: parsed, cleaned, trimmed, measured."""

from typing import Any

from tests.botapi.entities import find_entities, link_entity, u16
from tests.botapi.errors import bad
from tests.botapi.markup import parse_html
from tests.botapi.wire import jparse

CONTROL = {**{c: " " for c in range(32) if c not in (10, 13)}, 13: None, **dict.fromkeys(range(0x2028, 0x202F))}
STYLES = {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"}


def format_text(text: str, mode: str = "", entities: str = "", limit: int = 4096, name: str = "Message") -> Any:
    """Parse, clean and trim a text or caption: (plain text, entities, ApiError if empty or too long, else None)."""
    if len(text.encode()) > 1 << 15:
        raise bad("Text is too long")
    text, mode, found = text.translate(CONTROL), mode.lower(), list[Any]()
    if text and mode and mode != "none":
        if mode != "html":
            raise bad("Unsupported parse_mode")
        text, found = parse_html(text)
    elif entities and entities != "null":
        given = jparse(entities, "Can't parse entities JSON object")
        for entity in given if isinstance(given, list) else []:
            missing = next((f for f in ("offset", "length", "type") if f not in entity), None)
            if missing:
                raise bad(f"Can't parse MessageEntity: Can't find field \"{missing}\"")
            if entity["offset"] + entity["length"] > u16(text):
                raise bad(
                    f"Entity beginning at UTF-16 offset {entity['offset']} ends after the end of the text at UTF-16 "
                    f"offset {entity['offset'] + entity['length']}"
                )
            found.append(entity if entity["type"] != "text_link" else link_entity(entity, entity.get("url", "")))
        found = [e for e in found if e]
    found.sort(key=lambda e: (e["offset"], -e["length"]))
    plain = text.rstrip(" \n")
    lead = len(plain) - len(plain.lstrip(" \n"))
    lead = min(lead, found[0]["offset"]) if found else lead
    plain, kept = plain[lead:], list[Any]()
    size = u16(plain)
    for entity in found:
        begin = entity["offset"] - lead
        length = min(begin + entity["length"], size) - begin
        if length > 0:
            kept.append({**entity, "offset": begin, "length": length})
    for new in find_entities(plain):
        begin, end = new["offset"], new["offset"] + new["length"]
        if not any(e["type"] not in STYLES and e["offset"] < end and begin < e["offset"] + e["length"] for e in kept):
            kept.append(new)
    kept.sort(key=lambda e: (e["offset"], -e["length"]))
    error = bad(f"{name} is too long") if len(plain) > limit else None
    if not plain.strip("\u200b\u200c\u200d\u200e\u200f\ufeff\u2060 \n") and name == "Message":
        error = bad("Text must be non-empty")
    return plain, kept[:100], error
