"""Sixty months of the money test's central case: what is earned, paid and left, and how long it lasts after a loss."""

from detector.core.money.paths import LOST_FROM, MONTHS, MOST_MONTHS, YEARS
from detector.exports.workbook.book import Book
from detector.exports.workbook.cells import Column, Formula, Layout, Row, Style
from detector.exports.workbook.context import WorkbookContext
from detector.exports.workbook.money_values import MoneyFigures

NAME = "Money by month"
_START = (
    Column("month", "Month", 9, Style.WHOLE),
    Column("year", "Year", 7, Style.WHOLE),
    Column("core", "Core contract earned", 15, Style.MONEY),
    Column("other", "Other income", 15, Style.MONEY),
    Column("cost", "Cost", 15, Style.MONEY),
    Column("paid", "Core contract paid, a month later", 15, Style.MONEY),
    Column("cash", "Cash", 15, Style.MONEY_RESULT),
)


def months_sheet(book: Book, context: WorkbookContext, found: MoneyFigures) -> None:
    """Write the sheet, and name its columns of cash."""
    place = Layout(NAME, (*_START, *(column for lost in found.lost for column in _after(lost))))
    rows = [_row(found, place, month) for month in range(YEARS * MONTHS + 1)]
    sheet = book.sheet(NAME)
    last = sheet.rows(place, rows)
    sheet.widths(place)
    sheet.worksheet.freeze_panes(1, 2)
    sheet.set_up_page(context.margin, header=1, last_column=len(place.columns) - 1, last_row=last)
    ends = {f"Month_end_{lost:g}": place.range(f"end_{lost:g}", 2, last) for lost in found.lost}
    book.define({"Month_cash": place.range("cash", 2, last), **ends})


def _after(lost: float) -> tuple[Column, ...]:
    """The columns for a loss of so many percent."""
    said = f"after losing {lost:g} %"
    return (
        Column(f"gone_{lost:g}", f"Lost {said}", 14, Style.MONEY),
        Column(f"saved_{lost:g}", f"Saved {said}", 14, Style.MONEY),
        Column(f"paid_{lost:g}", f"Core contract paid {said}", 14, Style.MONEY),
        Column(f"cash_{lost:g}", f"Cash {said}", 15, Style.MONEY_RESULT),
        Column(f"end_{lost:g}", f"Months it has lasted {said}", 12, Style.WHOLE),
    )


def _row(found: MoneyFigures, place: Layout, month: int) -> Row:
    at = place.cells(month + 2)
    if month == 0:
        start = Formula("=Money_start", float(found.cash[0]))
        after = {
            key: cell
            for lost in found.lost
            for key, cell in ((f"cash_{lost:g}", start), (f"end_{lost:g}", Formula(f"={MOST_MONTHS}", MOST_MONTHS)))
        }
        return {"month": 0, "cash": start, **after}
    before, year = place.cells(month + 1), (month - 1) // MONTHS
    core = float(found.sums.core[0, year]) / MONTHS
    other, cost = float(found.sums.other[0, year]) / MONTHS, float(found.sums.cost[0, year]) / MONTHS
    paid = float(found.sums.core[0, (month - 2) // MONTHS]) / MONTHS if month > 1 else 0.0
    row: dict[str, int | Formula] = {
        "month": month,
        "year": Formula(f"=INT(({at['month']}-1)/{MONTHS})+1", year + 1),
        "core": Formula(f"=INDEX(Year_core,{at['year']})/{MONTHS}", core),
        "other": Formula(f"=INDEX(Year_other,{at['year']})/{MONTHS}", other),
        "cost": Formula(f"=INDEX(Year_cost,{at['year']})/{MONTHS}", cost),
        "paid": Formula(f"=N({before['core']})", paid),
        "cash": Formula(f"={before['cash']}+{at['paid']}+{at['other']}-{at['cost']}", float(found.cash[month])),
    }
    for lost in found.lost:
        row |= _lost(found, at, before, month, lost, core)
    return row


def _lost(
    found: MoneyFigures, at: dict[str, str], before: dict[str, str], month: int, lost: float, core: float
) -> dict[str, Formula]:
    """The month after a loss of so many percent from the month on with which it is lost."""
    likely, cash = found.likely, found.lost[lost]
    gone = core * lost / 100 if month >= LOST_FROM else 0.0
    is_saved = month >= LOST_FROM + likely.saved_after[0]
    saved = gone * float(likely.saved_share[0]) if is_saved else 0.0
    year = (month - 2) // MONTHS
    earned = float(found.sums.core[0, year]) / MONTHS if month > 1 else 0.0
    paid = earned * (1 - lost / 100) if month - 1 >= LOST_FROM else earned
    keys = {key: at[f"{key}_{lost:g}"] for key in ("gone", "saved", "paid", "cash", "end")}
    moved = f"{keys['paid']}+{at['other']}-{at['cost']}+{keys['saved']}"
    is_out = month >= LOST_FROM and cash[month] < 0
    return {
        f"gone_{lost:g}": Formula(f"=IF({at['month']}>={LOST_FROM},{at['core']}*{lost:g}/100,0)", gone),
        f"saved_{lost:g}": Formula(
            f"=IF({at['month']}>={LOST_FROM}+Likely_saved_after,{keys['gone']}*Likely_saved_share/100,0)", saved
        ),
        f"paid_{lost:g}": Formula(f"=N({before['core']})-N({before[f'gone_{lost:g}']})", paid),
        f"cash_{lost:g}": Formula(f"={before[f'cash_{lost:g}']}+{moved}", float(cash[month])),
        f"end_{lost:g}": Formula(
            f"=IF(AND({at['month']}>={LOST_FROM},{keys['cash']}<0),{at['month']}-{LOST_FROM},{MOST_MONTHS})",
            month - LOST_FROM if is_out else MOST_MONTHS,
        ),
    }
