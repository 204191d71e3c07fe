"""The bot's side, last part: what it says of itself, and asks about chats."""

from typing import Any

from tests.botapi.arguments import language_code, parse_commands, parse_scope
from tests.botapi.changes import Changes
from tests.botapi.errors import bad
from tests.botapi.request import Args
from tests.botapi.wire import num


class BotSide(Changes):
    """All methods of the Bot API that the stand-in has."""

    def m_getme(self, _args: Any) -> Any:
        return {
            **self.me,
            "first_name": self.profile["name"][""],
            "can_join_groups": True,
            "has_main_web_app": False,
            "can_read_all_group_messages": not self.cfg["privacy"],
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
            "supports_guest_queries": True,
        }

    def command_key(self, args: Args) -> Any:
        """(scope, language) as the key of self.commands; scopes of a chat as «chat 5», «chat_member 5 7»."""
        kind, chat_id, user_id = parse_scope(args.get("scope"))
        parts = [kind, chat_id and self.chat_for({"chat_id": chat_id}, access="edit").id, user_id]
        return " ".join(str(p) for p in parts if p), language_code(args)

    def m_setmycommands(self, args: Args) -> Any:
        check = parse_commands(args.get("commands"))
        key = self.command_key(args)
        self.commands[key] = check()
        return True

    def m_getmycommands(self, args: Args) -> Any:
        return self.commands.get(self.command_key(args), [])

    def m_deletemycommands(self, args: Args) -> Any:
        self.commands.pop(self.command_key(args), None)
        return True

    def set_profile(self, args: Args, field: str, limit: int) -> Any:
        language, value = language_code(args), args.get(field, "").strip()
        if len(value) > limit:
            raise bad(f"{field.replace('_', ' ')} is too long")  # server: the wording is not confirmed
        if value:
            self.profile[field][language] = value
        elif language or field != "name":
            self.profile[field].pop(language, None)
        return True

    def get_profile(self, args: Args, field: str) -> Any:
        texts = self.profile[field]
        return {field: texts.get(language_code(args), texts.get("", ""))}

    def m_setmyname(self, args: Args) -> Any:
        return self.set_profile(args, "name", 64)

    def m_setmydescription(self, args: Args) -> Any:
        return self.set_profile(args, "description", 512)

    def m_setmyshortdescription(self, args: Args) -> Any:
        return self.set_profile(args, "short_description", 120)

    def m_getmyname(self, args: Args) -> Any:
        return self.get_profile(args, "name")

    def m_getmydescription(self, args: Args) -> Any:
        return self.get_profile(args, "description")

    def m_getmyshortdescription(self, args: Args) -> Any:
        return self.get_profile(args, "short_description")

    def m_getchat(self, args: Args) -> Any:
        gifts = ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"]
        return {
            **self.chat_for(args, access="read").info,
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(gifts, False),
        }

    def m_getchatmember(self, args: Args) -> Any:
        user_id = num(args.get("user_id"))
        if user_id <= 0:
            raise bad("Invalid user_id specified")
        chat = self.chat_for(args, access="edit")
        if user_id != self.me["id"] and user_id not in self.users:
            raise bad("user not found")
        return self.member(chat, user_id)

    def m_getchatadministrators(self, args: Args) -> Any:
        chat = self.chat_for(args, access="edit")
        if chat.private:
            raise bad("there are no administrators in the private chat")
        return [self.member(chat, user) for user in sorted(chat.admins)]

    def member(self, chat: Any, user_id: Any) -> Any:
        user = self.me if user_id == self.me["id"] else self.users[user_id]
        if not chat.private and user_id in chat.admins:
            rights = """manage_chat delete_messages manage_video_chats restrict_members invite_users
                promote_members change_info
                post_stories edit_stories delete_stories""".split()
            return {
                "user": user,
                "status": "administrator",
                "can_be_edited": False,
                "is_anonymous": False,
                **{f"can_{right}": True for right in rights},
            }
        return {"user": user, "status": "member" if chat.private or user_id in chat.members else "left"}
