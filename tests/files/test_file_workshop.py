"""What workshops found, in an assessment file: out, in again, and every problem in it."""

import json
from dataclasses import replace

import pytest
from builders import make_sheet
from files.file_bank import BANK, file_with, problems

from detector.core.answers import WorkshopResult
from detector.core.answers.workshop_checks import FEWEST_SHOWN
from detector.core.workshop.disclosure_control import FEWEST
from detector.files.assessment import read_assessment, write_assessment

SOUND: dict[str, object] = {"held_on": "2026-11-22", "round": 2, "people": 14, "level": 2}
FULL = WorkshopResult("2026-11-22", 1, 14, 2, 1.5, -0.25, chose=12, dont_know=2, groups_counted=2, groups_apart=1.5)
UNKNOWN = WorkshopResult("2026-11-22", 1, 12, None, chose=5, dont_know=7, groups_counted=0)
NUMBERS: dict[str, object] = {"chose": 12, "dont_know": 2, "groups_counted": 2, "groups_apart": 1.0}
RESULT = WorkshopResult("2026-11-22", 2, 14, 2, 1.5, -0.25, "Two of us see a 1.")


def test_what_a_workshop_found_is_written_in_bank_order_without_what_says_nothing() -> None:
    few = WorkshopResult("2026-11-22", 1, 4, 3)

    written = json.loads(write_assessment(BANK, replace(make_sheet(), workshop={"STF1": RESULT, "MKT1": few})))

    assert list(written["workshop"].items()) == [
        ("MKT1", {"held_on": "2026-11-22", "round": 1, "people": 4, "level": 3}),
        (
            "STF1",
            {
                "held_on": "2026-11-22",
                "round": 2,
                "people": 14,
                "level": 2,
                "median": 1.5,
                "agreement": -0.25,
                "dissent": "Two of us see a 1.",
            },
        ),
    ]


def test_it_comes_back_as_it_went_out() -> None:
    sheet = replace(make_sheet(), workshop={"STF1": RESULT, "MKT1": FULL, "MKT2": UNKNOWN})

    assert read_assessment(write_assessment(BANK, sheet), BANK).sheet == sheet


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        pytest.param({"held_on": "22.11.2026"}, "workshop.MKT1.held_on: The day of the workshop", id="another date"),
        pytest.param({"round": 3}, "workshop.MKT1.round: There is no round 3.", id="a third round"),
        pytest.param({"level": 4}, "workshop.MKT1.level: There is no level 4.", id="no such level"),
        pytest.param({"people": -1}, "workshop.MKT1.people: -1 people cannot have answered.", id="less than nobody"),
        pytest.param({"people": "many"}, "workshop.MKT1.people: This takes a whole number", id="people in words"),
        pytest.param({"median": 3.5}, "workshop.MKT1.median: It is 3.5.", id="a median above the top"),
        pytest.param({"agreement": "good"}, "workshop.MKT1.agreement: This takes a number", id="agreement in words"),
        pytest.param(
            {"people": 4, "median": 1},
            "workshop.MKT1.median: Fewer than 5 people answered",
            id="a median of four people",
        ),
        pytest.param({"chose": 12}, "workshop.MKT1.dont_know: It is missing.", id="who does not know is missing"),
        pytest.param(NUMBERS | {"dont_know": 3}, "workshop.MKT1.chose: 12 who chose", id="not the sum"),
        pytest.param({"chose": "12"}, "workshop.MKT1.chose: This takes a whole number", id="who chose in words"),
        pytest.param(
            {"chose": 6, "dont_know": 8, "median": 1},
            "workshop.MKT1.median: Fewer than 5 people, or under half",
            id="a median where the room does not know",
        ),
        pytest.param(NUMBERS | {"groups_counted": 3}, "workshop.MKT1.groups_counted: 3 groups", id="groups too small"),
        pytest.param(
            NUMBERS | {"groups_counted": 1}, "workshop.MKT1.groups_apart: Fewer than two", id="one group apart"
        ),
        pytest.param(NUMBERS | {"groups_apart": 4}, "workshop.MKT1.groups_apart: It is 4.", id="too far apart"),
        pytest.param({"state": "dont_know"}, "workshop.MKT1.level: What the room agreed is both", id="both at once"),
        pytest.param({"state": "not_applicable"}, "workshop.MKT1.state: There is no state", id="no such state"),
        pytest.param({"dissent": 1}, "workshop.MKT1.dissent: This takes a text", id="dissent as a number"),
        pytest.param({"lvl": 1}, "workshop.MKT1: There is no key 'lvl'.", id="an unknown key"),
    ],
)
def test_a_problem_in_what_a_workshop_found(parts: dict[str, object], problem: str) -> None:
    [told] = problems(file_with(workshop={"MKT1": SOUND | parts}))

    assert told.startswith(problem)


def test_of_four_people_not_even_how_many_chose_is_told() -> None:
    told = problems(file_with(workshop={"MKT1": SOUND | {"people": 4, "chose": 4, "dont_know": 0}}))

    assert [line.split(": ")[0] for line in told] == ["workshop.MKT1.chose", "workshop.MKT1.dont_know"]


def test_a_file_without_the_groups_is_read_as_unmeasured() -> None:
    older = SOUND | {"median": 1.5, "agreement": -0.25, "dissent": "Two of us see a 1."}

    [result] = read_assessment(file_with(workshop={"MKT1": older}), BANK).sheet.workshop.values()

    assert result == RESULT
    assert (result.chose, result.groups_counted, result.groups_apart) == (None, None, None)


def test_what_is_missing_is_told() -> None:
    told = problems(file_with(workshop={"MKT1": {"held_on": "2026-11-22"}, "MKT9": SOUND, "MKT2": 2}))

    assert [line.split(": ")[0] for line in told] == [
        "workshop.MKT1.round",
        "workshop.MKT1.people",
        "workshop.MKT1.level",
        "workshop",
        "workshop.MKT2",
    ]


def test_the_fewest_whose_answers_are_told_are_the_same_everywhere() -> None:
    assert FEWEST_SHOWN == FEWEST
