"""Stories told in YAML: what somebody answered, and what the product then says. README.md explains the keys."""

from pathlib import Path

import pytest
from pydantic import ValidationError
from scenarios.scenario import Scenario, outcome, read_scenario
from strategies import real_bank

from detector.core.assessment import assess

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_scenario(file: Path) -> None:
    scenario = read_scenario(file)
    sheet = scenario.sheet(real_bank())

    found = assess(real_bank(), sheet)

    assert outcome(found, scenario.expect) == scenario.expect.stated()


def test_a_key_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError, match="verdikt"):
        Scenario.model_validate({"title": "A typing mistake", "expect": {"verdikt": "strong"}})
