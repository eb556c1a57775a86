"""Restoring into an SQLite file that nobody else has open: all its pages are replaced in one transaction."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection
from typing_extensions import TypeVar

from detector.core.errors import StoreError
from detector.store.backups.contents import holds_assessments
from detector.store.backups.files import driver_of, held_alone, made_new
from detector.store.location import file_uri
from detector.store.safety_copy import free_name, removed_unless_done, write_whole
from detector.store.schema_version import refuse_strangers, upgrade
from detector.store.soundness import is_damaged

Done = TypeVar("Done")
Fill = Callable[[Connection, Connection | None], Done]
"""Fills the first one's empty tables, given what is there already: None where that is nothing."""
# Locking a new file writes its first page.
_LARGEST_WITHOUT_TABLES = 4096
_FILES_OF_ONE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Kept:
    """The file in which what was there before lies now, and whether it is damaged."""

    file: Path
    damaged: bool


def restore_into_file(file: Path, fill: Fill[Done], *, force: bool) -> tuple[Done, Kept | None]:
    """What `fill` says of the file it filled, all of it or nothing; and where what was there before is kept, if any.

    Raises:
        StoreError: it holds assessments or is damaged and `force` does not say to replace it; or the program has it
            open, or it is a newer version's or another program's.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _damaged_one_put_aside(file, force=force) as aside, _made_if_missing(file), held_alone(file) as there:
        version = refuse_strangers(there, str(file))
        full = holds_assessments(there)
        if full and not force:
            raise StoreError(
                f"{file}: It holds assessments already. --force puts the backup in their place, and keeps them in a "
                "file beside it. Nothing was changed."
            )
        with TemporaryDirectory(prefix=".restore-", dir=file.parent) as folder, removed_unless_done() as copies:
            fresh = Path(folder) / file.name
            with made_new(fresh) as target:
                upgrade(target, str(file))
                done = fill(target, None if version is None else there)
            there.rollback()
            if full:
                copies.append(free_name(file, str(version), datetime.now(UTC).date()))
                write_whole(driver_of(there), copies[0])
            _replace_pages(fresh, driver_of(there))
            return done, Kept(copies[0], damaged=False) if copies else aside


def _replace_pages(fresh: Path, there: sqlite3.Connection) -> None:
    # Never by moving the file: whoever opened it in between would go on writing to one that is gone.
    with closing(sqlite3.connect(f"{file_uri(fresh)}?mode=ro", uri=True)) as source:
        source.backup(there)


@contextmanager
def _made_if_missing(file: Path) -> Generator[None]:
    missing = not file.exists()
    if missing:
        file.touch(mode=0o600)
    try:
        yield
    except BaseException:
        with suppress(OSError):
            if missing and file.stat().st_size <= _LARGEST_WITHOUT_TABLES:
                file.unlink()
        raise


@contextmanager
def _damaged_one_put_aside(file: Path, *, force: bool) -> Generator[Kept | None]:
    """Where a damaged file was moved, with what belongs to it; it is moved back where what is done inside fails."""
    if not is_damaged(file):
        yield None
        return
    if not force:
        raise StoreError(
            f"{file}: It is damaged. --force puts the backup in its place, and keeps the damaged file beside it. "
            "Nothing was changed."
        )
    aside = free_name(file, "damaged", datetime.now(UTC).date())
    moves = [(file.with_name(file.name + part), aside.with_name(aside.name + part)) for part in _FILES_OF_ONE]
    moved = [(before, after) for before, after in moves if before.exists()]
    try:
        for before, after in moved:
            before.rename(after)
        yield Kept(aside, damaged=True)
    except BaseException:
        for before, after in moved:
            with suppress(OSError):
                after.replace(before)
        raise
