"""The tables of the Results page: groups, gates, the answers behind each number, and local weights."""

import streamlit as st

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank, Dimension, GateKind
from detector.core.gates import GateState, answer_in_words
from detector.core.scoring import Contribution, DimensionScore, WeightedScore, shown
from detector.core.wording import between
from detector.ui import words
from detector.ui.menu import go

GATE_STATES = {
    GateState.PASSED: "Passed",
    GateState.WARNING: "Warning",
    GateState.FAILED: "Failed",
    GateState.OPEN: "Open: not known yet",
    GateState.WAIVED: "Waived: does not apply",
}
WORST_FIRST = (GateState.FAILED, GateState.OPEN, GateState.WARNING, GateState.WAIVED, GateState.PASSED)


def groups(bank: Bank, assessment: Assessment) -> None:
    """The three groups and the overall score."""
    st.header("Right service, right support, ready", anchor=False)
    names = {group.id: group.name for group in bank.groups}
    hints = {group.id: group.hint for group in bank.groups}
    rows = [(names[group.id], *_scores(group), hints[group.id]) for group in assessment.groups]
    words.table(
        "Scores of the three groups, out of 100",
        ("Group", "Score", "Possible range", "What it asks"),
        [*rows, ("Overall", *_scores(assessment.overall), "All dimensions by weight")],
    )
    if assessment.overall.given_up:
        without = ", ".join(part.name for part in bank.dimensions if part.id in assessment.overall.given_up)
        st.text(f"Nothing applies in {without}: its weight is shared among the others.")


def _scores(score: WeightedScore | DimensionScore) -> tuple[str, str]:
    if score.low is None or score.high is None:
        return "does not apply", ""
    middle = "no answer yet" if score.score is None else str(shown(score.score))
    return middle, between(score.low, score.high)


def gates(bank: Bank, assessment: Assessment) -> None:
    """Every gate, the worst first: state, why it exists, who can clear it and how."""
    st.header("Gates", anchor=False)
    words.quiet("A hard gate that fails stops the idea. An amber one must be put right before a business case.")
    people = {person.id: person.name for person in bank.stakeholders}
    entries = {gate.id: gate for gate in bank.gates}
    ordered = sorted(
        assessment.gates, key=lambda result: (WORST_FIRST.index(result.state), result.kind is not GateKind.HARD)
    )
    rows = [
        (
            f"{entries[result.gate_id].name} ({result.kind.value}, {result.question_id})",
            GATE_STATES[result.state],
            result.because,
            entries[result.gate_id].why,
            f"{entries[result.gate_id].clears_when} "
            f"Who: {', '.join(people[person] for person in entries[result.gate_id].cleared_by)}.",
        )
        for result in ordered
    ]
    words.table("Gates, the worst first", ("Gate", "State", "Because", "Why it exists", "What clears it"), rows)


def answers_behind(bank: Bank, assessment: Assessment, sheet: AnswerSheet) -> None:
    """Each dimension's number, opened to the answers that made it."""
    st.header("The answers behind each number", anchor=False)
    scores = {score.dimension_id: score for score in assessment.dimensions}
    for dimension in bank.dimensions:
        score = scores[dimension.id]
        middle, interval = _scores(score)
        weight = f"weight {score.weight:g} of 100"
        with st.expander(f"{dimension.name}: {middle} ({interval}), {weight}"):
            _answers(bank, dimension, score, sheet)
            go("questions", f"Change the answers on {dimension.name}", part=dimension.id, scan="all")


def _answers(bank: Bank, dimension: Dimension, score: DimensionScore, sheet: AnswerSheet) -> None:
    parts = {part.question_id: part for part in score.contributions}
    rows = [
        (
            f"{question.id} {question.text}",
            answer_in_words(bank, question, sheet.answers.get(question.id)),
            *_numbers(parts.get(question.id)),
            _evidence(bank, sheet, question.id),
        )
        for question in dimension.questions
    ]
    words.table(
        f"Answers on {dimension.name}",
        ("Question", "Answer", "Value", "Share", "Evidence and note"),
        rows,
        caption_shown=False,
    )


def _numbers(part: Contribution | None) -> tuple[str, str]:
    if part is None:
        return "left out", ""
    share = f"{shown(part.share)} %"
    if part.value is None:
        return "not known", share
    capped = part.level is not None and part.level != part.counted_level
    return f"{shown(part.value)}{f' (counts as level {part.counted_level})' if capped else ''}", share


def _evidence(bank: Bank, sheet: AnswerSheet, question_id: str) -> str:
    answer = sheet.answers.get(question_id)
    if answer is None:
        return ""
    grade = next(grade.name for grade in bank.scale.evidence_grades if grade.grade == answer.evidence)
    parts = [f"Grade {answer.evidence}, {grade.lower()}.", answer.note, *answer.links]
    return " ".join(part for part in parts if part)


def local_weights(bank: Bank, assessment: Assessment) -> None:
    """The verdict under the council's own weights beside the bank's."""
    local = assessment.local
    if local is None:
        return
    st.header("Your own weights", anchor=False)
    words.table(
        "The verdict under the bank's weights and under yours",
        ("Result", "The bank's weights", "Your weights"),
        [
            ("Verdict", assessment.verdict.label, local.verdict.label),
            ("Overall score", _scores(assessment.overall)[0], _scores(local.overall)[0]),
            ("Possible range", _scores(assessment.overall)[1], _scores(local.overall)[1]),
        ],
    )
    changed = [part for part in bank.dimensions if local.weights.get(part.id, part.weight) != part.weight]
    words.table(
        "Weights that differ",
        ("Dimension", "The bank's weight", "Your weight"),
        [(part.name, f"{part.weight:g}", f"{local.weights[part.id]:g}") for part in changed],
    )
