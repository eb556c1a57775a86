"""Two people at one assessment, without a page and without a browser."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from store.store_builders import BANK, EMPTY, checked_sheet

from detector.core.answers import AnswerSheet, Item, ItemValue, value_in
from detector.editing import (
    Editor,
    OpenAssessment,
    Settled,
    keep_mine,
    keep_theirs,
    open_stored,
    refresh,
    settle,
    undo,
)
from detector.store import Revision, Store, open_store
from detector.store.location import sqlite_url


@dataclass
class Person:
    """Somebody at a browser of their own; each step begins, like a run of a page, with a look at the store."""

    editor: Editor
    opened: OpenAssessment

    def shows(self, item: Item, draft: ItemValue) -> Settled:
        """What becomes of a page that shows this for the item."""
        self._look()
        return settle(self.editor, self.opened, item, draft)

    def sees(self, item: Item) -> ItemValue:
        """What the page shows from what was recorded; it settles that as pages do."""
        self._look()
        value = value_in(self.opened.stored.sheet, item)
        settle(self.editor, self.opened, item, value)
        return value

    def keeps_theirs(self, item: Item) -> None:
        self._look()
        keep_theirs(self.editor, self.opened, item)

    def keeps_mine(self, item: Item) -> None:
        self._look()
        keep_mine(self.editor, self.opened, item)

    def undoes(self, change: Revision) -> None:
        self._look()
        undo(self.editor, self.opened, change)

    def _look(self) -> None:
        refresh(self.editor.store, self.opened)


@dataclass(frozen=True)
class Workshop:
    """A store with one assessment on which people work."""

    store: Store
    key: str

    def person(self, name: str = "") -> Person:
        return Person(Editor(BANK, self.store, name), open_stored(self.store, self.key))

    def kept(self, item: Item) -> ItemValue:
        """What is kept for an item now."""
        return value_in(self.store.load(self.key).sheet, item)

    def history(self, item: Item) -> list[ItemValue]:
        """Every value that the item ever had, the first one first."""
        return [change.value for change in self.store.history(self.key, item)]


def room_with(store: Store, sheet: AnswerSheet = EMPTY) -> Workshop:
    """A new assessment in a store."""
    return Workshop(store, store.create(checked_sheet(sheet)))


@contextmanager
def store_in(folder: Path) -> Generator[Store]:
    """A store in a folder of its own."""
    opened = open_store(sqlite_url(folder / "detector.sqlite3"))
    yield opened
    opened.close()
