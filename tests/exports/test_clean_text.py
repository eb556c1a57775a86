"""Every format shows the same for every character that a text can hold, but for the exceptions named in one table."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from exports.pdf_reading_back import text_of
from exports.reading import words_in
from exports.slides_reading import deck_of, tables_of
from exports.slides_reading import opened as opened_slides
from exports.word_reading import DRAWING, report_of
from exports.word_reading import opened as opened_word
from lxml import html
from openpyxl import load_workbook
from strategies import real_bank

from detector.cli.score_text import score_text
from detector.core.answers import Answer, AnswerSheet, AnswerState, Service
from detector.core.assessment import assess
from detector.core.text import REPLACEMENT, is_keepable
from detector.exports.csv.table import make_csv
from detector.exports.export import make
from detector.exports.formats import FormatId
from detector.exports.page import make_page
from detector.exports.pdf import make_pdf
from detector.exports.shared.clean_text import EXCEPTIONS, clean_for
from detector.exports.shared.printable import MARKER
from detector.exports.slides import make_slides
from detector.exports.word import make_word
from detector.exports.workbook import make_workbook
from detector.exports.workbook.answers_sheet import LAYOUT as ANSWERS
from detector.files.assessment import read_assessment, write_assessment
from detector.report.blocks import Block, Column, Length, Report, Section, Table
from detector.report.context import ReportContext
from detector.report.deck import Slide

BANK = real_bank()
DAY = date(2026, 11, 22)
ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
HIDDEN = (
    *("\x00", "\x01", "\x08", "\x0e", "\x1b", "\x1f", "\x7f", "\x80", "\x9b", "\x9f", "\xad", "\u061c", "\u200b"),
    *("\u200e", "\u200f", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff", "\U000e0041"),
)
SHAPELESS = ("\ud83d", "\ude00", "\ue000", "\uf0b7", "\ufdd0", "\ufffe", "\uffff", "\U000f0000", "\U0010fffd")
JOINERS = ("\u200c", "\u200d")
SHOWN = {
    **dict.fromkeys(ENDS, "\n"),
    "\t": " ",
    **dict.fromkeys(HIDDEN, ""),
    **dict.fromkeys(SHAPELESS, REPLACEMENT),
    **{joiner: joiner for joiner in JOINERS},
    "ŵ": "ŵ",
}
"""What stands in a file for each character."""

NO_SHAPE = {**dict.fromkeys(SHAPELESS, MARKER), **dict.fromkeys(JOINERS, "")}
OTHERWISE: Mapping[FormatId, Mapping[str, str]] = {FormatId.PDF: NO_SHAPE}
"""Where a format shows something else: a PDF may hold no letter that its fonts do not have."""

LONGEST = {FormatId.SLIDES: 1_001, FormatId.WORKBOOK: 32_767}
"""The most characters of a text that a format holds."""

TYPED = [f"one{character}two" for character in SHOWN]


def in_pdf(texts: list[str]) -> list[str]:
    printed = text_of(make_pdf(_report(_table(*(f"§{text}§" for text in texts))), b"{}"))
    return printed.split("§")[1::2]


def in_word(texts: list[str]) -> list[str]:
    return [cell.text for cell in opened_word(make_word(_report(_table(*texts)))).tables[0].columns[0].cells[1:]]


def in_page(texts: list[str]) -> list[str]:
    page = html.document_fromstring(make_page(_report(_table(*texts))).decode())
    return [row[0].text_content() for row in page.iterfind(".//tbody/tr")]


def in_slides(texts: list[str]) -> list[str]:
    slides = tuple(Slide("typed", "Typed", (_table(text),), "") for text in ["an opening", *texts])
    deck = replace(deck_of((), DRAWING), slides=slides)
    return [tables_of(slide)[0].cell(1, 0).text for slide in list(opened_slides(make_slides(deck)).slides)[1:]]


def in_workbook(texts: list[str]) -> list[str]:
    made = make_workbook(_told(texts))
    answers = load_workbook(io.BytesIO(made))["Answers"]
    return [str(answers[ANSWERS.cells(row)["note"]].value) for row in range(2, len(texts) + 2)]


def in_table(texts: list[str]) -> list[str]:
    made = make_csv(_told(texts))
    rows = csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    return [row["note"] for row in rows if row["kind"] == "answer"][: len(texts)]


READ_BACK: Mapping[FormatId, Callable[[list[str]], list[str]]] = {
    FormatId.PDF: in_pdf,
    FormatId.WORD: in_word,
    FormatId.PAGE: in_page,
    FormatId.SLIDES: in_slides,
    FormatId.WORKBOOK: in_workbook,
    FormatId.TABLE: in_table,
}


def test_every_format_but_the_two_that_are_read_back_is_in_the_table() -> None:
    assert set(EXCEPTIONS) == set(READ_BACK) == set(FormatId) - {FormatId.ASSESSMENT, FormatId.RESULT}


@pytest.mark.parametrize("format_id", READ_BACK)
def test_every_character_is_shown_alike(format_id: FormatId) -> None:
    shown = {**SHOWN, **OTHERWISE.get(format_id, {})}

    found = READ_BACK[format_id](TYPED)

    assert dict(zip(SHOWN, found, strict=True)) == {each: f"one{shown[each]}two" for each in SHOWN}


@pytest.mark.parametrize("format_id", READ_BACK)
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\n=", "\x0b=", "\ufeff=", "\u200d=", "＝"], ids=ascii)
def test_only_a_table_guards_what_could_be_run(format_id: FormatId, start: str) -> None:
    guarded = clean_for(format_id, f"{start}1").startswith("'")

    assert guarded == (format_id is FormatId.TABLE)


@pytest.mark.parametrize(("format_id", "longest"), [(each, LONGEST.get(each)) for each in READ_BACK])
def test_only_slides_and_cells_of_a_workbook_cut_a_text(format_id: FormatId, longest: int | None) -> None:
    assert len(clean_for(format_id, "x" * 40_000)) == (longest or 40_000)


def test_the_assessment_file_holds_every_character_as_typed() -> None:
    sheet = _noted([text for text in TYPED if is_keepable(text)])

    assert read_assessment(write_assessment(BANK, sheet), BANK).sheet == sheet


def _told(texts: list[str]) -> ReportContext:
    sheet = _noted(texts)
    return ReportContext(BANK, sheet, assess(BANK, sheet), DAY)


def _noted(texts: list[str]) -> AnswerSheet:
    ids = [question.id for dimension in BANK.dimensions for question in dimension.questions]
    answers = {each: Answer(AnswerState.DONT_KNOW, note=text) for each, text in zip(ids, texts, strict=False)}
    assert len(answers) == len(texts)
    return AnswerSheet(BANK.version, answers=answers)


def _table(*texts: str) -> Table:
    return Table(
        "typed", "Typed", (Column("Text"), Column("Row")), tuple((text, str(n)) for n, text in enumerate(texts))
    )


def _report(*blocks: Block) -> Report:
    return replace(report_of(), sections=(Section("only", "Only", blocks),))


@pytest.mark.parametrize("format_id", READ_BACK)
def test_a_name_that_turns_the_direction_of_reading_is_told_alike(format_id: FormatId) -> None:
    sheet = AnswerSheet(BANK.version, Service("Library \u202egnikcarkcab\u202c", "\u2067Anyshire\u2069\u200f"))
    context = ReportContext(BANK, sheet, assess(BANK, sheet), DAY)

    said = words_in(make(context, format_id, Length.SUMMARY), format_id)

    assert "Library gnikcarkcab" in said
    assert not set(said) & {*"\u202e\u202c\u2067\u2069\u200f"}


def test_a_name_that_turns_the_direction_of_reading_is_told_alike_on_the_command_line() -> None:
    sheet = AnswerSheet(BANK.version, Service("Library \u202egnikcarkcab\u202c"))

    said = score_text(ReportContext(BANK, sheet, assess(BANK, sheet), DAY))

    assert "Library gnikcarkcab" in said
