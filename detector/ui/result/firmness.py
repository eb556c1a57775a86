"""How firm the verdict is, in words first and numbers behind them."""

import streamlit as st

from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.core.robustness.robustness import StepsTo
from detector.ui.shared import markup
from detector.wording import (
    far_flips_sentence,
    flip_sentence,
    narrowing,
    near_flips,
    shares_sentence,
    step_sentence,
    steps_sentence,
)

MOST_LISTED = 10


def firmness(bank: Bank, assessment: Assessment) -> None:
    """Other weights, fewest steps, and the unknowns that matter most."""
    found = assessment.robustness
    if found is None:
        return
    st.header("How firm is this, and what would change it?", anchor=False)
    st.text(shares_sentence(bank, assessment))
    _steps(bank, found.up, "better")
    _steps(bank, found.down, "worse")
    with st.expander("One weight at a time"):
        near = [flip_sentence(bank, flip) for flip in near_flips(bank, found.weight_flips)]
        if near:
            markup.bullets(near)
        markup.quiet(far_flips_sentence(bank, found.weight_flips) or "One weight alone changes it in every dimension.")
    _unknowns(bank, assessment)


def _steps(bank: Bank, steps: StepsTo | None, way: str) -> None:
    st.text(steps_sentence(bank, steps, way))
    if steps is not None:
        markup.bullets([step_sentence(bank, step) for step in steps.steps])


def _unknowns(bank: Bank, assessment: Assessment) -> None:
    if not assessment.unknowns:
        return
    st.subheader("What to find out first", anchor=False)
    texts = {question.id: question.text for part in bank.dimensions for question in part.questions}
    listed = assessment.unknowns[:MOST_LISTED]
    rows = [(f"{one.question_id} {texts[one.question_id]}", narrowing(one)) for one in listed]
    more = len(assessment.unknowns) - len(listed)
    markup.table(
        "Unknown answers, by how much knowing each narrows the possible range, out of 100",
        ("Question", "Narrows it by"),
        rows,
    )
    if more:
        markup.quiet(f"And {markup.many(more, 'more question')} not known yet.")
