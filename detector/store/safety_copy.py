"""A copy of the file beside it before its tables are changed, for whoever needs the earlier version back."""

import os
import re
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from detector.core.errors import StoreError
from detector.core.receipts import EarlierCopy
from detector.core.retention import copy_ends
from detector.store.error_messages import fault_of
from detector.store.location import file_uri

_OTHERWISE = "Check the folder, then try again."


@contextmanager
def removed_unless_done() -> Generator[list[Path]]:
    """A list for the copies made inside: they go again where what they were made for was not done."""
    copies: list[Path] = []
    try:
        yield copies
    except BaseException:
        for copy in copies:
            with suppress(OSError):
                copy.unlink()
        raise


def safety_copy(file: Path, version: str, day: date) -> Path:
    """A whole copy of an SQLite file as it was last committed, named by the version of its tables and the day.

    It lies beside the file and is for this account alone.

    Raises:
        StoreError: it cannot be written; nothing was changed.
    """
    copy = free_name(file, version, day)
    try:
        with closing(sqlite3.connect(f"{file_uri(file)}?mode=ro", uri=True, timeout=10)) as source:
            write_whole(source, copy)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"{file}: A newer version of this program has to change the tables in it, and a copy of the file is made "
            f"beside it before that. The copy {copy.name} could not be written. {fault_of(error) or _OTHERWISE} "
            "Nothing was changed."
        ) from error
    return copy


def earlier_copies(file: Path) -> tuple[EarlierCopy, ...]:
    """The copies of this file that were made before its tables were changed, an unfinished one among them."""
    # People's own copies lie here too, and may be named by a day: only a version's number is ours, or a damaged file.
    name = re.compile(
        rf"{re.escape(file.stem)}-(?:\d{{4}}|damaged)-(\d{{4}}-\d\d-\d\d)(-\d+)?{re.escape(file.suffix)}(\.part|-wal|-shm|-journal)?"
    )
    copies = [(path.name, name.fullmatch(path.name)) for path in sorted(file.parent.iterdir())]
    return tuple(EarlierCopy(copy, copy_ends(date.fromisoformat(day[1]))) for copy, day in copies if day is not None)


def remove_old_copies(file: Path, today: date) -> None:
    """Remove the copies that have been kept for long enough: they hold what was erased since."""
    for copy in earlier_copies(file):
        if copy.goes_on <= today:
            file.with_name(copy.name).unlink(missing_ok=True)


def free_name(file: Path, what: str, day: date) -> Path:
    """A name beside the file that no file has yet, made of its own, of what it is and of the day."""
    name = f"{file.stem}-{what}-{day.isoformat()}"
    free, number = file.with_name(f"{name}{file.suffix}"), 1
    while free.exists():
        number += 1
        free = file.with_name(f"{name}-{number}{file.suffix}")
    return free


def write_whole(source: sqlite3.Connection, copy: Path) -> None:
    """Write all that the database holds, page by page, into a file for this account alone; it is there whole or not.

    Raises:
        OSError, sqlite3.Error: it cannot be written.
    """
    unfinished = copy.with_name(f"{copy.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
            # One file that opens by itself, also where nothing may be written beside it.
            target.execute("PRAGMA journal_mode=DELETE").close()
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.rename(copy)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            unfinished.unlink()
        raise
