"""The money test in a result file."""

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.money.case import is_started
from detector.core.money.stress_test import Spread, stress_test
from detector.files.result.schema import MoneyTestPart, SpreadPart


def money_part(bank: Bank, sheet: AnswerSheet) -> MoneyTestPart | None:
    """What the money test says, or None where nobody has given a number for it, or too few are known."""
    test = stress_test(bank, sheet) if is_started(sheet) else None
    if test is None:
        return None
    return {
        "numbers": {part.value: number.value for part, number in test.numbers.items()},
        "defaults": [number.part.value for number in test.defaults],
        "surplus": [_spread(each) for each in test.surplus],
        "in_the_black": test.in_the_black * 100,
        "break_even": _spread(test.break_even),
        "lowest_cash": _spread(test.lowest_cash),
        "lowest_month": test.lowest_month,
        "lives": [{"lost": life.lost, "months": _spread(life.months)} for life in test.lives],
        "proposals": [
            {"question": proposal.question_id, "level": proposal.level, "evidence": proposal.evidence}
            for proposal in test.proposals
        ],
    }


def _spread(spread: Spread) -> SpreadPart:
    return {"central": spread.central, "low": spread.low, "high": spread.high}
