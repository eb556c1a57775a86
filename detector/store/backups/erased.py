"""What was erased where a backup is restored: it does not come back with the backup."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, select, tuple_

from detector.store.backups.row_copy import Selection, all_of
from detector.store.deletion_log import Deleted, workshop_subject
from detector.store.receipts import subject_of
from detector.store.schema_version import newest_version, version_in
from detector.store.tables import (
    assessments,
    authors,
    clock,
    creations,
    deletions,
    metadata,
    receipts,
    revision_values,
    workshops,
)

_NOTES = (authors, deletions, receipts, clock)
LOGS = (creations, deletions)


@dataclass(frozen=True)
class LeftOut:
    """What a backup holds that was erased since it was made where it goes.

    `values` are words of changes, by the assessment's key and the change's number; `names` are ids of people.
    """

    assessments: frozenset[str] = frozenset()
    workshops: frozenset[str] = frozenset()
    values: frozenset[tuple[str, int]] = frozenset()
    names: frozenset[str] = frozenset()


def notes_what_it_erased(place: Connection) -> bool:
    """Whether the tables of the place are today's, so that what it notes of erasing can be read."""
    return version_in(place) == newest_version() and all(
        place.dialect.has_table(place, table.name) for table in (*_NOTES, *LOGS)
    )


def of_the_place() -> tuple[Selection, ...]:
    """What the place goes on noting: names that are gone or stand in a log, deletions, receipts, its time."""
    named = select(deletions.c.author).where(deletions.c.author.is_not(None))
    gone_or_logged = (authors.c.name == "") | authors.c.id.in_(named)
    return (
        Selection(authors, select(authors).where(gone_or_logged)),
        *all_of((deletions, receipts, clock)),
    )


def erased_since(source: Connection, place: Connection) -> LeftOut:
    """What the backup holds and the place has noted as erased."""
    logged = place.execute(select(deletions.c.what, deletions.c.subject, deletions.c.change)).all()
    receipted = frozenset(place.execute(select(receipts.c.subject).distinct()).scalars())
    by_kind = {kind: {row.subject for row in logged if row.what == kind.value} for kind in Deleted}
    gone = by_kind[Deleted.ASSESSMENT]
    keys = {row.origin: row.key for row in source.execute(select(assessments.c.key, assessments.c.origin))}
    erased = frozenset(key for origin, key in keys.items() if origin in gone or subject_of(key) in receipted)
    held = source.execute(select(workshops.c.key, workshops.c.assessment_key)).all()
    ended = by_kind[Deleted.WORKSHOP] | receipted
    named = select(authors.c.id).where(authors.c.name != "")
    values = {(keys.get(row.subject), row.change) for row in logged if row.what == Deleted.VALUE.value}
    there = source.execute(select(revision_values.c.assessment_key, revision_values.c.number))
    return LeftOut(
        erased,
        frozenset(key for key, of in held if of in erased or workshop_subject(key) in ended),
        frozenset((row[0], row[1]) for row in there if (row[0], row[1]) in values and row[0] not in erased),
        frozenset(source.execute(named).scalars()) & by_kind[Deleted.NAME],
    )


def names_that_cannot_be_told(place: Connection) -> bool:
    """Whether a name was erased at the place: a backup without ids of people does not say which."""
    noted = select(deletions.c.number).where(deletions.c.what == Deleted.NAME.value).limit(1)
    return place.execute(noted).first() is not None


def without(left_out: LeftOut) -> tuple[Selection, ...]:
    """Every row of the backup but those of what is left out; the logs go on by themselves."""
    return tuple(
        Selection(table, select(table).where(*_kept(table, left_out)))
        for table in metadata.sorted_tables
        if table not in LOGS
    )


def _kept(table: Table, left_out: LeftOut) -> Iterator[ColumnElement[bool]]:
    own = {assessments.name: "assessment_key", workshops.name: "workshop_key"}.get(table.name)
    for name, keys in (("assessment_key", left_out.assessments), ("workshop_key", left_out.workshops)):
        column = table.c.key if name == own else table.c.get(name)
        if column is not None and keys:
            yield column.not_in(sorted(keys))
    if table is revision_values and left_out.values:
        yield tuple_(table.c.assessment_key, table.c.number).not_in(sorted(left_out.values))
