"""The triggers that keep rows from being changed: as they stand after every migration, and as they are found."""

from sqlalchemy import Connection, text

# By table and name: the statement and, in PostgreSQL, the body of its function, with single spaces.
Triggers = dict[tuple[str, str], str]

_ON_SQLITE: Triggers = {
    ("revision", "revision_never_changes"): (
        "CREATE TRIGGER revision_never_changes BEFORE UPDATE ON revision "
        "BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END"
    ),
    ("revision", "revision_goes_with_its_assessment"): (
        "CREATE TRIGGER revision_goes_with_its_assessment BEFORE DELETE ON revision "
        'WHEN EXISTS (SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key) '
        "BEGIN SELECT RAISE(ABORT, 'a revision goes only with its assessment'); END"
    ),
    ("receipt", "receipt_never_changes"): (
        "CREATE TRIGGER receipt_never_changes BEFORE UPDATE ON receipt "
        "BEGIN SELECT RAISE(ABORT, 'a receipt never changes'); END"
    ),
    ("receipt", "receipt_never_goes"): (
        "CREATE TRIGGER receipt_never_goes BEFORE DELETE ON receipt "
        "BEGIN SELECT RAISE(ABORT, 'a receipt is kept'); END"
    ),
}
_ON_POSTGRESQL: Triggers = {
    ("revision", "revision_is_kept"): (
        "CREATE TRIGGER revision_is_kept BEFORE DELETE OR UPDATE ON revision "
        "FOR EACH ROW EXECUTE FUNCTION revision_is_kept() "
        "BEGIN IF TG_OP = 'UPDATE' THEN RAISE EXCEPTION 'a revision never changes'; "
        'ELSIF EXISTS (SELECT 1 FROM assessment WHERE "key" = OLD.assessment_key) THEN '
        "RAISE EXCEPTION 'a revision goes only with its assessment'; END IF; RETURN OLD; END"
    ),
    ("receipt", "receipt_is_kept"): (
        "CREATE TRIGGER receipt_is_kept BEFORE DELETE OR UPDATE ON receipt "
        "FOR EACH ROW EXECUTE FUNCTION receipt_is_kept() "
        "BEGIN RAISE EXCEPTION 'a receipt is kept, and never changes'; END"
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
