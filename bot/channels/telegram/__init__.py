"""Telegram as a channel, by python-telegram-bot. Nothing outside this package knows of it."""
