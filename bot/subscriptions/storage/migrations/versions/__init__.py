"""One module a step; the newest is named in bot.subscriptions.storage.migrating."""
