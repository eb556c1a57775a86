"""The Models page: ways to deliver the service on the same criteria, in-house always among them."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.knowledge import DeliveryModel
from detector.core.models import ModelFit, ModelResult
from detector.ui import state, words
from detector.ui.cases import cases
from detector.ui.sources import cited, sources_list, stated

FITS = {
    ModelFit.POINTED_TO: "Your answers point to it",
    ModelFit.MAY_BE: "It may be: not enough is known",
    ModelFit.NOT_POINTED_TO: "Nothing in your answers points to it",
}
MOST_COMPARED = 4


def models_page() -> None:
    """Draw the Models page."""
    st.title("Delivery models", anchor=False)
    if not state.open_key():
        st.text("No assessment is open. Choose or start one on the Start page.")
        return
    bank, assessment = state.bank(), state.assessment()
    if not bank.models:
        st.text("This question bank describes no delivery models.")
        return
    words.quiet(
        "A mutual is one of several ways. These are pointers for an options appraisal, never a decision. "
        "Staying in house is always one of the options, and is measured in the same way."
    )
    _pointers(bank, assessment.models)
    _compared(bank, assessment.models)
    _in_full(bank)
    cases(bank, assessment.cases)
    sources_list(bank)


def _pointers(bank: Bank, results: tuple[ModelResult, ...]) -> None:
    st.header("Where your answers point", anchor=False)
    entries = {model.id: model for model in bank.models}
    rows = [
        (
            entries[result.model_id].name,
            FITS[result.fit],
            _because(bank, result),
            "A mutual" if entries[result.model_id].is_mutual else "Not a mutual",
        )
        for result in results
    ]
    words.table("The models", ("Model", "Fit", "Because (professional judgement)", "Kind"), rows)


def _because(bank: Bank, result: ModelResult) -> str:
    if result.fit is ModelFit.MAY_BE:
        names = {group.id: group.name for group in bank.groups} | {part.id: part.name for part in bank.dimensions}
        names |= {fact.id: fact.text for fact in bank.facts}
        return f"It depends on: {', '.join(names.get(one, one) for one in result.depends_on)}"
    return " ".join(f"{reason.because} {cited(bank, reason.sources)}" for reason in result.reasons)


def _compared(bank: Bank, results: tuple[ModelResult, ...]) -> None:
    st.header("The models on the same criteria", anchor=False)
    names = {model.id: model.name for model in bank.models}
    pointed = [result.model_id for result in results if result.fit is ModelFit.POINTED_TO]
    first = list(dict.fromkeys([bank.models[0].id, *pointed, "new_psm"]))[:MOST_COMPARED]
    chosen = st.multiselect(
        "Choose up to four; staying in house is always shown",
        [model.id for model in bank.models[1:]],
        default=[one for one in first if one != bank.models[0].id],
        format_func=names.__getitem__,
        max_selections=MOST_COMPARED - 1,
        key="compare-models",
    )
    models = [bank.models[0], *(model for model in bank.models[1:] if model.id in chosen)]
    rows = [(criterion.name, *(_cell(model, criterion.id) for model in models)) for criterion in bank.criteria]
    words.table("Models compared", ("Criterion", *(model.name for model in models)), rows, caption_shown=False)
    words.quiet("Numbers in brackets are sources. “Judgement” marks what goes beyond them.")


def _cell(model: DeliveryModel, criterion: str) -> str:
    return next(stated(cell.says) for cell in model.cells if cell.criterion == criterion)


def _in_full(bank: Bank) -> None:
    st.header("Each model for and against", anchor=False)
    for model in bank.models:
        if model.advantages or model.disadvantages:
            with st.expander(model.name):
                st.text(model.summary)
                words.line("Advantages", "lead")
                words.bullets([stated(one) for one in model.advantages])
                words.line("Disadvantages", "lead")
                words.bullets([stated(one) for one in model.disadvantages])
                words.quiet(cited(bank, model.sources))
