"""What a room should talk about first: where it disagrees, and how much hangs on it."""

from collections.abc import Iterable

from detector.core.bank import Bank
from detector.core.workshop.tallies import QuestionTally


def disagreement(tally: QuestionTally) -> float | None:
    """From 0, all agree, to 1, two halves at the ends; None where nothing may be shown or nobody chose a level."""
    if tally.room is None or tally.room.agreement is None:
        return None
    return (1 - tally.room.agreement) / 2


def question_weights(bank: Bank) -> dict[str, float]:
    """How many of the 100 points each question carries, under the bank's weights and with every question asked."""
    return {
        question.id: dimension.weight * question.weight / sum(each.weight for each in dimension.questions)
        for dimension in bank.dimensions
        for question in dimension.questions
    }


def by_divergence(bank: Bank, tallies: Iterable[QuestionTally]) -> tuple[QuestionTally, ...]:
    """The tallies that may be shown, those with most disagreement times weight first, equal ones in their order."""
    weights = question_weights(bank)
    known = [(tally, disagreement(tally)) for tally in tallies]
    found = [(tally, apart * weights[tally.question_id]) for tally, apart in known if apart is not None]
    return tuple(tally for tally, _ in sorted(found, key=lambda pair: -round(pair[1], 12)))
