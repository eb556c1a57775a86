"""Having a PostgreSQL database clean the tables in which rows were erased."""

import re
from dataclasses import dataclass

from psycopg import Connection as PostgresConnection
from psycopg.errors import Diagnostic
from sqlalchemy import Engine

from detector.store.tables import metadata

_KEPT = re.compile(r"(\d+) are dead but not yet removable")


@dataclass(frozen=True)
class Cleaned:
    """What came of it: whether every table was seen to be cleaned, and whether somebody still sees erased rows."""

    is_done: bool
    is_held_up: bool


def vacuum(engine: Engine) -> Cleaned:
    """Have the database take erased rows out of its tables, so far as this user may and nobody reads them still.

    What it does says itself in its notices: a table of another owner is skipped with a warning, and rows that an open
    transaction still sees are counted.
    """
    said: list[tuple[str, str]] = []

    def note(notice: Diagnostic) -> None:
        # It is gone when this returns.
        said.append((notice.severity_nonlocalized or "", notice.message_primary or ""))

    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver = connection.connection.driver_connection
        if not isinstance(driver, PostgresConnection):
            raise TypeError(driver)
        driver.add_notice_handler(note)
        try:
            connection.exec_driver_sql(f"VACUUM (VERBOSE) {', '.join(metadata.tables)}")
        finally:
            driver.remove_notice_handler(note)
    kept = [int(count) for _, text in said for count in _KEPT.findall(text)]
    is_skipped = any(severity == "WARNING" for severity, _ in said)
    return Cleaned(not is_skipped and len(kept) >= len(metadata.tables), any(kept))
