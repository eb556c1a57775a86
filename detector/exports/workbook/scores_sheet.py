"""The scores of dimensions, groups and the whole, worked out from the answers."""

from collections.abc import Iterable, Sequence
from math import fsum

from detector.core.scoring import WeightedScore
from detector.exports.workbook.book import Book, Sheet
from detector.exports.workbook.cells import Cell, Formula, Layout, Row, Style, Styled
from detector.exports.workbook.context import NO, YES, Weighing, WorkbookContext, name, open_hard_gates
from detector.exports.workbook.score_values import Values, dimension_values, group_values
from detector.exports.workbook.scores_layout import (
    SUMMED,
    column_name,
    dimension_formulas,
    group_formulas,
    layout,
)

FIRST = 2
_NAMED = (
    "id",
    "name",
    "group",
    "exact",
    "headline_doubt",
    "headline_low",
    "headline_high",
    "headline_passed",
)


def scores_sheet(book: Book, context: WorkbookContext, sets: Sequence[Weighing]) -> Layout:
    """Write the sheet, name its columns and the overall scores, and say where its columns lie."""
    place = layout(sets)
    values = _dimension_values(context, sets)
    rows = _dimension_rows(context, sets, place, values)
    for each in sets:
        rows += _group_rows(context, each, place, values, FIRST + len(rows))
        _name_overall(book, place, each.prefix, FIRST + len(rows) - 1)
    sheet = book.sheet(place.sheet)
    last = sheet.rows(place, rows)
    _name_columns(book, place, sets, FIRST + len(values) - 1)
    _set_up(sheet, context, place, last)
    for each in sets:
        at = (f"{each.prefix}weight", FIRST, FIRST + len(values) - 1)
        sheet.at_least(place.range(*at), 0, 1000, "Weight", "A number from 0. The bank's weights add up to 100.")
        changed = place.range(f"{each.prefix}changed", *at[1:])
        book.mark_changed(sheet, changed)
    return place


def _set_up(sheet: Sheet, context: WorkbookContext, place: Layout, last: int) -> None:
    sheet.widths(place)
    sheet.worksheet.freeze_panes(1, place.index("name") + 1)
    sheet.set_up_page(context.margin, header=1, last_column=place.index("remark"), last_row=last)


def _name_overall(book: Book, place: Layout, prefix: str, row: int) -> None:
    parts = {
        "score": "exact",
        "low": "exact_low",
        "high": "exact_high",
        "passed": "exact_passed",
        "coverage": "coverage",
    }
    shown = {"score_shown": "score", "low_shown": "low", "high_shown": "high"}
    book.define({name(prefix, f"overall_{part}"): place.cell(key, row) for part, key in (parts | shown).items()})


def _name_columns(book: Book, place: Layout, sets: Iterable[Weighing], last: int) -> None:
    own = {
        column_name(each.prefix, key): place.range(f"{each.prefix}{key}", FIRST, last)
        for each in sets
        for key in (*SUMMED, "changed")
    }
    book.define({f"Dimension_{key}": place.range(key, FIRST, last) for key in _NAMED} | own)


def _dimension_values(context: WorkbookContext, sets: Sequence[Weighing]) -> list[Values]:
    scores = context.assessment.dimensions
    total = {
        each.prefix: fsum([each.weights[score.dimension_id] * score.coverage for score in scores]) for each in sets
    }
    pairs, gates = zip(context.bank.dimensions, scores, strict=True), open_hard_gates(context.assessment.gates)
    return [dimension_values(context.bank, dimension, score, sets, total, gates) for dimension, score in pairs]


def _dimension_rows(
    context: WorkbookContext, sets: Sequence[Weighing], place: Layout, values: Sequence[Values]
) -> list[Row]:
    rows: list[Row] = []
    for dimension, value in zip(context.bank.dimensions, values, strict=True):
        formulas = dimension_formulas(place.cells(FIRST + len(rows)), sets)
        given: dict[str, Cell] = {
            "kind": "Dimension",
            "id": dimension.id,
            "name": dimension.name,
            "group": dimension.group,
            "headline": YES if dimension.headline else NO,
        }
        for each in sets:
            given[f"{each.prefix}weight"] = each.weights[dimension.id]
            given[f"{each.prefix}was_weight"] = each.weights[dimension.id]
        rows.append({**given, **{key: Formula(text, value[key]) for key, text in formulas.items()}})
    return rows


def _group_rows(
    context: WorkbookContext, each: Weighing, place: Layout, values: Sequence[Values], first: int
) -> list[Row]:
    weighed = [
        {**value, f"{each.prefix}weight": each.weights[dimension.id]}
        for dimension, value in zip(context.bank.dimensions, values, strict=True)
    ]
    groups = [dimension.group for dimension in context.bank.dimensions]
    rows: list[Row] = []
    for group, found in zip(context.bank.groups, each.groups, strict=True):
        inside = [value for value, held in zip(weighed, groups, strict=True) if held == group.id]
        formulas = group_formulas(place.cells(first + len(rows)), each.prefix, is_overall=False)
        rows.append(
            _summed("Group", found, f"{group.name}{each.said}", formulas, group_values(found, inside, each.prefix))
        )
    formulas = group_formulas(place.cells(first + len(rows)), each.prefix, is_overall=True)
    total = group_values(each.overall, weighed, each.prefix)
    rows.append(_summed("Overall", each.overall, f"Overall score{each.said}", formulas, total))
    return rows


def _summed(kind: str, found: WeightedScore, words: str, formulas: dict[str, str], values: Values) -> dict[str, Cell]:
    live = {key: Formula(text, values[key]) for key, text in formulas.items()}
    # Sums of weights follow from the weights above them: they are not there to be changed.
    blank = dict.fromkeys(("weight", "own_weight"), Styled(None, Style.TEXT))
    sums = {key: Styled(formula, Style.ONE_PLACE) for key, formula in live.items() if key in blank}
    return {"kind": kind, "id": found.id, "name": words, **live, **blank, **sums}
