from datetime import date
from pathlib import Path

import pytest
from exports.slides_reading import (
    chart_numbers,
    deck_of,
    deck_on,
    one_block_a_slide,
    opened,
    parts_of,
    tables_of,
    words_on,
    workbook_cells,
)
from exports.word_reading import DRAWING
from hypothesis import given, settings
from report.report_parts import EXAMPLES, example
from strategies import cases

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.bank import Bank
from detector.core.scoring import shown
from detector.exports.slides import make_slides
from detector.report.blocks import Figure, FigureKind

RADAR = Figure(FigureKind.RADAR, "Scores by dimension", "Market 60, staff 40, income not answered.")


def test_a_missing_score_is_a_gap_in_the_chart_and_an_empty_cell_behind_it() -> None:
    data = make_slides(deck_of((RADAR,), DRAWING))

    assert chart_numbers(data)[0][1] == ("This service", {"Market": 60.0, "Staff": 40.0, "Income": None})
    assert workbook_cells(data)[0] == [
        [None, "Best verdict from 70", "This service"],
        ["Market", 70, 60],
        ["Staff", 70, 40],
        ["Income", 70, None],
    ]


@settings(max_examples=15, deadline=None)
@given(cases())
def test_chart_workbook_and_table_carry_the_scores_as_shown_everywhere(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    assessment = assess(bank, sheet)
    names = {dimension.id: dimension.short_name for dimension in bank.dimensions}
    expected = {
        names[part.dimension_id]: None if part.score is None else shown(part.score) for part in assessment.dimensions
    }

    data = make_slides(deck_on(bank, sheet))

    for chart, cells in zip(chart_numbers(data), workbook_cells(data), strict=True):
        assert chart[-1][1] == expected
        assert {row[0]: row[-1] for row in cells[1:]} == expected
    in_tables = {
        table.cell(row, 0).text_frame.text: table.cell(row, 1).text_frame.text
        for slide in opened(data).slides
        for table in tables_of(slide)
        if table.cell(0, 1).text_frame.text == "Score"
        for row in range(1, len(table.rows))
    }
    known = {name: str(score) for name, score in expected.items() if score is not None}
    assert {name: text for name, text in in_tables.items() if text.isdigit()} == (known if in_tables else {})


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_the_overall_score_stands_on_the_slides(path: Path) -> None:
    bank = load_bank()
    sheet = example(path)
    overall = assess(bank, sheet).overall

    said = " ".join(words_on(slide) for slide in opened(make_slides(deck_on(bank, sheet))).slides)

    assert overall.score is not None
    assert f"{shown(overall.score)} out of 100" in said


def test_the_same_deck_gives_the_same_bytes() -> None:
    deck = one_block_a_slide("once and again", DRAWING)

    assert make_slides(deck) == make_slides(deck)


def test_nothing_in_the_file_knows_the_clock() -> None:
    parts = parts_of(make_slides(deck_of((RADAR,), DRAWING)))

    today = date.today().isoformat().encode()  # noqa: DTZ011 - whatever the clock would have written
    books = [part for name, part in parts.items() if name.startswith("ppt/embeddings/")]
    inside = [part for book in books for part in parts_of(book).values()]
    assert b"2026-11-22" in parts["docProps/core.xml"]
    assert not any(today in part for part in [*parts.values(), *inside] if today != b"2026-11-22")


def test_nothing_that_the_format_refuses_is_left_in_the_chart() -> None:
    parts = parts_of(make_slides(deck_of((RADAR,), DRAWING)))

    chart = next(part for name, part in parts.items() if "charts/chart" in name)
    assert b"c:smooth" not in chart
    assert b'val="-' not in chart
