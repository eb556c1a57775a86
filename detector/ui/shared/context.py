"""What the sections on the open assessment are made from."""

from detector.report.context import ReportContext, context_of
from detector.ui import state
from detector.ui.shared.dates import today


def report_context() -> ReportContext:
    """The open assessment as it is saved now, told as of today."""
    return context_of(state.bank(), state.editing().stored.sheet, state.assessment(), on=today())
