"""Where the known answers stand: every number that steps and other weights can move, gathered once."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from detector.core.answers import AnswerSheet
from detector.core.bank import TOP_LEVEL, Bank
from detector.core.bank.index import index_of
from detector.core.gates import GateResult
from detector.core.robustness.places import Places, places
from detector.core.scoring import DimensionScore
from detector.core.verdict.ranks import VerdictRules, overall_scores, ranks, verdict_rules
from detector.core.verdict.sheets import Sheets, sheet_row


@dataclass(frozen=True)
class Part:
    """A dimension's known answers.

    `points` are what they bring, `known` the part of the dimension that is known (both 0-1, so the score is their
    quotient), `weight` the dimension's in the bank's units.
    """

    dimension_id: str
    weight: float
    points: float
    known: float
    headline: bool


@dataclass(frozen=True)
class Movable:
    """A question known with a level that work can change, and what one level more adds (0-1) to its dimension and to
    the overall score.

    `level` is as counted. `top_needs_evidence` where the answer's grade is too low for the top level to count.
    """

    question_id: str
    dimension_id: str
    level: int
    adds_to_dimension: float
    adds_to_overall: float
    top_needs_evidence: bool


@dataclass(frozen=True)
class Baseline:
    """A sheet as it stands: its row with the known answers' places in it, its verdict's rank, its score (0-1).

    `parts` and `gates` stand in the bank's order, `movables` in the order of what they add to the overall score.
    """

    rules: VerdictRules
    row: Sheets
    known: Places
    rank: int
    overall: float
    parts: tuple[Part, ...]
    movables: tuple[Movable, ...]
    gates: tuple[GateResult, ...]


def baseline(
    bank: Bank, sheet: AnswerSheet, dimensions: Sequence[DimensionScore], gates: Sequence[GateResult]
) -> Baseline:
    """Where the known answers stand; at least one must be known."""
    rules, row = verdict_rules(bank), sheet_row(bank, dimensions, gates)
    applying = [each for each in dimensions if each.contributions]
    known_weight = fsum([each.weight * each.coverage for each in applying])
    movables = [each for part in applying for each in _movables(bank, sheet, part, part.weight / known_weight)]
    return Baseline(
        rules=rules,
        row=row,
        known=places(bank, dimensions, gates, lambda part: part.counted_level is not None),
        rank=int(ranks(rules, row)[0]),
        overall=float(overall_scores(rules, row)[0]),
        parts=tuple(_part(bank, each) for each in applying),
        # Rounded, because gains that are equal on paper must keep the bank's order.
        movables=tuple(sorted(movables, key=lambda each: -round(each.adds_to_overall, 12))),
        gates=tuple(gates),
    )


def _part(bank: Bank, dimension: DimensionScore) -> Part:
    return Part(
        dimension_id=dimension.dimension_id,
        weight=dimension.weight,
        points=fsum([part.value * part.share for part in dimension.contributions if part.value is not None]),
        known=dimension.coverage,
        headline=index_of(bank).dimensions[dimension.dimension_id].headline,
    )


def _movables(bank: Bank, sheet: AnswerSheet, dimension: DimensionScore, weight: float) -> list[Movable]:
    """The questions of a dimension that carry a level and may be stepped; `weight` is of all known weight."""
    questions = index_of(bank).questions
    return [
        Movable(
            question_id=part.question_id,
            dimension_id=dimension.dimension_id,
            level=part.counted_level,
            adds_to_dimension=part.share / TOP_LEVEL,
            adds_to_overall=weight * part.share / TOP_LEVEL,
            top_needs_evidence=sheet.answers[part.question_id].evidence < bank.scale.top_level_needs_evidence,
        )
        for part in dimension.contributions
        if part.counted_level is not None and not questions[part.question_id].not_a_step
    ]
