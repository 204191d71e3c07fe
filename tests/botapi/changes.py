"""The bot's side, third part: what it changes, and its answers to queries."""

import time
from typing import Any

from tests.botapi.arguments import parse_reactions
from tests.botapi.errors import ApiError, bad
from tests.botapi.inline import parse_inline_answer, parse_inline_result
from tests.botapi.keyboards import parse_markup
from tests.botapi.messages import Messages
from tests.botapi.request import Args
from tests.botapi.wire import NOT_MODIFIED, TOO_OLD, Record, flag, jparse, num

CAPTION = ("caption", "parse_mode", "caption_entities")
CONTENT = {"text", "entities", "link_preview_options", "photo", "caption", "caption_entities"}


class Changes(Messages):
    """Methods that edit, delete, react and answer queries."""

    def edit_target(self, args: Args) -> Any:
        if not args.get("chat_id") and not num(args.get("message_id")):
            if not args.get("inline_message_id"):
                raise bad("Message identifier is not specified")
            if args["inline_message_id"] not in self.inline_messages:
                raise bad("MESSAGE_ID_INVALID")
            return self.inline_messages[args["inline_message_id"]]
        chat, record = self.message_for(args, "message to edit", "edit")
        if not record["bot"]:
            raise bad("message can't be edited")
        return chat, record

    def edit(
        self,
        chat: Any,
        record: Record,
        new: dict[str, Any] | None,
        markup: dict[str, Any] | None,
        late: ApiError | None,
    ) -> Any:
        """Apply an edit; new = the new content, or None to keep it."""
        old = {k: v for k, v in record["m"].items() if k != "edit_date"}
        gone = {"reply_markup"} | (CONTENT if new else set())
        changed = {k: v for k, v in old.items() if k not in gone} | (new or {})
        if markup and markup.get("inline_keyboard"):
            changed["reply_markup"] = {"inline_keyboard": markup["inline_keyboard"]}
        if late:
            raise bad("MESSAGE_TOO_LONG") if "too long" in late.text and new else late
        if changed == old:
            raise bad(NOT_MODIFIED)
        self.flood(chat)
        self.touch(record)
        record["edits"].append({"at": time.time(), "text": old.get("text"), "reply_markup": old.get("reply_markup")})
        record["m"], record["markup"] = {**changed, "edit_date": int(time.time())}, markup
        self.activity(chat, "edit")
        return True if "inline_message_id" in record else record["m"]

    def m_editmessagetext(self, args: Args) -> Any:
        (content, late), (markup, late_markup) = self.text_content(args), parse_markup(args.get("reply_markup"), True)
        chat, record = self.edit_target(args)
        if "text" not in record["m"]:
            raise bad("there is no text in the message to edit")
        return self.edit(chat, record, content, markup, late or late_markup)

    def m_editmessagemedia(self, args: Args) -> Any:
        """Only for photos: a photo becomes another one."""
        media = jparse(args.get("media") or "null", "Can't parse input media JSON object")
        if not isinstance(media, dict):
            raise bad("Can't parse input media: InputMedia must be an Object")
        if media.get("type") != "photo":
            raise bad("Can't parse input media: wrong type specified")
        markup, late_markup = parse_markup(args.get("reply_markup"), True)
        given = Args({"photo": media.get("media", ""), **{name: media[name] for name in CAPTION if name in media}})
        given.files = args.files
        content, (caption, late) = self.media_content(given, "photo"), self.caption_content(given)
        chat, record = self.edit_target(args)
        if "photo" not in record["m"] and "text" not in record["m"]:
            raise bad("there is no media in the message to edit")
        return self.edit(chat, record, {**content, **caption}, markup, late or late_markup)

    def m_editmessagereplymarkup(self, args: Args) -> Any:
        markup, late = parse_markup(args.get("reply_markup"), True)
        chat, record = self.edit_target(args)
        return self.edit(chat, record, None, markup, late)

    def m_deletemessage(self, args: Args) -> Any:
        if not args.get("chat_id"):
            raise bad("Chat identifier is not specified")
        if not num(args.get("message_id")):
            raise bad("Message identifier is not specified")
        chat, record = self.message_for(args, "message to delete", "edit")
        if (
            not (record["bot"] or chat.private or self.me["id"] in chat.admins)
            or time.time() - record["at"] > 48 * 3600
        ):
            raise bad("message can't be deleted")
        record["deleted"] = time.time()
        self.touch(record)
        self.activity(chat, "delete")
        return True

    def m_setmessagereaction(self, args: Args) -> Any:
        reactions, late = parse_reactions(args.get("reaction"))
        chat, record = self.message_for(args, "message to react", "edit")
        if late:
            raise late
        record["reactions"][str(self.me["id"])] = reactions
        self.touch(record)
        self.activity(chat, "reaction")
        return True

    def open_query(self, table: Any, query_id: Any, ttl: Any) -> Any:
        query = table.get(query_id or "")
        if not query or query["answer"] is not None or time.time() - query["at"] > ttl:
            raise bad(TOO_OLD)
        return query

    def m_answercallbackquery(self, args: Args) -> Any:
        query = self.open_query(self.callbacks, args.get("callback_query_id"), self.cfg["callback_ttl"])
        if len(args.get("text", "")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self.answered(
            query,
            {
                "text": args.get("text", ""),
                "show_alert": flag(args.get("show_alert")),
                "url": args.get("url", ""),
                "cache_time": num(args.get("cache_time")),
            },
        )
        return True

    def m_answerinlinequery(self, args: Args) -> Any:
        results, button, late = parse_inline_answer(args)
        query = self.open_query(self.inlines, args.get("inline_query_id"), self.cfg["inline_ttl"])
        if late:
            raise late
        self.answered(
            query,
            {
                "results": results,
                "next_offset": args.get("next_offset", ""),
                "button": button,
                "is_personal": flag(args.get("is_personal")),
                "cache_time": num(args.get("cache_time"), 300),
            },
        )
        return True

    def m_answerguestquery(self, args: Args) -> Any:
        result, late = parse_inline_result(jparse(args.get("result") or "null", "Can't parse guest query result"))
        query = self.open_query(self.guests, args.get("guest_query_id"), self.cfg["inline_ttl"])
        if late:
            raise late
        self.answered(query, {"result": result})
        return {"inline_message_id": f"GUEST{args['guest_query_id']}"}
