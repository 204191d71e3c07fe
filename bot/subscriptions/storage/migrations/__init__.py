"""The database's one tree of migrations, applied at start by bot.subscriptions.storage.migrating."""
