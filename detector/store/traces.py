"""Looking for traces of what was erased: in SQLite's file and journal, or as far as a PostgreSQL database tells."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select

from detector.core.receipts import Finding, Look
from detector.store.byte_search import found_in
from detector.store.engine import reading, write_back
from detector.store.erasing import Traces
from detector.store.tables import metadata
from detector.store.vacuum import vacuum

PATIENCE_SECONDS = 1.0


def look_for(engine: Engine, place: str, wanted: Sequence[Traces]) -> list[Look]:
    """What is found of each now; the journal is emptied before, so far as nobody holds it up."""
    if engine.dialect.name == "sqlite":
        return _in_files(engine, Path(place), wanted)
    return _on_server(engine, len(wanted))


def _in_files(engine: Engine, file: Path, wanted: Sequence[Traces]) -> list[Look]:
    is_empty = write_back(engine, wait=PATIENCE_SECONDS)
    found, elsewhere = _searched(engine, file, wanted)
    if is_empty and found:
        # SQLite overwrites what is deleted, but may leave a copy where it moved rows about: write the file anew.
        is_empty = _written_anew(engine)
        found, elsewhere = _searched(engine, file, wanted)
    now = datetime.now(UTC)
    return [_look(each, found, elsewhere, now, is_empty=is_empty) for each in wanted]


def _look(
    traces: Traces, found: frozenset[bytes], elsewhere: frozenset[bytes], now: datetime, *, is_empty: bool
) -> Look:
    left = len(traces.pieces & found)
    finding = Finding.HELD_UP if not is_empty else Finding.FOUND if left else Finding.CHECKED
    if is_empty and not traces.pieces:
        finding = Finding.EMPTIED
    return Look(finding, now, len(traces.pieces), left, len(traces.pieces & elsewhere))


def _searched(engine: Engine, file: Path, wanted: Sequence[Traces]) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """The pieces found in the files that nothing kept accounts for, and those that something kept does."""
    pieces = frozenset(piece for traces in wanted for piece in traces.pieces)
    found = found_in(_journal(file), pieces) | found_in(_every_page(engine), pieces)
    elsewhere = found_in(_everything_kept(engine), found) if found else frozenset[bytes]()
    return found - elsewhere, elsewhere


def _journal(file: Path) -> bytes:
    try:
        return file.with_name(f"{file.name}-wal").read_bytes()
    except FileNotFoundError:
        return b""


def _every_page(engine: Engine) -> bytes:
    """The file as it lies on the disk, with its unused pages, read through SQLite.

    A process that opens and closes the file beside SQLite takes away SQLite's locks, and others may then damage it.
    """
    connection = engine.raw_connection()
    try:
        driver = connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            raise TypeError(driver)
        return driver.serialize()
    finally:
        connection.close()


def _everything_kept(engine: Engine) -> bytes:
    """Every text in every row and in what the tables are made of, one after the other."""
    with reading(engine).connect() as connection:
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_master").all()
        rows = [row for table in metadata.tables.values() for row in connection.execute(select(table))]
    return "\n".join(value for row in (*made, *rows) for value in row if isinstance(value, str)).encode()


def _written_anew(engine: Engine) -> bool:
    """Write the file anew, where there is room for that; whether the journal is empty afterwards."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM")
    except sqlite3.OperationalError:
        connection.invalidate()
        return True
    finally:
        connection.close()
    return write_back(engine, wait=PATIENCE_SECONDS)


def _on_server(engine: Engine, count: int) -> list[Look]:
    cleaned = vacuum(engine)
    finding = Finding.HELD_UP if cleaned.is_held_up else Finding.ON_SERVER
    return [Look(finding, datetime.now(UTC), vacuumed=cleaned.is_done)] * count
