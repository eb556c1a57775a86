"""The assessments: creating, reading, saving one item at a time, undoing and deleting."""

import re
import secrets
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, RowMapping

from detector.core.answers import AnswerSheet, CheckedChange, CheckedSheet, Item, ItemKind
from detector.core.receipts import Receipt
from detector.store import revision_log
from detector.store.bin import Bin
from detector.store.duplicates import begun_as
from detector.store.engine import let_go, reading, write_back
from detector.store.eraser import Eraser
from detector.store.error_messages import in_plain_words
from detector.store.histories import Histories
from detector.store.kept_results import Said, Telling, keep_result, results_of
from detector.store.listing import listings
from detector.store.retention import Retention
from detector.store.revisions import Edit, Listing, Revision, Stored, UnknownAssessment
from detector.store.saving import Change, begin, save_each, undo_one
from detector.store.workshops import Workshops

_KEY = re.compile(r"[A-Za-z0-9_-]{22}")


class Store:
    """Where assessments are kept. What it has acknowledged is on the disk; a failed call has written nothing.

    Revisions are only ever added. The one way to remove them is `delete`, with their whole assessment; the database
    itself refuses anything else. Safe to share between threads. Every call but `close` may raise StoreError, and of an
    assessment in the bin AssessmentInBin.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        """Use `open_store`, which prepares the database first."""
        self.place = place
        self._engine = engine
        self._reader = reading(engine)
        self.histories = Histories(engine, place)
        self.bin, self.eraser = Bin(engine, place), Eraser(engine, place)
        self.workshops = Workshops(engine, place)
        self.retention = Retention(engine, place, self.workshops, self.eraser)

    def create(self, sheet: CheckedSheet, by: str = "", telling: Telling | None = None) -> str:
        """The key of a new assessment that holds this sheet; nobody can guess it. `telling`: see `save_all`."""
        key = secrets.token_urlsafe(16)
        changes = [Change(checked, by) for checked in sheet.changes]
        with in_plain_words(self.place), self._engine.begin() as connection:
            begin(connection, key, sheet.bank_version, changes)
            if telling is not None:
                keep_result(connection, key, telling)
        return key

    def load(self, key: str) -> Stored:
        """The assessment as it is kept now.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with self._reading(key) as connection:
            row = revision_log.row_of(connection, key)
            latest = revision_log.latest_of_each(connection, key)
        return revision_log.stored(row, latest)

    def revision(self, key: str) -> int:
        """The number of the assessment's latest change, 0 when it was created empty and never changed.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with self._reading(key) as connection:
            number: int = revision_log.row_of(connection, key)["latest"]
        return number

    def recent(self, limit: int = 20) -> tuple[Listing, ...]:
        """The assessments changed last, the latest first."""
        with in_plain_words(self.place), self._reader.connect() as connection:
            return listings(connection, limit)

    def begun_as(self, sheet: AnswerSheet, *, still_so: bool = False) -> tuple[str, ...]:
        """The keys of all created with exactly this sheet, the one changed last first; `still_so`: never changed."""
        with in_plain_words(self.place), self._reader.connect() as connection:
            return begun_as(connection, sheet, still_so=still_so)

    def save(
        self, key: str, change: CheckedChange, seen: int, by: str = "", telling: Telling | None = None
    ) -> Revision:
        """The change as kept; the change already there when the value is the same.

        Args:
            key: the assessment's key.
            change: what is changed, and to what.
            seen: the number of the item's latest change that the editor saw, 0 for none.
            by: who makes the change, as typed; "" when unknown.
            telling: what works out what the result says now, to be kept with the change.

        Raises:
            EditConflict: somebody changed the item in the meantime; nothing was written.
            OtherBank: it was checked against another bank than the assessment's; nothing was written.
            UnknownAssessment: there is none with that key.
        """
        return self.save_all(key, [Edit(change, seen)], by, telling)[0]

    def save_all(
        self, key: str, edits: Sequence[Edit], by: str = "", telling: Telling | None = None
    ) -> tuple[Revision, ...]:
        """Each change as kept, in order: either all of them are, or none.

        With `telling`, what the result says after the last of them is kept with it, in the same transaction.

        Raises:
            EditConflict: somebody changed one of the items in the meantime; nothing was written.
            OtherBank: one was checked against another bank than the assessment's; nothing was written.
            UnknownAssessment: there is none with that key.
        """
        with self._changing(key) as (connection, row):
            saved = save_each(connection, row, edits, by)
            _keep_if_new(connection, row, telling)
            return saved

    def last_change(self, key: str, kind: ItemKind | None = None) -> Revision | None:
        """The latest change, or the latest of a kind, that can be undone; what it was created with stays.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with self._reading(key) as connection:
            number = revision_log.newest_undoable(connection, revision_log.row_of(connection, key), kind)
            change = None if number is None else revision_log.numbered(connection, key, number)
            return None if change is None or change.before_erased else change

    def undo(
        self, key: str, number: int, back: CheckedChange, by: str = "", telling: Telling | None = None
    ) -> Revision:
        """The new change that puts back what was there before change `number`, or the one that already did.

        `back` is what was there before, checked: an older version may have kept what nobody could record today.

        Raises:
            EditConflict: the item was changed again since; nothing was written.
            OtherBank: it was checked against another bank than the assessment's; nothing was written.
            StoreError: there is no such change, it is not one that can be undone, or `back` is not what was there.
            UnknownAssessment: there is none with that key.
        """
        with self._changing(key) as (connection, row):
            undone = undo_one(connection, row, number, back, by)
            _keep_if_new(connection, row, telling)
            return undone

    def history(self, key: str, item: Item) -> tuple[Revision, ...]:
        """Every change of the item, the first one first.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with self._reading(key) as connection:
            revision_log.row_of(connection, key)
            return revision_log.history_of(connection, key, item)

    def results(self, key: str) -> tuple[Said, ...]:
        """What the result said after each change since results are kept, the first one first.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        with self._reading(key) as connection:
            revision_log.row_of(connection, key)
            return results_of(connection, key)

    def delete(self, key: str, by: str = "") -> Receipt:
        """Erase the assessment and all its changes for good, in the bin or not, its workshops before it.

        Raises:
            UnknownAssessment: there is none with that key.
        """
        _check_key(key)
        return self.eraser.assessment(key, by)

    def write_back(self) -> None:
        """Move what SQLite keeps in its log into the file itself, so far as nobody is held up by it."""
        with in_plain_words(self.place):
            write_back(self._engine, wait=0)

    def close(self) -> None:
        """Let go of the database, an SQLite file whole without its log; a later call opens it again."""
        self.workshops.close()
        let_go(self._engine)

    @contextmanager
    def _reading(self, key: str) -> Generator[Connection]:
        _check_key(key)
        with in_plain_words(self.place), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _changing(self, key: str) -> Generator[tuple[Connection, RowMapping]]:
        _check_key(key)
        with in_plain_words(self.place), self._engine.begin() as connection:
            yield connection, revision_log.row_of(connection, key, held=True)


def _keep_if_new(connection: Connection, before: RowMapping, telling: Telling | None) -> None:
    """Keep what the result says where there is a change since that row of the assessment was read."""
    if telling is not None and revision_log.row_of(connection, before["key"])["latest"] != before["latest"]:
        keep_result(connection, before["key"], telling)


def _check_key(key: str) -> None:
    if not _KEY.fullmatch(key):
        raise UnknownAssessment
