"""The users' side, second part: what they do."""

import asyncio
import random
import time
from typing import Any

from tests.botapi.entities import find_entities
from tests.botapi.errors import MisuseError
from tests.botapi.people import People


class Acts(People):
    """Sending, editing, pressing, asking inline, reacting."""

    def t_send(
        self,
        user: int,
        text: str,
        chat: Any = None,
        reply_to: Any = None,
        entities: Any = None,
        anonymous: bool = False,
        thread: int | None = None,
    ) -> Any:
        """Send a text; commands, mentions, links … become entities. `anonymous`: in the group's name.

        `thread`: in a topic of a forum.

        {"message", "message_id", "chat", "seq", "update_id"}."""
        found = entities if entities is not None else find_entities(text)
        if thread and thread not in self.chat_of(chat).topics:
            raise MisuseError(f"the chat has no topic {thread}")
        topic: dict[str, Any] = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
        content = {"text": text, **({"entities": found} if found else {})}
        return self.say(user, chat, content, reply_to, anonymous=anonymous, **topic)

    def t_media(self, user: int, kind: str, chat: Any = None, caption: str = "", reply_to: Any = None) -> Any:
        """Send a photo, sticker, voice, document or location, as a minimal object."""
        content = {"location": {"latitude": 52.52, "longitude": 13.4}} if kind == "location" else self.new_file(kind)
        found = find_entities(caption)
        below = {"caption": caption, **({"caption_entities": found} if found else {})}
        return self.say(user, chat, {**content, **(below if caption else {})}, reply_to)

    def t_edit(self, user: int, message_id: int, text: str, chat: Any = None) -> Any:
        """Edit an own text."""
        c, r = (
            self.chat_of(chat if chat is not None else user),
            self.record_of(chat if chat is not None else user, message_id),
        )
        if r["m"]["from"]["id"] != user:
            raise MisuseError("not this user's message")
        self.touch(r)
        found = find_entities(text)
        r["edits"].append({"at": time.time(), "text": r["m"].get("text"), "reply_markup": None})
        r["m"] = (
            {k: v for k, v in r["m"].items() if k != "entities"}
            | {"edit_date": int(time.time()), "text": text}
            | ({"entities": found} if found else {})
        )
        update = self.push("edited_message", r["m"], c.id) if self.visible(c, r["m"]) else None
        return {"message": r["m"], "seq": self.seq, "update_id": update}

    async def t_press(
        self,
        user: int,
        chat: Any = None,
        message_id: int | None = None,
        label: str | None = None,
        data: str | None = None,
        wait: float = 0,
    ) -> Any:
        """Press an inline button, by its text or callback_data, of a message (default: the newest that has it).

        {"query_id", "seq", "answer"}; answer: None if there was none within `wait` s."""
        c = self.chat_of(chat if chat is not None else user)
        for r in [self.record_of(c.id, message_id)] if message_id else reversed(c.messages.values()):
            rows = r["m"].get("reply_markup", {}).get("inline_keyboard", []) if not r["deleted"] else []
            button = next(
                (
                    b
                    for row in rows
                    for b in row
                    if (label is None or b["text"] == label) and (data is None or b.get("callback_data") == data)
                ),
                None,
            )
            if button:
                break
        else:
            raise MisuseError(f"no such button: label={label!r} data={data!r}")
        if "callback_data" not in button:
            return {"button": button, "seq": self.seq, "query_id": None, "answer": None}
        query = {
            "id": str(random.getrandbits(62)),
            "at": time.time(),
            "answer": None,
            "event": asyncio.Event(),
            "stat": self.injected("callback"),
        }
        self.callbacks[query["id"]], seq = query, self.seq
        where = {"inline_message_id": r["inline_message_id"]} if "inline_message_id" in r else {"message": r["m"]}
        self.push(
            "callback_query",
            {
                "id": query["id"],
                "from": self.user_of(user),
                **where,
                "chat_instance": str(abs(c.id)),
                "data": button["callback_data"],
            },
            user + (3 << 33),
        )
        return {"query_id": query["id"], "seq": seq, "answer": await self.until(query, wait)}

    async def t_inline(
        self, user: int, query: Any = "", offset: Any = "", chat_type: Any = "sender", wait: float = 10
    ) -> Any:
        """Send an inline query: {"query_id", "answer": {"results", "next_offset", …}}."""
        q = {
            "id": str(random.getrandbits(62)),
            "at": time.time(),
            "answer": None,
            "event": asyncio.Event(),
            "query": query,
            "stat": self.injected("inline"),
        }
        self.inlines[q["id"]] = q
        self.push(
            "inline_query",
            {"id": q["id"], "from": self.user_of(user), "chat_type": chat_type, "query": query, "offset": offset},
            user + (1 << 33),
        )
        return {"query_id": q["id"], "answer": await self.until(q, wait)}

    async def t_guest(self, user: int, text: str, wait: float = 10) -> Any:
        """Call the bot into a chat that it isn't in: {"query_id", "answer": {"result"}}; the answer may be None."""
        found = find_entities(text)
        q = {
            "id": str(random.getrandbits(62)),
            "at": time.time(),
            "answer": None,
            "event": asyncio.Event(),
            "stat": self.injected("inline"),
        }
        self.guests[q["id"]] = q
        message = {
            "message_id": 0,
            "date": int(time.time()),
            "from": self.user_of(user),
            "chat": {"id": -1007777777777, "title": "Elsewhere", "type": "supergroup"},
            "text": text,
            "guest_query_id": q["id"],
            **({"entities": found} if found else {}),
        }
        self.push("guest_message", message, user + (9 << 33))
        return {"query_id": q["id"], "answer": await self.until(q, wait)}

    def t_choose(self, user: int, query_id: Any, result_id: Any, chat: Any = None) -> Any:
        """Pick an inline result: it is sent to the chat in the user's name («via @bot»)."""
        answer = self.inlines.get(query_id, {}).get("answer") or {"results": []}
        result = next((r for r in answer["results"] if r["id"] == result_id), None)
        if result is None:
            raise MisuseError("no such result")
        said = self.say(user, chat, result["parsed"] or {"text": ""}, via_bot=self.me, markup=result["markup"])
        record = self.chats[said["chat"]].messages[said["message_id"]]
        record["inline_message_id"] = f"INLINE{said['chat']}_{said['message_id']}"
        self.inline_messages[record["inline_message_id"]] = (self.chats[said["chat"]], record)
        if self.cfg["inline_feedback"]:
            self.push(
                "chosen_inline_result",
                {
                    "result_id": result_id,
                    "from": self.user_of(user),
                    "query": self.inlines[query_id]["query"],
                    "inline_message_id": record["inline_message_id"],
                },
                user + (2 << 33),
            )
        return said

    def t_react(self, user: int, message_id: int, emoji: str = "", chat: Any = None) -> Any:
        """Set (or with "" remove) a user's reaction; the bot gets it in private chats and as administrator."""
        c, r = (
            self.chat_of(chat if chat is not None else user),
            self.record_of(chat if chat is not None else user, message_id),
        )
        old, new = r["reactions"].get(str(user), []), [emoji] if emoji else []
        r["reactions"][str(user)] = new
        self.touch(r)
        if not (c.private or self.me["id"] in c.admins):
            return {"update_id": None}
        as_types = [[{"type": "emoji", "emoji": e} for e in some] for some in (old, new)]
        return {
            "update_id": self.push(
                "message_reaction",
                {
                    "chat": c.info,
                    "message_id": message_id,
                    "user": self.user_of(user),
                    "date": int(time.time()),
                    "old_reaction": as_types[0],
                    "new_reaction": as_types[1],
                },
                c.id + (8 << 33),
            )
        }
