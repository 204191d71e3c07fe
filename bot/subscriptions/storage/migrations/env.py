"""Where alembic meets our tables. It runs inside a connection that bot.subscriptions.storage.migrating has opened."""

from alembic import context

from bot.subscriptions.storage.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
