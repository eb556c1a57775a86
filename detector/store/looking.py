"""A database or a backup as somebody looks at it who changes nothing: its assessments and their whole histories."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from detector.core.errors import StoreError
from detector.core.history import Head
from detector.store.backups.upgraded import up_to_date
from detector.store.engine import make_engine, reading
from detector.store.error_messages import in_plain_words
from detector.store.heads import head_of
from detector.store.kept_results import Said, results_of
from detector.store.listing import listings
from detector.store.location import in_words, parse_url
from detector.store.revision_log import whole_history
from detector.store.revisions import Listing, Revision
from detector.store.schema_version import newest_version, version_in
from detector.store.tables import assessments

_ALL = 1_000_000


@dataclass(frozen=True)
class WholeHistory:
    """Every change of an assessment, the first one first; those up to `created_with` are what it was created with.

    `results` are what the result said, after each change since that is kept.
    """

    changes: tuple[Revision, ...]
    created_with: int
    head: Head
    results: tuple[Said, ...] = ()


@contextmanager
def looked_at(url: str) -> Generator[Connection]:
    """A connection that sees one moment of the database at that URL, which may be in use, and changes nothing.

    Raises:
        StoreError: nothing is kept there, it cannot be read, or it is another program's or a newer version's.
    """
    parsed = parse_url(url)
    place = in_words(parsed)
    if parsed.get_backend_name() == "sqlite":
        with up_to_date(Path(place)) as (connection, _):
            yield connection
        return
    engine = make_engine(parsed)
    try:
        with in_plain_words(place), reading(engine).connect() as connection:
            if version_in(connection) != newest_version():
                raise StoreError(
                    f"{place}: Its tables are not those of this version. Start the app of this version once, then try "
                    "again. Nothing was changed."
                )
            yield connection
    finally:
        engine.dispose()


def all_listings(connection: Connection) -> tuple[Listing, ...]:
    """Every assessment, the one changed last first, after them those in the bin."""
    return (*listings(connection, _ALL), *listings(connection, _ALL, binned=True))


def history_of(connection: Connection, key: str) -> WholeHistory:
    """The whole history of an assessment, which must be there; in the bin it has one too."""
    row = connection.execute(select(assessments).where(assessments.c.key == key)).mappings().one()
    return WholeHistory(
        whole_history(connection, key), row["created_with"], head_of(connection, row), results_of(connection, key)
    )
