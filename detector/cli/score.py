"""`score`: the result of one assessment file."""

from datetime import date

from detector.cli.check import bank_in_use
from detector.cli.input_file import read_input
from detector.cli.score_text import score_text
from detector.core.assessment import assess
from detector.files.result import result_json
from detector.report.context import ReportContext


def score(name: str, *, as_json: bool) -> int:
    """Print the result, for people or as JSON.

    Raises:
        FileError: with every problem in the file.
        BankError: if the bank has problems.

    """
    bank = bank_in_use()
    sheet = read_input(name, bank).sheet
    assessment = assess(bank, sheet)
    if as_json:
        print(result_json(bank, assessment, sheet), end="")
    else:
        today = date.today()  # noqa: DTZ011 - the officer's own day
        print(score_text(ReportContext(bank, sheet, assessment, today)), end="")
    return 0
