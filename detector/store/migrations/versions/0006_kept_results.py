"""What each change made the result say, kept beside the change and never worked out anew."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_SQLITE = (
    """
    CREATE TRIGGER kept_result_never_changes BEFORE UPDATE ON kept_result
    BEGIN SELECT RAISE(ABORT, 'a kept_result never changes'); END
    """,
    """
    CREATE TRIGGER kept_result_goes_with_its_assessment BEFORE DELETE ON kept_result
    WHEN EXISTS (SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key)
    BEGIN SELECT RAISE(ABORT, 'a kept_result goes only with its assessment'); END
    """,
)
_POSTGRESQL = (
    """
    CREATE FUNCTION kept_result_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' THEN
            RAISE EXCEPTION 'a kept_result never changes';
        ELSIF EXISTS (SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key) THEN
            RAISE EXCEPTION 'a kept_result goes only with its assessment';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER kept_result_is_kept BEFORE DELETE OR UPDATE ON kept_result
    FOR EACH ROW EXECUTE FUNCTION kept_result_is_kept()
    """,
)


def upgrade() -> None:
    op.create_table(
        "kept_result",
        sa.Column("assessment_key", sa.String(22), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("bank", sa.Text, nullable=False),
        sa.Column("on_day", sa.String(10), nullable=False),
        sa.Column("verdict", sa.Text),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("score", sa.Integer),
        sa.Column("low", sa.Integer),
        sa.Column("high", sa.Integer),
        sa.Column("confidence", sa.Integer, nullable=False),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.Column("provisional", sa.Integer, nullable=False),
        sa.Column("held", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_key", "number"], ["revision.assessment_key", "revision.number"], ondelete="CASCADE"
        ),
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
