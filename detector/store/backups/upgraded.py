"""A backup as this version of the program would have written it, whichever version did."""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from detector.core.errors import StoreError
from detector.store.backups.files import changed, opened
from detector.store.location import file_uri
from detector.store.safety_copy import write_whole
from detector.store.schema_version import newest_version, refuse_strangers, upgrade


@contextmanager
def up_to_date(file: Path) -> Generator[tuple[Connection, str]]:
    """A connection to what the file holds, in today's tables, and the version of the file's own.

    The file is never changed: where its tables are an earlier version's, a copy of it is brought up to date.

    Raises:
        StoreError: it is not there, is damaged, is no backup of this program or is a newer version's.
    """
    with opened(file) as connection:
        version = refuse_strangers(connection, str(file))
        if version is None:
            raise StoreError(
                f"{file}: It holds no assessments of this program. Take another backup. Nothing was changed."
            )
        if version == newest_version():
            yield connection, version
            return
    # Only this account may look into such a folder.
    with TemporaryDirectory(prefix="detector-") as folder:
        upgraded = Path(folder) / "upgraded.sqlite3"
        with closing(sqlite3.connect(f"{file_uri(file.absolute())}?mode=ro", uri=True)) as source:
            write_whole(source, upgraded)
        with changed(upgraded) as connection:
            upgrade(connection, str(file))
        with opened(upgraded) as connection:
            yield connection, version
