"""One question in the minutes: how many chose each level in each round, and by group where that may be shown."""

from collections.abc import Sequence

from detector.core.bank import Bank, Question
from detector.core.bank.index import stakeholder_name
from detector.core.workshop.group_agreement import group_agreement
from detector.core.workshop.tallies import QuestionTally, Tally
from detector.core.workshop.visible_results import VisibleResults
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.wording.plain import counted
from detector.wording.workshops import NOT_SHOWN, groups_in_words, level_number, signed, tally_in_words


def question_section(bank: Bank, question: Question, results: VisibleResults, remarks: Sequence[str] = ()) -> Section:
    """A question with what the room was shown of it, round by round, and the remarks released on it."""
    rounds = sorted(
        (question_round for question_round in results.revealed if question_round.question_id == question.id),
        key=lambda question_round: question_round.round,
    )
    tallies = [results.tallies[question_round] for question_round in rounds]
    seen = [(tally, tally.room) for tally in tallies if tally.room is not None]
    blocks: list[Block] = []
    if seen:
        blocks += [_distribution(question, seen), *_sentences(tallies), *_groups(bank, question, seen)]
    else:
        blocks.append(Paragraph(NOT_SHOWN, Tone.QUIET))
    if remarks:
        blocks += [Paragraph("Remarks that the facilitator released:"), Bullets(tuple(remarks))]
    return Section(f"question-{question.id}", f"{question.id} {question.text}", tuple(blocks))


def _distribution(question: Question, seen: Sequence[tuple[QuestionTally, Tally]]) -> Table:
    rows = [
        (f"{level}: {descriptor}", *(str(room.counts[level]) if room.counts else "not shown" for _, room in seen))
        for level, descriptor in enumerate(question.levels)
    ]
    rows.append(("Don't know", *(str(room.dont_know) for _, room in seen)))
    return Table(
        f"answers-{question.id}",
        f"How many people chose each answer to {question.id}",
        (Column("Answer", 3.6), *(Column(f"Round {tally.round}", 0.8, is_number=True) for tally, _ in seen)),
        tuple(rows),
    )


def _sentences(tallies: Sequence[QuestionTally]) -> list[Block]:
    said: list[Block] = [Paragraph(_sentence(tally)) for tally in tallies]
    rooms = [tally.room for tally in tallies if tally.room is not None]
    if len(rooms) > 1:
        said.append(Paragraph(_shift(rooms[0], rooms[-1])))
    return said


def _sentence(tally: QuestionTally) -> str:
    room = tally.room
    if room is None:
        return f"Round {tally.round}: {NOT_SHOWN}"
    between = group_agreement(tally)
    groups = groups_in_words(between.counted, between.apart)
    said = f" {groups[0].upper()}{groups[1:]}." if groups else ""
    return f"Round {tally.round}: {counted(room.people, 'person', 'people')} answered. {tally_in_words(room)}{said}"


def _shift(first: Tally, second: Tally) -> str:
    """How the second round differs from the first."""
    if first.median is None or second.median is None or first.agreement is None or second.agreement is None:
        return "The two rounds cannot be compared: in one of them the room did not know."
    moved = (
        f"The median stayed at {level_number(second.median)}"
        if first.median == second.median
        else f"The median moved from {level_number(first.median)} to {level_number(second.median)}"
    )
    return f"{moved}; agreement went from {signed(first.agreement)} to {signed(second.agreement)}."


def _groups(bank: Bank, question: Question, seen: Sequence[tuple[QuestionTally, Tally]]) -> list[Block]:
    rows = tuple(
        (
            stakeholder_name(bank, group),
            str(tally.round),
            str(one.people),
            str(one.chose),
            level_number(one.median),
            signed_or_none(one),
        )
        for tally, _ in seen
        for group, one in tally.groups.items()
    )
    if not rows:
        return [
            Paragraph("No group is shown by itself: it, or the rest, would be fewer than five who know.", Tone.QUIET)
        ]
    columns = (
        Column("Group", 2.4),
        Column("Round", 0.7, is_number=True),
        Column("People", 0.8, is_number=True),
        Column("Chose a level", 0.9, is_number=True),
        Column("Median level", 1.1, is_number=True),
        Column("Agreement", 1.0, is_number=True),
    )
    return [Table(f"groups-{question.id}", f"Groups on {question.id}, where they may be shown", columns, rows)]


def signed_or_none(tally: Tally) -> str:
    """A group's agreement, or that there is none to tell."""
    return "none" if tally.agreement is None else signed(tally.agreement)
