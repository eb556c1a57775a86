"""The money test's central case, worked out live: its numbers, assumptions, years and results."""

from detector.core.bank.money import MoneyInput, MoneyKind, MoneyPart
from detector.core.money.paths import LOST_FROM, MOST_MONTHS, YEARS
from detector.core.money.stress_test import Spread
from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Cell, Column, Formula, Layout, Row, Style, Styled
from detector.exports.workbook.context import YES, WorkbookContext
from detector.exports.workbook.money_months import months_sheet
from detector.exports.workbook.money_values import MoneyFigures, money_figures
from detector.exports.workbook.stack import Stack

NAME = "Money"
_ABOUT = (
    "A small stress test: it starts a conversation and is no business plan. The central case follows the yellow "
    "cells; what was drawn at random is as exported."
)
_INPUTS = (
    Column("name", "Number", 38, Style.STRONG),
    Column("value", "Counted with", 16, Style.MONEY_INPUT),
    Column("unit", "Unit", 18),
    Column("given", "Where from", 16),
    Column("because", "Why", 40),
    Column("changed", "Changed since export", 16, Style.STRONG),
    Column("was", "As exported", 16, Style.MONEY, is_working=True),
)
_RANGES = (
    Column("name", "Assumption", 38, Style.STRONG),
    Column("value", "Likely", 16, Style.MONEY_INPUT),
    Column("unit", "Unit", 18),
    Column("spread", "Drawn between", 16),
    Column("because", "Why", 40),
    Column("changed", "Changed since export", 16, Style.STRONG),
    Column("was", "As exported", 16, Style.MONEY, is_working=True),
)
_YEARS = (
    Column("year", "Year", 38, Style.WHOLE),
    Column("core", "Core contract", 16, Style.MONEY),
    Column("other", "Other income", 18, Style.MONEY),
    Column("staff", "Staff with pension", 16, Style.MONEY),
    Column("bought", "Bought, with VAT that stays", 40, Style.MONEY),
    Column("cost", "Cost", 16, Style.MONEY),
    Column("surplus", "Surplus, or loss", 16, Style.MONEY),
    Column("price", "What one pound of the price has become", 16, Style.EXACT, is_working=True),
)
_RESULTS = (
    Column("what", "Result of the central case", 38, Style.STRONG),
    Column("here", "Worked out here", 16, Style.MONEY_RESULT),
    Column("exported", "As exported", 18, Style.MONEY),
    Column("low", "10 in 100 drawn are under", 16, Style.MONEY),
    Column("high", "10 in 100 drawn are over", 40, Style.MONEY),
    Column("same", "Same", 16),
)
_FIRST_YEAR = {
    "Money_core": "=Money_income*Money_core_share/100",
    "Money_other": "=(Money_income-Money_core)*(1+Likely_other_income/100)",
    "Money_staff_cost": "=Money_staff*(1+Likely_staff/100)",
    "Money_bought": "=Money_running*(1+Likely_running/100)+Money_overheads*(1+Likely_overheads/100)",
    "Money_start": "=Money_cash-Money_set_up*(1+Likely_set_up/100)",
    "Money_growing": "=(Money_growth+Likely_growth)/100",
    "Money_pension_rate": "=MAX((Money_pension+Likely_pension)/100,0)",
    "Money_vat_rate": "=MAX((Money_vat+Likely_vat)/100,0)",
}
_STEPS = (
    Column("what", "Before the first month", 38, Style.STRONG),
    Column("here", "Worked out", 16, Style.MONEY),
)
_SAID = {
    "Money_core": "Core contract, first year",
    "Money_other": "Other income, first year",
    "Money_staff_cost": "Staff cost without pension, first year",
    "Money_bought": "What is bought before VAT, first year",
    "Money_start": "Cash after set-up",
    "Money_growing": "Growth of other income, a year",
    "Money_pension_rate": "Pension contribution, of staff cost",
    "Money_vat_rate": "VAT that stays a cost, of what is bought",
}
_BY_YEAR = {
    "price": "=(1+Likely_price_rise/100)^({year}-1)",
    "core": "=Money_core*{price}",
    "other": "=Money_other*(1+Money_growing)^({year}-1)",
    "staff": "=Money_staff_cost*(1+Money_pension_rate)*(1+Likely_pay_rise/100)^({year}-1)",
    "bought": "=Money_bought*(1+Money_vat_rate)*(1+Likely_cost_rise/100)^({year}-1)",
    "cost": "={staff}+{bought}",
    "surplus": "={core}+{other}-{cost}",
}
_CHANGED = '=IF({value}={was},"","Changed")'


def money_sheets(book: Book, context: WorkbookContext) -> None:
    """Write the sheets, where there is a money test."""
    found = money_figures(context.bank, context.sheet)
    if found is None:
        return
    stack = Stack(book, NAME, "Money: the central case of the stress test", _ABOUT)
    _numbers(book, stack, context, found)
    _assumptions(book, stack, context)
    _first_year(book, stack, found)
    _years(book, stack, found)
    last = _results(book, stack, found)
    stack.sheet.widths(Layout(NAME, _INPUTS))
    stack.sheet.worksheet.freeze_panes(1, 1)
    stack.sheet.set_up_page(context.margin, header=0, last_column=6, last_row=last)
    months_sheet(book, context, found)


def _numbers(book: Book, stack: Stack, context: WorkbookContext, found: MoneyFigures) -> None:
    place = stack.below("Numbers", _INPUTS)
    rows: list[Row] = []
    for entry in context.bank.money_inputs:
        at, value = place.cells(place.header + 1 + len(rows)), found.case.value(entry.part)
        is_pounds = entry.kind is MoneyKind.POUNDS
        rows.append(
            {
                "name": entry.name,
                "value": value if found.case.is_given(entry.part) else _default(entry, value),
                "unit": "£" if is_pounds else "%",
                "given": "Given" if found.case.is_given(entry.part) else "Default",
                "because": entry.because,
                "was": value,
                "changed": Formula(_CHANGED.format_map(at), ""),
            }
        )
        book.define({f"Money_{entry.part.value}": place.cell("value", place.header + len(rows))})
    last = stack.fill(place, rows)
    book.mark_changed(stack.sheet, place.range("changed", place.header + 1, last))


def _default(entry: MoneyInput, value: float) -> Cell:
    """A default follows income where it is a share of it."""
    if entry.kind is MoneyKind.PERCENT or entry.part is MoneyPart.INCOME or not entry.default:
        return value
    return Formula(f"=Money_income*{entry.default:g}/100", value)


def _assumptions(book: Book, stack: Stack, context: WorkbookContext) -> None:
    place = stack.below("Assumptions", _RANGES)
    rows: list[Row] = []
    for each in context.bank.money_ranges:
        at = place.cells(place.header + 1 + len(rows))
        rows.append(
            {
                "name": each.name,
                "value": each.likely,
                "unit": each.unit,
                "spread": f"{each.low:g} and {each.high:g}",
                "because": each.because,
                "was": each.likely,
                "changed": Formula(_CHANGED.format_map(at), ""),
            }
        )
        book.define({f"Likely_{each.varies.value}": place.cell("value", place.header + len(rows))})
    last = stack.fill(place, rows)
    book.mark_changed(stack.sheet, place.range("changed", place.header + 1, last))


def _first_year(book: Book, stack: Stack, found: MoneyFigures) -> None:
    likely = found.likely
    values = (
        likely.core,
        likely.other,
        likely.staff,
        likely.bought,
        likely.cash,
        likely.growth,
        likely.pension,
        likely.vat,
    )
    place = stack.below("Where the five years begin", _STEPS)
    rows: list[Row] = []
    for (defined, text), value in zip(_FIRST_YEAR.items(), values, strict=True):
        cell: Cell = Formula(text, float(value[0]))
        is_rate = defined in ("Money_growing", "Money_pension_rate", "Money_vat_rate")
        rows.append({"what": _SAID[defined], "here": Styled(cell, Style.PERCENT) if is_rate else cell})
        book.define({defined: place.cell("here", place.header + len(rows))})
    stack.fill(place, rows)


def _years(book: Book, stack: Stack, found: MoneyFigures) -> None:
    place = stack.below("Five years", _YEARS)
    sums, likely = found.sums, found.likely
    rows: list[Row] = []
    for year in range(YEARS):
        at = place.cells(place.header + 1 + year)
        staff = likely.staff[0] * (1 + likely.pension[0]) * (1 + likely.pay_rise[0]) ** year
        values = {
            "price": sums.price[0, year],
            "core": sums.core[0, year],
            "other": sums.other[0, year],
            "staff": staff,
            "bought": sums.cost[0, year] - staff,
            "cost": sums.cost[0, year],
            "surplus": found.test.surplus[year].central,
        }
        live = {key: Formula(text.format_map(at), float(values[key])) for key, text in _BY_YEAR.items()}
        rows.append({"year": year + 1, **live})
    last = stack.fill(place, rows)
    keys = ("core", "other", "cost", "surplus", "price")
    book.define({f"Year_{key}": place.range(key, place.header + 1, last) for key in keys})


def _results(book: Book, stack: Stack, found: MoneyFigures) -> int:
    test = found.test
    total = float(sum(spread.central for spread in test.surplus))
    lines: list[tuple[str, str, float, Spread | None]] = [
        (f"Surplus of year {year}", f"=INDEX(Year_surplus,{year})", spread.central, spread)
        for year, spread in enumerate(test.surplus, 1)
    ]
    lines += [
        ("Surplus of the five years", "=SUM(Year_surplus)", total, None),
        (
            "Price of the core contract at which it breaks even",
            '=IF(SUM(Year_price)=0,"",(SUM(Year_cost)-SUM(Year_other))/SUM(Year_price))',
            test.break_even.central,
            test.break_even,
        ),
        ("Lowest cash", "=MIN(Month_cash)", test.lowest_cash.central, test.lowest_cash),
        ("Month of the lowest cash", "=MATCH(MIN(Month_cash),Month_cash,0)-1", test.lowest_month, None),
    ]
    lines += [
        (
            f"Months it lasts after losing {life.lost:g} % of the core contract from month {LOST_FROM}, "
            f"{MOST_MONTHS} at most",
            f"=MIN(Month_end_{life.lost:g})",
            life.months.central,
            life.months,
        )
        for life in test.lives
    ]
    place = stack.below("Results", _RESULTS)
    rows: list[Row] = []
    for what, text, value, spread in lines:
        at = place.cells(place.header + 1 + len(rows))
        same = Formula('=IF(ABS({here}-{exported})<0.005,"Yes","No")'.format_map(at), YES)
        drawn = {} if spread is None else {"low": spread.low, "high": spread.high}
        rows.append({"what": what, "here": Formula(text, value), "exported": value, "same": same, **drawn})
    last = stack.fill(place, rows)
    book.define({"Money_results": place.range("here", place.header + 1, last)})
    book.mark_different(stack.sheet, place.range("same", place.header + 1, last), "No")
    return last
