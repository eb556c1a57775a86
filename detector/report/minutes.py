"""The minutes of a workshop: who came, what was asked, how the room answered, and what it agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from detector.charts.points import best_verdict_from
from detector.core.answers import Service
from detector.core.bank import Bank, Question
from detector.core.bank.index import index_of, stakeholder_name
from detector.core.workshop.discussion_order import by_divergence
from detector.core.workshop.visible_results import VisibleResults, latest_tallies
from detector.core.workshop.workshop import Agreed, Workshop
from detector.report.blocks import (
    Block,
    Bullets,
    Column,
    Drawing,
    Length,
    Paragraph,
    Report,
    Section,
    Table,
    Terms,
    Tone,
)
from detector.report.minutes_questions import question_section
from detector.wording.plain import counted, day
from detector.wording.workshops import (
    AGREEMENT_MEANS,
    BETWEEN_GROUPS_MEANS,
    FEW_KNOW_MEANS,
    FEW_MEANS,
    agreed_in_words,
    agreement_in_words,
)

MOST_DIVERGENT = 5


@dataclass(frozen=True)
class Meeting:
    """A workshop that was held: whose service, when, how many joined of each group, and what the room did.

    `remarks` are those that the facilitator released, by question.
    """

    service: Service
    held_on: date
    joined: Mapping[str, int]
    room: Workshop
    results: VisibleResults
    remarks: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


def build_minutes(bank: Bank, meeting: Meeting, *, on: date) -> Report:
    """The minutes, on the day `on`; of answers they hold only what the room itself was shown."""
    name = meeting.service.name
    return Report(
        title=f"Workshop minutes: {name if name.strip() else 'a service'}",
        service=name,
        council=meeting.service.council,
        on=on,
        bank_version=bank.version,
        length=Length.FULL,
        provisional="",
        description="Minutes of a workshop on a service's suitability to become a public service mutual.",
        drawing=Drawing((), best_verdict_from(bank), bank.bands, None, None),
        sections=(
            _opening(bank, meeting),
            _agreed(bank, meeting),
            _divergence(bank, meeting),
            _questions(bank, meeting),
            _method(),
        ),
    )


def _opening(bank: Bank, meeting: Meeting) -> Section:
    people, asked = (
        sum(meeting.joined.values()),
        {question_round.question_id for question_round in meeting.room.rounds},
    )
    blocks: list[Block] = [
        Terms(
            (
                ("Service", meeting.service.name or "not named"),
                ("Held on", day(meeting.held_on)),
                ("People who joined", str(people)),
                ("Questions asked", f"{len(asked)} of the {len(meeting.room.question_ids)} on the agenda"),
            )
        ),
        Table(
            "attendance",
            "Who joined, by the group they chose",
            (Column("Group", 3.0), Column("People", 1.0, is_number=True)),
            tuple((stakeholder_name(bank, group), str(meeting.joined.get(group, 0))) for group in meeting.room.groups),
        ),
        Paragraph(f"Nobody gave a name. {FEW_MEANS}", Tone.QUIET),
    ]
    return Section("workshop", "The workshop", tuple(blocks))


def _agreed(bank: Bank, meeting: Meeting) -> Section:
    settled = [meeting.room.agreed[each] for each in meeting.room.question_ids if each in meeting.room.agreed]
    if not settled:
        return Section("agreed", "What the room agreed", (Paragraph("The room settled on no level."),))
    questions = index_of(bank).questions
    table = Table(
        "agreed-levels",
        "Levels the room settled on",
        (Column("Question", 2.2), Column("Level agreed", 2.4), Column("Round", 0.6, is_number=True)),
        tuple(_agreed_row(questions[one.question_id], one) for one in settled if one.question_id in questions),
    )
    dissent = tuple(f"{one.question_id}: {one.dissent}" for one in settled if one.dissent)
    noted: tuple[Block, ...] = (
        (Paragraph("What those who see it otherwise asked to have written down:"), Bullets(dissent))
        if dissent
        else (Paragraph("No dissent was noted.", Tone.QUIET),)
    )
    return Section("agreed", "What the room agreed", (table, *noted))


def _agreed_row(question: Question, agreed: Agreed) -> tuple[str, ...]:
    return (f"{question.id} {question.text}", agreed_in_words(question.levels, agreed.level), str(agreed.round))


def _divergence(bank: Bank, meeting: Meeting) -> Section:
    questions = index_of(bank).questions
    known = [tally for tally in latest_tallies(meeting.room, meeting.results) if tally.question_id in questions]
    lines = tuple(
        f"{tally.question_id} {questions[tally.question_id].text} "
        f"{agreement_in_words(tally.room.agreement if tally.room else None).capitalize()}."
        for tally in by_divergence(bank, known)[:MOST_DIVERGENT]
    )
    blocks: tuple[Block, ...] = (
        (
            Paragraph("By disagreement and by how much hangs on the question.", Tone.QUIET),
            Bullets(lines, numbered=True),
        )
        if lines
        else (Paragraph("Nothing was shown that could be compared."),)
    )
    return Section("divergence", "Where the room disagreed most", blocks)


def _questions(bank: Bank, meeting: Meeting) -> Section:
    questions = index_of(bank).questions
    shown = [
        each
        for each in meeting.room.question_ids
        if any(question_round.question_id == each for question_round in meeting.results.revealed)
    ]
    parts = tuple(
        question_section(bank, questions[each], meeting.results, meeting.remarks.get(each, ()))
        for each in shown
        if each in questions
    )
    unseen = len({question_round.question_id for question_round in meeting.room.rounds}) - len(shown)
    notes = [Paragraph(f"{counted(unseen, 'question')} asked and never shown to the room: not told here.", Tone.QUIET)]
    if not parts:
        return Section("questions", "Every question", (Paragraph("No answers were shown to the room."),))
    return Section("questions", "Every question", tuple(notes) if unseen else (), parts)


def _method() -> Section:
    return Section(
        "method",
        "How to read these minutes",
        (
            Paragraph(
                "Levels run from 0 to 3, each with its own description. The median is the answer in the middle: half "
                "of those who chose a level chose this or lower. Don't know counts for nothing but itself."
            ),
            Paragraph(FEW_KNOW_MEANS),
            Paragraph(AGREEMENT_MEANS),
            Paragraph(BETWEEN_GROUPS_MEANS),
            Paragraph(FEW_MEANS),
            Paragraph(
                "A room is not a survey: it shows what those who came think. The levels agreed stand in the "
                "assessment with where they come from, and advise; they do not decide."
            ),
        ),
    )
