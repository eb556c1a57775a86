"""Every format a result can be taken away in: what it is for, and what its files are called."""

from dataclasses import dataclass
from enum import StrEnum

from detector.report.blocks import Length

OFFICE = "application/vnd.openxmlformats-officedocument"


class FormatId(StrEnum):
    """What a file can be; the word is also its ending, but for the result."""

    PDF = "pdf"
    WORD = "docx"
    PAGE = "html"
    SLIDES = "pptx"
    WORKBOOK = "xlsx"
    TABLE = "csv"
    ASSESSMENT = "json"
    RESULT = "result"


@dataclass(frozen=True)
class Format:
    """A format as people read of it: its name, what a file of it is called, what it is for, and its group on the page.

    `lengths` is empty where there is only one; `part` then tells the file in its name.
    """

    id: FormatId
    name: str
    thing: str
    ending: str
    mime: str
    purpose: str
    group: str
    lengths: tuple[Length, ...] = ()
    part: str = ""


BOTH = (Length.SUMMARY, Length.FULL)
DOCUMENTS, MEETING, DATA = "Documents", "For the meeting and for checking", "Data"
FORMATS = (
    Format(
        FormatId.PDF,
        "PDF",
        "PDF",
        "pdf",
        "application/pdf",
        "For the cabinet paper's appendix and for councillors: looks the same everywhere, works with screen readers, "
        "and can be opened here again.",
        DOCUMENTS,
        BOTH,
    ),
    Format(
        FormatId.WORD,
        "Word",
        "Word file",
        "docx",
        f"{OFFICE}.wordprocessingml.document",
        "For the officer who writes the paper: everything can be edited.",
        DOCUMENTS,
        BOTH,
    ),
    Format(
        FormatId.PAGE,
        "Web page",
        "web page",
        "html",
        "text/html",
        "For the intranet or the council's website: one file that opens in any browser, also on a phone.",
        DOCUMENTS,
        BOTH,
    ),
    Format(
        FormatId.SLIDES,
        "PowerPoint",
        "slides",
        "pptx",
        f"{OFFICE}.presentationml.presentation",
        "For the meeting: one message a slide, with notes for the speaker and a chart that can be edited.",
        MEETING,
        part="slides",
    ),
    Format(
        FormatId.WORKBOOK,
        "Excel",
        "workbook",
        "xlsx",
        f"{OFFICE}.spreadsheetml.sheet",
        "For the finance officer who checks it: live formulas work out every score from the answers.",
        MEETING,
        part="workbook",
    ),
    Format(
        FormatId.TABLE,
        "Table (CSV)",
        "table",
        "csv",
        "text/csv",
        "For analysts: answers and scores as one table that any program reads.",
        DATA,
        part="table",
    ),
    Format(
        FormatId.ASSESSMENT,
        "Assessment file (JSON)",
        "assessment file",
        "json",
        "application/json",
        "For you, as a copy: every answer exactly as given. It opens here again, on this computer or another.",
        DATA,
        part="assessment",
    ),
    Format(
        FormatId.RESULT,
        "Result (JSON)",
        "result",
        "json",
        "application/json",
        "For other programs: every score, possible range, gate and reason, unrounded.",
        DATA,
        part="result",
    ),
)


def format_of(format_id: FormatId) -> Format:
    """The format with this id."""
    return next(each for each in FORMATS if each.id is format_id)
