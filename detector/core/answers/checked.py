"""Changes that were checked against a bank. Only the check makes them, and nothing else can be kept."""

from dataclasses import InitVar, dataclass

from detector.core.answers.item_checks import item_problems
from detector.core.answers.items import Item, ItemValue, items_of
from detector.core.answers.sheet import AnswerSheet
from detector.core.bank import Bank
from detector.core.errors import AnswerError, Problem


class _Check:
    """What only the check has; without it nothing counts as checked."""

    def admit(self, shown: object) -> None:
        """Refuse whoever does not show it."""
        if shown is not self:
            raise TypeError("Only check_change and check_sheet say that something was checked.")


_CHECK = _Check()


@dataclass(frozen=True)
class CheckedChange:
    """A value that fits its item in the bank of this version; None takes the item back. `check_change` makes it."""

    bank_version: str
    item: Item
    value: ItemValue
    made_by: InitVar[_Check]

    def __post_init__(self, made_by: _Check) -> None:
        _CHECK.admit(made_by)


@dataclass(frozen=True)
class CheckedSheet:
    """Everything a new assessment holds, each item of it checked against the bank. `check_sheet` makes it."""

    bank_version: str
    changes: tuple[CheckedChange, ...]
    made_by: InitVar[_Check]

    def __post_init__(self, made_by: _Check) -> None:
        _CHECK.admit(made_by)


def check_change(bank: Bank, item: Item, value: ItemValue) -> CheckedChange:
    """The change, ready to be kept.

    Raises:
        AnswerError: naming everything about it that does not fit the bank.
        TypeError: no item of that kind holds such a value; whoever asks has a bug.
    """
    problems = item_problems(bank, item, value)
    if problems:
        raise AnswerError(" ".join(f"{problem.fault} {problem.remedy}".rstrip() for problem in problems))
    return CheckedChange(bank.version, item, value, _CHECK)


def check_sheet(bank: Bank, sheet: AnswerSheet) -> CheckedSheet:
    """The whole sheet, ready to be kept.

    Raises:
        AnswerError: naming everything on it that does not fit the bank, a line each, or that it is another bank's.
    """
    if sheet.bank_version != bank.version:
        raise AnswerError(f"These answers belong to question bank {sheet.bank_version}, not to {bank.version}.")
    held = items_of(sheet)
    problems = [
        str(Problem(f"{item.kind.value} {item.id}", problem.fault, problem.remedy))
        for item, value in held.items()
        for problem in item_problems(bank, item, value)
    ]
    if problems:
        raise AnswerError("\n".join(problems))
    changes = tuple(CheckedChange(bank.version, item, value, _CHECK) for item, value in held.items())
    return CheckedSheet(bank.version, changes, _CHECK)
