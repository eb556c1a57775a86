"""Planning the bank's actions: who does each, by when, and whether it is done."""

import re
from dataclasses import replace

import pytest
from builders import make_bank, make_dimension, make_sheet
from worked_out import worked_out

from detector.core.answers import Item, ItemKind, PlannedAction, check_change
from detector.core.assessment import assess
from detector.core.errors import AnswerError

BANK = make_bank([make_dimension("market", ["MKT1", "MKT2"])])
FIX = Item(ItemKind.PLAN, "fix_MKT1")


@pytest.mark.parametrize(
    "planned",
    [
        pytest.param(PlannedAction("Jo Smith", "2027-03-01", done=True), id="everything"),
        pytest.param(PlannedAction(owner=" <b>=1+1 \u202e"), id="an owner of odd characters"),
        pytest.param(PlannedAction(owner="x" * 200), id="the longest owner"),
        pytest.param(PlannedAction(due="2028-02-29"), id="a leap day"),
        pytest.param(PlannedAction(due="2000-01-01"), id="the first date"),
        pytest.param(PlannedAction(due="2099-12-31"), id="the last date"),
        pytest.param(PlannedAction(done=True), id="done, by nobody in particular"),
    ],
)
def test_a_plan_passes_as_typed(planned: PlannedAction) -> None:
    assert check_change(BANK, FIX, planned).value == planned


@pytest.mark.parametrize(
    ("planned", "words"),
    [
        pytest.param(PlannedAction(), "Nothing is planned for this action.", id="nothing"),
        pytest.param(PlannedAction(owner=" \n"), "Nothing is planned for this action.", id="a blank owner"),
        pytest.param(
            PlannedAction(owner="x" * 201), "has 201 characters. Shorten it to at most 200.", id="long owner"
        ),
        pytest.param(PlannedAction(owner="a\0"), "a character that cannot be kept", id="NUL"),
        pytest.param(PlannedAction(due="1999-12-31"), "'1999-12-31' is not from 2000 to 2099.", id="too early"),
        pytest.param(PlannedAction(due="2100-01-01"), "'2100-01-01' is not from 2000 to 2099.", id="too late"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused(planned: PlannedAction, words: str) -> None:
    with pytest.raises(AnswerError) as refused:
        check_change(BANK, FIX, planned)

    assert words in str(refused.value)


@pytest.mark.parametrize(
    "due",
    [
        pytest.param("2027-02-29", id="no leap year"),
        pytest.param("2027-13-01", id="a thirteenth month"),
        pytest.param("2027-3-1", id="short"),
        pytest.param("01/03/2027", id="as people write it"),
        pytest.param("20270301", id="without hyphens"),
        pytest.param("2027-W09-1", id="a week"),
        pytest.param("2027-03-01T00:00", id="with a time"),
        pytest.param(" 2027-03-01", id="with a space"),
        pytest.param("\u0662027-03-01", id="digits of another script"),
        pytest.param(" ", id="blank"),
        pytest.param("March", id="a word"),
        pytest.param("2027-03-01" * 1_000, id="endless"),
    ],
)
def test_a_target_date_that_is_none_is_refused(due: str) -> None:
    with pytest.raises(AnswerError, match=r"^The target date .* is not a day .* Write it like 2027-03-01\.$"):
        check_change(BANK, FIX, PlannedAction("Jo", due))


def test_everything_wrong_with_a_plan_is_told_at_once() -> None:
    with pytest.raises(AnswerError) as refused:
        check_change(BANK, FIX, PlannedAction("x" * 201, "soon"))

    assert all(words in str(refused.value) for words in ("201 characters", "'soon' is not a day"))


def test_an_action_the_bank_does_not_know_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(AnswerError, match=re.escape("There is no action 'FIX_MKT1'. Did you mean 'fix_MKT1'?")):
        check_change(BANK, Item(ItemKind.PLAN, "FIX_MKT1"), PlannedAction("Jo"))
    with pytest.raises(AnswerError, match=re.escape("There is no action 'fix_MKT'. Did you mean")):
        check_change(BANK, Item(ItemKind.PLAN, "fix_MKT"), None)


def test_what_is_planned_or_done_changes_no_result() -> None:
    sheet = make_sheet({"MKT1": 0, "MKT2": 2})

    planned = replace(sheet, plan={"fix_MKT1": PlannedAction("Jo", "2027-03-01", done=True)})

    assert worked_out(assess(BANK, planned)) == worked_out(assess(BANK, sheet))
