"""What stands under the title of every document."""

from detector.report.blocks import Report
from detector.wording.plain import day


def imprint(report: Report) -> tuple[str, ...]:
    """Whose report it is where that is known, its day, and the question bank it was made by."""
    council = (report.council,) if report.council.strip() else ()
    return (*council, day(report.on), f"Question bank {report.bank_version}")
