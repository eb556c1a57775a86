"""What the options appraisal must say: levels that fit, a reason for each, and rules that leave staying in house."""

from collections.abc import Iterator

from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.appraisal import AppraisedModel, Shift
from detector.core.errors import Problem
from detector.core.marked_entries import model_of_staying

NEITHER = "this is stated without a source."
MARK = "Add 'sources', or mark it 'judgement: true'."


def appraisal_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """Missing lines and cells, levels out of order, reasons without source or mark, and a rule against staying."""
    yield from _lines(bank)
    for at, each in enumerate(bank.appraisal):
        yield from _cells(bank, each, ("appraisal", at))
    yield from _not_appraised(bank)
    for at, shift in enumerate(bank.shifts):
        yield from _shift(shift, ("shifts", at))
    yield from _exclusions(bank)
    for at, note in enumerate(bank.notes):
        if not (note.sources or note.judgement):
            yield Problem(("notes", at), NEITHER, MARK)


def _lines(bank: Bank) -> Iterator[Problem[Path]]:
    rules = bank.appraisal_rules
    if rules is None:
        if bank.appraisal:
            remedy = "Write 'appraisal_rules:' with 'clear_from', 'ahead_from', 'must_value' and 'fewest_wins'."
            yield Problem(("appraisal",), "the models are appraised, and no lines say what is clear.", remedy)
    elif rules.ahead_from > rules.clear_from:
        fault = f"'ahead_from' is {rules.ahead_from:g}, more than 'clear_from', {rules.clear_from:g}."
        yield Problem(("appraisal_rules", "ahead_from"), fault, "Make it smaller.")


def _cells(bank: Bank, appraised: AppraisedModel, path: Path) -> Iterator[Problem[Path]]:
    seen: set[str] = set()
    for number, cell in enumerate(appraised.cells):
        where = (*path, "cells", number)
        if cell.criterion in seen:
            yield Problem(where, "another cell has this criterion too.", "Keep one of them.")
        seen.add(cell.criterion)
        if not cell.low <= cell.level <= cell.high:
            fault = f"the levels are {cell.low}, {cell.level} and {cell.high} from low to high."
            yield Problem(where, fault, "Let 'level' lie between 'low' and 'high'.")
        if not (cell.sources or cell.judgement):
            yield Problem(where, NEITHER, MARK)
    known = {criterion.id for criterion in bank.appraisal_criteria}
    missing = [criterion.id for criterion in bank.appraisal_criteria if criterion.id not in seen]
    # A cell on the wrong criterion is most likely the missing one.
    if len(missing) > len(appraised.cells) - len(seen & known):
        for criterion in missing:
            remedy = "Add a cell, so that all models are compared on the same criteria."
            yield Problem(path, f"no cell says what level it has on '{criterion}'.", remedy)


def _not_appraised(bank: Bank) -> Iterator[Problem[Path]]:
    appraised = {each.model for each in bank.appraisal}
    for at, model in enumerate(bank.models):
        if bank.appraisal and model.id not in appraised:
            yield Problem(("models", at), "nothing says how far this model goes on the criteria.", "Appraise it.")


def _shift(shift: Shift, path: Path) -> Iterator[Problem[Path]]:
    given = [each for each in (shift.set, shift.add) if each is not None]
    if not any(amount is not None for each in given for amount in (each.level, each.low, each.high)):
        remedy = "Write 'set' or 'add' with 'level', 'low' or 'high'."
        yield Problem(path, "this moves no level.", remedy)
    if not (shift.sources or shift.judgement):
        yield Problem(path, NEITHER, MARK)


def _exclusions(bank: Bank) -> Iterator[Problem[Path]]:
    staying = model_of_staying(bank)
    for at, rule in enumerate(bank.out_when):
        if staying is not None and staying.id in rule.models:
            fault = "staying in house is always one of the options, so no rule takes it out."
            yield Problem(("out_when", at, "models", rule.models.index(staying.id)), fault, "Take it away.")
        if not (rule.sources and rule.checked_on) and not rule.judgement:
            remedy = "Add 'sources' and 'checked_on', or mark it 'judgement: true'."
            yield Problem(("out_when", at), "this is stated without a source and a date.", remedy)
