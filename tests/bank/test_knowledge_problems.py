"""Problems in what the bank knows of forms, models, cases and stages: the cases are in knowledge_problems/."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from bank.broken_bank import problems_in, replace_once
from bank.broken_knowledge import LISTED, copy_small_knowledge, problems_after_change
from pydantic import BaseModel, ConfigDict, TypeAdapter

from detector.bank_files import bank_counts, load_bank
from detector.bank_files.checks import OldDate, old_dates

# Each form has its own date and those of 13 statements; some have rules as well.
FORM_DATES = {"company": 15, "society": 16, "trust": 14, "no_new_form": 14}


class Case(BaseModel):
    """One change of the small bank, and what is said of it."""

    model_config = ConfigDict(extra="forbid")

    case: str
    file: str
    change: str
    to: str
    said: list[str]


def cases() -> list[Case]:
    files = sorted((Path(__file__).parent / "knowledge_problems").glob("*.yaml"))
    read = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    return [case for found in TypeAdapter(list[list[Case]]).validate_python(read) for case in found]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.case)
def test_a_problem_is_said_in_one_line_at_its_place(tmp_path: Path, case: Case) -> None:
    problems = problems_after_change(tmp_path, case.file, case.change, case.to)

    assert problems == case.said


def test_what_a_bank_knows_is_counted(tmp_path: Path) -> None:
    bank = load_bank(copy_small_knowledge(tmp_path))

    assert bank_counts(bank).endswith(
        "3 sources, 4 legal forms, 1 conflict, 2 delivery models, 1 shift, 1 earlier case, 2 exit tests."
    )


def test_forms_stand_in_the_order_of_the_list(tmp_path: Path) -> None:
    folder = copy_small_knowledge(tmp_path)
    replace_once(folder, "bank.yaml", LISTED, "forms: [no_new_form, trust, company, society]")

    bank = load_bank(folder)

    assert [form.id for form in bank.forms] == ["no_new_form", "trust", "company", "society"]


@pytest.mark.parametrize("file", ["conflicts.yaml", "appraisal.yaml", "cards.yaml", "stage_tests.yaml"])
def test_what_a_bank_can_do_without_may_be_missing(tmp_path: Path, file: str) -> None:
    folder = copy_small_knowledge(tmp_path)
    (folder / file).unlink()

    assert problems_in(folder) == []


def test_a_bank_without_models_has_none_to_appraise(tmp_path: Path) -> None:
    folder = copy_small_knowledge(tmp_path)
    for file in ("models.yaml", "appraisal.yaml"):
        (folder / file).unlink()

    assert problems_in(folder) == []


def test_a_form_whose_file_is_gone_is_said_once(tmp_path: Path) -> None:
    folder = copy_small_knowledge(tmp_path)
    (folder / "forms" / "company.yaml").unlink()

    problems = problems_in(folder)

    assert problems == ["bank.yaml:5: there is no file forms/company.yaml. Use one of: no_new_form, society, trust."]


def test_forms_that_no_list_names_are_strays(tmp_path: Path) -> None:
    folder = copy_small_knowledge(tmp_path)
    replace_once(folder, "bank.yaml", f"{LISTED}\n", "")

    problems = problems_in(folder)

    remedy = "List it under 'forms' in bank.yaml, or take it away."
    strays = ["company", "no_new_form", "society", "trust"]
    assert problems == [f"forms/{stem}.yaml: nothing refers to this file. {remedy}" for stem in strays]


def test_a_year_ago_to_the_day_is_not_old(tmp_path: Path) -> None:
    bank = load_bank(copy_small_knowledge(tmp_path))

    assert old_dates(bank, date(2027, 11, 21)) == ()


def test_old_dates_are_told_by_entry(tmp_path: Path) -> None:
    bank = load_bank(copy_small_knowledge(tmp_path))

    found = old_dates(bank, date(2027, 11, 22))

    forms = [("form", form_id, dates) for form_id, dates in FORM_DATES.items()]
    models = [("model", "in_house", 1), ("model", "new_psm", 1)]
    rest = [
        ("conflict", "users_and_loans", 1),
        ("appraisal", "2026.2", 1),
        ("exclusion", "no_market", 1),
        *(("source", number, 1) for number in "123"),
    ]
    assert list(found) == [OldDate(*entry, oldest=date(2026, 11, 21)) for entry in (*forms, *models, *rest)]
