"""How far the groups of a room agree with each other: the distance between their medians."""

from dataclasses import dataclass

from detector.core.workshop.tallies import QuestionTally


@dataclass(frozen=True)
class GroupAgreement:
    """How many groups could be compared, and how far the medians of two lie apart at most (0 to 3).

    `apart` is None where fewer than two could be compared.
    """

    counted: int
    apart: float | None


def group_agreement(tally: QuestionTally) -> GroupAgreement:
    """How far apart the groups are that may be shown and know; none counts where the room itself does not know."""
    if tally.room is None or tally.room.median is None:
        return GroupAgreement(0, None)
    medians = [group.median for group in tally.groups.values() if group.median is not None]
    return GroupAgreement(len(medians), max(medians) - min(medians) if len(medians) > 1 else None)
