from collections.abc import Iterator
from pathlib import Path

import pytest
from phone.rooms import Hall, hall


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Hall]:
    """A workshop under way, behind the phone pages."""
    with hall(tmp_path) as opened:
        yield opened
