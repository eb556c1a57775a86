"""What a result said after a change, in words."""

from detector.core.kept_result import KeptResult
from detector.wording.plain import counted, number


def kept_result_in_words(result: KeptResult) -> str:
    """The verdict and its numbers as they were then, under which version of the bank, and what held it down."""
    score = "" if result.score is None else f", score {number(round(result.score))} out of 100"
    between = ""
    if result.low is not None and result.high is not None and result.low != result.high:
        between = f", possible range {number(round(result.low))} to {number(round(result.high))}"
    held = f" Held by: {'; '.join(result.held)}." if result.held else ""
    provisional = ", provisional" if result.provisional else ""
    said = f"{result.label}{score}{between}{provisional}"
    return f"{said} ({counted(result.answered, 'answer')}, question bank {result.bank_version}).{held}"
