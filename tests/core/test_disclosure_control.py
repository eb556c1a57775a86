from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detector.core.workshop.disclosure_control import FEWEST, groups_to_show

ROOMS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 12), max_size=7)


@pytest.mark.parametrize(
    ("people", "shown"),
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
def test_groups_to_show(people: dict[str, int], shown: set[str]) -> None:
    assert groups_to_show(people) == shown


@given(ROOMS)
def test_no_sum_or_difference_of_what_is_shown_is_a_cut_of_one_to_four(people: dict[str, int]) -> None:
    shown = sorted(groups_to_show(people))
    room = sum(people.values())

    together = [
        sum(people[group] for group in some) for size in range(len(shown) + 1) for some in combinations(shown, size)
    ]

    computable = [*together, *(room - part for part in together)] if room >= FEWEST else together
    assert not [cut for cut in computable if 0 < cut < FEWEST]


@given(ROOMS)
def test_a_group_is_held_back_only_where_it_must_be(people: dict[str, int]) -> None:
    shown = groups_to_show(people)
    rest = {group: count for group, count in people.items() if group not in shown}

    largest_held_back = max(rest.values(), default=0)

    left_without_it = sum(rest.values()) - largest_held_back
    assert sum(people.values()) < FEWEST or largest_held_back < FEWEST or 0 < left_without_it < FEWEST
