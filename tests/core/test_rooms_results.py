from collections.abc import Callable, Iterable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from detector.core.errors import RoomError
from detector.core.workshop.disclosure_control import FEWEST
from detector.core.workshop.tallies import QuestionTally
from detector.core.workshop.visible_results import RoomResults, latest_tallies, room_results
from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import Room, Turn, close, open_again, open_questions, reveal, start

GROUPS = ("staff", "union", "councillor")
ROOM = start(Room(("MKT1", "MKT2"), GROUPS))
STEPS: dict[str, Callable[[Room, str], Room]] = {
    "open": lambda room, question: open_questions(room, [question]),
    "close": close,
    "reveal": reveal,
    "again": open_again,
}


def votes(turn: Turn, groups: Iterable[str], level: int = 1) -> list[Vote]:
    """One vote of another person for each group named."""
    return [Vote(f"p{index}", group, turn.question_id, turn.round, level) for index, group in enumerate(groups)]


def derivable(tally: QuestionTally) -> set[int]:
    """The sizes of every cut that can be read off a tally, or had by adding and subtracting what it shows."""
    shown = [one.people for one in tally.groups.values()]
    sums = {sum(some) for size in range(len(shown) + 1) for some in combinations(shown, size)}
    return sums if tally.room is None else sums | {tally.room.people - part for part in sums}


def test_an_open_question_has_progress_and_no_figure() -> None:
    room = open_questions(ROOM, ["MKT1"])

    results = room_results(room, votes(Turn("MKT1", 1), ["staff"] * 6 + ["union"]))

    assert results.progress[Turn("MKT1", 1)].answered == 7
    assert results.progress[Turn("MKT1", 1)].by_group == {"staff": 6, "union": 1, "councillor": 0}
    assert (results.tallies, results.revealed) == ({}, frozenset())


def test_the_facilitator_sees_what_is_closed_and_the_room_what_is_revealed() -> None:
    closed = close(open_questions(ROOM, ["MKT1"]), "MKT1")
    cast = votes(Turn("MKT1", 1), ["staff"] * 6)

    before, after = room_results(closed, cast), room_results(reveal(closed, "MKT1"), cast)

    assert set(before.tallies) == set(after.tallies) == {Turn("MKT1", 1)}
    assert (latest_tallies(closed, before), before.revealed) == ((), frozenset())
    assert latest_tallies(reveal(closed, "MKT1"), after) == (after.tallies[Turn("MKT1", 1)],)


def test_a_second_round_counts_once_it_is_revealed() -> None:
    room = open_again(reveal(close(open_questions(ROOM, ["MKT1"]), "MKT1"), "MKT1"), "MKT1")
    cast = votes(Turn("MKT1", 1), ["staff"] * 6, 0) + votes(Turn("MKT1", 2), ["staff"] * 5, 3)

    during, after = room_results(room, cast), room_results(reveal(close(room, "MKT1"), "MKT1"), cast)

    assert [one.round for one in latest_tallies(room, during)] == [1]
    assert [one.round for one in latest_tallies(reveal(close(room, "MKT1"), "MKT1"), after)] == [2]


@given(st.data())
def test_no_sequence_of_steps_and_looks_shows_or_lays_bare_a_cut_of_one_to_four(data: st.DataObject) -> None:
    room, cast = ROOM, dict[tuple[str, str, int], Vote]()
    seen: list[RoomResults] = []
    for _ in range(data.draw(st.integers(1, 25))):
        name, question = data.draw(st.sampled_from([*STEPS, "vote"])), data.draw(st.sampled_from(ROOM.question_ids))
        if name == "vote":
            person = data.draw(st.integers(0, 11))
            for turn in [turn for turn, state in room.turns.items() if state == "open"]:
                vote = Vote(
                    f"p{person}", GROUPS[person % 3], turn.question_id, turn.round, data.draw(st.integers(0, 3))
                )
                cast[vote.person, vote.question_id, vote.round] = vote
            continue
        try:
            room = STEPS[name](room, question)
        except RoomError:
            continue
        seen.append(room_results(room, cast.values()))

    for results in seen:
        for turn, tally in results.tallies.items():
            assert not [size for size in derivable(tally) if 0 < size < FEWEST]
            # Whoever looks twice must see the same: a difference between two looks would be somebody's answer.
            assert all(other.tallies[turn] == tally for other in seen if turn in other.tallies)
