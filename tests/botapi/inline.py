"""Telegram's checks of inline results."""

import re
from typing import Any

from tests.botapi.errors import ApiError, bad
from tests.botapi.keyboards import parse_markup
from tests.botapi.request import Args
from tests.botapi.texts import format_text
from tests.botapi.wire import INLINE_TYPES, dumps, jparse


def parse_inline_result(result: Any) -> Any:
    """One InlineQueryResult with its message content parsed: (result, late error)."""

    def fail(text: str) -> Any:
        return bad(f"Can't parse inline query result: {text}")

    def need(obj: Any, name: str) -> Any:
        if name not in obj:
            raise fail(f'Can\'t find field "{name}"')
        if not isinstance(obj[name], str):
            raise fail(f'Field "{name}" must be of type String')
        return obj[name]

    if not isinstance(result, dict):
        raise fail("Inline query result must be an object")
    kind, content, parsed = need(result, "type").lower(), result.get("input_message_content"), {}
    need(result, "id")
    try:
        markup, late = parse_markup(result.get("reply_markup"), True)
        if content is not None and "message_text" in content:
            if not content["message_text"]:
                raise bad("Message text is empty")
            text, entities, error = format_text(
                content["message_text"], content.get("parse_mode") or "", dumps(content.get("entities") or []).decode()
            )
            parsed, late = {"text": text, "entities": entities}, late or error
        elif result.get("caption"):
            text, entities, error = format_text(
                result["caption"], result.get("parse_mode") or "", "", 1024, "Message caption"
            )
            parsed, late = {"caption": text, "caption_entities": entities}, late or error
    except ApiError as error:
        raise fail(error.text) from None
    if kind not in INLINE_TYPES:
        raise fail(f'type "{kind}" is unsupported for the inline query result')
    if kind == "article":
        if not need(result, "title").strip():
            late = late or bad("ARTICLE_TITLE_EMPTY")  # server:
        if content is None:
            raise fail("Input message content is not specified")
    return {**result, "parsed": parsed, "markup": markup}, late


def parse_inline_answer(args: Args) -> Any:
    """The results and button of answerInlineQuery: (results, button, late error)."""
    button = jparse(args.get("button") or "null", "Can't parse inline query results button JSON object")
    if button is not None and (not isinstance(button, dict) or "text" not in button):
        raise bad("Can't parse inline query results button: Can't find field \"text\"")
    given = jparse(args.get("results") or "[]", "Can't parse JSON encoded inline query results") or []
    if not isinstance(given, list):
        raise bad("Expected an Array of inline query results")
    if len(given) > 50:
        raise bad("Too many inline query results specified")
    results, ids = [], set()
    late = bad("NEXT_OFFSET_INVALID") if len(args.get("next_offset", "").encode()) > 64 else None  # server: (all below)
    if button and "start_parameter" in button and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button["start_parameter"]):
        late = late or bad("START_PARAM_INVALID")
    for result, error in map(parse_inline_result, given):
        size = len(result["id"].encode())
        late = (
            late
            or error
            or (
                bad("RESULT_ID_INVALID")
                if size > 64
                else bad("RESULT_ID_EMPTY")
                if not size
                else bad("RESULT_ID_DUPLICATE")
                if result["id"] in ids
                else None
            )
        )
        ids.add(result["id"])
        results.append(result)
    return results, button, late
