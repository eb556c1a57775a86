"""Whether the criteria are balanced: the list of criteria decides more than any weight does."""

from collections.abc import Iterator, Mapping

from detector.bank_files.tree import Path
from detector.core.bank import Bank
from detector.core.errors import Problem
from detector.core.marked_entries import model_of_staying

FEWEST_IN_A_FAMILY = 2


def unbalanced(bank: Bank) -> Iterator[Problem[Path]]:
    """Families of one, a model that is best on everything or nothing, and staying in house that leads on most."""
    for at, group in enumerate(bank.appraisal_groups):
        if sum(1 for each in bank.appraisal_criteria if each.group == group.id) < FEWEST_IN_A_FAMILY:
            fault = "this family has fewer than two criteria, so that one question decides it."
            yield Problem(("appraisal_groups", at), fault, "Add a criterion, or join two families.")
    best = _best(bank)
    if best:
        yield from _staying(bank, best)
        yield from _extremes(bank, best)


def _best(bank: Bank) -> Mapping[str, frozenset[str]]:
    """The models with the highest level on each criterion, before the answers; ties count."""
    levels = {each.model: {cell.criterion: cell.level for cell in each.cells} for each in bank.appraisal}
    best: dict[str, frozenset[str]] = {}
    for criterion in bank.appraisal_criteria:
        found = {model: cells[criterion.id] for model, cells in levels.items() if criterion.id in cells}
        top = max(found.values(), default=None)
        best[criterion.id] = frozenset(model for model, level in found.items() if level == top)
    return best


def _staying(bank: Bank, best: Mapping[str, frozenset[str]]) -> Iterator[Problem[Path]]:
    staying = model_of_staying(bank)
    alone = [criterion for criterion, models in best.items() if staying and models == frozenset([staying.id])]
    if 2 * len(alone) > len(best):
        fault = f"staying in house alone is best on {len(alone)} of {len(best)} criteria."
        yield Problem(("appraisal_criteria",), fault, "Half is the most: else the list decides, and not the council.")


def _extremes(bank: Bank, best: Mapping[str, frozenset[str]]) -> Iterator[Problem[Path]]:
    never = {model.id for model in bank.models if model.never_first}
    for at, each in enumerate(bank.appraisal):
        tops = sum(1 for models in best.values() if each.model in models)
        if tops == len(best):
            yield Problem(("appraisal", at), "this model is best on every criterion.", "Look at its levels again.")
        if not tops and each.model not in never:
            remedy = "Look at its levels again, or write 'never_first: true' in the model."
            yield Problem(("appraisal", at), "this model is best on no criterion.", remedy)
