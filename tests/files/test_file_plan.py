"""The plan of actions in an assessment file: out, in again, and every problem in it."""

import json
from dataclasses import replace

import pytest
from builders import make_sheet
from files.file_bank import BANK, file_with, problems

from detector.core.answers import PlannedAction
from detector.core.bank import Migration
from detector.files.assessment import read_assessment, write_assessment

EVERYTHING = PlannedAction("Jo Smith, libraries", "2027-03-01", done=True)


def test_a_plan_is_written_in_bank_order_without_what_says_nothing() -> None:
    plan = {
        "fix_STF1": EVERYTHING,
        "fix_MKT2": PlannedAction(done=True),
        "fix_MKT1": PlannedAction("Jo Smith, libraries"),
    }

    written = json.loads(write_assessment(BANK, replace(make_sheet(), plan=plan)))

    assert list(written["plan"].items()) == [
        ("fix_MKT1", {"owner": "Jo Smith, libraries"}),
        ("fix_MKT2", {"done": True}),
        ("fix_STF1", {"owner": "Jo Smith, libraries", "due": "2027-03-01", "done": True}),
    ]


def test_a_sheet_without_a_plan_gives_the_file_it_always_gave() -> None:
    before = b"""{
  "format": "mutual-business-detector/assessment",
  "format_version": 1,
  "bank_version": "2026.1",
  "service": {
    "name": ""
  },
  "answers": {
    "MKT1": {
      "level": 2,
      "evidence": 2
    }
  }
}
"""

    assert write_assessment(BANK, make_sheet({"MKT1": 2})) == before


def test_parts_at_their_default_may_stand_in_a_file() -> None:
    data = file_with(plan={"fix_MKT1": {"owner": "Jo", "due": "", "done": False}})

    assert read_assessment(data, BANK).sheet.plan == {"fix_MKT1": PlannedAction("Jo")}


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        pytest.param(
            {"due": "2027-02-30"},
            "plan.fix_MKT1.due: The target date '2027-02-30' is not a day of the calendar written as year, month and "
            "day. Write it like 2027-03-01.",
            id="no such day",
        ),
        pytest.param(
            {"due": 20270301},
            "plan.fix_MKT1.due: This takes a text, not 20270301. Write it in quotation marks.",
            id="a date as a number",
        ),
        pytest.param(
            {"owner": None},
            "plan.fix_MKT1.owner: This takes a text, not nothing (null). Write it in quotation marks.",
            id="null as an owner",
        ),
        pytest.param(
            {"owner": "x" * 201},
            "plan.fix_MKT1.owner: This text has 201 characters. Shorten it to at most 200.",
            id="a long owner",
        ),
        pytest.param(
            {"done": "yes"},
            "plan.fix_MKT1.done: This takes true or false, not 'yes'. "
            "Write true where the action is done, and leave it out otherwise.",
            id="done in words",
        ),
        pytest.param(
            {"done": 1},
            "plan.fix_MKT1.done: This takes true or false, not 1. "
            "Write true where the action is done, and leave it out otherwise.",
            id="done as a number",
        ),
        pytest.param(
            {"ownr": "Jo"}, "plan.fix_MKT1: There is no key 'ownr'. Did you mean 'owner'?", id="an unknown key"
        ),
        pytest.param(
            {"done": False},
            "plan.fix_MKT1: Nothing is planned for this action. "
            "Give an owner or a target date, or tick it off, or leave it out of the plan.",
            id="nothing planned",
        ),
    ],
)
def test_a_problem_in_what_is_planned(parts: dict[str, object], problem: str) -> None:
    assert problems(file_with(plan={"fix_MKT1": parts})) == [problem]


@pytest.mark.parametrize(
    ("plan", "problem"),
    [
        pytest.param([], 'plan: This is a list. Write it as "plan": { }, with its entries between.', id="a list"),
        pytest.param(
            {"fix_MKT1": "Jo"},
            'plan.fix_MKT1: An action is planned with \'Jo\'. Write it as {"owner": "..."}.',
            id="a bare owner",
        ),
        pytest.param(
            {"fix_MKT": {"done": True}},
            "plan: There is no action 'fix_MKT'. Did you mean 'fix_MKT2'?",
            id="no such action",
        ),
    ],
)
def test_a_problem_in_a_plan(plan: object, problem: str) -> None:
    assert problems(file_with(plan=plan)) == [problem]


def test_every_problem_in_a_plan_is_told_at_once_and_after_those_in_the_answers() -> None:
    plan = {"fix_MKT1": {"owner": 1, "due": "soon", "done": 2, "by": 3}, "fix_STF1": 4}

    told = problems(file_with(answers={"MKT1": {"level": 9}}, plan=plan))

    assert [line.split(": ")[0] for line in told] == [
        "answers.MKT1.level",
        "plan.fix_MKT1",
        "plan.fix_MKT1.owner",
        "plan.fix_MKT1.done",
        "plan.fix_MKT1.due",
        "plan.fix_STF1",
    ]


def test_an_older_banks_plan_loses_removed_actions_and_keeps_renamed_ones_and_says_so() -> None:
    step = Migration(
        from_version="2025.1",
        to_version="2026.1",
        renamed={"mend_market": "fix_MKT1"},
        removed=("write_memo",),
        note="Fewer actions.",
    )
    bank = BANK.model_copy(update={"migrations": (step,)})
    plan = {"mend_market": {"owner": "Jo"}, "write_memo": {"owner": "Al"}, "fix_STF1": {"done": True}}

    imported = read_assessment(file_with(bank_version="2025.1", plan=plan), bank)

    assert imported.sheet.plan == {"fix_MKT1": PlannedAction("Jo"), "fix_STF1": PlannedAction(done=True)}
    assert imported.migration_report == (
        "Question bank 2025.1 to 2026.1: Fewer actions.",
        "Action mend_market is now called fix_MKT1.",
        "Action write_memo is no longer one of the actions, so it was left out. It held: owner 'Al'.",
    )
