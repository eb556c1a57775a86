"""What is said of the planned contract: facts of the right kinds, sums in order, and each service code once."""

from collections.abc import Iterator

from detector.bank_files.checks.problem import right_word
from detector.bank_files.tree import Path
from detector.core.bank import Bank, CodeList, ContractRules, FactKind
from detector.core.bank.index import find_fact
from detector.core.errors import Problem
from detector.core.messages import shown

_NUMBERS = (FactKind.COUNT, FactKind.DECIMAL)
_KINDS = {
    "value": (FactKind.MONEY,),
    "code": (FactKind.CODE,),
    "starts": (FactKind.DATE,),
    "years": _NUMBERS,
    "vesting": (FactKind.DATE,),
}


def contract_rule_problems(bank: Bank) -> Iterator[Problem[Path]]:
    """Facts that are not there or of another kind, sums that cannot be, double codes, and a code without a list."""
    if bank.contract_rules is not None:
        yield from _fact_problems(bank, bank.contract_rules)
        if bank.contract_rules.light_touch_from < bank.contract_rules.other_from:
            fault = "light touch services have the higher threshold in law, and here it is the lower."
            yield Problem(("contract_rules", "light_touch_from"), fault, "Check both sums.")
    if bank.code_list is not None:
        yield from _double_codes(bank.code_list)
    for at, fact in enumerate(bank.facts):
        if fact.kind is FactKind.CODE and bank.code_list is None:
            fault = "a service code is compared with a list, and there is none."
            yield Problem(("facts", at, "kind"), fault, "Add 'code_list' to service_codes.yaml.")


def _fact_problems(bank: Bank, rules: ContractRules) -> Iterator[Problem[Path]]:
    for key, kinds in _KINDS.items():
        fact_id = str(getattr(rules, key))
        fact = find_fact(bank, fact_id)
        if fact is None:
            known = [each.id for each in bank.facts if each.kind in kinds]
            fault = f"there is no fact {shown(fact_id)}."
            yield Problem(("contract_rules", key), fault, right_word(fact_id, known, "fact"))
        elif fact.kind not in kinds:
            fault = f"fact {shown(fact_id)} is of the kind '{fact.kind}'."
            wanted = " or ".join(f"'{kind}'" for kind in kinds)
            yield Problem(("contract_rules", key), fault, f"Name a fact of the kind {wanted}.")


def _double_codes(codes: CodeList) -> Iterator[Problem[Path]]:
    seen: set[str] = set()
    for at, category in enumerate(codes.categories):
        for number, each in enumerate(category.codes):
            if each.code in seen:
                path = ("code_list", "categories", at, "codes", number, "code")
                yield Problem(path, f"{shown(each.code)} is listed twice.", "Keep one of them.")
            seen.add(each.code)
