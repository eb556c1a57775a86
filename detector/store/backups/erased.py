"""What was erased where a backup is restored: it does not come back with the backup."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, Table, select

from detector.store.backups.row_copy import Selection
from detector.store.schema_version import newest_version, version_in
from detector.store.tables import assessments, metadata, receipts, workshops

# Rows that tell of the place itself. Those it has already stay as they are there.
OF_THE_PLACE = (receipts, metadata.tables["clock"])


@dataclass(frozen=True)
class LeftOut:
    """The keys of assessments and workshops in a backup that were erased since it was made."""

    assessments: frozenset[str] = frozenset()
    workshops: frozenset[str] = frozenset()


def notes_what_it_erased(place: Connection) -> bool:
    """Whether the tables of the place are today's, so that what it notes of erasing can be read."""
    return version_in(place) == newest_version() and all(
        place.dialect.has_table(place, table.name) for table in OF_THE_PLACE
    )


def erased_since(source: Connection, place: Connection) -> LeftOut:
    """What the backup holds and the place has a receipt of: it was erased there."""
    erased = frozenset(place.execute(select(receipts.c.subject).distinct()).scalars())
    if not erased:
        return LeftOut()
    gone = {key for key in source.execute(select(assessments.c.key)).scalars() if _subject(key) in erased}
    held = source.execute(select(workshops.c.key, workshops.c.assessment_key)).all()
    return LeftOut(
        frozenset(gone),
        frozenset(key for key, assessment in held if assessment in gone or _subject(key) in erased),
    )


def without(left_out: LeftOut) -> tuple[Selection, ...]:
    """Every row but those of what is left out."""
    return tuple(Selection(table, select(table).where(*_kept(table, left_out))) for table in metadata.sorted_tables)


def _kept(table: Table, left_out: LeftOut) -> Iterator[ColumnElement[bool]]:
    own = {assessments.name: "assessment_key", workshops.name: "workshop_key"}.get(table.name)
    for name, keys in (("assessment_key", left_out.assessments), ("workshop_key", left_out.workshops)):
        column = table.c.key if name == own else table.c.get(name)
        if column is not None and keys:
            yield column.not_in(sorted(keys))


def _subject(key: str) -> str:
    return sha256(key.encode()).hexdigest()
