"""Making the file of a format from an assessment: one function a format, and their table at the end."""

from collections.abc import Callable, Mapping

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
    return MAKERS[format_id](context, length, template)


def check_template(template: bytes) -> None:
    """Read a council's own Word template as far as its look.

    Raises:
        FileError: if it cannot be used.

    """
    from detector.exports.word.template.council_look import council_look  # noqa: PLC0415 - loaded only when asked for

    council_look(template)


# Each exporter loads a library that costs more than starting the app: only the format asked for is loaded.
def _has_pdf() -> bool:
    from detector.exports.pdf import pdf_is_available  # noqa: PLC0415 - loaded only when asked for

    return pdf_is_available()


def _pdf(context: ReportContext, length: Length, _template: bytes | None) -> bytes:
    from detector.exports.pdf import make_pdf  # noqa: PLC0415 - loaded only when asked for

    return make_pdf(build_report(context, length), write_assessment(context.bank, context.sheet, context.head))


def _word(context: ReportContext, length: Length, template: bytes | None) -> bytes:
    from detector.exports.word import make_word  # noqa: PLC0415 - loaded only when asked for

    return make_word(build_report(context, length), template)


def _page(context: ReportContext, length: Length, _template: bytes | None) -> bytes:
    from detector.exports.page import make_page  # noqa: PLC0415 - loaded only when asked for

    return make_page(build_report(context, length))


def _slides(context: ReportContext, _length: Length, _template: bytes | None) -> bytes:
    from detector.exports.slides import make_slides  # noqa: PLC0415 - loaded only when asked for
    from detector.report.deck_slides.build import build_deck  # noqa: PLC0415 - loaded only when asked for

    return make_slides(build_deck(context))


def _workbook(context: ReportContext, _length: Length, _template: bytes | None) -> bytes:
    from detector.exports.workbook import make_workbook  # noqa: PLC0415 - loaded only when asked for

    return make_workbook(context)


def _table(context: ReportContext, _length: Length, _template: bytes | None) -> bytes:
    from detector.exports.csv.table import make_csv  # noqa: PLC0415 - loaded only when asked for

    return make_csv(context)


def _assessment(context: ReportContext, _length: Length, _template: bytes | None) -> bytes:
    return write_assessment(context.bank, context.sheet, context.head)


def _result(context: ReportContext, _length: Length, _template: bytes | None) -> bytes:
    return result_json(context.bank, context.assessment, context.sheet).encode()


MAKERS: Mapping[FormatId, Callable[[ReportContext, Length, bytes | None], bytes]] = {
    FormatId.PDF: _pdf,
    FormatId.WORD: _word,
    FormatId.PAGE: _page,
    FormatId.SLIDES: _slides,
    FormatId.WORKBOOK: _workbook,
    FormatId.TABLE: _table,
    FormatId.ASSESSMENT: _assessment,
    FormatId.RESULT: _result,
}
"""What makes a file of each format."""
