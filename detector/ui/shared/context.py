"""What the sections on the open assessment are made from."""

from detector.report.context import ReportContext
from detector.ui import state
from detector.ui.shared.dates import today


def report_context() -> ReportContext:
    """The open assessment as it is saved now, told as of today."""
    return ReportContext(state.bank(), state.editing().stored.sheet, state.assessment(), today(), state.head())
