"""The bot's commands as Telegram's menu shows them; what they do is the desk's business (/ask: see addressing)."""

COMMANDS = (
    *("start", "help", "ask", "deals", "deal", "search", "timeline", "compare", "sources"),
    *("subscribe", "subscriptions", "unsubscribe"),
    *("language", "why", "about"),
    *("privacy", "export", "forget"),
)
"""In the menu's order; the text of each is catalog key telegram.command.<name>."""
