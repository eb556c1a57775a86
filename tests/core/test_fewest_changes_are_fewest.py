"""No combination of steps, tried one by one through the whole path, changes the verdict in fewer."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import product

from builders import at_level
from hypothesis import given
from random_banks import answered_banks

from detector.core.answers import AnswerSheet, counted_level
from detector.core.bank import Bank
from detector.core.gates import gate_results
from detector.core.robustness.fewest_changes import FewestChanges
from detector.core.robustness.robustness import robustness
from detector.core.scoring import combine, score_dimensions
from detector.core.verdict.bands import rank
from detector.core.verdict.verdict import decide


def verdict_of(bank: Bank, sheet: AnswerSheet) -> str:
    """The verdict by the whole path."""
    dimensions = score_dimensions(bank, sheet)
    verdict = decide(bank, combine("overall", dimensions), dimensions, gate_results(bank, sheet)).id
    assert verdict is not None
    return verdict


def steps_of(bank: Bank, sheet: AnswerSheet) -> tuple[FewestChanges | None, FewestChanges | None]:
    """The fewest steps up and down."""
    firmness = robustness(bank, sheet, score_dimensions(bank, sheet), gate_results(bank, sheet), random_weights=0)
    return firmness.up, firmness.down


def known_levels(bank: Bank, sheet: AnswerSheet) -> dict[str, int]:
    """What each question that carries a level counts as."""
    levels = {key: counted_level(bank, answer) for key, answer in sheet.answers.items()}
    return {key: level for key, level in levels.items() if level is not None}


def with_levels(sheet: AnswerSheet, levels: Iterable[tuple[str, int]]) -> AnswerSheet:
    """The sheet with some questions at other levels, with the evidence they need."""
    return replace(sheet, answers={**sheet.answers, **{key: at_level(level, 3) for key, level in levels}})


def fewest_by_trying_all(
    bank: Bank, sheet: AnswerSheet, levels_to_try: Callable[[int], range], changed: Callable[[int], bool]
) -> int | None:
    """The fewest steps that change the verdict's rank as wished, found by trying every combination."""
    known = known_levels(bank, sheet)
    tries = product(*(levels_to_try(level) for level in known.values()))
    distances = sorted(
        (sum(abs(a - b) for a, b in zip(levels, known.values(), strict=True)), levels) for levels in tries
    )
    for distance, levels in distances:
        moved = with_levels(sheet, zip(known, levels, strict=True))
        if changed(rank(bank, verdict_of(bank, moved))):
            return distance
    return None


def check_steps(bank: Bank, sheet: AnswerSheet, found: FewestChanges | None, fewest: int | None) -> None:
    """Checks that the steps are as few as can be, start from what is answered, and lead where they say."""
    assert (found and found.count) == fewest
    if found is not None:
        known = known_levels(bank, sheet)
        assert sum(abs(step.to_level - step.from_level) for step in found.steps) == found.count
        assert [step.from_level for step in found.steps] == [known[step.question_id] for step in found.steps]
        assert len({step.question_id for step in found.steps}) == len(found.steps)
        moved = with_levels(sheet, ((step.question_id, step.to_level) for step in found.steps))
        assert verdict_of(bank, moved) == found.verdict


@given(answered_banks())
def test_no_combination_lifts_the_verdict_in_fewer_steps(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    here = rank(bank, verdict_of(bank, sheet))

    up, _ = steps_of(bank, sheet)

    fewest = fewest_by_trying_all(bank, sheet, lambda level: range(level, 4), lambda there: there > here)
    check_steps(bank, sheet, up, fewest)


@given(answered_banks())
def test_no_combination_drops_the_verdict_in_fewer_steps(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    here = rank(bank, verdict_of(bank, sheet))

    _, down = steps_of(bank, sheet)

    fewest = fewest_by_trying_all(bank, sheet, lambda level: range(level + 1), lambda there: there < here)
    check_steps(bank, sheet, down, fewest)
