"""What a service code means for how a contract is bought, in words."""

from detector.core.answers import FactValue, code_digits
from detector.core.bank import Bank, ServiceMark
from detector.core.bank.index import index_of
from detector.core.contracts import mark_of
from detector.wording.plain import day, money
from detector.wording.statements import cited_briefly

HONEST = "The code must honestly describe the contract."


def code_in_words(bank: Bank, value: FactValue | None) -> str:
    """How a contract with this code may be bought, with source and date; nothing where no code is known."""
    mark = mark_of(bank, value)
    if mark is None or bank.code_list is None:
        return ""
    listed = index_of(bank).service_codes.get(code_digits(str(value)) or "")
    name = f"{listed.name}. " if listed else ""
    return f"{name}{_said(bank, mark)} {HONEST} {cited_briefly(_read_in(bank, mark), bank.code_list.checked_on)}"


def _read_in(bank: Bank, mark: ServiceMark) -> tuple[int, ...]:
    """The sources of what is said of a code: the list, and the rules where their line is told."""
    listed = bank.code_list.sources if bank.code_list else ()
    rules = bank.contract_rules.sources if bank.contract_rules and mark is ServiceMark.OTHER else ()
    return tuple(sorted({*listed, *rules}))


def _said(bank: Bank, mark: ServiceMark) -> str:
    match mark:
        case ServiceMark.RESERVED:
            return "Light touch, and can be reserved."
        case ServiceMark.LIGHT_TOUCH:
            return "Light touch, but cannot be reserved for mutuals."
        case ServiceMark.OTHER:
            rules = bank.contract_rules
            line = (
                f"the line is £{money(rules.other_from)} (from {day(rules.in_force_from)}), and it" if rules else "it"
            )
            return (
                f"Not on the light-touch list: {line} cannot be reserved. "
                "If it sits under a code that is listed, ask procurement."
            )
