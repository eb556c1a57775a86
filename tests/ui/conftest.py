import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ui.pages import Desk

from detector.store import Store, open_store
from detector.store.location import FILE_NAME, sqlite_url
from detector.ui import state


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store of this test's pages, opened beside them."""
    monkeypatch.setenv("DETECTOR_DATA_DIR", str(tmp_path))
    # A page that runs takes the main module's place, and a later test may start processes from it.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    state.store.clear()
    opened = open_store(sqlite_url(tmp_path / FILE_NAME))
    yield opened
    opened.close()
    state.store.clear()


@pytest.fixture
def desk(store: Store) -> Desk:
    """A place at which pages are opened, each as in a browser of its own."""
    return Desk(store)
