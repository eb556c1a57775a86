"""Having a PostgreSQL database clean the tables in which rows were erased."""

import re
from dataclasses import dataclass

from psycopg import Connection as PostgresConnection
from psycopg.errors import Diagnostic
from sqlalchemy import Engine

_TABLES = ("remark", "vote", "person", "workshop", "revision", "assessment")
_KEPT = re.compile(r"(\d+) are dead but not yet removable")


@dataclass(frozen=True)
class Cleaned:
    """What came of it: whether every table was cleaned, and whether somebody still sees rows that were erased."""

    is_done: bool
    is_held_up: bool


def vacuum(engine: Engine) -> Cleaned:
    """Have the database take erased rows out of its tables, so far as this user may and nobody reads them still.

    What it does says itself in its notices: a table of another owner is skipped with a warning, and rows that an open
    transaction still sees are counted.
    """
    said: list[Diagnostic] = []
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver = connection.connection.driver_connection
        if not isinstance(driver, PostgresConnection):
            raise TypeError(driver)
        driver.add_notice_handler(said.append)
        try:
            connection.exec_driver_sql(f"VACUUM (VERBOSE) {', '.join(_TABLES)}")
        finally:
            driver.remove_notice_handler(said.append)
    is_skipped = any(each.severity_nonlocalized == "WARNING" for each in said)
    kept = [int(count) for each in said for count in _KEPT.findall(each.message_primary or "")]
    return Cleaned(not is_skipped, any(kept))
