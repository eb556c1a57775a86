"""The marks that say which entry plays a part of its own: none missing, none twice, none where it cannot be.

Where a bank marks nothing, its other rules stand for the mark; only where they leave it open is the mark missing.
"""

from collections.abc import Iterator, Sequence

from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.bank.guidance import FormLayer
from detector.core.errors import Problem
from detector.core.marked_entries import form_of_none_yet, model_of_staying
from detector.core.verdict.bands import bands_by_rank

NONE_YET, IN_HOUSE, COMPARE_FIRST, TOO_EARLY = "is_none_yet", "is_in_house", "compare_first", "too_early_for_form"


def flag_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """Every mark that is missing, given twice, or stands where it cannot be."""
    yield from _second("forms", NONE_YET, [form.is_none_yet for form in bank.forms])
    yield from _second("models", IN_HOUSE, [model.is_in_house for model in bank.models])
    yield from _second("models", COMPARE_FIRST, [model.compare_first for model in bank.models])
    yield from _misplaced(bank)
    yield from _too_early(bank)
    yield from _missing(bank)


def _second(key: str, flag: str, marks: Sequence[bool]) -> Iterator[Problem[Path]]:
    marked = [position for position, is_marked in enumerate(marks) if is_marked]
    for position in marked[1:]:
        yield Problem((key, position, flag), f"another {key[:-1]} has '{flag}' too.", "Keep one of them.")


def _misplaced(bank: Bank) -> Iterator[Problem[Path]]:
    for at, form in enumerate(bank.forms):
        if form.is_none_yet and form.layer is FormLayer.OVERLAY:
            fault = "an overlay sits on another form, so it cannot stand for setting up nothing."
            yield Problem(("forms", at, NONE_YET), fault, "Take it away.")
    for at, model in enumerate(bank.models):
        if model.is_in_house and model.is_mutual:
            yield Problem(("models", at, IN_HOUSE), "a service that stays in house is no mutual.", "Take one away.")
        if model.compare_first and not model.is_mutual:
            yield Problem(("models", at, COMPARE_FIRST), "this model is no mutual.", "Give it to a mutual.")


def _too_early(bank: Bank) -> Iterator[Problem[Path]]:
    worst_first = bands_by_rank(bank)
    marked = [band for band in worst_first if band.too_early_for_form]
    for band in worst_first[: worst_first.index(marked[-1])] if marked else ():
        if not band.too_early_for_form:
            fault = f"this verdict is worse than '{marked[-1].id}', which is too early for a legal form."
            yield Problem(("bands", bank.bands.index(band)), fault, f"Write '{TOO_EARLY}: true' here too.")
    if marked and len(marked) == len(bank.bands):
        fault = "every verdict is too early for a legal form, so none is ever advised."
        yield Problem(("bands",), fault, f"Take '{TOO_EARLY}' away from the best.")


def _missing(bank: Bank) -> Iterator[Problem[Path]]:
    is_marked = any(form.is_none_yet for form in bank.forms)
    if bank.forms and not is_marked and form_of_none_yet(bank) is None:
        fault = "no form is marked as setting up nothing yet, so nothing can say that it is too early for a form."
        yield Problem(("forms",), fault, f"Write '{NONE_YET}: true' in the form that means this, or add one.")
    if bank.models and model_of_staying(bank) is None:
        fault = "no model is marked as staying in house, so nothing can say what that would mean."
        yield Problem(("models",), fault, f"Write '{IN_HOUSE}: true' in the model that means this, or add one.")
