"""What an assessment keeps of what a room agreed: when, by how many, and how far they and their groups agree."""

from dataclasses import replace
from datetime import date

from detector.core.answers import WorkshopResult
from detector.core.workshop.group_agreement import group_agreement
from detector.core.workshop.tallies import QuestionTally
from detector.core.workshop.workshop import Agreed


def found_by(held_on: date, agreed: Agreed, tally: QuestionTally | None) -> WorkshopResult:
    """What was agreed with the figures of its round; of fewer than five people none but their number."""
    result = WorkshopResult(
        held_on=held_on.isoformat(),
        round=agreed.round,
        people=tally.answered if tally is not None else 0,
        level=agreed.level,
        dissent=agreed.dissent,
    )
    if tally is None or tally.room is None:
        return result
    groups = group_agreement(tally)
    return replace(
        result,
        median=tally.room.median,
        agreement=tally.room.agreement,
        chose=tally.room.chose,
        dont_know=tally.room.dont_know,
        groups_counted=groups.counted,
        groups_apart=groups.apart,
    )
