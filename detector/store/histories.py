"""The histories of the assessments: read, held to their chains, and what is erased from them."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from detector.core.history import Head
from detector.store import revision_log
from detector.store.engine import PATIENCE_SECONDS, reading, write_back
from detector.store.error_messages import in_plain_words
from detector.store.heads import Found, find_head, head_of
from detector.store.history_erasing import erase_name, erase_value
from detector.store.revisions import Revision
from detector.store.verify import Verified, verify


class Histories:
    """The `histories` of an open store. Every call may raise StoreError. Safe to share between threads."""

    def __init__(self, engine: Engine, place: str) -> None:
        """Use the `histories` of an open store."""
        self._engine, self._place, self._reader = engine, place, reading(engine)

    def of(self, key: str) -> tuple[Revision, ...]:
        """Every change of the assessment, the first one first.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with self._reading() as connection:
            revision_log.row_of(connection, key)
            return revision_log.whole_history(connection, key)

    def head(self, key: str, changes: int | None = None) -> Head:
        """The head of the assessment's history as it is now, or as it was after so many changes.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with self._reading() as connection:
            return head_of(connection, revision_log.row_of(connection, key), changes)

    def verify(self, key: str | None = None) -> Verified:
        """Whether the history of one assessment, or of all, is whole, and what is wrong with it."""
        with self._reading() as connection:
            return verify(connection, key)

    def find(self, printed: str) -> tuple[Found, ...]:
        """Every place in a history that the head of a document belongs to; the letters it prints are enough."""
        with self._reading() as connection:
            return find_head(connection, printed)

    def erase_value(self, key: str, number: int, by: str = "") -> None:
        """Erase what change `number` made of its item for good; that it was made, when and by whom stays.

        Raises:
            StoreError: there is no such change, it was erased before, or its value stands now.
            UnknownAssessment: there is none with that key.
        """
        with self._erasing() as connection:
            erase_value(connection, revision_log.row_of(connection, key, held=True), number, by)

    def erase_name(self, name: str, by: str = "") -> bool:
        """Erase a person's name from every change for good, and whether anybody had it; what they changed stays."""
        with self._erasing() as connection:
            return erase_name(connection, name, by) > 0

    @contextmanager
    def _reading(self) -> Generator[Connection]:
        with in_plain_words(self._place), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _erasing(self) -> Generator[Connection]:
        """A transaction, after which what it deleted is not left in the log of the file either."""
        with in_plain_words(self._place):
            with self._engine.begin() as connection:
                yield connection
            write_back(self._engine, wait=PATIENCE_SECONDS)
