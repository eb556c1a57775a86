"""Restoring into a PostgreSQL database, which must hold no assessment; the program may run meanwhile."""

from sqlalchemy import Connection, text

from detector.core.errors import StoreError
from detector.store.backups.contents import holds_assessments
from detector.store.backups.into_file import Done, Fill
from detector.store.engine import make_engine, reading
from detector.store.error_messages import in_plain_words
from detector.store.location import in_words, parse_url
from detector.store.opening import open_store
from detector.store.tables import metadata


def restore_into_server(url: str, fill: Fill[Done]) -> Done:
    """What `fill` says of the tables it filled, all or nothing; nobody else reads or writes in them meanwhile.

    Raises:
        StoreError: it holds assessments already, or it cannot be used.
    """
    parsed = parse_url(url)
    place = in_words(parsed)
    engine = make_engine(parsed)
    try:
        with in_plain_words(place), reading(engine).connect() as connection:
            # Opening the store brings its tables up to date.
            _refuse_assessments(connection, place)
        open_store(url).close()
        with engine.begin() as connection:
            connection.execute(text(f"LOCK TABLE {', '.join(metadata.tables)} IN ACCESS EXCLUSIVE MODE"))
            _refuse_assessments(connection, place)
            return fill(connection, connection)
    finally:
        engine.dispose()


def _refuse_assessments(connection: Connection, place: str) -> None:
    if holds_assessments(connection):
        raise StoreError(
            f"{place}: It holds assessments already, and a backup goes into an empty PostgreSQL database. Ask whoever "
            "runs it for a new one, name that in DETECTOR_DATABASE_URL, and restore into it. Nothing was changed."
        )
