"""The wheel and its installation, made once."""

from pathlib import Path

import pytest
from installed.installation import Installation, built_wheel, installed


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout."""
    return built_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """That wheel, installed."""
    return installed(wheel, tmp_path_factory.mktemp("installed"))
