"""A bin for assessments, receipts of what was erased, and the time that automatic erasing goes by."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_SQLITE = (
    """
    CREATE TRIGGER receipt_never_changes BEFORE UPDATE ON receipt
    BEGIN SELECT RAISE(ABORT, 'a receipt never changes'); END
    """,
    """
    CREATE TRIGGER receipt_never_goes BEFORE DELETE ON receipt
    BEGIN SELECT RAISE(ABORT, 'a receipt is kept'); END
    """,
)
_POSTGRESQL = (
    """
    CREATE FUNCTION receipt_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'a receipt is kept, and never changes';
    END $$
    """,
    """
    CREATE TRIGGER receipt_is_kept BEFORE UPDATE OR DELETE ON receipt
    FOR EACH ROW EXECUTE FUNCTION receipt_is_kept()
    """,
)


def upgrade() -> None:
    op.add_column("assessment", sa.Column("binned_at", sa.Text))
    _create_receipts()
    _create_clock()
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def _create_receipts() -> None:
    op.create_table(
        "receipt",
        sa.Column("subject", sa.String(64), primary_key=True),
        sa.Column("part", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("told", sa.Text, nullable=False),
    )


def _create_clock() -> None:
    op.create_table(
        "clock",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("believed_at", sa.Text, nullable=False),
        sa.Column("seen_at", sa.Text, nullable=False),
        sa.Column("steady_seconds", sa.Integer, nullable=False),
    )
