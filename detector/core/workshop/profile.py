"""The picture a room makes of the service: medians by dimension, of everybody and of each group shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from detector.core.bank import TOP_LEVEL, Bank, Dimension
from detector.core.scoring import weighted_mean
from detector.core.workshop.tallies import QuestionTally, Tally


@dataclass(frozen=True)
class DimensionSpread:
    """A room's answers on one dimension, from 0 to 1: means of the questions' medians and quartiles.

    All None where no question of it may be shown. `questions` is how many are counted. `groups` holds the medians
    of the groups shown.
    """

    dimension_id: str
    questions: int
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    groups: Mapping[str, float]


def workshop_profile(bank: Bank, tallies: Iterable[QuestionTally]) -> tuple[DimensionSpread, ...]:
    """Each dimension's spread, in the bank's order, from at most one tally a question."""
    by_question = {tally.question_id: tally for tally in tallies}
    return tuple(_spread(dimension, by_question) for dimension in bank.dimensions)


def _spread(dimension: Dimension, tallies: Mapping[str, QuestionTally]) -> DimensionSpread:
    found = [(tallies[each.id], each.weight) for each in dimension.questions if each.id in tallies]
    rooms = [(tally.room, weight) for tally, weight in found if tally.room is not None]
    groups = {group for tally, _ in found for group in tally.groups}
    medians = {
        group: _mean(
            [(tally.groups[group], weight) for tally, weight in found if group in tally.groups],
            lambda tally: tally.median,
        )
        for group in sorted(groups)
    }
    return DimensionSpread(
        dimension_id=dimension.id,
        questions=sum(room.median is not None for room, _ in rooms),
        median=_mean(rooms, lambda tally: tally.median),
        lower_quartile=_mean(rooms, lambda tally: tally.lower_quartile),
        upper_quartile=_mean(rooms, lambda tally: tally.upper_quartile),
        groups={group: median for group, median in medians.items() if median is not None},
    )


def _mean(tallies: Iterable[tuple[Tally, float]], level_of: Callable[[Tally], float | None]) -> float | None:
    """The weighted mean of a level taken from each tally, as a share of the top level."""
    levels = [(level_of(tally), weight) for tally, weight in tallies]
    return weighted_mean((level / TOP_LEVEL, weight) for level, weight in levels if level is not None)
