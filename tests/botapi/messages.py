"""The bot's side, second part: what it sends."""

import re
import time
from typing import Any

from tests.botapi.arguments import check_upload, parse_reply
from tests.botapi.entities import check_link
from tests.botapi.errors import ApiError, bad
from tests.botapi.keyboards import parse_markup
from tests.botapi.request import Args
from tests.botapi.texts import format_text
from tests.botapi.updates import Updates
from tests.botapi.wire import ACTIONS, flag, jparse, num

COPIED = ["text", "entities", "caption", "caption_entities", "photo", "document", "sticker", "voice", "location"]


class Messages(Updates):
    """Methods that send. «late» errors are those that come only after the chat's check."""

    def chat_for(self, args: dict[str, Any], key: str = "chat_id", access: str = "write") -> Any:
        """The chat that is meant; access: read, edit or write (= send), as the real server's three levels."""
        raw = args.get(key) or ""
        if not raw:
            raise bad("chat_id is empty")
        chat = (
            self.chats.get(num(raw))
            if raw[0] != "@"
            else next(
                (
                    c
                    for c in self.chats.values()
                    if not c.private and c.info.get("username", "\0").lower() == raw[1:].lower()
                ),
                None,
            )
        )
        if chat is None or (chat.private and not chat.seen):
            raise bad("chat not found")
        if access == "read":
            return chat
        if chat.deactivated:
            raise ApiError(403, "user is deactivated")
        what = "the group chat" if chat.group else "the supergroup chat"
        if chat.migrated_to:
            raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if chat.kicked:
            raise ApiError(403, f"bot was kicked from {what}")
        if not chat.private and self.me["id"] not in chat.members:
            raise ApiError(403, f"bot is not a member of {what}")
        if chat.private and access == "write" and not chat.started:
            raise ApiError(403, "bot can't initiate conversation with a user")
        if chat.private and access == "write" and chat.blocked:
            raise ApiError(403, "bot was blocked by the user")
        return chat

    def message_for(self, args: Args, what: str, access: str, chat_key: Any = "chat_id") -> Any:
        chat = self.chat_for(args, chat_key, access)
        record = chat.messages.get(num(args.get("message_id")))
        if not record or record["deleted"]:
            raise bad(f"{what} not found")
        return chat, record

    def topic_for(self, args: dict[str, Any], chat: Any) -> dict[str, Any]:
        """What a message in a forum's topic has besides."""
        thread = num(args.get("message_thread_id"))
        if thread and thread not in chat.topics:
            raise bad("message thread not found")
        return {"message_thread_id": thread, "is_topic_message": True} if thread else {}

    def send(self, args: dict[str, Any], content: dict[str, Any], late: ApiError | None = None, **extra: Any) -> Any:
        """The common end of all methods that send a message."""
        reply, (markup, late_markup) = parse_reply(args), parse_markup(args.get("reply_markup"))
        chat, target = self.chat_for(args), None
        extra |= self.topic_for(args, chat)
        if num(reply.get("message_id")) > 0:
            source = self.chat_for({"chat_id": str(reply["chat_id"])}, access="read") if reply.get("chat_id") else chat
            target = source.messages.get(num(reply["message_id"]))
            target = None if target and target["deleted"] else target
            if not target and not flag(reply.get("allow_sending_without_reply")):
                raise bad("message to be replied not found")
            if (
                target
                and reply.get("quote")
                and reply["quote"] not in target["m"].get("text", target["m"].get("caption", ""))
            ):
                raise bad("QUOTE_TEXT_INVALID")
        if late or late_markup:
            raise late or late_markup
        self.flood(chat)
        return self.add(chat, self.me, content, target, True, markup, **extra)["m"]

    def text_content(self, args: Args) -> Any:
        if not args.get("text"):
            raise bad("Message text is empty")
        text, entities, late = format_text(args["text"], args.get("parse_mode", ""), args.get("entities", ""))
        options = jparse(args.get("link_preview_options") or "null", "Can't parse link preview options JSON object")
        return {
            "text": text,
            **({"entities": entities} if entities else {}),
            **({"link_preview_options": options} if options else {}),
        }, late

    def caption_content(self, args: Args) -> Any:
        caption, entities, late = format_text(
            args.get("caption", ""),
            args.get("parse_mode", ""),
            args.get("caption_entities", ""),
            1024,
            "Message caption",
        )
        return ({"caption": caption, **({"caption_entities": entities} if entities else {})} if caption else {}), late

    def media_content(self, args: Args, kind: str) -> Any:
        """The file that is sent: an upload, attach://NAME, the id of a known file, or a URL (not fetched)."""
        value = args.get(kind, "")
        upload = args.files.get(value[9:] if value.startswith("attach://") else kind)
        if upload is not None:
            width, height = check_upload(kind, upload[2])
            return self.new_file(kind, upload[0], len(upload[2]), upload[1], width, height)
        if not value:
            raise bad(f"There is no {kind} in the request")
        if re.match(r"https?://", value):
            try:
                return self.new_file(kind, check_link(value).rsplit("/", 1)[-1])
            except ValueError:
                raise bad("Wrong HTTP URL specified") from None
        known = self.files.get(value)
        if known is None:
            raise bad("Wrong file identifier/HTTP URL specified")
        if kind not in known:
            raise bad(f"Can't use file of type {next(iter(known)).title()} as {kind.title()}")
        return known

    def m_sendmessage(self, args: Args) -> Any:
        return self.send(args, *self.text_content(args))

    def m_sendphoto(self, args: Args, kind: str = "photo") -> Any:
        media, (caption, late) = self.media_content(args, kind), self.caption_content(args)
        return self.send(args, {**media, **caption}, late)

    def m_senddocument(self, args: Args) -> Any:
        return self.m_sendphoto(args, "document")

    def m_copymessage(self, args: Args) -> Any:
        _, record = self.message_for(args, "message to copy", "read", "from_chat_id")
        content, late = {k: record["m"][k] for k in COPIED if k in record["m"]}, None
        if "caption" in args and "text" not in content:
            caption, late = self.caption_content(args)
            content = {k: v for k, v in content.items() if not k.startswith("caption")} | caption
        return {"message_id": self.send(args, content, late)["message_id"]}

    def m_forwardmessage(self, args: Args) -> Any:
        old = self.message_for(args, "message to forward", "read", "from_chat_id")[1]["m"]
        origin = old.get("forward_origin") or {"type": "user", "sender_user": old["from"], "date": old["date"]}
        return self.send(
            {"chat_id": args.get("chat_id", "")}, {k: old[k] for k in COPIED if k in old}, forward_origin=origin
        )

    def m_sendchataction(self, args: Args) -> Any:
        if args.get("action", "") not in ACTIONS:
            raise bad("Wrong parameter action in request")
        chat = self.chat_for(args)
        self.topic_for(args, chat)
        chat.actions.append([time.time(), args["action"]])
        self.activity(chat, "cancel" if args["action"] == "cancel" else "action")
        return True
