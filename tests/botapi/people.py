"""The users' side, first part: who is there, and what they may see.

POST /test/NAME {fields} calls t_NAME(**fields). Users and chats are given by their ids. `seq` grows with everything
that is said or changed, in all chats: take it before an action and ask for what came after.
"""

import asyncio
import contextlib
import itertools
import time
from typing import Any

from tests.botapi.chat import Chat
from tests.botapi.errors import MisuseError
from tests.botapi.wire import Record
from tests.botapi.world import World

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""In whose name Telegram shows what an anonymous administrator writes."""


class People(World):
    """Users, groups and their state."""

    def chat_of(self, chat: Any) -> Any:
        if chat not in self.chats:
            raise MisuseError(f"no chat {chat}")
        return self.chats[chat]

    def user_of(self, user: int) -> Any:
        if user not in self.users:
            raise MisuseError(f"no user {user}")
        return self.users[user]

    def record_of(self, chat: Any, message_id: int) -> Any:
        record = self.chat_of(chat).messages.get(message_id)
        if not record or record["deleted"]:
            raise MisuseError(f"no message {message_id} in chat {chat}")
        return record

    def visible(self, chat: Any, m: dict[str, Any]) -> Any:
        """Does the bot get this message, given its privacy setting?"""
        if chat.private or not self.cfg["privacy"] or self.me["id"] in chat.admins:
            return True
        text, name, reply = (
            m.get("text", m.get("caption", "")),
            "@" + self.me["username"].lower(),
            m.get("reply_to_message"),
        )
        if (reply and reply["from"]["id"] == self.me["id"]) or {
            "via_bot",
            "migrate_to_chat_id",
            "migrate_from_chat_id",
        } & set(m):
            return True
        if text.startswith("/"):
            return "@" not in text.split()[0] or text.split()[0].lower().endswith(name)
        return name in text.lower().split()

    def say(
        self,
        user: int,
        chat: Any,
        content: dict[str, Any],
        reply_to: Any = None,
        kind: str | None = "message",
        anonymous: bool = False,
        **extra: Any,
    ) -> Any:
        """A user's message: into the chat, and to the bot if it may see it; `anonymous`: in the group's name."""
        c, sender = self.chat_of(chat if chat is not None else user), self.user_of(user)
        if c.blocked or c.deactivated:
            raise MisuseError("this user has blocked the bot or is deactivated")
        if not c.private and user not in c.members:
            raise MisuseError(f"user {user} is not in chat {c.id}")
        if anonymous:
            if user not in c.admins:
                raise MisuseError(f"user {user} is no administrator of chat {c.id}")
            sender, extra = ANONYMOUS, {**extra, "sender_chat": c.info}
        self.chats[user].seen = True
        c.started = c.seen = True
        record = self.add(c, sender, content, self.record_of(c.id, reply_to) if reply_to else None, **extra)
        update = None
        if (c.private or self.me["id"] in c.members) and not c.kicked and self.visible(c, record["m"]):
            update = self.push("message", record["m"], c.id)
            if update and kind:
                self.injected(kind, c)
        return {
            "message": record["m"],
            "message_id": record["m"]["message_id"],
            "chat": c.id,
            "seq": self.seq,
            "update_id": update,
        }

    def show(self, r: Record) -> Any:
        """A message as a user sees it, and its history."""
        m = r["m"]
        return {
            "message_id": m["message_id"],
            "chat": m["chat"]["id"],
            "from_bot": r["bot"],
            "seq": r["seq"],
            "touched": r["touched"],
            "at": r["at"],
            "text": m.get("text", m.get("caption", "")),
            "entities": m.get("entities", m.get("caption_entities", [])),
            "keyboard": m.get("reply_markup", {}).get("inline_keyboard", []),
            "markup": r["markup"],
            "edits": r["edits"],
            "deleted": r["deleted"],
            "reactions": r["reactions"],
            "media": next((k for k in ("photo", "document", "sticker", "voice", "location") if k in m), None),
            "reply_to": m.get("reply_to_message", {}).get("message_id"),
            "message": m,
        }

    async def until(self, query: Any, wait: float) -> Any:
        """Wait for a query's answer; what it was, or None."""
        if wait:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(query["event"].wait(), wait)
        return query["answer"]

    def t_user(
        self,
        id: Any = None,
        first_name: Any = "Test",
        last_name: Any = "",
        username: Any = "",
        language_code: Any = "en",
        premium: Any = False,
    ) -> Any:
        """Create a user with a private chat (unknown to the bot until the user writes): the API's User object."""
        user = {"id": id or next(self.user_ids), "is_bot": False, "first_name": first_name}
        user |= {
            k: v
            for k, v in (
                ("last_name", last_name),
                ("username", username),
                ("language_code", language_code),
                ("is_premium", premium),
            )
            if v
        }
        info = {k: user[k] for k in ("id", "first_name", "last_name", "username") if k in user} | {"type": "private"}
        self.users[user["id"]], self.chats[user["id"]] = user, Chat(info, self.ids)
        return user

    def t_group(
        self,
        title: Any = "Test group",
        type: Any = "supergroup",
        members: Any = (),
        admins: Any = (),
        username: Any = "",
        bot: bool = True,
        id: Any = None,
        topics: Any = (),
    ) -> Any:
        """Create a group or supergroup, with the bot in it unless `bot` is False: the API's Chat object.

        `topics` are the ids of a forum's threads."""
        n = next(self.group_ids)
        info = {"id": id or (-n if type == "group" else -1000000000000 - n), "title": title, "type": type}
        info |= {"username": username} if username else {}
        info |= {"is_forum": True} if topics else {}
        chat = Chat(
            info, self.ids if type == "group" else itertools.count(1), [*members, *([self.me["id"]] if bot else [])]
        )
        chat.admins, chat.topics, chat.seen, chat.started = set(admins), set(topics), True, True
        self.chats[info["id"]] = chat
        return info

    def t_add(self, chat: Any, user: int) -> Any:
        """A member adds the bot to a group; the bot gets my_chat_member."""
        c = self.chat_of(chat)
        c.members.add(self.me["id"])
        change = {status: {"user": self.me, "status": status} for status in ("left", "member")}
        fields = {"chat": c.info, "from": self.user_of(user), "date": int(time.time())}
        fields |= {"old_chat_member": change["left"], "new_chat_member": change["member"]}
        self.push("my_chat_member", fields, c.id)
        return {"members": sorted(c.members)}

    def t_promote(self, chat: Any, user: int, admin: bool = True) -> Any:
        """Make a member an administrator of a group, or an administrator a member; without updates to the bot."""
        (self.chat_of(chat).admins.add if admin else self.chat_of(chat).admins.discard)(user)
        return {"admins": sorted(self.chat_of(chat).admins)}

    def t_state(self, chat: Any, **flags: Any) -> Any:
        """Set started, seen, blocked, deactivated or kicked of a chat; without updates to the bot."""
        c = self.chat_of(chat)
        for name, value in flags.items():
            if name not in ("started", "seen", "blocked", "deactivated", "kicked"):
                raise MisuseError(f"no state {name}")
            setattr(c, name, bool(value))
        return {n: getattr(c, n) for n in ("started", "seen", "blocked", "deactivated", "kicked", "migrated_to")}

    def t_block(self, user: int, blocked: bool = True) -> Any:
        """A user blocks (or unblocks) the bot; the bot gets my_chat_member."""
        c = self.chat_of(user)
        kicked: dict[str, Any] = {"user": self.me, "status": "kicked", "until_date": 0}
        member: dict[str, Any] = {"user": self.me, "status": "member"}
        old, new = (member, kicked) if blocked else (kicked, member)
        c.blocked, c.seen = blocked, True
        self.push(
            "my_chat_member",
            {
                "chat": c.info,
                "from": self.user_of(user),
                "date": int(time.time()),
                "old_chat_member": old,
                "new_chat_member": new,
            },
            user + (5 << 33),
        )
        return {"blocked": blocked}

    def t_migrate(self, chat: Any, user: int) -> Any:
        """Turn a group into a supergroup: the new chat's id; the bot gets the two service messages."""
        old = self.chat_of(chat)
        info = self.t_group(old.info["title"], "supergroup", old.members - {self.me["id"]}, old.admins)
        self.say(user, chat, {"migrate_to_chat_id": info["id"]}, kind=None)
        self.say(user, info["id"], {"migrate_from_chat_id": chat}, kind=None)
        old.migrated_to = info["id"]
        return {"chat": info["id"]}
