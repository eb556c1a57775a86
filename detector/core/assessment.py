"""The whole path from answers to a result, in one call."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from detector.core.actions import Action, actions
from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.case_studies import Resembling, resembling
from detector.core.conditions import Interval
from detector.core.errors import AnswerError
from detector.core.gates import GateResult, gate_results
from detector.core.legal_forms.advice import advise
from detector.core.legal_forms.results import FormAdvice
from detector.core.options.options import appraise
from detector.core.options.results import NO_OPTIONS, Options
from detector.core.roadmap import StageProgress, stage_progress
from detector.core.robustness.robustness import RANDOM_WEIGHTS, Robustness, robustness
from detector.core.scoring import (
    DimensionScore,
    Unknown,
    WeightedScore,
    combine,
    combine_groups,
    score_dimensions,
    unknowns,
    weights_in_use,
)
from detector.core.verdict.verdict import Confidence, Verdict, confidence, decide


@dataclass(frozen=True)
class LocalResult:
    """The same answers under the council's own weights."""

    weights: dict[str, float]
    overall: WeightedScore
    groups: tuple[WeightedScore, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Assessment:
    """Everything the answers say, under the bank's weights; `local` beside it where a council set its own.

    Dimensions, groups and gates stand in the bank's order; `unknowns` widest first; `actions` in order.
    `robustness` is None while there is no verdict, `forms` where the bank has no legal forms. Stages stand
    in the bank's order; `cases` most alike first.
    """

    bank_version: str
    dimensions: tuple[DimensionScore, ...]
    groups: tuple[WeightedScore, ...]
    overall: WeightedScore
    gates: tuple[GateResult, ...]
    verdict: Verdict
    confidence: Confidence
    unknowns: tuple[Unknown, ...]
    robustness: Robustness | None
    actions: tuple[Action, ...]
    local: LocalResult | None
    forms: FormAdvice | None = None
    options: Options = NO_OPTIONS
    cases: tuple[Resembling, ...] = ()
    stages: tuple[StageProgress, ...] = ()


def assess(bank: Bank, sheet: AnswerSheet, *, random_weights: int = RANDOM_WEIGHTS) -> Assessment:
    """Everything the answers say. `random_weights` is how many other weightings to try; none are tried where it is 0.

    As many ways of weighing the delivery models are drawn.

    Raises:
        AnswerError: if the sheet was answered on another version of the bank.
    """
    _refuse_other_bank(bank, sheet)
    dimensions = score_dimensions(bank, sheet)
    gates = gate_results(bank, sheet)
    overall = combine("overall", dimensions)
    verdict = decide(bank, overall, dimensions, gates)
    scored = Assessment(
        bank_version=bank.version,
        dimensions=dimensions,
        groups=combine_groups(bank, dimensions),
        overall=overall,
        gates=gates,
        verdict=verdict,
        confidence=confidence(bank, sheet),
        unknowns=unknowns(dimensions),
        robustness=None if verdict.id is None else robustness(bank, sheet, dimensions, gates, random_weights),
        actions=actions(bank, sheet, dimensions, gates),
        local=_local_result(bank, sheet, dimensions, gates) if sheet.weights else None,
    )
    return _with_advice(bank, sheet, scored, random_weights)


def scores_of_100(
    overall: WeightedScore, groups: Iterable[WeightedScore], dimensions: Iterable[DimensionScore]
) -> dict[str, Interval | None]:
    """Where every score that a condition may name is certain to lie, by "overall", group id and dimension id.

    None where nothing that makes the score up applies.
    """
    parts = [(part.id, part.low, part.high) for part in (overall, *groups)]
    parts += [(part.dimension_id, part.low, part.high) for part in dimensions]
    return {
        name: None if low is None or high is None else Interval(low * 100, high * 100) for name, low, high in parts
    }


def _refuse_other_bank(bank: Bank, sheet: AnswerSheet) -> None:
    if sheet.bank_version != bank.version:
        raise AnswerError(
            f"These answers belong to question bank {sheet.bank_version}, and this is bank {bank.version}. "
            "Bring them up to date before looking at results."
        )


def _with_advice(bank: Bank, sheet: AnswerSheet, scored: Assessment, draws: int) -> Assessment:
    """The assessment with what follows from its scores: legal forms, models, earlier cases and stages."""
    scores = scores_of_100(scored.overall, scored.groups, scored.dimensions)
    return replace(
        scored,
        forms=advise(bank, sheet, scores, scored.verdict.id) if bank.forms else None,
        options=appraise(bank, sheet, scores, scored.verdict.id, draws=draws),
        cases=resembling(bank, sheet),
        stages=stage_progress(bank, sheet, scores),
    )


def _local_result(
    bank: Bank, sheet: AnswerSheet, dimensions: tuple[DimensionScore, ...], gates: tuple[GateResult, ...]
) -> LocalResult:
    weights = weights_in_use(bank, sheet.weights)
    weighted = tuple(replace(part, weight=weights[part.dimension_id]) for part in dimensions)
    overall = combine("overall", weighted)
    return LocalResult(
        weights=weights,
        overall=overall,
        groups=combine_groups(bank, weighted),
        verdict=decide(bank, overall, weighted, gates),
    )
