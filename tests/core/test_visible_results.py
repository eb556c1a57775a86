from collections.abc import Callable, Iterable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from detector.core.errors import WorkshopError
from detector.core.workshop.disclosure_control import FEWEST
from detector.core.workshop.tallies import QuestionTally
from detector.core.workshop.visible_results import VisibleResults, latest_tallies, visible_results
from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import QuestionRound, Workshop, close, open_again, open_questions, reveal, start

GROUPS = ("staff", "union", "councillor")
ROOM = start(Workshop(("MKT1", "MKT2"), GROUPS))
STEPS: dict[str, Callable[[Workshop, str], Workshop]] = {
    "open": lambda room, question: open_questions(room, [question]),
    "close": close,
    "reveal": reveal,
    "again": open_again,
}


def votes(question_round: QuestionRound, groups: Iterable[str], level: int = 1) -> list[Vote]:
    """One vote of another person for each group named."""
    return [
        Vote(f"p{index}", group, question_round.question_id, question_round.round, level)
        for index, group in enumerate(groups)
    ]


def derivable(tally: QuestionTally) -> set[int]:
    """The sizes of every cut that can be read off a tally, or had by adding and subtracting what it shows."""
    shown = [one.people for one in tally.groups.values()]
    sums = {sum(some) for size in range(len(shown) + 1) for some in combinations(shown, size)}
    return sums if tally.room is None else sums | {tally.room.people - part for part in sums}


def test_an_open_question_has_progress_and_no_figure() -> None:
    room = open_questions(ROOM, ["MKT1"])

    results = visible_results(room, votes(QuestionRound("MKT1", 1), ["staff"] * 6 + ["union"]))

    assert results.progress[QuestionRound("MKT1", 1)].answered == 7
    assert results.progress[QuestionRound("MKT1", 1)].by_group == {"staff": 6, "union": 1, "councillor": 0}
    assert (results.tallies, results.revealed) == ({}, frozenset())


def test_the_facilitator_sees_what_is_closed_and_the_room_what_is_revealed() -> None:
    closed = close(open_questions(ROOM, ["MKT1"]), "MKT1")
    cast = votes(QuestionRound("MKT1", 1), ["staff"] * 6)

    before, after = visible_results(closed, cast), visible_results(reveal(closed, "MKT1"), cast)

    assert set(before.tallies) == set(after.tallies) == {QuestionRound("MKT1", 1)}
    assert (latest_tallies(closed, before), before.revealed) == ((), frozenset())
    assert latest_tallies(reveal(closed, "MKT1"), after) == (after.tallies[QuestionRound("MKT1", 1)],)


def test_a_second_round_counts_once_it_is_revealed() -> None:
    room = open_again(reveal(close(open_questions(ROOM, ["MKT1"]), "MKT1"), "MKT1"), "MKT1")
    cast = votes(QuestionRound("MKT1", 1), ["staff"] * 6, 0) + votes(QuestionRound("MKT1", 2), ["staff"] * 5, 3)

    during, after = visible_results(room, cast), visible_results(reveal(close(room, "MKT1"), "MKT1"), cast)

    assert [one.round for one in latest_tallies(room, during)] == [1]
    assert [one.round for one in latest_tallies(reveal(close(room, "MKT1"), "MKT1"), after)] == [2]


@given(st.data())
def test_no_sequence_of_steps_and_looks_shows_or_lays_bare_a_cut_of_one_to_four(data: st.DataObject) -> None:
    room, cast = ROOM, dict[tuple[str, str, int], Vote]()
    seen: list[VisibleResults] = []
    for _ in range(data.draw(st.integers(1, 25))):
        name, question = data.draw(st.sampled_from([*STEPS, "vote"])), data.draw(st.sampled_from(ROOM.question_ids))
        if name == "vote":
            person = data.draw(st.integers(0, 11))
            for question_round in [question_round for question_round, state in room.rounds.items() if state == "open"]:
                vote = Vote(
                    f"p{person}",
                    GROUPS[person % 3],
                    question_round.question_id,
                    question_round.round,
                    data.draw(st.integers(0, 3)),
                )
                cast[vote.person, vote.question_id, vote.round] = vote
            continue
        try:
            room = STEPS[name](room, question)
        except WorkshopError:
            continue
        seen.append(visible_results(room, cast.values()))

    for results in seen:
        for question_round, tally in results.tallies.items():
            assert not [size for size in derivable(tally) if 0 < size < FEWEST]
            # Whoever looks twice must see the same: a difference between two looks would be somebody's answer.
            assert all(other.tallies[question_round] == tally for other in seen if question_round in other.tallies)
