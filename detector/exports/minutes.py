"""The minutes of a workshop as a file."""

from datetime import date

from detector.core.bank import Bank
from detector.exports.formats import FORMATS, FormatId
from detector.report.minutes import Meeting, build_minutes

MINUTES = tuple(each for each in FORMATS if each.id in (FormatId.WORD, FormatId.PDF))
"""The formats minutes come in."""


def make_minutes(bank: Bank, meeting: Meeting, on: date, format_id: FormatId) -> bytes:
    """The minutes, on the day `on`, as PDF or else as Word file.

    Raises:
        ExportError: if the file cannot be made, or not on this machine.

    """
    report = build_minutes(bank, meeting, on=on)
    if format_id is FormatId.PDF:
        from detector.exports.pdf import make_pdf  # noqa: PLC0415 - it loads a library that costs more than starting

        return make_pdf(report, b"")
    from detector.exports.word import make_word  # noqa: PLC0415 - as above

    return make_word(report)
