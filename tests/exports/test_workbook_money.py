"""The money sheets: a spreadsheet program works out the core's central case to the penny, whatever is typed."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from exports.spreadsheet_program import Value, follow
from openpyxl import load_workbook
from strategies import real_bank

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.bank.money import MoneyPart
from detector.core.money.stress_test import MoneyTest, stress_test
from detector.exports.workbook import make_workbook
from detector.report.context import ReportContext

BANK = real_bank()
WORKED: Mapping[str, float] = {
    "growth": 4,
    "staff": 1_700_000,
    "pension": 20,
    "running": 450_000,
    "overheads": 330_000,
    "vat": 4,
    "set_up": 150_000,
    "cash": 400_000,
}
FACT_OF = {entry.part: entry.fact for entry in BANK.money_inputs if entry.fact}
FEW, MANY = 12, 200
FEW_PATHS = 10


def sheet_with(money: Mapping[str, float], turnover: float = 3_000_000, core_share: float = 90) -> AnswerSheet:
    facts = {FACT_OF[MoneyPart.INCOME]: turnover, FACT_OF[MoneyPart.CORE_SHARE]: core_share}
    return AnswerSheet(BANK.version, facts=facts, money=money)


def workbook_of(sheet: AnswerSheet) -> bytes:
    return make_workbook(ReportContext(BANK, sheet, assess(BANK, sheet), date(2026, 11, 22)))


def random_sheet(number: int) -> AnswerSheet:
    """A service that earns about what it spends, or much less, or much more."""
    random = Random(number)
    income = random.uniform(100_000, 9_000_000)
    money = {
        "growth": random.uniform(-20, 20),
        "staff": income * random.uniform(0.3, 0.8),
        "pension": random.uniform(0, 35),
        "running": income * random.uniform(0, 0.3),
        "overheads": income * random.uniform(0, 0.3),
        "vat": random.choice([0, random.uniform(0, 20)]),
        "set_up": income * random.uniform(0, 0.2),
        "cash": income * random.choice([0, random.uniform(0, 0.5)]),
    }
    return sheet_with(money, income, random.choice([0, 100, random.uniform(5, 95)]))


def typed(sheet: AnswerSheet, names: Mapping[str, str]) -> dict[str, Value]:
    facts = {part.value: sheet.facts[fact] for part, fact in FACT_OF.items()}
    return {names[f"Money_{part}"]: float(str(value)) for part, value in {**facts, **sheet.money}.items()}


def central(test: MoneyTest) -> list[float]:
    """The results of the central case, in the order of the sheet."""
    surplus = [spread.central for spread in test.surplus]
    cash = [test.lowest_cash.central, float(test.lowest_month)]
    return [*surplus, sum(surplus), test.break_even.central, *cash, *(life.months.central for life in test.lives)]


def check(numbers: range, folder: Path) -> None:
    workbook = workbook_of(sheet_with(WORKED))
    defined = load_workbook(BytesIO(workbook)).defined_names
    names = {name: str(defined[name].attr_text) for name in defined}
    sheets = [sheet_with(WORKED), *(random_sheet(number) for number in numbers)]

    shown = follow(workbook, [typed(sheet, names) for sheet in sheets], [names["Money_results"]], folder)

    assert len(shown) == len(sheets)
    for number, (sheet, values) in enumerate(zip(sheets, shown, strict=True)):
        test = stress_test(BANK, sheet, paths=FEW_PATHS)
        assert test is not None
        assert values == pytest.approx(central(test), abs=0.005), f"case {number}"


def test_the_central_case_is_worked_out_to_the_penny(tmp_path: Path) -> None:
    check(range(FEW), tmp_path)


@pytest.mark.long
def test_the_central_case_of_two_hundred_services(tmp_path: Path) -> None:
    check(range(MANY), tmp_path)


def test_the_worked_example_stands_on_the_sheet() -> None:
    book = load_workbook(BytesIO(workbook_of(sheet_with(WORKED))), data_only=True)

    told = {str(row[0].value): row[1].value for row in book["Money"].iter_rows()}

    assert told["Surplus of year 1"] == pytest.approx(148_800)
    assert round(float(str(told["Price of the core contract at which it breaks even"]))) == 2_588_311
    assert round(float(str(told["Lowest cash"]))) == 37_400


def test_a_default_follows_the_income() -> None:
    staff = {"staff": 1_000_000.0}
    book = load_workbook(BytesIO(workbook_of(sheet_with(staff))))

    rows = [[cell.value for cell in row[:4]] for row in book["Money"].iter_rows()]
    told = {str(row[0]): (row[1], row[3]) for row in rows if row[3] in ("Given", "Default")}

    of_part = {entry.part: entry for entry in BANK.money_inputs}
    default = of_part[MoneyPart.SET_UP].default or 0
    assert told[of_part[MoneyPart.STAFF].name] == (1_000_000, "Given")
    assert told[of_part[MoneyPart.SET_UP].name] == (f"=Money_income*{default:g}/100", "Default")


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(sheet_with({}), id="no number of its own"),
        pytest.param(AnswerSheet(BANK.version, money={"staff": 1.0}), id="no income"),
    ],
)
def test_without_a_money_test_there_is_no_money_sheet(sheet: AnswerSheet) -> None:
    names = load_workbook(BytesIO(workbook_of(sheet))).sheetnames

    assert not [name for name in names if name.startswith("Money")]
