from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.workshop.disclosure_control import FEWEST, groups_to_show

# By group, how many chose a level and how many did not know.
Answered = Mapping[str, tuple[int, int]]
ROOMS = st.dictionaries(
    st.sampled_from("abcdefg"), st.tuples(st.integers(0, 12), st.sampled_from((0, 0, 1, 4, 6))), max_size=7
)


def shown_of(room: Answered) -> frozenset[str]:
    people = {group: chose + unknowing for group, (chose, unknowing) in room.items()}
    return groups_to_show(people, {group: chose for group, (chose, _) in room.items()})


@pytest.mark.parametrize(
    ("chose", "shown"),
    [
        pytest.param({"staff": 4}, set[str](), id="a room of four shows nothing"),
        pytest.param({"staff": 5}, {"staff"}, id="five of one group are the room"),
        pytest.param({"staff": 6, "union": 5}, {"staff", "union"}, id="both large enough, nobody left"),
        pytest.param({"staff": 9, "union": 4}, set[str](), id="the one group would lay the four others bare"),
        pytest.param({"staff": 9, "union": 6, "councillor": 2}, {"staff"}, id="the smaller is held back with the two"),
        pytest.param({"a": 6, "b": 6, "c": 1}, {"a"}, id="of equal groups the last is held back"),
        pytest.param({"a": 3, "b": 2, "c": 8}, {"c"}, id="two small groups hide each other"),
        pytest.param({"staff": 5, "union": 0}, {"staff"}, id="a group without answers lays nothing bare"),
    ],
)
def test_groups_to_show(chose: dict[str, int], shown: set[str]) -> None:
    assert groups_to_show(chose, chose) == shown


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        pytest.param({"staff": (4, 9)}, set[str](), id="four who chose are not shown among nine who did not know"),
        pytest.param({"staff": (5, 9)}, {"staff"}, id="five are"),
        pytest.param({"staff": (6, 0), "union": (5, 0), "members": (0, 4)}, {"staff"}, id="four did not know"),
        pytest.param({"staff": (6, 0), "union": (5, 0), "members": (0, 5)}, {"staff"}, id="nor does a fifth help"),
        pytest.param({"staff": (9, 0), "union": (4, 3)}, set[str](), id="of the seven others four chose"),
        pytest.param({"staff": (9, 0), "union": (5, 3)}, {"staff", "union"}, id="of the eight others five chose"),
    ],
)
def test_who_does_not_know_makes_up_no_five(room: Answered, shown: set[str]) -> None:
    assert shown_of(room) == shown


@given(ROOMS)
def test_no_sum_or_difference_of_what_is_shown_is_a_cut_of_one_to_four(room: Answered) -> None:
    shown = sorted(shown_of(room))
    everybody = {group: sum(answered) for group, answered in room.items()}
    choosers = {group: chose for group, (chose, _) in room.items()}

    for counts in (everybody, choosers):
        total = sum(counts.values())
        together = [
            sum(counts[group] for group in some)
            for size in range(len(shown) + 1)
            for some in combinations(shown, size)
        ]
        computable = [*together, *(total - part for part in together)] if shown else together
        assert not [cut for cut in computable if 0 < cut < FEWEST]


@given(ROOMS)
def test_a_group_is_held_back_only_where_it_must_be(room: Answered) -> None:
    shown = shown_of(room)
    rest = {group: answered for group, answered in room.items() if group not in shown}

    largest = max(rest, key=lambda group: (rest[group][0], [-ord(letter) for letter in group]), default="")

    left = [answered for group, answered in rest.items() if group != largest]
    too_few_choose = not largest or rest[largest][0] < FEWEST
    lays_bare = sum(chose for chose, _ in left) < FEWEST and sum(sum(answered) for answered in left) > 0
    assert too_few_choose or lays_bare


@given(ROOMS, st.sampled_from("abcdefg"))
def test_a_dont_know_never_brings_a_group_in(room: Answered, group: str) -> None:
    chose, unknowing = room.get(group, (0, 0))

    assert shown_of({**room, group: (chose, unknowing + 1)}) <= shown_of(room)
