"""What people thought of answers, so that it can be forgotten, handed out and shown to the editor."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "feedback",
        sa.Column("id", KEY, nullable=False),
        sa.Column("chat", sa.String(length=64), nullable=True),
        sa.Column("rated", sa.String(length=100), nullable=True),
        sa.Column("rater", sa.String(length=16), nullable=True),
        sa.Column("good", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    op.create_index(op.f("ix_feedback_chat_rated"), "feedback", ["chat", "rated"], unique=False)
    op.create_index(op.f("ix_feedback_at"), "feedback", ["at"], unique=False)
