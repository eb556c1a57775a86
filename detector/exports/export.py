"""Making the file of a format from an assessment."""

from typing import assert_never

from detector.core.errors import ExportError, Problem
from detector.exports.formats import FormatId
from detector.files.assessment import write_assessment
from detector.files.result import result_json
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext

NOT_HERE = "It is not on this machine."
INSTEAD = "Use Word or the web page: they say the same."


def why_not(format_id: FormatId) -> str:
    """Why this machine cannot make a format, and what to use instead; nothing where it can."""
    if format_id is FormatId.PDF and not _has_pdf():
        return f"{NOT_HERE} {INSTEAD}"
    return ""


def is_available(format_id: FormatId) -> bool:
    """Whether this machine can make a format."""
    return not why_not(format_id)


def make(context: ReportContext, format_id: FormatId, length: Length, template: bytes | None = None) -> bytes:
    """The file in a format. `length` counts where the format has lengths, `template` (.docx or .dotx) in Word.

    Raises:
        ExportError: if the file cannot be made, or not on this machine.
        FileError: if the template cannot be used.

    """
    if not is_available(format_id):
        raise ExportError([Problem("PDF", NOT_HERE, INSTEAD)])
    match format_id:
        case FormatId.PDF | FormatId.WORD | FormatId.PAGE:
            return _document(context, format_id, length, template)
        case FormatId.SLIDES | FormatId.WORKBOOK:
            return _office(context, format_id)
        case FormatId.TABLE | FormatId.ASSESSMENT | FormatId.RESULT:
            return _data(context, format_id)
        case _:
            assert_never(format_id)


# Each exporter loads a library that costs more than starting the app: only the format asked for is loaded.
def _has_pdf() -> bool:
    from detector.exports.pdf import pdf_is_available  # noqa: PLC0415 - loaded only when asked for

    return pdf_is_available()


def check_template(template: bytes) -> None:
    """Read a council's own Word template as far as its look.

    Raises:
        FileError: if it cannot be used.

    """
    from detector.exports.word.template.council_look import council_look  # noqa: PLC0415 - loaded only when asked for

    council_look(template)


def _document(context: ReportContext, format_id: FormatId, length: Length, template: bytes | None) -> bytes:
    report = build_report(context, length)
    if format_id is FormatId.PDF:
        from detector.exports.pdf import make_pdf  # noqa: PLC0415 - loaded only when asked for

        return make_pdf(report, write_assessment(context.bank, context.sheet))
    if format_id is FormatId.WORD:
        from detector.exports.word import make_word  # noqa: PLC0415 - loaded only when asked for

        return make_word(report, template)
    from detector.exports.page import make_page  # noqa: PLC0415 - loaded only when asked for

    return make_page(report)


def _office(context: ReportContext, format_id: FormatId) -> bytes:
    if format_id is FormatId.SLIDES:
        from detector.exports.slides import make_slides  # noqa: PLC0415 - loaded only when asked for
        from detector.report.deck_slides.build import build_deck  # noqa: PLC0415 - loaded only when asked for

        return make_slides(build_deck(context))
    from detector.exports.workbook import make_workbook  # noqa: PLC0415 - loaded only when asked for

    return make_workbook(context)


def _data(context: ReportContext, format_id: FormatId) -> bytes:
    if format_id is FormatId.TABLE:
        from detector.exports.csv.table import make_csv  # noqa: PLC0415 - loaded only when asked for

        return make_csv(context)
    if format_id is FormatId.RESULT:
        return result_json(context.bank, context.assessment, context.sheet).encode()
    return write_assessment(context.bank, context.sheet)
