"""Telegram's checks of keyboards."""

from typing import Any

from tests.botapi.entities import check_link
from tests.botapi.errors import bad
from tests.botapi.wire import jparse


def parse_markup(raw: Any, only_inline: bool = False) -> Any:
    """reply_markup: (object or None, the error that Telegram makes only when the message is sent, or None)."""
    if not raw or raw == "null":
        return None, None
    markup = jparse(raw, "Can't parse reply keyboard markup JSON object") if isinstance(raw, str) else raw
    if not isinstance(markup, dict):
        raise bad("Object expected as reply markup")
    late, count = None, 0
    for field, what in (("keyboard", "keyboard button"), ("inline_keyboard", "inline keyboard button")):
        rows = markup.get(field) or []
        if not isinstance(rows, list):
            raise bad(f'Field "{field}" must be of type Array')
        for row in rows:
            if not isinstance(row, list):
                of = " of the InlineKeyboardMarkup" if field[0] == "i" else ""
                raise bad(f'Field "{field}"{of} must be an Array of Arrays')
            for button in row:
                count += 1
                if isinstance(button, str) and field == "keyboard":
                    button = {"text": button}
                if not isinstance(button, dict):
                    raise bad(
                        f"Can't parse {what}: "
                        + (
                            "KeyboardButton must be a String or an Object"
                            if field[0] == "k"
                            else "InlineKeyboardButton must be an Object"
                        )
                    )
                if "text" not in button:
                    raise bad(f"Can't parse {what}: Can't find field \"text\"")
                if not isinstance(button["text"], str):
                    raise bad(f'Can\'t parse {what}: Field "text" must be of type String')
                if not button["text"].strip():
                    late = late or bad(f"{what[0].upper()}{what[1:]} text must be non-empty")
                if field == "keyboard":
                    continue
                if button.get("url"):
                    try:
                        check_link(button["url"])
                    except ValueError as error:
                        late = late or bad(f"Inline keyboard button URL '{button['url']}' is invalid: {error}")
                elif button.get("callback_data"):
                    if not isinstance(button["callback_data"], str):
                        raise bad(f'Can\'t parse {what}: Field "callback_data" must be of type String')
                    if len(button["callback_data"].encode()) > 64:
                        late = late or bad("BUTTON_DATA_INVALID")
                elif not any(
                    k in button
                    for k in (
                        "callback_game",
                        "pay",
                        "switch_inline_query",
                        "login_url",
                        "web_app",
                        "switch_inline_query_chosen_chat",
                        "switch_inline_query_current_chat",
                        "copy_text",
                    )
                ):
                    raise bad(f"Can't parse {what}: Text buttons are unallowed in the inline keyboard")
                elif "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= 256:
                    late = late or bad("BUTTON_COPY_TEXT_INVALID")
    if count > 100:
        late = late or bad("reply markup is too long")
    inline, other = (
        markup.get("inline_keyboard"),
        any(markup.get(k) for k in ("keyboard", "remove_keyboard", "force_reply")),
    )
    if only_inline and other:
        raise bad("Inline keyboard expected")
    return (markup if inline or other else None), late
