"""Entities: how long a text is for Telegram, which links it takes, and what it finds in a text by itself."""

import re

from tests.botapi.wire import Entity

AUTO = re.compile(
    r"(?P<url>(?<![\w@])(?:https?://|tg://|(?:[A-Za-z0-9-]+\.)+(?:com|org|net|de|io|me|eu|uk|info|gov)(?![\w@.-]))[^\s<>\"'`]*)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?!\w))"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>]))"
    r"|(?P<mention>(?<!\w)@[A-Za-z0-9_]{4,32}(?!\w))|(?P<hashtag>(?<![\w/#])#(?=\d*_*[^\W\d_])\w{1,256})"
)


def u16(text: str) -> int:
    """Length in UTF-16 code units, Telegram's unit for offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_link(link: str) -> str:
    """A link in the form in which Telegram keeps it; ValueError with its words if it takes none such."""
    if found := re.match(r"(?i)tg:(?://)?(.+)", link):
        return "tg://" + found[1]
    if re.match(r"(?i)(?!https?:)[a-z][a-z0-9+.-]*://", link):
        raise ValueError("Unsupported URL protocol")
    found = re.fullmatch(r"(?i)(?:(https?)://)?((?:[^@/?#\s]*@)?)([^/?#:@\s]+)((?::\d+)?)((?:[/?#]\S*)?)", link.strip())
    if not found or "." not in found[3]:
        raise ValueError("Wrong HTTP URL")
    path = found[5] if found[5].startswith("/") else "/" + found[5]
    return f"{(found[1] or 'http').lower()}://{found[2]}{found[3].lower()}{found[4]}{path}"


def link_entity(entity: Entity, url: str) -> Entity | None:
    """Make `entity` a text_link or text_mention to url; None if Telegram would drop it."""
    if found := re.fullmatch(r"(?i)tg:(?://)?user/?\?(?:.*&)?id=(\d+)(?:[&#].*)?", url):
        return {**entity, "type": "text_mention", "user": {"id": int(found[1]), "is_bot": False, "first_name": ""}}
    try:
        return {**entity, "type": "text_link", "url": check_link(url)}
    except ValueError:
        return None


def find_entities(text: str) -> list[Entity]:
    """The entities that Telegram finds by itself: URLs, e-mail addresses, commands, mentions, hashtags."""
    result = []
    for found in AUTO.finditer(text):
        body = found[0].rstrip(".,:;!?)]'\"") if found.lastgroup == "url" else found[0]
        result.append({"type": found.lastgroup, "offset": u16(text[: found.start()]), "length": u16(body)})
    return result
