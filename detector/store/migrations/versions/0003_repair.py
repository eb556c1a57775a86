"""Bring workshops kept by an earlier 0002 to what 0002 makes now. No row is lost; what is right already stays.

0002 was changed twice after it had landed: `remark` was added to it, and `closes_on`. The first rooms it kept had no
screen either. Databases made in between bear the number 0002 and lack these.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    found = sa.inspect(op.get_bind())
    if not found.has_table("workshop"):
        return  # not the work of any 0002: opening refuses it in words
    if not found.has_table("remark"):
        _create_remarks()
    if "closes_on" not in {column["name"] for column in found.get_columns("workshop")}:
        _add_last_days()
    _give_rooms_a_screen()


def _add_last_days() -> None:
    # Without a day of its own a workshop ends on the day after which it is erased, as the program has it.
    if op.get_bind().dialect.name == "sqlite":
        _make_anew()
        return
    op.add_column("workshop", sa.Column("closes_on", sa.String(10)))
    op.execute("UPDATE workshop SET closes_on = keep_until")
    op.alter_column("workshop", "closes_on", nullable=False)


def _make_anew() -> None:
    """Make SQLite's four tables again and move every row over.

    SQLite adds no column that must be filled, and empties the tables that refer to one that is dropped. So those are
    made again too, and the old ones are dropped from the last to the first, when nothing refers to them any more.
    """
    made_by = dict(op.get_bind().exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all())
    referring = ("person", "vote", "remark")
    op.drop_index("workshop_by_assessment")
    for table in ("workshop", *referring):
        op.rename_table(table, f"{table}_before")
    _create_workshops()
    kept = '"key", door, code, assessment_key, room, votes, changes, opened_on, keep_until'
    op.execute(f"INSERT INTO workshop ({kept}, closes_on) SELECT {kept}, keep_until FROM workshop_before")  # noqa: S608 - names only
    for table in referring:
        op.get_bind().exec_driver_sql(made_by[table])
        op.execute(f"INSERT INTO {table} SELECT * FROM {table}_before")  # noqa: S608 - names only
    for table in (*reversed(referring), "workshop"):
        op.drop_table(f"{table}_before")


def _give_rooms_a_screen() -> None:
    workshop = sa.table("workshop", sa.column("key"), sa.column("room"))
    for key, text in op.get_bind().execute(sa.select(workshop.c.key, workshop.c.room)).all():
        room = _read(text)
        if room is not None and "screen" not in room:
            written = json.dumps({**room, "screen": "join", "on_screen": ""}, ensure_ascii=False)
            op.execute(workshop.update().where(workshop.c.key == key).values(room=written))


def _read(text: str) -> dict[str, object] | None:
    try:
        return dict(json.loads(text)) if text.startswith("{") else None
    except ValueError:
        return None  # damaged: said where the workshop is opened, and kept as it is


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
