"""The minutes of a workshop: what the room saw, and nothing that it did not."""

from collections.abc import Iterator
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from detector.bank_files import load_bank
from detector.core.answers import Service
from detector.core.workshop.disclosure_control import FEWEST
from detector.core.workshop.visible_results import visible_results
from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import (
    QuestionRound,
    Workshop,
    agree,
    close,
    open_again,
    open_questions,
    reveal,
    start,
)
from detector.report.blocks import Block, Bullets, Paragraph, Report, Section, Table, Terms
from detector.report.minutes import Meeting, build_minutes

BANK = load_bank()
MKT1 = BANK.dimensions[0].questions[0]
STAFF, UNION = "front_line_staff", "trade_unions"
DAY = date(2026, 11, 22)
LEVEL = st.sampled_from((0, 1, 2, 3, None))
PEOPLE, CHOSE = 2, 3
"""The columns of the table of groups that count people."""


def votes(question_round: QuestionRound, levels: dict[str, list[int | None]]) -> list[Vote]:
    """Votes by group, each of another person."""
    return [
        Vote(f"{group}{index}", group, question_round.question_id, question_round.round, level)
        for group, chosen in levels.items()
        for index, level in enumerate(chosen)
    ]


def seen(room: Workshop, question: str = "MKT1") -> Workshop:
    """The room after its newest round of a question was closed and shown."""
    return reveal(close(room, question), question)


def minutes(room: Workshop, cast: list[Vote], joined: dict[str, int] | None = None) -> Report:
    """The minutes of a room."""
    meeting = Meeting(
        Service("Libraries", "Anyshire"), DAY, joined or {STAFF: 8, UNION: 5}, room, visible_results(room, cast)
    )
    return build_minutes(BANK, meeting, on=DAY)


def text_of(report: Report) -> str:
    """Every word of a report, a line a cell."""
    return "\n".join(line for section in report.sections for line in lines_of(section))


def lines_of(section: Section) -> Iterator[str]:
    yield section.title
    for block in section.blocks:
        yield from words_of(block)
    for inner in section.sections:
        yield from lines_of(inner)


def words_of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Terms():
            yield from (f"{name}: {said}" for name, said in block.pairs)
        case Table():
            yield block.caption
            yield from (" | ".join(row) for row in block.rows)
        case _:
            raise AssertionError(f"minutes hold no {type(block).__name__}")


OPEN = open_questions(start(Workshop(("MKT1", "MKT2"), (STAFF, UNION))), ["MKT1"])
FIRST, SECOND = QuestionRound("MKT1", 1), QuestionRound("MKT1", 2)
DIVIDED: dict[str, list[int | None]] = {STAFF: [0, 0, 0, 3, 3, 3], UNION: [1, 1, 1, 1, 1, None]}
AGREED: dict[str, list[int | None]] = {STAFF: [2, 2, 2, 2, 2, 3], UNION: [2, 2, 2, 2, 1]}


def test_attendance_is_told_by_group_and_nobody_by_name() -> None:
    text = text_of(minutes(OPEN, []))

    assert "Front-line staff | 8" in text
    assert "Trade unions | 5" in text
    assert "People who joined: 13" in text
    assert "Nobody gave a name." in text


def test_every_distribution_that_was_shown_is_told_with_its_groups() -> None:
    text = text_of(minutes(seen(OPEN), votes(FIRST, DIVIDED)))

    assert f"0: {MKT1.levels[0]} | 3" in text
    assert f"1: {MKT1.levels[1]} | 5" in text
    assert "Don't know | 1" in text
    assert "Trade unions | 1 | 6 | 5 | 1 | 1.0" in text
    assert "Round 1: 12 people answered. 11 of 12 chose a level; 1 does not know. Median level 1;" in text
    assert "The medians of 2 groups lie up to 0.5 levels apart." in text


def test_a_room_that_does_not_know_is_told_as_that() -> None:
    text = text_of(minutes(agree(seen(OPEN), "MKT1", None), votes(FIRST, {STAFF: [1, 1, 2, 3, 3] + [None] * 7})))

    assert "The room does not know: 5 of 12 chose a level; 7 do not know." in text
    assert f"MKT1 {MKT1.text} | Don't know | 1" in text
    assert "Median level 2" not in text


def test_which_level_four_chose_is_not_told() -> None:
    text = text_of(minutes(seen(OPEN), votes(FIRST, {STAFF: [0, 1, 2, 3] + [None] * 7})))

    assert f"0: {MKT1.levels[0]} | not shown" in text
    assert "4 of 11 chose a level; 7 do not know." in text


def test_the_shift_between_rounds_is_told() -> None:
    room = seen(open_again(seen(OPEN), "MKT1"))

    text = text_of(minutes(room, votes(FIRST, DIVIDED) + votes(SECOND, AGREED)))

    assert f"2: {MKT1.levels[2]} | 0 | 9" in text
    assert "The median moved from 1 to 2; agreement went from" in text


def test_what_was_agreed_stands_with_its_dissent_as_typed() -> None:
    room = agree(seen(OPEN), "MKT1", 1, "Two of the <b>union</b> see a 0: =1+1")

    text = text_of(minutes(room, votes(FIRST, AGREED)))

    assert f"MKT1 {MKT1.text} | Level 1: {MKT1.levels[1]} | 1" in text
    assert "MKT1: Two of the <b>union</b> see a 0: =1+1" in text


def test_what_the_room_did_not_see_is_not_told() -> None:
    open_, closed = minutes(OPEN, votes(FIRST, DIVIDED)), minutes(close(OPEN, "MKT1"), votes(FIRST, DIVIDED))

    for report in (open_, closed):
        assert "Median level" not in text_of(report)
        assert "No answers were shown to the room." in text_of(report)


def test_four_answers_are_not_told() -> None:
    text = text_of(minutes(seen(OPEN), votes(FIRST, {STAFF: [0, 1, 2, 3]})))

    assert "Fewer than five people answered" in text
    assert MKT1.levels[0] not in text


def test_a_group_that_would_lay_others_bare_is_not_told() -> None:
    text = text_of(minutes(seen(OPEN), votes(FIRST, {STAFF: [2] * 6, UNION: [0, 0]})))

    assert "No group is shown by itself" in text
    assert "Trade unions | 1" not in text


def test_an_empty_workshop_gives_sane_minutes() -> None:
    text = text_of(minutes(Workshop(("MKT1",), (STAFF,)), [], {}))

    assert "The room settled on no level." in text
    assert "Nothing was shown that could be compared." in text


def test_released_remarks_stand_under_their_question_as_typed() -> None:
    room, typed = seen(OPEN), "Nobody asked us: <b>=1+1</b>"
    results = visible_results(room, votes(FIRST, AGREED))
    meeting = Meeting(Service(), DAY, {STAFF: 6, UNION: 5}, room, results, {"MKT1": (typed,)})

    assert typed in text_of(build_minutes(BANK, meeting, on=DAY)).splitlines()


@given(st.data())
def test_no_group_in_the_minutes_is_small_or_lays_a_small_rest_bare(data: st.DataObject) -> None:
    cast = {
        question_round: votes(
            question_round, {group: data.draw(st.lists(LEVEL, max_size=9)) for group in (STAFF, UNION)}
        )
        for question_round in (FIRST, SECOND)
    }
    room = seen(open_again(seen(OPEN), "MKT1"))

    report = minutes(room, [vote for some in cast.values() for vote in some])

    shown = [row for section in report.sections for table in tables_in(section) for row in table.rows]
    for question_round, some in cast.items():
        for column, total in ((PEOPLE, len(some)), (CHOSE, sum(vote.level is not None for vote in some))):
            sizes = [int(row[column]) for row in shown if row[1] == str(question_round.round)]
            left = total - sum(sizes)
            assert all(size >= FEWEST for size in sizes)
            assert not sizes or left == 0 or left >= FEWEST


def tables_in(section: Section) -> Iterator[Table]:
    """The tables of groups in a section and those inside it."""
    yield from (block for block in section.blocks if isinstance(block, Table) and block.id.startswith("groups-"))
    for inner in section.sections:
        yield from tables_in(inner)
