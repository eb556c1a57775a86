"""Workshops, who joined them, and what they answered."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _create_workshops()
    _create_people()
    _create_votes()
    _create_remarks()


def _create_workshops() -> None:
    op.create_table(
        "workshop",
        sa.Column("key", sa.String(22), primary_key=True),
        sa.Column("door", sa.String(22), nullable=False, unique=True),
        sa.Column("code", sa.String(6), unique=True),
        sa.Column(
            "assessment_key", sa.String(22), sa.ForeignKey("assessment.key", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("room", sa.Text, nullable=False),
        sa.Column("votes", sa.Integer, nullable=False),
        sa.Column("changes", sa.Integer, nullable=False),
        sa.Column("opened_on", sa.String(10), nullable=False),
        sa.Column("closes_on", sa.String(10), nullable=False),
        sa.Column("keep_until", sa.String(10), nullable=False),
    )
    op.create_index("workshop_by_assessment", "workshop", ["assessment_key"])


def _create_people() -> None:
    op.create_table(
        "person",
        sa.Column("workshop_key", sa.String(22), sa.ForeignKey("workshop.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("group_id", sa.Text, nullable=False),
    )


def _create_votes() -> None:
    op.create_table(
        "vote",
        sa.Column("workshop_key", sa.String(22), sa.ForeignKey("workshop.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("question_id", sa.Text, primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("group_id", sa.Text, nullable=False),
        sa.Column("level", sa.Integer),
    )


def _create_remarks() -> None:
    op.create_table(
        "remark",
        sa.Column("workshop_key", sa.String(22), sa.ForeignKey("workshop.key", ondelete="CASCADE"), primary_key=True),
        sa.Column("question_id", sa.Text, primary_key=True),
        sa.Column("round", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("id", sa.String(22), nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("released", sa.Integer, nullable=False),
    )
