"""What the check lets through, and that nothing else counts as checked."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace

import pytest
from builders import at_level, make_bank, make_dimension, make_fact, make_sheet

from detector.core.answers import (
    SERVICE,
    Answer,
    AnswerSheet,
    AnswerState,
    CheckedChange,
    CheckedSheet,
    Item,
    ItemKind,
    ItemValue,
    PlannedAction,
    Service,
    WorkshopResult,
    answer_item,
    check_change,
    check_sheet,
    items_of,
)
from detector.core.bank import FactKind
from detector.core.errors import AnswerError

BANK = make_bank(
    [make_dimension("market", ["MKT1", "MKT2"]), make_dimension("staff", ["STF1"])],
    facts=[make_fact("share", FactKind.PERCENT), make_fact("partner", FactKind.YES_NO)],
)
MKT1 = answer_item("MKT1")
LEVEL_99 = Answer(AnswerState.LEVEL, level=99)
FOUND = WorkshopResult("2026-11-22", 1, 12, 2)
SHEET = AnswerSheet(
    BANK.version,
    Service("Libraries"),
    {"share": 40, "partner": False},
    {"market": 12.5},
    {"MKT1": at_level(2), "STF1": Answer(AnswerState.DONT_KNOW)},
    {"fix_MKT1": PlannedAction("Finance")},
    {"MKT1": FOUND},
)


@pytest.mark.parametrize("value", [at_level(3), None])
def test_a_checked_change_says_for_which_bank_and_what(value: ItemValue) -> None:
    change = check_change(BANK, MKT1, value)

    assert (change.bank_version, change.item, change.value) == (BANK.version, MKT1, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ItemKind.ANSWER, at_level(1)),
        (ItemKind.FACT, 40),
        (ItemKind.WEIGHT, 10.0),
        (ItemKind.PLAN, PlannedAction("Finance")),
        (ItemKind.WORKSHOP, FOUND),
        (ItemKind.SERVICE, Service("Libraries")),
    ],
)
def test_what_the_bank_does_not_know_is_refused_and_so_is_taking_it_back(kind: ItemKind, value: ItemValue) -> None:
    unknown = Item(kind, "no_such_thing")

    for each in (value, None):
        with pytest.raises(AnswerError, match=r"There is no .* 'no_such_thing'"):
            check_change(BANK, unknown, each)


@pytest.mark.parametrize(
    ("item", "value"),
    [
        pytest.param(MKT1, 3.0, id="a number for an answer"),
        pytest.param(MKT1, ("a",), id="a list for an answer"),
        pytest.param(Item(ItemKind.FACT, "share"), at_level(1), id="an answer for a fact"),
        pytest.param(Item(ItemKind.WEIGHT, "market"), "12", id="a text for a weight"),
        pytest.param(SERVICE, "Libraries", id="a text for the service"),
        pytest.param(Item(ItemKind.PLAN, "fix_MKT1"), "Jo Smith", id="a text for a plan"),
        pytest.param(Item(ItemKind.WORKSHOP, "MKT1"), at_level(1), id="an answer for what a workshop found"),
    ],
)
def test_a_value_of_another_kind_is_a_bug(item: Item, value: ItemValue) -> None:
    with pytest.raises(TypeError, match="does not take"):
        check_change(BANK, item, value)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(replace(FOUND, level=4), id="no such level"),
        pytest.param(replace(FOUND, level=True), id="yes for a level"),
        pytest.param(replace(FOUND, round=3), id="no such round"),
        pytest.param(replace(FOUND, round=True), id="yes for a round"),
        pytest.param(replace(FOUND, people=-1), id="fewer than nobody"),
        pytest.param(replace(FOUND, people=4, median=2.0), id="a figure of too few"),
        pytest.param(replace(FOUND, chose=10, dont_know=1), id="numbers that do not add up"),
        pytest.param(replace(FOUND, chose=-1, dont_know=13), id="fewer than nobody chose"),
        pytest.param(replace(FOUND, groups_counted=2, groups_apart=1.0), id="groups of nobody who chose"),
        pytest.param(
            replace(FOUND, chose=5, dont_know=7, groups_counted=1, agreement=1.0), id="agreement of a room unknowing"
        ),
        pytest.param(replace(FOUND, held_on="yesterday"), id="no day"),
    ],
)
def test_what_no_workshop_can_have_found_is_refused(found: WorkshopResult) -> None:
    with pytest.raises(AnswerError):
        check_change(BANK, Item(ItemKind.WORKSHOP, "MKT1"), found)


def test_a_checked_sheet_holds_each_of_its_items() -> None:
    checked = check_sheet(BANK, SHEET)

    assert checked.bank_version == BANK.version
    assert {change.item: change.value for change in checked.changes} == items_of(SHEET)


def test_a_sheet_changed_after_the_check_is_kept_as_it_was_checked() -> None:
    answers = {"MKT1": at_level(2)}
    checked = check_sheet(BANK, make_sheet(answers))

    answers["MKT1"] = LEVEL_99

    assert [change.value for change in checked.changes] == [at_level(2)]


def test_everything_wrong_with_a_sheet_is_told_a_line_each() -> None:
    wrong = replace(SHEET, answers={"MKT1": LEVEL_99, "OLD1": at_level(1)}, weights={"market": 99.0})

    with pytest.raises(AnswerError) as refused:
        check_sheet(BANK, wrong)

    lines = str(refused.value).splitlines()
    assert [line.partition(":")[0] for line in sorted(lines)] == ["answer MKT1", "answer OLD1", "weight market"]


def test_a_sheet_of_another_bank_is_refused() -> None:
    with pytest.raises(AnswerError, match=r"belong to question bank 2025\.1, not to 2026\.1"):
        check_sheet(BANK, replace(SHEET, bank_version="2025.1"))


def made_by_hand(what: Callable[..., object], *parts: object) -> object:
    """What comes of making it without the check. The type checker refuses to have this written plainly."""
    return what(*parts)


@pytest.mark.parametrize("shown", [(), (object(),), (check_change,)], ids=["nothing", "something", "the check itself"])
def test_nobody_but_the_check_makes_what_counts_as_checked(shown: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        made_by_hand(CheckedChange, BANK.version, MKT1, LEVEL_99, *shown)
    with pytest.raises(TypeError):
        made_by_hand(CheckedSheet, BANK.version, (check_change(BANK, MKT1, None),), *shown)


def test_what_was_checked_can_be_turned_into_nothing_else() -> None:
    change, sheet = check_change(BANK, MKT1, at_level(1)), check_sheet(BANK, SHEET)

    with pytest.raises(ValueError, match="made_by"):
        replace(change, value=LEVEL_99)
    with pytest.raises(ValueError, match="made_by"):
        replace(sheet, changes=())
    with pytest.raises(FrozenInstanceError):
        setattr(change, "value", LEVEL_99)  # noqa: B010 - the type checker would refuse to write it plainly
