"""News for subscribers: who follows what, what was announced, and how it reaches each of them once.

The way of a change: snapshot and difference → publishing → outbox → notifier → a channel's courier. Nothing here knows
Telegram; nothing outside `bot.subscriptions` knows SQL.
"""
