"""The tables of the Results page: groups, gates, the answers behind each number, and local weights."""

import streamlit as st

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank, Dimension
from detector.core.scoring import DimensionScore
from detector.ui.result.workshop_found import workshop_found
from detector.ui.shared import markup
from detector.ui.shared.navigation import go
from detector.wording import score_cells
from detector.wording.gates import (
    GATE_STATES,
    answer_cell,
    evidence_and_note,
    gate_title,
    value_cells,
    what_clears,
    worst_first,
)


def groups(bank: Bank, assessment: Assessment) -> None:
    """The three groups and the overall score."""
    st.header("Right service, right support, ready", anchor=False)
    names = {group.id: group.name for group in bank.groups}
    hints = {group.id: group.hint for group in bank.groups}
    rows = [(names[group.id], *score_cells(group), hints[group.id]) for group in assessment.groups]
    markup.table(
        "Scores of the three groups, out of 100",
        ("Group", "Score", "Possible range", "What it asks"),
        [*rows, ("Overall", *score_cells(assessment.overall), "All dimensions by weight")],
    )
    if assessment.overall.given_up:
        without = ", ".join(part.name for part in bank.dimensions if part.id in assessment.overall.given_up)
        st.text(f"Nothing applies in {without}: its weight is shared among the others.")


def gates(bank: Bank, assessment: Assessment) -> None:
    """Every gate, the worst first: state, why it exists, who can clear it and how."""
    st.header("Gates", anchor=False)
    markup.quiet("A hard gate that fails stops the idea. An amber one must be put right before a business case.")
    entries = {gate.id: gate for gate in bank.gates}
    rows = [
        (
            gate_title(entries[result.gate_id]),
            GATE_STATES[result.state],
            result.because,
            entries[result.gate_id].why,
            what_clears(bank, entries[result.gate_id]),
        )
        for result in worst_first(assessment.gates)
    ]
    markup.table("Gates, the worst first", ("Gate", "State", "Because", "Why it exists", "What clears it"), rows)


def answers_behind(bank: Bank, assessment: Assessment, sheet: AnswerSheet) -> None:
    """Each dimension's number, opened to the answers that made it."""
    st.header("The answers behind each number", anchor=False)
    scores = {score.dimension_id: score for score in assessment.dimensions}
    for dimension in bank.dimensions:
        score = scores[dimension.id]
        middle, interval = score_cells(score)
        weight = f"weight {score.weight:g} of 100"
        with st.expander(f"{dimension.name}: {middle} ({interval}), {weight}"):
            _answers(bank, dimension, score, sheet)
            go("questions", f"Change the answers on {dimension.name}", part=dimension.id, scan="all")


def _answers(bank: Bank, dimension: Dimension, score: DimensionScore, sheet: AnswerSheet) -> None:
    parts = {part.question_id: part for part in score.contributions}
    rows = [
        (
            f"{question.id} {question.text}",
            answer_cell(bank, question, sheet.answers.get(question.id)),
            *value_cells(parts.get(question.id)),
            " ".join(filter(None, (evidence_and_note(bank, sheet, question.id), workshop_found(sheet, question.id)))),
        )
        for question in dimension.questions
    ]
    markup.table(
        f"Answers on {dimension.name}",
        ("Question", "Answer", "Value", "Share", "Evidence and note"),
        rows,
        caption_shown=False,
    )


def local_weights(bank: Bank, assessment: Assessment) -> None:
    """The verdict under the council's own weights beside the bank's."""
    local = assessment.local
    if local is None:
        return
    st.header("Your own weights", anchor=False)
    markup.table(
        "The verdict under the bank's weights and under yours",
        ("Result", "The bank's weights", "Your weights"),
        [
            ("Verdict", assessment.verdict.label, local.verdict.label),
            ("Overall score", score_cells(assessment.overall)[0], score_cells(local.overall)[0]),
            ("Possible range", score_cells(assessment.overall)[1], score_cells(local.overall)[1]),
        ],
    )
    changed = [part for part in bank.dimensions if local.weights.get(part.id, part.weight) != part.weight]
    markup.table(
        "Weights that differ",
        ("Dimension", "The bank's weight", "Your weight"),
        [(part.name, f"{part.weight:g}", f"{local.weights[part.id]:g}") for part in changed],
    )
