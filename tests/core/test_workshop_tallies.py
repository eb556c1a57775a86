from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from builders import make_bank, make_dimension
from hypothesis import given
from hypothesis import strategies as st

from detector.core.workshop.disclosure_control import FEWEST
from detector.core.workshop.discussion_order import by_divergence, disagreement
from detector.core.workshop.profile import workshop_profile
from detector.core.workshop.tallies import QuestionTally, quantile, tally_question
from detector.core.workshop.votes import Vote

GROUPS = ("staff", "union", "councillor", "commissioner")
LEVEL = st.sampled_from((0, 1, 2, 3, None))


def votes(levels: Mapping[str, Sequence[int | None]], question: str = "MKT1", number: int = 1) -> list[Vote]:
    """Votes by group, each of another person."""
    return [
        Vote(f"{group}-{index}", group, question, number, level)
        for group, chosen in levels.items()
        for index, level in enumerate(chosen)
    ]


ROOMS = st.dictionaries(st.sampled_from(GROUPS), st.lists(LEVEL, max_size=9), max_size=4)


def test_four_answers_are_counted_and_not_shown() -> None:
    tally = tally_question("MKT1", 1, votes({"staff": [0, 1, 2, 3]}))

    assert (tally.answered, tally.room, tally.groups) == (4, None, {})


def test_five_answers_are_shown_with_median_quartiles_and_agreement() -> None:
    room = tally_question("MKT1", 1, votes({"staff": [0, 1, 2, 2, 3, None]})).room

    assert room is not None
    assert (room.people, room.chose, room.counts, room.dont_know) == (6, 5, (1, 1, 2, 1), 1)
    assert (room.lower_quartile, room.median, room.upper_quartile) == (1, 2, 2)
    assert room.agreement == pytest.approx(0.2)


def test_a_room_that_does_not_know_has_no_median() -> None:
    room = tally_question("MKT1", 1, votes({"staff": [None] * 5})).room

    assert room is not None
    assert (room.median, room.agreement, room.dont_know) == (None, None, 5)


def test_another_round_and_another_question_are_not_counted() -> None:
    cast = votes({"staff": [3] * 5}) + votes({"staff": [0] * 7}, number=2) + votes({"staff": [0] * 9}, "MKT2")

    tally = tally_question("MKT1", 1, cast)

    assert tally.answered == 5


@given(ROOMS)
def test_groups_shown_never_lay_one_to_four_people_bare(levels: dict[str, list[int | None]]) -> None:
    cast = votes(levels)

    tally = tally_question("MKT1", 1, cast)

    everybody, choosers = [one.people for one in tally.groups.values()], [one.chose for one in tally.groups.values()]
    for sizes, total in ((everybody, len(cast)), (choosers, sum(vote.level is not None for vote in cast))):
        sums = [sum(some) for size in range(len(sizes) + 1) for some in combinations(sizes, size)]
        left = [total - part for part in sums] if sizes else []
        assert not [cut for cut in (*sums, *left) if 0 < cut < FEWEST]


@given(ROOMS)
def test_a_group_shown_holds_exactly_its_own_answers(levels: dict[str, list[int | None]]) -> None:
    tally = tally_question("MKT1", 1, votes(levels))

    for group, one in tally.groups.items():
        chosen = Counter(levels[group])
        assert (*one.counts, one.dont_know) == tuple(chosen[level] for level in (0, 1, 2, 3, None))


@pytest.mark.parametrize(
    ("ordered", "share", "value"),
    [
        pytest.param([1, 2], 0.5, 1.5, id="between two"),
        pytest.param([0, 1, 2, 3], 0.25, 0.75, id="a quarter of the way"),
        pytest.param([3], 0.75, 3, id="of one"),
    ],
)
def test_quantile(ordered: list[float], share: float, value: float) -> None:
    assert quantile(ordered, share) == pytest.approx(value)


def test_the_room_talks_first_about_what_divides_it_and_weighs() -> None:
    bank = make_bank([make_dimension("market", ["A", "B"], weight=80), make_dimension("staff", ["C", "D"], weight=20)])
    divided, agreed = [0, 0, 0, 3, 3, 3], [2, 2, 2, 2, 2]
    tallies = [
        tally_question(question, 1, votes({"staff": levels}, question))
        for question, levels in (("A", agreed), ("B", divided), ("C", divided), ("D", [0, 1]))
    ]

    order = [tally.question_id for tally in by_divergence(bank, tallies)]

    assert order == ["B", "C", "A"]


def test_disagreement_runs_from_none_to_two_halves() -> None:
    apart = tally_question("A", 1, votes({"staff": [0, 0, 0, 3, 3, 3]}, "A"))
    alike = tally_question("A", 1, votes({"staff": [1] * 5}, "A"))

    assert (disagreement(apart), disagreement(alike), disagreement(QuestionTally("A", 1, 0, None))) == (1, 0, None)


def test_the_picture_is_the_mean_of_the_medians_with_each_group_that_is_shown() -> None:
    bank = make_bank([make_dimension("market", ["A", "B"]), make_dimension("staff", ["C"])])
    tallies = [
        tally_question("A", 1, votes({"staff": [3] * 5, "union": [0] * 5}, "A")),
        tally_question("B", 1, votes({"staff": [0] * 5}, "B")),
    ]

    market, staff = workshop_profile(bank, tallies)

    assert (market.questions, market.median, market.groups) == (
        2,
        pytest.approx(0.25),
        {"staff": pytest.approx(0.5), "union": 0},
    )
    assert (staff.questions, staff.median, staff.groups) == (0, None, {})
