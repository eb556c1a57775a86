from collections.abc import Iterator

import pytest
from editing.editors import Workshop, room_with, store_in

from detector.store import Store


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all: each test works on an assessment of its own."""
    with store_in(tmp_path_factory.mktemp("editing")) as opened:
        yield opened


@pytest.fixture
def room(store: Store) -> Workshop:
    """An empty assessment."""
    return room_with(store)
