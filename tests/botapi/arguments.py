"""Telegram's checks of other arguments: replies, reactions, commands, scopes, languages, uploads."""

import re
from typing import Any

from tests.botapi.errors import ApiError, bad
from tests.botapi.request import Args
from tests.botapi.texts import CONTROL
from tests.botapi.wire import REACTIONS, flag, jparse, num


def parse_reply(args: dict[str, Any]) -> Any:
    """reply_parameters or the older reply_to_message_id, as one dict."""
    if not args.get("reply_parameters"):
        return {
            "message_id": args.get("reply_to_message_id"),
            "allow_sending_without_reply": flag(args.get("allow_sending_without_reply")),
        }
    reply = jparse(args["reply_parameters"], "Can't parse reply parameters JSON object")
    if not isinstance(reply, dict):
        raise bad("Object expected as reply parameters")
    return reply


def parse_reactions(raw: Any) -> Any:
    """(list of emoji, late error)."""
    reactions = jparse(raw or "[]", "Can't parse reaction types JSON object")
    if not isinstance(reactions, list):
        raise bad("Expected an Array of ReactionType")
    if any(not isinstance(r, dict) or r.get("type") not in ("emoji", "custom_emoji", "paid") for r in reactions):
        raise bad("Can't parse ReactionType: invalid reaction type specified")
    late = bad("REACTIONS_TOO_MANY") if len(reactions) > 1 else None  # server:
    if any(r["type"] != "emoji" or r.get("emoji") not in REACTIONS for r in reactions):
        late = late or bad("REACTION_INVALID")  # server:
    return [r.get("emoji") for r in reactions], late


def parse_commands(raw: Any) -> Any:
    """The commands of setMyCommands, the form checked here, the rest in the function that is returned."""
    given = jparse(raw or "[]", "Can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad("Expected an Array of BotCommand")
    for item in given:
        if not isinstance(item, dict):
            raise bad("Can't parse BotCommand: expected an Object")
        if missing := [f for f in ("command", "description") if f not in item]:
            raise bad(f"Can't parse BotCommand: Can't find field \"{missing[0]}\"")

    def check() -> Any:
        commands = []
        for item in given:
            name, text = item["command"].strip().removeprefix("/"), item["description"].translate(CONTROL).strip()
            for wrong, error in (
                (not name, "Command must be non-empty"),
                (len(name) > 32, "Command length must not exceed 32"),
                (not text, "Command description must be non-empty"),
                (len(text) > 256, "Command description length must not exceed 256"),
            ):
                if wrong:
                    raise bad(error)
            commands.append({"command": name, "description": text})
        if len(commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")  # server:
        if any(not re.fullmatch("[a-z0-9_]{1,32}", c["command"]) for c in commands):
            raise bad("BOT_COMMAND_INVALID")  # server:
        return commands

    return check


def parse_scope(raw: Any) -> Any:
    """BotCommandScope as (type, chat_id or None, user_id or None)."""
    scope = jparse(raw or '{"type":"default"}', "Can't parse BotCommandScope JSON object")
    kind = scope.get("type") if isinstance(scope, dict) else None

    def fail(text: str) -> Any:
        return bad(f"Can't parse BotCommandScope: {text}")

    if kind is None:
        raise fail('Can\'t find field "type"' if isinstance(scope, dict) else "BotCommandScope must be an Object")
    if kind in ("default", "all_private_chats", "all_group_chats", "all_chat_administrators"):
        return kind, None, None
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise fail("Unsupported type specified")
    if not scope.get("chat_id"):
        raise fail("Empty chat_id specified" if "chat_id" in scope else 'Can\'t find field "chat_id"')
    if kind != "chat_member":
        return kind, str(scope["chat_id"]), None
    if num(scope.get("user_id")) <= 0:
        raise fail("Invalid user_id specified")
    return kind, str(scope["chat_id"]), num(scope["user_id"])


def language_code(args: Args) -> Any:
    code = args.get("language_code", "")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad("Invalid language code specified")
    return code


def check_upload(kind: str, data: bytes) -> Any:
    """Size and, for photos, format and proportions: (width, height)."""
    limit, size = (10 << 20) if kind == "photo" else (50 << 20), (800, 600)
    if not data:
        raise bad("File must be non-empty")
    if len(data) > limit:
        if kind == "document":
            raise ApiError(413)
        raise bad(f"File of size {len(data)} bytes is too big for a photo; the maximum size is {limit} bytes")
    if kind == "photo":
        if not (data[:3] == b"\xff\xd8\xff" or data[:8] == b"\x89PNG\r\n\x1a\n" or data[:4] in (b"GIF8", b"RIFF")):
            raise bad("IMAGE_PROCESS_FAILED")  # server:
        if data[:4] == b"\x89PNG":
            size = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        if sum(size) > 10000 or max(size) > 20 * max(1, min(size)):
            raise bad("PHOTO_INVALID_DIMENSIONS")  # server:
    return size
