"""From an assessment to its result file."""

import json
from collections.abc import Iterable
from string import ascii_uppercase

from detector.core.answers import AnswerSheet, PlannedAction
from detector.core.assessment import Assessment, LocalResult
from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.core.robustness.drivers import DRAWS
from detector.core.robustness.firmness import FewestChanges, Firmness
from detector.core.scoring import DimensionScore, WeightedScore
from detector.core.verdict.caps import CapFired
from detector.core.verdict.could_hold import CouldHold
from detector.core.verdict.verdict import Verdict
from detector.files.result.advice import advice
from detector.files.result.firmness import find_out_first_part, firmness_part
from detector.files.result.money import money_part
from detector.files.result.schema import (
    ActionPart,
    CapPart,
    ContributionPart,
    DimensionPart,
    GatePart,
    HeldPart,
    Interval,
    LocalPart,
    Result,
    RobustnessPart,
    StepPart,
    UnknownPart,
    VerdictPart,
    WeightThresholdPart,
)

RESULT_VERSION = 2


def result_json(bank: Bank, assessment: Assessment, sheet: AnswerSheet) -> str:
    """The result as JSON text in plain ASCII, which no console or pipe can spoil, ending with a new line."""
    return json.dumps(result(bank, assessment, sheet), allow_nan=False, indent=2) + "\n"


def result(bank: Bank, assessment: Assessment, sheet: AnswerSheet) -> Result:
    """Everything the answers say, as other programs read it."""
    confidence = assessment.confidence
    return {
        "result_version": RESULT_VERSION,
        "bank_version": assessment.bank_version,
        "service": {"name": sheet.service.name, "council": sheet.service.council},
        "verdict": {
            **_verdict(assessment.verdict),
            "provisional": bool(assessment.provisional),
            "provisional_because": [
                {"cause": each.cause.value, "about": each.about or None} for each in assessment.provisional
            ],
        },
        **_interval(assessment.overall),
        "confidence": confidence.total * 100,
        "confidence_parts": {
            "coverage": confidence.coverage * 100,
            "evidence": confidence.evidence * 100,
            "agreement": _of_100(confidence.agreement),
            "measured": confidence.measured * 100,
        },
        "given_up": [*assessment.overall.given_up],
        "groups": _groups(assessment.groups),
        "dimensions": _dimensions(bank, assessment.dimensions),
        "gates": _gates(bank, assessment),
        "firmness": firmness_part(assessment),
        "find_out_first": find_out_first_part(assessment),
        "robustness": _robustness(assessment.firmness),
        "unknowns": _unknowns(assessment),
        **advice(bank, assessment),
        "actions": _actions(bank, assessment, sheet),
        "local": _local(assessment.local),
        "money": money_part(bank, sheet),
        "judgement_note": bank.judgement_note,
    }


def _of_100(value: float | None) -> float | None:
    return None if value is None else value * 100


def _interval(part: WeightedScore | DimensionScore) -> Interval:
    return {"score": _of_100(part.score), "low": _of_100(part.low), "high": _of_100(part.high)}


def _groups(groups: Iterable[WeightedScore]) -> dict[str, Interval]:
    return {group.id: _interval(group) for group in groups}


def _verdict(verdict: Verdict) -> VerdictPart:
    holds: list[HeldPart] = [
        {"rule": cap.rule.value, "at_most": cap.at_most, "causes": [*cap.causes], "because": cap.because}
        for cap in verdict.caps
    ]
    return {
        "id": verdict.id,
        "label": verdict.label,
        "meaning": verdict.meaning,
        "uncapped": verdict.uncapped,
        "low": verdict.low,
        "high": verdict.high,
        "settled": verdict.settled,
        "unresolved": verdict.unresolved,
        "caps": [_cap(cap) for cap in verdict.caps],
        "holds": holds,
        "could_hold": [_cap(each) for each in verdict.could_hold],
        "weak": [*verdict.weak],
        "if_passed": None if verdict.if_passed is None else [*verdict.if_passed],
        "still_needed": verdict.still_needed,
    }


def _cap(cap: CapFired | CouldHold) -> CapPart:
    return {"rule": cap.rule.value, "at_most": cap.at_most, "about": cap.about, "because": cap.because}


def _dimensions(bank: Bank, scores: Iterable[DimensionScore]) -> dict[str, DimensionPart]:
    dimensions = index_of(bank).dimensions
    return {
        score.dimension_id: {
            "name": dimensions[score.dimension_id].name,
            "weight": score.weight,
            **_interval(score),
            "coverage": score.coverage,
            "contributions": _contributions(score),
        }
        for score in scores
    }


def _contributions(score: DimensionScore) -> list[ContributionPart]:
    return [
        {
            "question": part.question_id,
            "level": part.level,
            "counted_level": part.counted_level,
            "value": _of_100(part.value),
            "share": part.share,
        }
        for part in score.contributions
    ]


def _gates(bank: Bank, assessment: Assessment) -> dict[str, GatePart]:
    gates = index_of(bank).gates
    return {
        gate.question_id: {
            "gate": gate.gate_id,
            "name": gates[gate.gate_id].name,
            "kind": gate.kind.value,
            "state": gate.state.value,
            "because": gate.because,
        }
        for gate in assessment.gates
    }


def _robustness(found: Firmness | None) -> RobustnessPart:
    thresholds: dict[str, WeightThresholdPart] = {
        each.dimension_id: {"weight": each.weight, "verdict": each.verdict}
        for each in (found.weight_thresholds if found else ())
    }
    up, down = (found.up, found.down) if found else (None, None)
    return {
        "weightings": DRAWS if found else 0,
        "verdict_shares": dict(found.weight_shares) if found else {},
        "weight_flips": thresholds,
        "fewest_steps_up": _steps(up),
        "fewest_steps_up_verdict": up.verdict if up else None,
        "fewest_steps_down": _steps(down),
        "fewest_steps_down_verdict": down.verdict if down else None,
    }


def _steps(path: FewestChanges | None) -> list[StepPart]:
    return [
        {
            "question": step.question_id,
            "from": step.from_level,
            "to": step.to_level,
            "needs_evidence": step.needs_evidence,
        }
        for step in (path.steps if path else ())
    ]


def _unknowns(assessment: Assessment) -> list[UnknownPart]:
    return [{"question": part.question_id, "narrows": part.narrows * 100} for part in assessment.unknowns]


def _actions(bank: Bank, assessment: Assessment, sheet: AnswerSheet) -> list[ActionPart]:
    letters = {stage.id: letter for stage, letter in zip(bank.stages, ascii_uppercase, strict=False)}
    plans = {action.rule_id: sheet.plan.get(action.rule_id, PlannedAction()) for action in assessment.actions}
    return [
        {
            "action": action.rule_id,
            "question": action.question_id,
            "what": action.what,
            "owner": action.owner,
            "stage": letters[action.stage],
            "because": action.because,
            "sources": [*action.sources],
            "order": action.order,
            "planned_owner": plans[action.rule_id].owner or None,
            "due": plans[action.rule_id].due or None,
            "done": plans[action.rule_id].done,
            "reopens": action.reopens or None,
            "find_out": bool(action.find_out),
        }
        for action in assessment.actions
    ]


def _local(local: LocalResult | None) -> LocalPart | None:
    if local is None:
        return None
    return {
        **_interval(local.overall),
        "weights": {**local.weights},
        "groups": _groups(local.groups),
        "verdict": _verdict(local.verdict),
    }
