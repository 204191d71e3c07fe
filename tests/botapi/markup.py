"""Telegram's HTML as its own parser reads it: plain text and entities, errors with byte offsets in its words."""

import re
from typing import Any

from tests.botapi.entities import link_entity, u16
from tests.botapi.errors import bad
from tests.botapi.wire import Entity, num

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "",
}
HTML_REF = re.compile(r"&(?:#(?:x([0-9a-fA-F]+)|([0-9]+))|(lt|gt|amp|quot)(?![a-zA-Z]));?")
TAG_NAME, ATTR_NAME, TOKEN, SPACE = map(re.compile, (r"[^\s>]*", r"[^\s=>/\"']*", r"[A-Za-z0-9.-]*", r"\s*"))


def _end(pattern: re.Pattern[str], src: str, at: int) -> int:
    """Where the pattern, which matches everywhere, ends."""
    found = pattern.match(src, at)
    return found.end() if found else at


def unref(found: re.Match[str]) -> str:
    """One HTML character reference; an unknown or invalid one stays as it is."""
    if found[3]:
        return {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[found[3]]
    code = int(found[1], 16) if found[1] else int(found[2])
    ok = 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 and len(found[0].rstrip(";")) < 10
    return chr(code) if ok else found[0]


def html_attributes(src: str, tag: str, start: int, i: int) -> Any:
    """Read a start tag's attributes from i on: (the one argument that matters for this tag, position of '>')."""
    argument, n, at = "", len(src), len(src[:start].encode())
    while True:
        i = _end(SPACE, src, i)
        if src[i : i + 1] == ">":
            return argument, i
        begin, i = i, _end(ATTR_NAME, src, i)
        name = src[begin:i]
        if not name:
            raise bad(f'Can\'t parse entities: Empty attribute name in the tag "{tag}" at byte offset {at}')
        i = _end(SPACE, src, i)
        if i < n and src[i] != "=":
            argument = "1" if (tag, name) == ("blockquote", "expandable") else argument
            continue
        i = _end(SPACE, src, i + 1)
        if i >= n:
            raise bad(f'Can\'t parse entities: Unclosed start tag "{tag}" at byte offset {at}')
        if src[i] in "\"'":
            end = src.find(src[i], i + 1)
            value, i = (HTML_REF.sub(unref, src[i + 1 : end]), end + 1) if end >= 0 else ("", n)
        else:
            begin, i = i, _end(TOKEN, src, i)
            value = src[begin:i].lower()
            if i < n and src[i] != ">" and not src[i].isspace():
                raise bad(
                    f"Can't parse entities: Unexpected end of name token at byte offset {len(src[:begin].encode())}"
                )
        if i >= n:
            raise bad(f"Can't parse entities: Unclosed start tag at byte offset {at}")
        if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id")):
            argument = value
        elif tag == "code" and name == "class" and value.startswith("language-"):
            argument = value[9:]
        elif tag == "span" and name == "class" and value.startswith("tg-"):
            argument = value[3:]
        elif (tag, name) == ("blockquote", "expandable"):
            argument = "1"


def parse_html(src: str) -> tuple[str, list[Entity]]:
    """Telegram's HTML: (plain text, entities); errors carry byte offsets in the real parser's words."""
    out: list[str] = []
    entities: list[Entity] = []
    stack: list[tuple[str, str, int, int]] = []
    pos, offset, n = 0, 0, len(src)

    def fail(text: str, at: int | None = None) -> Any:
        return bad("Can't parse entities: " + text + (f"{len(src[:at].encode())}" if at is not None else ""))

    while pos < n:
        start = src.find("<", pos)
        chunk = HTML_REF.sub(unref, src[pos:] if start < 0 else src[pos:start])
        out.append(chunk)
        offset += u16(chunk)
        if start < 0:
            break
        closing = src.startswith("/", start + 1)
        if closing and not stack:
            raise fail("Unexpected end tag at byte offset ", start)
        begin = start + 1 + closing
        i = _end(TAG_NAME, src, begin)
        tag = src[begin:i].lower()
        if not closing:
            if i == n:
                raise fail("Unclosed start tag at byte offset ", start)
            if tag not in TAGS:
                raise fail(f'Unsupported start tag "{tag}" at byte offset ', start)
            argument, i = html_attributes(src, tag, start, i)
            if tag == "span" and argument != "spoiler":
                raise fail('Tag "span" must have class "tg-spoiler" at byte offset ', start)
            stack.append((tag, argument, offset, len(out)))
        else:
            i = _end(SPACE, src, i)
            if src[i : i + 1] != ">":
                raise fail("Unclosed end tag at byte offset ", start)
            if tag and tag != stack[-1][0]:
                raise fail(
                    f'Unmatched end tag at byte offset {len(src[:start].encode())}, expected "</{stack[-1][0]}>", '
                    f'found "</{tag}>"'
                )
            tag, argument, begin, index = stack.pop()
            entity: Any = {"type": TAGS[tag], "offset": begin, "length": offset - begin}
            last = (
                entities[-1]
                if entities and (entities[-1]["offset"], entities[-1]["length"]) == (begin, offset - begin)
                else Entity()
            )
            if tag == "a":
                entity = link_entity(entity, argument or "".join(out[index:]))
            elif tag == "pre" and last.get("type") == "code" and last.get("language"):
                last["type"], entity = "pre", None
            elif tag == "code" and last.get("type") == "pre" and argument:
                last["language"], entity = argument, None
            elif tag == "code" and argument:
                entity["language"] = argument
            elif tag == "blockquote" and argument:
                entity["type"] = "expandable_blockquote"
            elif tag == "tg-emoji":
                if not num(argument):
                    raise fail("Invalid custom emoji identifier specified")
                entity["custom_emoji_id"] = argument
            if entity and entity["type"] and offset > begin:
                entities.append(entity)
        pos = i + 1
    if stack:
        raise fail(f'Can\'t find end tag corresponding to start tag "{stack[-1][0]}"')
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return "".join(out), entities
