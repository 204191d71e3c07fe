"""A strict local stand-in for Telegram's Bot API: server, users, and a client for tests. See README.md."""
