"""Assessments and their revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SQLITE = (
    """
    CREATE TRIGGER revision_never_changes BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END
    """,
    """
    CREATE TRIGGER revision_goes_with_its_assessment BEFORE DELETE ON revision
    WHEN EXISTS (SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key)
    BEGIN SELECT RAISE(ABORT, 'a revision goes only with its assessment'); END
    """,
)
_POSTGRESQL = (
    """
    CREATE FUNCTION revision_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' THEN
            RAISE EXCEPTION 'a revision never changes';
        ELSIF EXISTS (SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key) THEN
            RAISE EXCEPTION 'a revision goes only with its assessment';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER revision_is_kept BEFORE UPDATE OR DELETE ON revision
    FOR EACH ROW EXECUTE FUNCTION revision_is_kept()
    """,
)


def upgrade() -> None:
    _create_assessments()
    _create_revisions()
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def _create_assessments() -> None:
    op.create_table(
        "assessment",
        sa.Column("key", sa.String(22), primary_key=True),
        sa.Column("bank_version", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("created_with", sa.Integer, nullable=False),
        sa.Column("latest", sa.Integer, nullable=False),
    )
    op.create_index("assessment_by_change", "assessment", ["changed_at"])


def _create_revisions() -> None:
    op.create_table(
        "revision",
        sa.Column(
            "assessment_key", sa.String(22), sa.ForeignKey("assessment.key", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("item_id", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("before", sa.Text),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer),
    )
    op.create_index("revision_by_item", "revision", ["assessment_key", "kind", "item_id", "number"])
