"""The way back: what a backup holds, put into a database that is empty or may be replaced."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from detector.core.errors import StoreError
from detector.core.retention import copy_ends
from detector.store.authors import forget_unused
from detector.store.backups.checking import faults_in
from detector.store.backups.contents import Contents, contents_of, holds_assessments, overdue_workshops
from detector.store.backups.erased import (
    LeftOut,
    erased_since,
    names_that_cannot_be_told,
    notes_what_it_erased,
    of_the_place,
    without,
)
from detector.store.backups.files import said_of_file
from detector.store.backups.into_file import restore_into_file
from detector.store.backups.into_server import restore_into_server
from detector.store.backups.logs import empty_erased_names, go_on_with
from detector.store.backups.row_copy import Source, copy_rows
from detector.store.backups.single_answers import to_join_again
from detector.store.backups.upgraded import up_to_date
from detector.store.error_messages import fault_of, in_plain_words
from detector.store.location import in_words, parse_url
from detector.store.schema_version import newest_version

_CHANGED = "--force restores it all the same; take another backup if there is one. Nothing was changed."


_CONTRADICTS = "Its tables or rows are not as any version of this program made them. Take another backup."


@dataclass(frozen=True)
class Restored:
    """What a database holds after a backup was restored into it.

    `kept` is the file in which what was there before lies now, until the day `kept_until`. What is `left_out` was
    erased there since the backup was made and did not come back; `untold`: what was erased could not all be read.
    `overdue` workshops are past their last day, and people have `to_join_again` those that were running. `version` is
    that of the backup's tables. `faults` are what is wrong with what was restored, in sentences.
    """

    place: str
    version: str
    contents: Contents
    left_out: LeftOut
    overdue: int
    to_join_again: int
    kept: Path | None = None
    kept_until: date | None = None
    untold: bool = False
    faults: tuple[str, ...] = ()


def restore(url: str, file: Path, *, force: bool = False) -> Restored:
    """Put what a backup holds into the database at that URL, all of it or nothing.

    A database that holds assessments is replaced only where `force` says so and it is an SQLite file, which is kept
    beside the new one. What was erased there since does not come back. `force` also lets a backup pass whose history
    was changed, which the faults then tell.

    Raises:
        StoreError: the backup or the database cannot be used, or the program is running; nothing was changed.
    """
    parsed = parse_url(url)
    place = in_words(parsed)
    on_disk = Path(place) if parsed.get_backend_name() == "sqlite" else None
    if on_disk is not None and file.resolve() == on_disk.resolve():
        raise StoreError(f"{file}: This is the database itself. Name the backup to restore. Nothing was changed.")
    with up_to_date(file) as (connection, version):
        source = Source(connection, str(file), partial(said_of_file, file))
        _refuse_faults(connection, source.name, force=force)
        fill = partial(_fill, source, place, version, force)
        with _said_of_restoring(place):
            if on_disk is None:
                return restore_into_server(url, fill)
            done, kept = restore_into_file(on_disk, fill, force=force)
    if kept is None:
        return done
    until = copy_ends(datetime.now(UTC).date())
    return replace(done, kept=kept.file, kept_until=until, untold=done.untold or kept.damaged)


def _fill(
    source: Source, place: str, version: str, force: bool, target: Connection, there: Connection | None
) -> Restored:
    """Fill empty tables with all of the backup but what was erased where it goes."""
    noted = there is not None and notes_what_it_erased(there)
    left_out, untold = LeftOut(), there is not None and not noted and holds_assessments(there)
    if there is not None and noted:
        left_out = erased_since(source.connection, there)
        untold = version != newest_version() and names_that_cannot_be_told(there)
        if target is not there:
            copy_rows(Source(there, place, partial(in_plain_words, place)), target, of_the_place())
    copy_rows(source, target, without(left_out))
    go_on_with(source, target)
    empty_erased_names(target)
    forget_unused(target)
    faults = _refuse_faults(target, source.name, force=force)
    return Restored(
        place,
        version,
        contents_of(target),
        left_out,
        overdue_workshops(target, datetime.now(UTC).date()),
        to_join_again(target),
        untold=untold,
        faults=faults,
    )


def _refuse_faults(connection: Connection, name: str, *, force: bool) -> tuple[str, ...]:
    faults = faults_in(connection)
    if faults and not force:
        raise StoreError(f"{name}: {faults[0]} {_CHANGED}")
    return faults


@contextmanager
def _said_of_restoring(place: str) -> Generator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        fault = fault_of(error) or (_CONTRADICTS if isinstance(error, DBAPIError) else None)
        if fault is None:
            raise
        raise StoreError(
            f"{place}: The backup was not restored. {fault} What was there before is as it was."
        ) from error
