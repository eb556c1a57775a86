"""The triggers that keep rows from being changed: as they stand after every migration, and as they are found."""

from sqlalchemy import Connection, text

# By table and name: the statement and, in PostgreSQL, the body of its function, with single spaces.
Triggers = dict[tuple[str, str], str]

_LOGGED_VALUE = (
    'SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key AND NOT EXISTS (SELECT 1 FROM deletion '
    "WHERE subject = assessment.origin AND what = 'value' AND change = OLD.number)"
)
_LOGGED_ASSESSMENT = "SELECT 1 FROM deletion WHERE subject = OLD.origin AND what = 'assessment'"
_LOGGED_NAME = "SELECT 1 FROM deletion WHERE subject = OLD.id AND what = 'name'"
_ONLY_EMPTIED = f"NEW.id <> OLD.id OR NEW.salt <> '' OR NEW.name <> '' OR NOT EXISTS ({_LOGGED_NAME})"
_WITH_ITS_ASSESSMENT = 'SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key'


def _on_sqlite(table: str, name: str, on: str, otherwise: str, when: str = "") -> Triggers:
    made = f"CREATE TRIGGER {name} BEFORE {on} ON {table}{when and f' WHEN {when}'}"
    return {(table, name): f"{made} BEGIN SELECT RAISE(ABORT, '{otherwise}'); END"}


def _on_postgresql(table: str, name: str, on: str, body: str) -> Triggers:
    made = f"CREATE TRIGGER {name} BEFORE {on} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    return {(table, name): f"{made} BEGIN {body} END"}


def _kept_unless(table: str, goes: str, otherwise: str) -> Triggers:
    return _on_postgresql(
        table,
        f"{table}_is_kept",
        "DELETE OR UPDATE",
        f"IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'a {table} never changes'; "
        f"ELSIF EXISTS ({goes}) THEN RAISE EXCEPTION '{otherwise}'; END IF; RETURN OLD;",
    )


_ON_SQLITE: Triggers = {
    **_on_sqlite("revision", "revision_never_changes", "UPDATE", "a revision never changes"),
    **_on_sqlite(
        "revision",
        "revision_goes_with_its_assessment",
        "DELETE",
        "a revision goes only with its assessment",
        f"EXISTS ({_WITH_ITS_ASSESSMENT})",
    ),
    **_on_sqlite("revision_value", "revision_value_never_changes", "UPDATE", "a revision_value never changes"),
    **_on_sqlite(
        "revision_value",
        "revision_value_goes_when_logged",
        "DELETE",
        "a revision_value goes only with its assessment, or when its deletion is logged",
        f"EXISTS ({_LOGGED_VALUE})",
    ),
    **_on_sqlite(
        "assessment",
        "assessment_goes_when_logged",
        "DELETE",
        "an assessment goes only when its deletion is logged",
        f"NOT EXISTS ({_LOGGED_ASSESSMENT})",
    ),
    **_on_sqlite(
        "author",
        "author_is_only_emptied",
        "UPDATE",
        "an author is only emptied, when that is logged",
        _ONLY_EMPTIED,
    ),
    **_on_sqlite("kept_result", "kept_result_never_changes", "UPDATE", "a kept_result never changes"),
    **_on_sqlite(
        "kept_result",
        "kept_result_goes_with_its_assessment",
        "DELETE",
        "a kept_result goes only with its assessment",
        f"EXISTS ({_WITH_ITS_ASSESSMENT})",
    ),
    **_on_sqlite("creation", "creation_never_changes", "UPDATE", "a creation never changes"),
    **_on_sqlite("creation", "creation_never_goes", "DELETE", "a creation is kept"),
    **_on_sqlite("deletion", "deletion_never_changes", "UPDATE", "a deletion never changes"),
    **_on_sqlite("deletion", "deletion_never_goes", "DELETE", "a deletion is kept"),
    **_on_sqlite("receipt", "receipt_never_changes", "UPDATE", "a receipt never changes"),
    **_on_sqlite("receipt", "receipt_never_goes", "DELETE", "a receipt is kept"),
}
_ON_POSTGRESQL: Triggers = {
    **_kept_unless("revision", _WITH_ITS_ASSESSMENT, "a revision goes only with its assessment"),
    **_kept_unless(
        "revision_value",
        _LOGGED_VALUE,
        "a revision_value goes only with its assessment, or when its deletion is logged",
    ),
    **_kept_unless("kept_result", _WITH_ITS_ASSESSMENT, "a kept_result goes only with its assessment"),
    **_kept_unless("creation", "SELECT 1", "a creation is kept"),
    **_kept_unless("deletion", "SELECT 1", "a deletion is kept"),
    **_on_postgresql(
        "assessment",
        "assessment_goes_when_logged",
        "DELETE",
        f"IF NOT EXISTS ({_LOGGED_ASSESSMENT}) THEN "
        "RAISE EXCEPTION 'an assessment goes only when its deletion is logged'; END IF; RETURN OLD;",
    ),
    **_on_postgresql(
        "author",
        "author_is_only_emptied",
        "UPDATE",
        f"IF {_ONLY_EMPTIED} THEN RAISE EXCEPTION 'an author is only emptied, when that is logged'; END IF; "
        "RETURN NEW;",
    ),
    **_on_postgresql(
        "receipt",
        "receipt_is_kept",
        "DELETE OR UPDATE",
        "RAISE EXCEPTION 'a receipt is kept, and never changes';",
    ),
}
_FIND_ON_SQLITE = "SELECT tbl_name, name, sql FROM sqlite_master WHERE type = 'trigger'"
# A trigger that was switched off is as good as none. Those of foreign keys are not ours, and are shown only then.
_FIND_ON_POSTGRESQL = """
SELECT tables.relname, triggers.tgname,
    CASE WHEN triggers.tgenabled IN ('O', 'A') THEN '' ELSE 'switched off ' END
    || pg_get_triggerdef(triggers.oid, true) || ' ' || functions.prosrc
FROM pg_trigger AS triggers
JOIN pg_class AS tables ON tables.oid = triggers.tgrelid
JOIN pg_proc AS functions ON functions.oid = triggers.tgfoid
WHERE tables.relnamespace = current_schema()::regnamespace
    AND (NOT triggers.tgisinternal OR triggers.tgenabled NOT IN ('O', 'A'))
"""


def expected_triggers(connection: Connection) -> Triggers:
    """The triggers that this kind of database holds after every migration."""
    return _ON_SQLITE if connection.dialect.name == "sqlite" else _ON_POSTGRESQL


def found_triggers(connection: Connection) -> Triggers:
    """The triggers that the database holds, those on other programs' tables among them."""
    on_sqlite = connection.dialect.name == "sqlite"
    rows = connection.execute(text(_FIND_ON_SQLITE if on_sqlite else _FIND_ON_POSTGRESQL)).all()
    return {(str(table), str(name)): " ".join(str(made).split()) for table, name, made in rows}
