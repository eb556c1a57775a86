"""The four stages of the roadmap, and where this service stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.bank.guidance import StageTest
from detector.core.conditions import Scores, truth


@dataclass(frozen=True)
class StageTestResult:
    """An exit test: true, false, or None where it is not known or for people to judge (`is_for_people`)."""

    test_id: str
    passed: bool | None
    is_for_people: bool


@dataclass(frozen=True)
class StageProgress:
    """One stage with its exit tests; `is_current` marks the first that the answers do not show to be finished.

    A test for people does not hold a stage back, because no answer can pass it; but a stage with no other tests can
    never be shown to be finished. The last stage is current where all before it are finished.
    """

    stage_id: str
    tests: tuple[StageTestResult, ...]
    is_current: bool


def stage_progress(bank: Bank, sheet: AnswerSheet, scores: Scores) -> tuple[StageProgress, ...]:
    """Every stage in the bank's order, exactly one of them current; nothing where the bank has no exit tests."""
    if not bank.stage_tests:
        return ()
    stages = [
        StageProgress(stage.id, _results(bank, stage.id, sheet, scores), is_current=False) for stage in bank.stages
    ]
    current = next((each.stage_id for each in stages if not _is_finished(each.tests)), stages[-1].stage_id)
    return tuple(replace(each, is_current=each.stage_id == current) for each in stages)


def _results(bank: Bank, stage_id: str, sheet: AnswerSheet, scores: Scores) -> tuple[StageTestResult, ...]:
    return tuple(_result(bank, test, sheet, scores) for test in bank.stage_tests if test.stage == stage_id)


def _result(bank: Bank, test: StageTest, sheet: AnswerSheet, scores: Scores) -> StageTestResult:
    if test.when is None:
        return StageTestResult(test.id, passed=None, is_for_people=True)
    return StageTestResult(test.id, passed=truth(bank, test.when, sheet, scores), is_for_people=False)


def _is_finished(tests: Sequence[StageTestResult]) -> bool:
    decided = [test.passed for test in tests if not test.is_for_people]
    return all(decided) and (bool(decided) or not tests)
