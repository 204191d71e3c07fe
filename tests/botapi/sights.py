"""The users' side, last part: what they see; load, statistics and settings."""

import asyncio
import time
from typing import Any

from tests.botapi.acts import Acts
from tests.botapi.entities import u16

POLITE = 5.0  # seconds for which «typing …» announces a further message


def percentiles(values: list[float]) -> Any:
    values = sorted(values)
    return {f"p{p}": round(values[min(len(values) - 1, int(len(values) * p / 100))], 4) for p in (50, 90, 95, 99, 100)}


class UserSide(Acts):
    """Looking, waiting, measuring, setting."""

    def t_transcript(self, chat: Any, after: int = 0) -> Any:
        """{"messages": all sent or changed after seq, in their present state, "actions": [[time, action]], "seq"}."""
        c = self.chat_of(chat)
        return {
            "messages": [self.show(r) for r in c.messages.values() if r["touched"] > after],
            "actions": c.actions,
            "seq": self.seq,
        }

    async def t_wait(
        self, chat: Any, after: int = 0, n: int | None = None, quiet: float = 0.5, timeout: float = 15.0
    ) -> Any:
        """Wait until the bot has sent n messages after seq or, without n, has sent or changed one and then was quiet.

        «typing …» counts as not quiet for 5 s. {"messages": new ones, "changed": older ones, "seq", "timed_out"}."""
        c, end = self.chat_of(chat), time.time() + timeout
        while True:
            touched = [
                r for r in c.messages.values() if r["touched"] > after and (r["bot"] or "inline_message_id" in r)
            ]
            new, now = [r for r in touched if r["seq"] > after and not r["deleted"]], time.time()
            idle = now - c.last[0]
            missing = (
                max(0.0, (max(quiet, POLITE) if c.last[1] == "action" else quiet) - idle) if touched else end - now
            )
            if now >= end or (len(new) >= n if n is not None else touched and missing <= 0):
                return {
                    "messages": [self.show(r) for r in new],
                    "changed": [self.show(r) for r in touched if r not in new],
                    "seq": self.seq,
                    "timed_out": now >= end,
                }
            waiter = asyncio.get_running_loop().create_future()
            c.waiters.append(waiter)
            await asyncio.wait({waiter}, timeout=min(end - now, missing if n is None else end - now) + 0.001)

    def t_commands(self, user: int, chat: Any = None) -> Any:
        """The commands that this user's client shows in a chat, found in Telegram's order of scopes and languages."""
        c, language = self.chat_of(chat if chat is not None else user), self.user_of(user).get("language_code", "")
        scopes = (
            [f"chat {c.id}", "all_private_chats"]
            if c.private
            else [
                f"chat_member {c.id} {user}",
                *([f"chat_administrators {c.id}"] if user in c.admins else []),
                f"chat {c.id}",
                *(["all_chat_administrators"] if user in c.admins else []),
                "all_group_chats",
            ]
        )
        for scope in [*scopes, "default"]:
            for code in (language[:2], ""):
                if self.commands.get((scope, code)):
                    return self.commands[scope, code]
        return []

    def t_bot(self) -> Any:
        """The bot: its profile and commands by language, how it gets updates, what waits for it."""
        return {
            "me": self.me,
            "token": self.token,
            "profile": self.profile,
            "commands": [{"scope": s, "language_code": lang, "commands": c} for (s, lang), c in self.commands.items()],
            "polls": self.polls,
            "hooks": self.hooks,
            "webhook": self.hook.url if self.hook else None,
            "pending": self.pending(),
            "allowed_updates": sorted(self.allowed),
            "seq": self.seq,
            "logged_out": self.logged_out,
        }

    def t_calls(self, method: str | None = None, after: int = 0, rejected: bool = False, limit: int = 1000) -> Any:
        """The newest recorded calls of the bot (n > after) but good getUpdates; rejected: only those with an error."""
        some = [
            c
            for c in (self.rejected if rejected else self.calls)
            if c["n"] > after and (method is None or c["method"].lower() == method.lower())
        ]
        return some[-limit:]

    def t_bulk(
        self,
        n: int,
        users: Any = None,
        text: str | list[str] = "message {i}",
        language_code: Any = "en",
        first_id: Any = None,
        rate: float = 0,
    ) -> Any:
        """Inject n texts from `users` users (default: one each): at once, or `rate` a second in the background.

        {"users": [ids]}. The text can use {i} and {user}; of several texts each update takes the next one."""
        texts = [text] if isinstance(text, str) else text
        ids = [self.t_user(id=first_id and first_id + k, language_code=language_code)["id"] for k in range(users or n)]

        def one(i: int) -> None:
            user = ids[i % len(ids)]
            self.t_send(user, texts[i % len(texts)].replace("{i}", str(i)).replace("{user}", str(user)))

        async def paced() -> None:
            begin = time.time()
            for i in range(n):
                await asyncio.sleep(max(0, begin + i / rate - time.time()))
                one(i)

        if rate:
            self.paced = asyncio.ensure_future(paced())
        else:
            for i in range(n):
                one(i)
        return {"users": ids}

    def t_stats(self) -> Any:
        """What happened since the last reset_stats, with this server's CPU, and for message, callback and inline:

        n, answered, answered a second (first injection to last answer), seconds to the first reply and to the last
        message or edit. Replies are paired with a chat's updates in order: with several updates open in one chat, one
        reply each is assumed.
        """
        out = {"counts": dict(self.counts), "pending": self.pending()}
        if self.t1 and self.t0 and self.t1 > self.t0:
            out["wall_s"], out["server_cpu_s"] = round(self.t1 - self.t0, 3), round(self.cpu1 - self.cpu0, 3)
            out["server_cpu_share"] = round((self.cpu1 - self.cpu0) / (self.t1 - self.t0), 3)
        for kind in ("message", "callback", "inline"):
            some = [e for e in self.stats if e[0] == kind]
            done = [e for e in some if e[2]]
            if some:
                out[kind] = {"n": len(some), "answered": len(done)}
            if done:
                span = max(e[2] for e in done) - min(e[1] for e in some)
                out[kind] |= {
                    "per_s": round(len(done) / span, 1),
                    "first_reply_s": percentiles([e[2] - e[1] for e in done]),
                    "last_reply_s": percentiles([e[3] - e[1] for e in done]),
                }
        return out

    def t_reset_stats(self) -> Any:
        """Start the statistics anew."""
        self.reset_stats()
        return {"seq": self.seq}

    def t_reset(self) -> Any:
        """Forget users, chats, messages, waiting updates and records; keep settings and the bot's profile."""
        self.clear()
        return {"seq": self.seq}

    def t_config(self, **changes: Any) -> Any:
        """Change settings (see DEFAULTS in world.py); returns all."""
        self.configure(changes)
        return self.cfg

    def t_fault(
        self, kind: str, method: str | None = None, chat: Any = None, times: int = 1, seconds: float = 2, text: str = ""
    ) -> Any:
        """Let the next `times` calls (of a method, to a chat) fail.

        kind: "400", "403", "429" (retry_after = seconds), "500", "502", "504", "drop" (nothing done), "drop_after"
        (done, but no answer), "slow" (done `seconds` later).
        """
        self.planned.append(
            {
                "kind": str(kind),
                "method": method and method.lower(),
                "chat": chat,
                "times": times,
                "seconds": seconds,
                "text": text,
            }
        )
        return {"planned": len(self.planned)}

    def t_length(self, text: str) -> Any:
        """Length of a text in UTF-16 code units."""
        return {"utf16": u16(text)}
