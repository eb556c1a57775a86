"""The workbook as a file: what it shows before anything is worked out, and that nobody can make it do anything."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from exports.hostile import TEXTS, everything_hostile, hostile_sheet
from exports.spreadsheet_program import with_wrong_values, worked_out_again
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from strategies import real_bank

from detector.core.answers import Answer, AnswerSheet, AnswerState, WorkshopResult, empty_sheet
from detector.core.assessment import assess
from detector.core.bank.index import index_of
from detector.core.bank.money import MoneyPart
from detector.core.text import is_blank
from detector.exports.formats import FormatId
from detector.exports.shared.clean_text import clean_for
from detector.exports.workbook import make_workbook
from detector.exports.workbook.answers_sheet import LAYOUT as ANSWERS
from detector.files.assessment import read_assessment
from detector.report.context import ReportContext

BANK = real_bank()
EXAMPLES = sorted((Path(__file__).parents[2] / "questions" / "examples").glob("*.json"))
WORKED_OUT = ("Summary", "Scores", "Answers", "Gates", "Verdict rules")
SHEETS = (*WORKED_OUT, "Facts", "Legal forms", "Models", "Actions", "Levels", "Sources", "About")


def workbook_of(sheet: AnswerSheet) -> bytes:
    return make_workbook(ReportContext(BANK, sheet, assess(BANK, sheet), date(2026, 11, 22)))


@lru_cache(maxsize=1)
def sheets() -> dict[str, AnswerSheet]:
    examples = {path.stem: read_assessment(path.read_bytes(), BANK).sheet for path in EXAMPLES}
    hostile = everything_hostile(BANK)
    weights = {dimension.id: dimension.weight * 1.25 for dimension in BANK.dimensions[:3]}
    return {
        **examples,
        "empty": empty_sheet(BANK),
        "hostile": replace(hostile, weights=weights),
        "gates-in-doubt": _gates_in_doubt(),
        "half-told": _half_told(),
        "money": _money(),
    }


def _money() -> AnswerSheet:
    """A money test with some numbers given and the rest as the bank has them."""
    fact_of = {entry.part: entry.fact for entry in BANK.money_inputs if entry.fact}
    facts = {fact_of[MoneyPart.INCOME]: 900_000.0, fact_of[MoneyPart.CORE_SHARE]: 80.0}
    return AnswerSheet(BANK.version, facts=facts, money={"staff": 600_000.0, "cash": 10_000.0})


def _gates_in_doubt() -> AnswerSheet:
    """All but the gates at their best, three of those at level 1; the council is not reorganised."""
    answers = {question: Answer(AnswerState.LEVEL, 3, 2) for question in index_of(BANK).questions}
    weak = [gate.question for gate in BANK.gates][1:4]
    answers |= dict.fromkeys(weak, Answer(AnswerState.LEVEL, 1, 0))
    return AnswerSheet(BANK.version, facts={"reorganisation": "not_affected"}, answers=answers, workshop=_rooms())


def _half_told() -> AnswerSheet:
    """A verdict that is named, with headline dimensions of which too little is known."""
    questions = list(index_of(BANK).questions)[::2]
    answers = {question: Answer(AnswerState.LEVEL, 3, 1 + place % 3) for place, question in enumerate(questions)}
    return AnswerSheet(BANK.version, answers=answers)


def _rooms() -> dict[str, WorkshopResult]:
    """What rooms found whose groups lie apart, on the first question of each dimension."""
    found = WorkshopResult("2026-11-12", 1, 14, 2, chose=12, dont_know=2, groups_counted=2)
    firsts = [dimension.questions[0].id for dimension in BANK.dimensions]
    return {question: replace(found, groups_apart=(place % 7) / 2) for place, question in enumerate(firsts)}


@lru_cache(maxsize=10)
def made(name: str) -> bytes:
    return workbook_of(sheets()[name])


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(content), data_only=values)


def cells(book: Workbook) -> Iterator[Cell]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if isinstance(cell, Cell))


def part(content: bytes, pattern: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return "".join(parts.read(name).decode() for name in sorted(parts.namelist()) if re.fullmatch(pattern, name))


def is_alike(shown: object, worked_out: object) -> bool:
    if isinstance(shown, int | float) and isinstance(worked_out, int | float):
        return worked_out == pytest.approx(shown, rel=1e-9, abs=1e-9)
    return (shown or "") == (worked_out or "")


def test_what_every_formula_shows_at_first_is_what_a_spreadsheet_program_works_out(tmp_path: Path) -> None:
    originals = {name: made(name) for name in sheets()}

    again = worked_out_again({name: with_wrong_values(content) for name, content in originals.items()}, tmp_path)

    for name, content in originals.items():
        shown, worked_out = opened(content, values=True), opened(again[name], values=True)
        formulas = [cell for cell in cells(opened(content)) if cell.data_type == "f"]
        pairs = {
            f"{cell.parent.title}!{cell.coordinate}": tuple(
                book[cell.parent.title][cell.coordinate].value for book in (shown, worked_out)
            )
            for cell in formulas
        }
        assert len(formulas) > 900
        assert {place: pair for place, pair in pairs.items() if not is_alike(*pair)} == {}, name


@pytest.mark.parametrize("name", ["hostile", "empty", "told-no"])
def test_only_our_own_formulas_are_formulas(name: str) -> None:
    harmless = opened(workbook_of(hostile_sheet(BANK, "plain")))
    ours = {(cell.parent.title, cell.coordinate) for cell in cells(harmless) if cell.data_type == "f"}

    found = {(cell.parent.title, cell.coordinate) for cell in cells(opened(made(name))) if cell.data_type == "f"}

    # The council's own weights bring columns of their own to Scores, and rows to Summary and Verdict rules.
    own = {"Summary", "Scores", "Verdict rules"} if sheets()[name].weights else set[str]()
    assert {place for place in found ^ ours if place[0] not in own} == set()
    assert {title for title, _ in found} == set(WORKED_OUT)


def test_no_typed_text_stands_in_a_formula_or_becomes_a_link() -> None:
    content = workbook_of(hostile_sheet(BANK, "evilmark"))

    formulas = [str(cell.value) for cell in cells(opened(content)) if cell.data_type == "f"]

    assert not [text for text in formulas if "evilmark" in text]
    assert "<hyperlink" not in part(content, r"xl/worksheets/.*\.xml")
    assert 'TargetMode="External"' not in part(content, r".*\.rels")


def test_every_typed_text_is_shown_as_text() -> None:
    ids = [question.id for dimension in BANK.dimensions for question in dimension.questions]
    # A note in which nobody sees anything is none.
    notes = dict(zip(ids, (text for text in TEXTS.values() if not is_blank(text)), strict=False))
    answers = {each: Answer(AnswerState.LEVEL, 2, 2, note=text) for each, text in notes.items()}

    sheet = opened(workbook_of(AnswerSheet(BANK.version, answers=answers)))["Answers"]

    shown = {ids[row]: sheet[ANSWERS.cells(row + 2)["note"]] for row in range(len(notes))}
    assert {cell.data_type for cell in shown.values()} == {"s"}
    for question_id, text in notes.items():
        kept = clean_for(FormatId.WORKBOOK, text)[:1000]
        assert str(shown[question_id].value)[:1000] == kept


def test_what_a_workshop_found_stands_beside_the_answer_as_numbers_and_text() -> None:
    found = WorkshopResult("2026-11-12", 2, 14, 2, median=1.5, agreement=-0.25, dissent="=1+1")
    found = replace(found, chose=12, dont_know=2, groups_counted=2, groups_apart=0.5)
    few = WorkshopResult("2026-11-12", 1, 3, 0)
    keys = [column.key for column in ANSWERS.columns if column.key.startswith("room_")]

    sheet = opened(workbook_of(AnswerSheet(BANK.version, workshop={"MKT1": found, "MKT2": few})))["Answers"]

    told = [[sheet[ANSWERS.cells(row)[key]].value for key in keys] for row in (2, 3, 4)]
    assert told[0] == ["12 November 2026", 2, 2, 14, 12, 2, 1.5, -0.25, 2, 0.5, "=1+1"]
    assert told[1] == ["12 November 2026", 0, 1, 3, *[None] * 7]
    assert told[2] == [None] * 11
    assert sheet[ANSWERS.cells(2)["room_dissent"]].data_type == "s"


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    note = "x" * 40_000
    sheet = AnswerSheet(BANK.version, answers={"MKT1": Answer(AnswerState.LEVEL, 2, 2, note=note)})

    cell = str(opened(workbook_of(sheet))["Answers"][ANSWERS.cells(2)["note"]].value)

    assert len(cell) == 32_767
    assert cell.endswith(
        "[Cut here: this text has 40,000 characters, more than a cell can hold. The JSON file has all of it.]"
    )


def test_the_same_answers_give_the_same_bytes() -> None:
    assert workbook_of(sheets()["told-no"]) == made("told-no")


@pytest.mark.parametrize("name", ["told-no", "empty", "hostile"])
def test_everybody_can_find_their_way(name: str) -> None:
    book = opened(made(name))

    assert tuple(book.sheetnames) == SHEETS
    assert book.properties.title
    assert not [sheet.title for sheet in book.worksheets if sheet.merged_cells.ranges]
    assert not [sheet.title for sheet in book.worksheets if sheet.freeze_panes is None]
    assert not [sheet.title for sheet in book.worksheets if sheet.page_setup.orientation != "landscape"]
    assert re.search(
        r'descr="Radar chart of 11 dimensions[^"]{100,}"', part(made(name), r"xl/drawings/drawing\d+\.xml")
    )
    assert "<c:radarStyle" in part(made(name), r"xl/charts/chart\d+\.xml")


def test_a_provisional_result_says_so_on_every_page() -> None:
    book = opened(made("empty"), values=True)

    assert str(book["Summary"]["A4"].value).startswith("Not ready for a decision")
    for sheet in book.worksheets:
        assert sheet.oddHeader is not None
        assert sheet.oddFooter is not None
        assert "Not ready for a decision" in str(sheet.oddHeader.right.text)
        assert "Not ready for a decision" in str(sheet.oddFooter.left.text)
