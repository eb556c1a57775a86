"""Where assessments are kept: the settings that say so, and the place in words without its password."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from detector.core.errors import StoreError
from detector.core.text import is_keepable, keepable

APP_NAME = "Mutual Business Detector"
FILE_NAME = "detector.sqlite3"
_HOW_TO_WRITE = (
    "Set DETECTOR_DATABASE_URL to sqlite:////folder/file.sqlite3 or postgresql://user:password@host/database, "
    "or leave it out to keep assessments on this computer. Nothing was opened or changed."
)


def sqlite_url(file: Path) -> str:
    """The database URL of an SQLite file."""
    return URL.create("sqlite", database=str(file)).render_as_string()


def file_uri(file: PurePath) -> str:
    """The absolute path of a file as SQLite takes it with options, also on a Windows drive or network share."""
    path = file.as_posix()
    return "file://" + quote(os.fsencode(path if path.startswith("/") else f"/{path}"), safe="/:")


def _file_in_data_dir(known: dict[str, object]) -> str:
    """The URL of the file that is used when no database is named."""
    folder = str(known["data_dir"])
    if not is_keepable(folder):
        raise StoreError(
            f"The name of the folder for assessments is not in UTF-8: {keepable(folder)}. Rename the folder, or name "
            "another one in DETECTOR_DATA_DIR. Nothing was opened or changed."
        )
    return sqlite_url(Path(folder) / FILE_NAME)


class StoreSettings(BaseSettings):
    """Where assessments are kept, from environment variables that start with DETECTOR_.

    `data_dir` is a folder on this computer; `database_url` is a file in it unless it names a database itself.
    """

    model_config = SettingsConfigDict(env_prefix="DETECTOR_", env_ignore_empty=True, frozen=True, extra="ignore")

    data_dir: Path = Field(default_factory=lambda: user_data_path(APP_NAME, appauthor=False))
    database_url: str = Field(default_factory=_file_in_data_dir, repr=False)


def parse_url(text: str) -> URL:
    """The database URL, with the driver this product uses.

    Raises:
        StoreError: it is not one that can be used; the message never repeats it, for it may hold a password.
    """
    if not is_keepable(text):
        raise StoreError(f"The database address is not in UTF-8. {_HOW_TO_WRITE}")
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        raise StoreError(f"The database address cannot be read. {_HOW_TO_WRITE}") from None
    match url.get_backend_name():
        case "sqlite":
            return _sqlite(url)
        case "postgresql" | "postgres":
            return _postgresql(url)
        case _:
            raise StoreError(f"The database address names a kind of database that is not known. {_HOW_TO_WRITE}")


def _sqlite(url: URL) -> URL:
    if not url.database or ":memory:" in url.database or url.query:
        raise StoreError(f"The database address names no file. {_HOW_TO_WRITE}")
    file = Path(url.database).expanduser().absolute()
    return URL.create("sqlite", database=str(file))


def _postgresql(url: URL) -> URL:
    if "@" in (url.host or ""):
        raise StoreError(
            "The database address has more than one @. In a password write @ as %40, : as %3A and / as %2F. "
            "Nothing was opened or changed."
        )
    if not url.database:
        raise StoreError(f"The database address names no database. {_HOW_TO_WRITE}")
    return url.set(drivername="postgresql+psycopg")


def in_words(url: URL) -> str:
    """Where the data lives, for people to read: a file's path, or a database and its computer, never a password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    host = url.host or "this computer"
    port = f":{url.port}" if url.port else ""
    return f"PostgreSQL database '{url.database}' on {host}{port}"
