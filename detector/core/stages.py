"""The four stages of the roadmap, and where this service stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StageTestResult:
    """An exit test: true, false, or None where it is not known or for people to judge (`is_for_people`)."""

    test_id: str
    passed: bool | None
    is_for_people: bool


@dataclass(frozen=True)
class StageStanding:
    """One stage with its exit tests; `is_current` marks the first whose tests are not all passed."""

    stage_id: str
    tests: tuple[StageTestResult, ...]
    is_current: bool
