"""What goes over the wire: JSON, the API's fixed names, and small readers of arguments."""

import json
import re
from typing import Any

from tests.botapi.errors import bad

Entity = dict[str, Any]
"""A MessageEntity as JSON."""
Record = dict[str, Any]
"""A message and its history; see World.add."""
Item = tuple[int, int, bytes]
"""An update that waits: its id, its queue's id, its JSON."""

UPDATE_TYPES = set(
    """message edited_message channel_post edited_channel_post inline_query chosen_inline_result
    callback_query shipping_query pre_checkout_query poll poll_answer my_chat_member chat_member chat_join_request
    chat_boost removed_chat_boost message_reaction message_reaction_count business_connection business_message
    edited_business_message deleted_business_messages purchased_paid_media managed_bot guest_message""".split()
)
DEFAULT_UPDATES = UPDATE_TYPES - {"chat_member", "message_reaction", "message_reaction_count"}
ACTIONS = set(
    """typing record_video upload_video record_audio record_voice upload_audio upload_voice upload_photo cancel
    upload_document choose_sticker pick_up_location find_location record_video_note upload_video_note""".split()
)
INLINE_TYPES = set(
    """article audio contact game document gif location mpeg4_gif photo sticker venue video voice""".split()
)
REACTIONS = set(
    """👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬
    😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤️‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕
    😈 😴 😭 🤓
    👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍
    🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂️ 🤷 🤷‍♀️ 😡""".split()
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def dumps(value: Any) -> bytes:
    """The value as compact JSON."""
    try:
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
    except UnicodeEncodeError:  # lone surrogates can only be escaped
        return json.dumps(value, separators=(",", ":")).encode()


def loads(text: str | bytes) -> Any:
    """The value of a JSON text; ValueError when it is none."""
    return json.loads(text)


def num(text: Any, default: int = 0) -> int:
    found = re.match(r"\s*(-?\d+)", str("" if text is None else text))
    return int(found[1]) if found else default


def flag(text: Any) -> bool:
    return str(text).lower() in ("true", "yes", "1")


def jparse(text: str | bytes, message: Any) -> Any:
    try:
        return loads(text)
    except ValueError:
        raise bad(message) from None
