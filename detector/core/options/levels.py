"""The level of each model on each criterion, as the answers move it."""

from collections.abc import Iterable, Sequence

from detector.core.answers import AnswerSheet
from detector.core.bank import TOP_LEVEL, Bank
from detector.core.bank.appraisal import AppraisedCell, Shift
from detector.core.conditions import Scores, triggers, truth
from detector.core.options.results import AppraisedLevel, Levels, ShiftFound

KEYS = ("level", "low", "high")


def appraised_levels(bank: Bank, sheet: AnswerSheet, scores: Scores) -> dict[str, tuple[AppraisedLevel, ...]]:
    """Each appraised model's levels by its id, in the order of the criteria. An unknown answer moves nothing."""
    holding = [shift for shift in bank.shifts if truth(bank, shift.when, sheet, scores)]
    said = {id(shift): _found(bank, shift, sheet, scores) for shift in holding}
    order = [criterion.id for criterion in bank.appraisal_criteria]
    found: dict[str, tuple[AppraisedLevel, ...]] = {}
    for each in bank.appraisal:
        cells = {cell.criterion: cell for cell in each.cells}
        moved: list[AppraisedLevel] = []
        for criterion in order:
            shifts = [one for one in holding if one.criterion == criterion and each.model in one.models]
            levels = moved_levels(cells[criterion], shifts)
            moved.append(AppraisedLevel(criterion, levels, tuple(said[id(one)] for one in shifts)))
        found[each.model] = tuple(moved)
    return found


def moved_levels(cell: AppraisedCell, shifts: Sequence[Shift]) -> Levels:
    """The cell's levels after these shifts: sets before adds, each in order, and then low <= level <= high in 0 to 3.

    A level that was set or moved takes its ends with it. Where only an end was, the level follows that end.
    """
    values = {"level": cell.level, "low": cell.low, "high": cell.high}
    touched: set[str] = set()
    for key, amount in _sets(shifts):
        values[key] = amount
        touched.add(key)
    for key, amount in _adds(shifts):
        values[key] += amount
        touched.add(key)
    level, low, high = (min(max(values[key], 0), TOP_LEVEL) for key in KEYS)
    if "level" not in touched:
        level = min(max(level, low), high)
    return Levels(level, min(low, level), max(high, level))


def _sets(shifts: Iterable[Shift]) -> Iterable[tuple[str, int]]:
    for shift in shifts:
        if shift.set is not None:
            yield from _given(shift.set.level, shift.set.low, shift.set.high)


def _adds(shifts: Iterable[Shift]) -> Iterable[tuple[str, int]]:
    for shift in shifts:
        if shift.add is not None:
            yield from _given(shift.add.level, shift.add.low, shift.add.high)


def _given(level: int | None, low: int | None, high: int | None) -> Iterable[tuple[str, int]]:
    yield from ((key, amount) for key, amount in zip(KEYS, (level, low, high), strict=True) if amount is not None)


def _found(bank: Bank, shift: Shift, sheet: AnswerSheet, scores: Scores) -> ShiftFound:
    return ShiftFound(shift.because, triggers(bank, shift.when, sheet, scores), shift.sources)
