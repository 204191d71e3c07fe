"""Everything at first: subscribers, publications, the outbox, conversations."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "announced",
        sa.Column("fact", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fact", name=op.f("pk_announced")),
    )
    op.create_table(
        "answers",
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("question", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "question", name=op.f("pk_answers")),
    )
    op.create_index(op.f("ix_answers_answered_at"), "answers", ["answered_at"], unique=False)
    op.create_table(
        "conversations",
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name=op.f("pk_conversations")),
    )
    op.create_index(op.f("ix_conversations_changed_at"), "conversations", ["changed_at"], unique=False)
    op.create_table(
        "pace",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("free_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_pace")),
    )
    op.create_table(
        "publications",
        sa.Column("id", KEY, nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("due_at", sa.Double(), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("quiet", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("recalled_at", sa.Double(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publications")),
    )
    op.create_table(
        "subscribers",
        sa.Column("id", KEY, nullable=False),
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=16), server_default="active", nullable=False),
        sa.Column("frequency", sa.String(length=16), server_default="at_once", nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=True),
        sa.Column("quiet_to", sa.Integer(), nullable=True),
        sa.Column("zone", sa.String(length=64), nullable=True),
        sa.Column("corrections", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("waits_until", sa.Double(), server_default="0", nullable=False),
        sa.Column("last_at", sa.Double(), nullable=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscribers")),
        sa.UniqueConstraint("chat", name=op.f("uq_subscribers_chat")),
    )
    op.create_table(
        "announcements",
        sa.Column("id", KEY, nullable=False),
        sa.Column("publication_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("fact", sa.String(length=200), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["publication_id"], ["publications.id"], name=op.f("fk_announcements_publication_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
    )
    op.create_index(op.f("ix_announcements_publication_id"), "announcements", ["publication_id"], unique=False)
    op.create_table(
        "subscriptions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("subscriber_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("topic", sa.String(length=500), nullable=False),
        sa.Column("state", sa.String(length=16), server_default="active", nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subscriber_id"], ["subscribers.id"], name=op.f("fk_subscriptions_subscriber_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        sa.UniqueConstraint("subscriber_id", "kind", "topic", name=op.f("uq_subscriptions_subscriber_id_kind_topic")),
    )
    op.create_index(op.f("ix_subscriptions_topic_state"), "subscriptions", ["topic", "state"], unique=False)
    op.create_table(
        "told",
        sa.Column("subscriber_id", KEY, nullable=False),
        sa.Column("fact", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("told_at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["subscriber_id"], ["subscribers.id"], name=op.f("fk_told_subscriber_id"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("subscriber_id", "fact", name=op.f("uq_told_subscriber_id_fact")),
    )
    op.create_index(op.f("ix_told_fact"), "told", ["fact"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("id", KEY, nullable=False),
        sa.Column("announcement_id", KEY, nullable=False),
        sa.Column("subscriber_id", KEY, nullable=False),
        sa.Column("subscription_id", KEY, nullable=True),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), server_default="waiting", nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("due_at", sa.Double(), nullable=False),
        sa.Column("expires_at", sa.Double(), nullable=False),
        sa.Column("worker", sa.String(length=64), nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sent_at", sa.Double(), nullable=True),
        sa.Column("problem", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcements.id"], name=op.f("fk_deliveries_announcement_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["subscriber_id"], ["subscribers.id"], name=op.f("fk_deliveries_subscriber_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint(
            "announcement_id", "subscriber_id", name=op.f("uq_deliveries_announcement_id_subscriber_id")
        ),
    )
    op.create_index(op.f("ix_deliveries_state_due_at_id"), "deliveries", ["state", "due_at", "id"], unique=False)
    op.create_index(op.f("ix_deliveries_subscriber_id_state"), "deliveries", ["subscriber_id", "state"], unique=False)
    op.bulk_insert(
        sa.table("pace", sa.column("name"), sa.column("free_at")),
        [{"name": name, "free_at": 0.0} for name in ("broadcast", "publishing")],
    )
