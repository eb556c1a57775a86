"""Stories told in YAML: what somebody answered, and what the product then says. README.md explains the keys."""

from pathlib import Path

import pytest
from scenarios.scenario import outcome, read_scenario
from strategies import real_bank

from detector.core.assessment import assess

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_scenario(file: Path) -> None:
    scenario = read_scenario(file)
    sheet = scenario.sheet(real_bank())

    found = assess(real_bank(), sheet, weightings=0)

    assert outcome(found, scenario.expect) == scenario.expect.stated()
