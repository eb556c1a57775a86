"""What is kept of a room: who chose, how far groups lie apart, and that those who do not know make up no figure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from builders import at_level, make_bank, make_dimension, make_sheet
from hypothesis import given
from hypothesis import strategies as st

from detector.core.answers.workshop_checks import workshop_problems
from detector.core.verdict.confidence import confidence
from detector.core.workshop.found import found_by
from detector.core.workshop.group_agreement import GroupAgreement, group_agreement
from detector.core.workshop.tallies import QuestionTally, tally_question
from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import Agreed

Levels = Mapping[str, Sequence[int | None]]
GROUPS = ("staff", "union", "councillor", "finance")
LEVEL = st.sampled_from((0, 1, 2, 3, 3, None))
ROOMS = st.dictionaries(st.sampled_from(GROUPS), st.lists(LEVEL, max_size=9), max_size=4)
BANK = make_bank([make_dimension("market", ["MKT1", "MKT2"])])
FIVE = 5


def tally(levels: Levels) -> QuestionTally:
    """The room's answers to MKT1, each of another person."""
    return tally_question(
        "MKT1",
        1,
        [
            Vote(f"{group}{place}", group, "MKT1", 1, level)
            for group, chosen in levels.items()
            for place, level in enumerate(chosen)
        ],
    )


def confidence_after(levels: Levels) -> float:
    """The confidence of a sheet with what such a room found on MKT1."""
    found = found_by(date(2026, 11, 22), Agreed("MKT1", 1, 2), tally(levels))
    return confidence(BANK, replace(make_sheet({"MKT1": at_level(2, 1)}), workshop={"MKT1": found})).total


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        pytest.param({"staff": [2] * 5, "union": [2] * 5}, GroupAgreement(2, 0), id="two groups at one level"),
        pytest.param({"staff": [3] * 5, "union": [0] * 6}, GroupAgreement(2, 3), id="at the two ends"),
        pytest.param(
            {"staff": [3] * 5, "union": [1] * 6, "finance": [2, 2, 2, 3, 3, 3]},
            GroupAgreement(3, 2),
            id="the greatest distance of two, not of neighbours",
        ),
        pytest.param({"staff": [0, 1, 2, 3, 3, 0]}, GroupAgreement(1, None), id="one group is no comparison"),
        pytest.param({"staff": [3] * 5, "union": [0] * 4}, GroupAgreement(0, None), id="four are not compared"),
        pytest.param(
            {"staff": [3] * 5, "union": [0] * 4 + [None]}, GroupAgreement(0, None), id="a fifth who does not know"
        ),
        pytest.param(
            {"staff": [3] * 5, "union": [0] * 5 + [None] * 6},
            GroupAgreement(1, None),
            id="a group of which under half chose does not know",
        ),
        pytest.param(
            {"staff": [3] * 5, "union": [0] * 5, "finance": [None] * 11},
            GroupAgreement(0, None),
            id="nor is anybody compared where the room does not know",
        ),
    ],
)
def test_group_agreement(levels: dict[str, list[int | None]], found: GroupAgreement) -> None:
    assert group_agreement(tally(levels)) == found


@given(ROOMS, st.sampled_from(GROUPS))
def test_a_dont_know_never_makes_a_question_measured(levels: dict[str, list[int | None]], group: str) -> None:
    before = group_agreement(tally(levels))

    after = group_agreement(tally({**levels, group: [*levels.get(group, ()), None]}))

    assert after.apart is None or before.apart is not None
    assert after.counted <= before.counted


@given(ROOMS, st.sampled_from(GROUPS), st.lists(st.integers(0, 3), min_size=1, max_size=4), st.data())
def test_what_a_group_under_five_chose_changes_no_figure(
    levels: dict[str, list[int | None]], group: str, chosen: list[int], data: st.DataObject
) -> None:
    others = data.draw(st.lists(st.integers(0, 3), min_size=len(chosen), max_size=len(chosen)))
    one, other = tally({**levels, group: chosen}), tally({**levels, group: others})

    assert group_agreement(one) == group_agreement(other)
    assert confidence_after({**levels, group: chosen}) == confidence_after({**levels, group: others})


@given(ROOMS, st.one_of(st.none(), st.integers(0, 3)))
def test_whatever_a_room_answers_is_kept_as_a_sound_result(
    levels: dict[str, list[int | None]], agreed: int | None
) -> None:
    found = found_by(date(2026, 11, 22), Agreed("MKT1", 1, agreed), tally(levels))

    people = sum(len(chosen) for chosen in levels.values())
    chose = sum(level is not None for chosen in levels.values() for level in chosen)
    assert workshop_problems(found) == ()
    assert (found.chose, found.dont_know) == ((chose, people - chose) if people >= FIVE else (None, None))
    assert (found.median is None) == (chose < FIVE or 2 * chose < people)


def test_of_a_round_without_answers_only_the_level_is_kept() -> None:
    found = found_by(date(2026, 11, 22), Agreed("MKT1", 2, 1, "One waits"), None)

    assert (found.held_on, found.round, found.people, found.level, found.dissent) == (
        "2026-11-22",
        2,
        0,
        1,
        "One waits",
    )
    assert (found.chose, found.median, found.groups_counted) == (None, None, None)


@pytest.mark.parametrize(
    ("levels", "proposed"),
    [
        pytest.param([0, 1, 2, 3, 3], 2, id="the middle one"),
        pytest.param([0, 1, 1, 3, 3, 3], 1, id="the lower of two in the middle"),
        pytest.param([3, 3, 3, 3, 3, None, None], 3, id="of those who chose"),
        pytest.param([3, 3, 3, 3, None, None], None, id="of four nothing: that nobody knows"),
        pytest.param([3] * 5 + [None] * 6, None, id="five of eleven chose: that nobody knows"),
        pytest.param([3] * 5 + [None] * 5, 3, id="five of ten chose"),
    ],
)
def test_the_level_proposed(levels: list[int | None], proposed: int | None) -> None:
    room = tally({"staff": levels}).room

    assert room is not None
    assert room.proposed == proposed
    assert (room.median is None, room.agreement is None, room.upper_quartile is None) == (proposed is None,) * 3


def test_five_of_twelve_chose_so_the_room_does_not_know() -> None:
    room = tally({"staff": [1, 2, 2, 3, 3] + [None] * 7}).room

    assert room is not None
    assert (room.people, room.chose, room.dont_know, room.counts) == (12, 5, 7, (0, 1, 2, 2))
    assert (room.median, room.lower_quartile, room.agreement, room.proposed) == (None, None, None, None)


def test_of_four_who_chose_among_many_no_level_is_told() -> None:
    room = tally({"staff": [1, 2, 2, 3] + [None] * 25}).room

    assert room is not None
    assert (room.people, room.chose, room.counts, room.median) == (29, 4, (), None)
