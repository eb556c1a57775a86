"""The numbers and states that a file of each format tells, read back from the file alone."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree, html
from openpyxl import load_workbook

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.scoring import DimensionScore, WeightedScore, shown
from detector.exports.formats import FormatId
from detector.exports.word.elements import Element
from detector.exports.workbook.gates_sheet import ABSENT
from detector.report.blocks import Report, Section
from detector.report.blocks import Table as ReportTable
from detector.wording.gates import gate_title

Scores = tuple[int | None, int | None, int | None]
Table = Sequence[Sequence[str]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SCORE_CELLS = r"(no answer yet|does not apply|\d+)(?: (all known|\d+ to \d+))?"
HEADS_OF_CELLS = re.compile(r"\b(?:State|Score|Possible range): ")
"""What stands before a cell where a console has no room for a row on one line."""
STATES = {"Not known yet": "open", "Waived: does not apply": "waived"}
STATE = "Passed|Warning|Failed|Not known yet|Waived"


@dataclass(frozen=True)
class Told:
    """What is told: score, low, high of the whole and of each dimension by name, and gates' states by name."""

    overall: Scores
    dimensions: dict[str, Scores]
    gates: dict[str, str]


def known(bank: Bank, assessment: Assessment) -> Told:
    """What every file has to tell."""
    names = {dimension.id: dimension.name for dimension in bank.dimensions}
    gates = {gate.id: gate.name for gate in bank.gates}
    return Told(
        _rounded(assessment.overall),
        {names[part.dimension_id]: _rounded(part) for part in assessment.dimensions},
        {gates[result.gate_id]: result.state.value for result in assessment.gates},
    )


def told_by_result(data: bytes, bank: Bank) -> Told:
    """What the result (JSON) tells; it alone does not round."""
    result = json.loads(data)
    gates = {gate.question: gate.name for gate in bank.gates}
    return Told(
        _unrounded(result),
        {part["name"]: _unrounded(part) for part in result["dimensions"].values()},
        {gates[question]: gate["state"] for question, gate in result["gates"].items()},
    )


def told_by_table(data: bytes) -> Told:
    """What the table (CSV) tells."""
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    scores = {(row["kind"], row["id"]): _cells(row["score"], row["low"], row["high"]) for row in rows}
    dimensions = {row["name"]: scores["score", row["id"]] for row in rows if row["kind"] == "score" and row["weight"]}
    overall = scores["score", "overall"]
    return Told(overall, dimensions, {row["name"]: row["state"] for row in rows if row["kind"] == "gate"})


def told_by_workbook(data: bytes) -> Told:
    """What a reader of the workbook sees before anything is worked out again."""
    book = load_workbook(io.BytesIO(data), data_only=True)
    summary = {str(row[0]): row for row in book["Summary"].iter_rows(values_only=True)}
    parts = ("Overall score, out of 100", "Lowest it can turn out", "Highest it can turn out")
    overall = [str(summary[part][1]) for part in parts]
    scores = [row for row in book["Scores"].iter_rows(values_only=True) if row[0] == "Dimension"]
    gates = list(book["Gates"].iter_rows(min_row=2, values_only=True))
    return Told(
        _cells(*overall),
        {str(row[2]): _cells(*map(str, row[4:7])) for row in scores},
        {str(row[1]): _state(str(row[5])) for row in gates if row[1] and row[5] != ABSENT},
    )


def told_by_slides(data: bytes, words: str, bank: Bank) -> Told:
    """What the slides tell, of which these are the words; only gates that are not passed stand on one."""
    names = {dimension.short_name: dimension.name for dimension in bank.dimensions}
    tables = _tables_in_slides(data)
    found = re.search(r"Score: (\d+) out of 100(?:, possible range (\d+) to (\d+))?", words)
    score = found[1] if found else ""
    return Told(
        _cells(score, (found and found[2]) or score, (found and found[3]) or score),
        {names[row[0]]: _score(row[1], row[2]) for row in _rows(tables, "Dimension", "Score")},
        {row[0]: _state(row[2]) for row in _rows(tables, "Gate", "Kind")},
    )


def told_by_document(data: bytes, format_id: FormatId) -> Told:
    """What a Word file or a web page tells."""
    return told_by_tables(_tables_in_word(data) if format_id is FormatId.WORD else _tables_in_page(data))


def told_by_report(report: Report) -> Told:
    """What the report tells that every document sets, and in the words that the screen uses."""
    return told_by_tables([_with_head(table) for section in report.sections for table in _report_tables(section)])


def told_by_words(words: str, bank: Bank) -> Told:
    """What a PDF or the command line tells, of which these are the words on one line."""
    said = HEADS_OF_CELLS.sub("", words)
    scores, groups = (said.partition(f"Scores of the {what}, out of 100")[2] for what in ("dimensions", "groups"))
    gates = {gate.name: re.search(rf"{re.escape(gate_title(gate))} ({STATE})", said) for gate in bank.gates}
    return Told(
        _first(groups, "Overall"),
        {dimension.name: _first(scores, dimension.name) for dimension in bank.dimensions},
        {name: _state(found[1]) for name, found in gates.items() if found},
    )


def told_by_tables(tables: Iterable[Table]) -> Told:
    """What the tables of a document tell."""
    found = list(tables)
    overall = next(row for row in _rows(found, "Group", "Score") if row[0] == "Overall")
    return Told(
        _score(overall[1], overall[2]),
        {row[0]: _score(row[1], row[2]) for row in _rows(found, "Dimension", "Score")},
        {row[0].rpartition(" (")[0]: _state(row[1]) for row in _rows(found, "Gate", "State")},
    )


def _first(words: str, name: str) -> Scores:
    found = re.search(rf"{re.escape(name)} {SCORE_CELLS}", words)
    assert found is not None, f"{name} is not told in: {words[:2000]}"
    return _score(found[1], found[2] or "")


def _score(middle: str, between: str) -> Scores:
    """A score and its range as cells of a table say them."""
    score = int(middle) if middle.isdecimal() else None
    if between == "all known":
        return score, score, score
    low, _, high = between.partition(" to ")
    return _cells(middle, low, high)


def _cells(score: str, low: str, high: str) -> Scores:
    numbers = [int(cell) if cell.isdecimal() else None for cell in (score, low, high)]
    return numbers[0], numbers[1], numbers[2]


def _state(words: str) -> str:
    return STATES.get(words, re.split(r"\W", words.lower())[0])


def _rounded(part: WeightedScore | DimensionScore) -> Scores:
    score, low, high = (None if value is None else shown(value) for value in (part.score, part.low, part.high))
    return score, low, high


def _unrounded(part: dict[str, float | None]) -> Scores:
    numbers = (part["score"], part["low"], part["high"])
    score, low, high = (None if value is None else shown(value / 100) for value in numbers)
    return score, low, high


def _rows(tables: Iterable[Table], first: str, second: str) -> list[Sequence[str]]:
    """The rows under every head that begins so."""
    return [row for table in tables if table[0][0] == first and table[0][1].startswith(second) for row in table[1:]]


def _report_tables(section: Section) -> list[ReportTable]:
    own = [block for block in section.blocks if isinstance(block, ReportTable)]
    return own + [table for part in section.sections for table in _report_tables(part)]


def _with_head(table: ReportTable) -> Table:
    return [[column.heading for column in table.columns], *table.rows]


def _tables_in_page(data: bytes) -> list[Table]:
    page = html.document_fromstring(data.decode())
    return [[_texts(row, "th", "td") for row in table.iter("tr")] for table in page.iter("table")]


def _tables_in_word(data: bytes) -> list[Table]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [[_texts(row, f"{W}tc") for row in table.iter(f"{W}tr")] for table in root.iter(f"{W}tbl")]


def _tables_in_slides(data: bytes) -> list[Table]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slides = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        roots = [etree.fromstring(archive.read(name)) for name in slides]
    return [
        [_texts(row, f"{A}tc") for row in table.iter(f"{A}tr")] for root in roots for table in root.iter(f"{A}tbl")
    ]


def _texts(row: Element, *cells: str) -> list[str]:
    return [" ".join("".join(str(text) for text in cell.itertext()).split()) for cell in row.iter(*cells)]
