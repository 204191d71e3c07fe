"""The tables: subscribers and what they follow, what was announced, the outbox, what each chat was told.

Times are Unix seconds. A chat is the key of its conversation: an id, or "id/thread". Every query is written against
these, so that it runs on SQLite and PostgreSQL alike; migrations/ builds the same by steps.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Key = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in a column of this type."""


def _owner(column: str = "subscriber_id") -> Column[int]:
    return Column(column, Key, ForeignKey("subscribers.id", ondelete="CASCADE"), nullable=False)


subscribers = Table(
    "subscribers",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("chat", String(64), nullable=False, unique=True),
    Column("language", String(8), nullable=False),
    Column("state", String(16), nullable=False, server_default="active"),
    Column("frequency", String(16), nullable=False, server_default="at_once"),
    Column("quiet_from", Integer),  # minutes after midnight
    Column("quiet_to", Integer),
    Column("zone", String(64)),
    Column("corrections", Boolean, nullable=False, server_default=true()),
    Column("waits_until", Double, nullable=False, server_default="0"),
    Column("last_at", Double),
    Column("created_at", Double, nullable=False),
)
"""A chat that gets news, or that was told something which may change. state: active, blocked, gone."""

subscriptions = Table(
    "subscriptions",
    METADATA,
    Column("id", Key, primary_key=True),
    _owner(),
    Column("kind", String(16), nullable=False),
    Column("topic", String(500), nullable=False),
    Column("state", String(16), nullable=False, server_default="active"),
    Column("created_at", Double, nullable=False),
    UniqueConstraint("subscriber_id", "kind", "topic"),
    Index(None, "topic", "state"),
)
"""kind: follow, await (ends when a fact is found). state: active, paused, fulfilled."""

publications = Table(
    "publications",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("at", Double, nullable=False),
    Column("due_at", Double, nullable=False),
    Column("version", String(64), nullable=False),
    Column("quiet", Boolean, nullable=False, server_default=false()),
    Column("recalled_at", Double),
    Column("why", Text),
)
"""One run of publish; until due_at it can be taken back."""

announcements = Table(
    "announcements",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("publication_id", Key, ForeignKey("publications.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("fact", String(200), nullable=False),
    Column("old", Text),
    Column("new", Text),
)
"""A change worth telling: new, changed or withdrawn, with the fact's content before and after."""

announced = Table(
    "announced",
    METADATA,
    Column("fact", String(200), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("content", Text, nullable=False),
)
"""The facts as they were last announced."""

deliveries = Table(
    "deliveries",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("announcement_id", Key, ForeignKey("announcements.id", ondelete="CASCADE"), nullable=False),
    _owner(),
    Column("subscription_id", Key),  # what it is owed to, if that is still there; none for a correction
    Column("reason", String(16), nullable=False),
    Column("state", String(16), nullable=False, server_default="waiting"),
    Column("created_at", Double, nullable=False),
    Column("due_at", Double, nullable=False),
    Column("expires_at", Double, nullable=False),
    Column("worker", String(64)),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("sent_at", Double),
    Column("problem", String(300)),
    UniqueConstraint("announcement_id", "subscriber_id"),
    Index(None, "state", "due_at", "id"),
    Index(None, "subscriber_id", "state"),
)
"""The outbox. reason: follow, await, correction. state: waiting, held, sent, failed, expired, dropped.

Not before due_at; a claim moves that past its lease, so that another worker finds what a dead one leaves.
"""

told = Table(
    "told",
    METADATA,
    _owner(),
    Column("fact", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("told_at", Double, nullable=False),
    UniqueConstraint("subscriber_id", "fact"),
    Index(None, "fact"),
)
"""Which content of a fact a chat was given in an answer, and when last."""

conversations = Table(
    "conversations",
    METADATA,
    Column("chat", String(64), primary_key=True),
    Column("content", Text, nullable=False),
    Column("changed_at", Double, nullable=False, index=True),
)

answers = Table(
    "answers",
    METADATA,
    Column("chat", String(64), primary_key=True),
    Column("question", BigInteger, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
    Column("answered_at", Double, nullable=False, index=True),
)
"""Which messages answered which question, so that an edited question changes its answer."""

feedback = Table(
    "feedback",
    METADATA,
    Column("id", Key, primary_key=True),
    Column("chat", String(64)),
    Column("rated", String(100)),
    Column("rater", String(16)),
    Column("good", Boolean, nullable=False),
    Column("reason", String(32)),
    Column("language", String(8), nullable=False),
    Column("asked", Text),
    Column("facts", Text, nullable=False),
    Column("at", Double, nullable=False, index=True),
    Index(None, "chat", "rated"),
)
"""What people thought of answers: who (chat, rater) and the question only as long as texts of questions are kept."""

pace = Table("pace", METADATA, Column("name", String(64), primary_key=True), Column("free_at", Double, nullable=False))
"""When the next message may go out, over all processes."""
