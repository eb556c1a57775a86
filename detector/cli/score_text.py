"""The result of one assessment as plain text."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.bank.index import find_question
from detector.core.gates import GateState
from detector.core.scoring import DimensionScore, WeightedScore, shown
from detector.core.text import one_line
from detector.wording import (
    confidence_sentence,
    deciding_caps,
    flip_sentence,
    provisional_sentence,
    range_sentence,
    score_sentence,
    shares_sentence,
    step_sentence,
    steps_sentence,
)

WIDTH = 88
FIRST_FEW = 3
_NAME_WIDTH = 44


def score_text(bank: Bank, assessment: Assessment, sheet: AnswerSheet) -> str:
    """The verdict, what holds it down, scores, gates, how firm it is and what to do first, in lines of 88."""
    parts = (
        _verdict(bank, assessment, sheet),
        _section("What holds the verdict down", (cap.because for cap in deciding_caps(assessment.verdict)[0])),
        _scores(bank, assessment),
        _section("What would narrow this most", _unknowns(bank, assessment)),
        _section("Gates not passed", _gates(bank, assessment)),
        _section("How firm this is", _firmness(bank, assessment)),
        _section("With the council's own weights", _local(bank, assessment)),
        _section("What to do first", _actions(bank, assessment)),
        fill(bank.judgement_note, WIDTH) + "\n",
    )
    return "\n".join(part for part in parts if part)


def _verdict(bank: Bank, assessment: Assessment, sheet: AnswerSheet) -> str:
    service = ", ".join(_printable(part) for part in (sheet.service.name, sheet.service.council) if part.strip())
    verdict = assessment.verdict
    lines = (
        service or "A service without a name",
        "-" * WIDTH,
        f"{verdict.label}. {verdict.meaning}",
        score_sentence(assessment),
        range_sentence(bank, assessment),
        confidence_sentence(assessment),
        provisional_sentence(bank) if assessment.confidence.provisional else "",
    )
    return "".join(f"{fill(line, WIDTH)}\n" for line in lines if line)


def _section(title: str, items: Iterable[str]) -> str:
    """A titled list, or nothing where there is nothing to list."""
    lines = [fill(item, WIDTH, initial_indent="- ", subsequent_indent="  ") for item in items if item]
    return "\n".join([title, *lines, ""]) if lines else ""


def _scores(bank: Bank, assessment: Assessment) -> str:
    dimensions = {dimension.id: dimension.name for dimension in bank.dimensions}
    groups = {group.id: group.name for group in bank.groups}
    lines = [
        f"{'Scores out of 100':<{_NAME_WIDTH}}{'score':>7}{'low':>6}{'high':>6}{'answered':>11}",
        *(
            f"{_row(dimensions[score.dimension_id], score)}{shown(score.coverage):>9} %"
            for score in assessment.dimensions
        ),
        *(_row(groups[group.id], group) for group in assessment.groups),
        _row("Overall", assessment.overall),
    ]
    return "\n".join([*lines, ""])


def _row(name: str, score: DimensionScore | WeightedScore) -> str:
    return (
        f"{name[: _NAME_WIDTH - 1]:<{_NAME_WIDTH}}{_cell(score.score):>7}{_cell(score.low):>6}{_cell(score.high):>6}"
    )


def _cell(value: float | None) -> str:
    return "-" if value is None else str(shown(value))


def _gates(bank: Bank, assessment: Assessment) -> Iterator[str]:
    names = {gate.id: gate.name for gate in bank.gates}
    clears = {gate.id: gate.clears_when for gate in bank.gates}
    for gate in assessment.gates:
        if gate.state in (GateState.FAILED, GateState.WARNING, GateState.OPEN):
            yield (
                f"{names[gate.gate_id]} ({gate.kind.value} gate, {gate.state.value}). {_printable(gate.because)}. "
                f"What clears it: {clears[gate.gate_id]}"
            )


def _firmness(bank: Bank, assessment: Assessment) -> Iterator[str]:
    found = assessment.robustness
    if found is None:
        return
    yield shares_sentence(bank, assessment)
    yield from (flip_sentence(bank, flip) for flip in found.weight_flips)
    for steps, way in ((found.up, "better"), (found.down, "worse")):
        yield steps_sentence(bank, steps, way)
        yield from (step_sentence(bank, step) for step in (steps.steps if steps else ()))


def _local(bank: Bank, assessment: Assessment) -> Iterator[str]:
    if assessment.local is None:
        return
    own, overall = {dimension.id: dimension for dimension in bank.dimensions}, assessment.local.overall
    changed = [
        f"{own[key].name} {weight:g} instead of {own[key].weight:g}"
        for key, weight in assessment.local.weights.items()
        if weight != own[key].weight
    ]
    interval = f"from {_cell(overall.low)} to {_cell(overall.high)}"
    yield f"{assessment.local.verdict.label}. Score {_cell(overall.score)}, {interval}."
    yield f"Weights changed: {', '.join(changed) or 'none'}."


def _unknowns(bank: Bank, assessment: Assessment) -> Iterator[str]:
    for unknown in assessment.unknowns[:FIRST_FEW]:
        question = find_question(bank, unknown.question_id)
        text = question.text if question else ""
        yield f"{unknown.question_id}, {text} Knowing it takes {unknown.narrows * 100:.1f} points off the interval."


def _actions(bank: Bank, assessment: Assessment) -> Iterator[str]:
    owners = {stakeholder.id: stakeholder.name for stakeholder in bank.stakeholders}
    stages = {stage.id: stage.name for stage in bank.stages}
    # Several questions may raise one action: it is told once, for the first of them.
    once = {action.rule_id: action for action in reversed(assessment.actions)}
    in_order = sorted(once.values(), key=lambda action: action.order)
    for action in in_order[:FIRST_FEW]:
        yield (
            f"{action.what} Suggested owner: {owners[action.owner]}. Stage: {stages[action.stage]}. "
            f"Why: {action.question_id}, {_printable(action.because)}."
        )
    if len(in_order) > FIRST_FEW:
        yield f"And {len(in_order) - FIRST_FEW} more: add --json to see them all."


def _printable(text: str) -> str:
    """Typed text on one line, without characters that could steer a console."""
    return one_line(text)
