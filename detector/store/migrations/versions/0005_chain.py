"""Chain the history, so that it cannot be changed unseen, and log what is deleted.

The words of each change move to `revision_value` and people's names to `author`; in their place stand digests, and a
link that seals a change together with all before it. What was there before a change is no longer kept twice: it is
the value of the item's previous change. History from before this upgrade is chained as it is found: the chain vouches
that it was not changed since.
"""

import json
import secrets
from collections.abc import Iterator
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_AT_ONCE = 2000
_MAY_CHANGE_NEVER = ("revision", "revision_value", "creation", "deletion")
_LOGGED_VALUE = (
    'SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key AND NOT EXISTS (SELECT 1 FROM deletion '
    "WHERE subject = assessment.origin AND what = 'value' AND change = OLD.number)"
)
_LOGGED_ASSESSMENT = "SELECT 1 FROM deletion WHERE subject = OLD.origin AND what = 'assessment'"
_LOGGED_NAME = "SELECT 1 FROM deletion WHERE subject = OLD.id AND what = 'name'"
_ONLY_EMPTIED = f"NEW.id <> OLD.id OR NEW.salt <> '' OR NEW.name <> '' OR NOT EXISTS ({_LOGGED_NAME})"
_SQLITE = (
    *(
        f"""
        CREATE TRIGGER {table}_never_changes BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, 'a {table} never changes'); END
        """
        for table in _MAY_CHANGE_NEVER
    ),
    *(
        f"""
        CREATE TRIGGER {table}_never_goes BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, 'a {table} is kept'); END
        """
        for table in ("creation", "deletion")
    ),
    """
    CREATE TRIGGER revision_goes_with_its_assessment BEFORE DELETE ON revision
    WHEN EXISTS (SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key)
    BEGIN SELECT RAISE(ABORT, 'a revision goes only with its assessment'); END
    """,
    f"""
    CREATE TRIGGER revision_value_goes_when_logged BEFORE DELETE ON revision_value WHEN EXISTS ({_LOGGED_VALUE})
    BEGIN SELECT RAISE(ABORT, 'a revision_value goes only with its assessment, or when its deletion is logged'); END
    """,
    f"""
    CREATE TRIGGER assessment_goes_when_logged BEFORE DELETE ON assessment WHEN NOT EXISTS ({_LOGGED_ASSESSMENT})
    BEGIN SELECT RAISE(ABORT, 'an assessment goes only when its deletion is logged'); END
    """,
    f"""
    CREATE TRIGGER author_is_only_emptied BEFORE UPDATE ON author WHEN {_ONLY_EMPTIED}
    BEGIN SELECT RAISE(ABORT, 'an author is only emptied, when that is logged'); END
    """,
)


def _on_postgresql(table: str, on: str, name: str, body: str) -> tuple[str, str]:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$",
        f"CREATE TRIGGER {name} BEFORE {on} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    )


def _kept_unless(table: str, goes: str, otherwise: str) -> tuple[str, str]:
    return _on_postgresql(
        table,
        "UPDATE OR DELETE",
        f"{table}_is_kept",
        f"IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'a {table} never changes'; "
        f"ELSIF EXISTS ({goes}) THEN RAISE EXCEPTION '{otherwise}'; END IF; RETURN OLD;",
    )


_POSTGRESQL = (
    *_kept_unless(
        "revision",
        'SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key',
        "a revision goes only with its assessment",
    ),
    *_kept_unless(
        "revision_value",
        _LOGGED_VALUE,
        "a revision_value goes only with its assessment, or when its deletion is logged",
    ),
    *_kept_unless("creation", "SELECT 1", "a creation is kept"),
    *_kept_unless("deletion", "SELECT 1", "a deletion is kept"),
    *_on_postgresql(
        "assessment",
        "DELETE",
        "assessment_goes_when_logged",
        f"IF NOT EXISTS ({_LOGGED_ASSESSMENT}) THEN "
        "RAISE EXCEPTION 'an assessment goes only when its deletion is logged'; END IF; RETURN OLD;",
    ),
    *_on_postgresql(
        "author",
        "UPDATE",
        "author_is_only_emptied",
        f"IF {_ONLY_EMPTIED} THEN RAISE EXCEPTION 'an author is only emptied, when that is logged'; END IF; "
        "RETURN NEW;",
    ),
)


def upgrade() -> None:
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    _put_aside(on_sqlite=on_sqlite)
    op.add_column("assessment", sa.Column("origin", sa.String(64), nullable=False, server_default=""))
    _create_authors()
    _create_revisions()
    _create_values()
    _create_logs()
    _move_over()
    op.drop_table("revision_before")
    for statement in _SQLITE if on_sqlite else _POSTGRESQL:
        op.execute(statement)


def _put_aside(*, on_sqlite: bool) -> None:
    if on_sqlite:
        op.execute("DROP TRIGGER revision_never_changes")
        op.execute("DROP TRIGGER revision_goes_with_its_assessment")
    else:
        op.execute("DROP TRIGGER revision_is_kept ON revision")
        op.execute("DROP FUNCTION revision_is_kept()")
        op.execute("ALTER TABLE revision RENAME CONSTRAINT revision_pkey TO revision_before_pkey")
    op.drop_index("revision_by_item", "revision")
    op.rename_table("revision", "revision_before")


def _create_authors() -> None:
    op.create_table(
        "author",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
    )


def _create_revisions() -> None:
    op.create_table(
        "revision",
        sa.Column(
            "assessment_key", sa.String(22), sa.ForeignKey("assessment.key", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("item_id", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("author", sa.String(32), sa.ForeignKey("author.id")),
        sa.Column("undoes", sa.Integer),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("link", sa.String(64), nullable=False),
    )
    op.create_index("revision_by_item", "revision", ["assessment_key", "kind", "item_id", "number"])


def _create_values() -> None:
    op.create_table(
        "revision_value",
        sa.Column("assessment_key", sa.String(22), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("value", sa.Text),
        sa.ForeignKeyConstraint(
            ["assessment_key", "number"], ["revision.assessment_key", "revision.number"], ondelete="CASCADE"
        ),
    )


def _create_logs() -> None:
    op.create_table(
        "creation",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("origin", sa.String(64), nullable=False, unique=True),
        sa.Column("link", sa.String(64), nullable=False),
    )
    op.create_table(
        "deletion",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("change", sa.Integer),
        sa.Column("on_day", sa.String(10), nullable=False),
        sa.Column("author", sa.String(32), sa.ForeignKey("author.id")),
        sa.Column("head", sa.String(64)),
        sa.Column("link", sa.String(64), nullable=False),
    )
    op.create_index("deletion_by_subject", "deletion", ["subject", "what", "change"])


def _move_over() -> None:
    bind = op.get_bind()
    names = bind.execute(sa.text("SELECT DISTINCT changed_by FROM revision_before WHERE changed_by <> ''")).scalars()
    authors = {str(name): _author(str(name)) for name in names.all()}
    _add("author", list(authors.values()))
    ids = {name: row["id"] for name, row in authors.items()}
    begun = sa.text('SELECT "key", bank_version, created_at, created_with FROM assessment ORDER BY created_at, "key"')
    before = ""
    for number, row in enumerate(bind.execute(begun).all(), start=1):
        origin = _seal("assessment", *row)
        before = _seal("creation", before, number, origin)
        bind.execute(
            sa.text('UPDATE assessment SET origin = :origin WHERE "key" = :key'), {"origin": origin, "key": row.key}
        )
        _add("creation", [{"number": number, "origin": origin, "link": before}])
        _chain(row.key, origin, ids)
    # A change of no assessment could not have been kept: this is refused where there is one, and nothing is changed.
    op.execute(
        "INSERT INTO revision_value (assessment_key, number, salt, value) SELECT assessment_key, number, '', value "
        'FROM revision_before WHERE assessment_key NOT IN (SELECT "key" FROM assessment)'
    )


def _author(name: str) -> dict[str, object]:
    salt = secrets.token_hex(16)
    return {"id": _seal("author", salt, name)[:32], "salt": salt, "name": name}


def _chain(key: str, origin: str, ids: dict[str, object]) -> None:
    link = origin
    for rows in _changes(key):
        revisions: list[dict[str, object]] = []
        values: list[dict[str, object]] = []
        for row in rows:
            salt, author = secrets.token_hex(16), ids.get(row.changed_by)
            digest = _seal("value", salt, row.value)
            about = (row.kind, row.item_id, row.changed_at, author, row.undoes, digest)
            link = _seal("change", link, row.number, *about)
            entry = dict(zip(_ABOUT, about, strict=True))
            revisions.append({"assessment_key": key, "number": row.number, **entry, "link": link})
            values.append({"assessment_key": key, "number": row.number, "salt": salt, "value": row.value})
        _add("revision", revisions)
        _add("revision_value", values)


_ABOUT = ("kind", "item_id", "changed_at", "author", "undoes", "digest")


def _changes(key: str) -> Iterator[list[sa.Row[tuple[object, ...]]]]:
    """The changes of an assessment in order, so many at once that memory and time stay small."""
    next_ones = sa.text(
        "SELECT number, kind, item_id, value, changed_by, changed_at, undoes FROM revision_before "
        "WHERE assessment_key = :key AND number > :last ORDER BY number LIMIT :most"
    )
    last = -1
    while rows := op.get_bind().execute(next_ones, {"key": key, "last": last, "most": _AT_ONCE}).all():
        yield list(rows)
        last = rows[-1].number


def _add(table: str, rows: list[dict[str, object]]) -> None:
    if rows:
        columns = ", ".join(rows[0])
        given = ", ".join(f":{name}" for name in rows[0])
        op.get_bind().execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({given})"), rows)  # noqa: S608 - names only


def _seal(*parts: object) -> str:
    return sha256(json.dumps(parts, separators=(",", ":")).encode("ascii")).hexdigest()
