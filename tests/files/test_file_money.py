"""The numbers of the money test in an assessment file, and the test in a result file."""

import json
from dataclasses import replace

import pytest
from builders import make_sheet
from core.test_money import WORKED, sheet_with
from files.file_bank import file_with
from strategies import real_bank

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.bank import Migration
from detector.core.errors import FileError
from detector.files.assessment import read_assessment, write_assessment
from detector.files.result import result


def file_of(money: object, version: str = "") -> bytes:
    return file_with(bank_version=version or real_bank().version, money=money)


def problems(data: bytes) -> str:
    with pytest.raises(FileError) as refused:
        read_assessment(data, real_bank())
    return str(refused.value)


def test_the_numbers_go_out_in_bank_order_and_come_in_again() -> None:
    sheet = replace(make_sheet(), bank_version=real_bank().version, money={"cash": 5.5, "staff": 1, "growth": -2.0})

    data = write_assessment(real_bank(), sheet)

    assert list(json.loads(data)["money"].items()) == [("growth", -2.0), ("staff", 1), ("cash", 5.5)]
    assert read_assessment(data, real_bank()).sheet.money == sheet.money


def test_a_sheet_without_numbers_has_no_such_key() -> None:
    assert b"money" not in write_assessment(real_bank(), replace(make_sheet(), bank_version=real_bank().version))


@pytest.mark.parametrize(
    ("money", "problem"),
    [
        pytest.param({"staf": 1}, "There is no number of the money test 'staf'. Did you mean 'staff'?", id="misspelt"),
        pytest.param({"income": 1}, "There is no number of the money test 'income'.", id="a number that is a fact"),
        pytest.param({"staff": "1"}, "money.staff: 'Staff cost in a year' is a number, not", id="a text"),
        pytest.param({"staff": True}, "money.staff: 'Staff cost in a year' is a number, not", id="a yes"),
        pytest.param(
            {"staff": -1}, "money.staff: 'Staff cost in a year' takes a number from 0", id="less than nothing"
        ),
        pytest.param([1], "money: This is a list.", id="a list"),
    ],
)
def test_each_problem_names_its_place(money: object, problem: str) -> None:
    assert problem in problems(file_of(money))


def test_a_number_that_a_newer_bank_does_not_ask_is_told() -> None:
    migration = Migration(from_version="2000.1", to_version=real_bank().version, removed=("staff",), note="Less.")
    bank = real_bank().model_copy(update={"migrations": (migration,)})

    read = read_assessment(file_of({"staff": 5, "cash": 1}, "2000.1"), bank)

    assert read.sheet.money == {"cash": 1}
    assert "The money test's number staff is no longer asked, so it was left out. It held: 5." in read.migration_report


def test_the_result_tells_the_test_where_numbers_are_given() -> None:
    sheet = sheet_with(WORKED)
    told = result(real_bank(), assess(real_bank(), sheet), sheet)["money"]

    assert told is not None
    assert [round(year["central"]) for year in told["surplus"]] == [148_800, 133_320, 117_057, 99_984, 82_073]
    assert [life["months"]["central"] for life in told["lives"]] == [18, 2]
    assert [proposal["level"] for proposal in told["proposals"]] == [2, 1, 2, 1]


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(sheet_with({}), id="no number"),
        pytest.param(replace(sheet_with(WORKED), facts={}), id="no income"),
    ],
)
def test_else_the_result_has_none(sheet: AnswerSheet) -> None:
    told = result(real_bank(), assess(real_bank(), sheet), sheet)

    assert told["money"] is None
