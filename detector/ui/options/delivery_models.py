"""The Models page: ways to deliver the service on the same criteria, in-house always among them."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.delivery_models import ModelFit, ModelResult
from detector.core.marked_entries import model_compared_first, model_of_staying
from detector.ui import state
from detector.ui.options.case_studies import cases
from detector.ui.result.sources import sources_list
from detector.ui.shared import markup
from detector.wording.delivery_models import FITS, cell_of, kind_of_model, model_because
from detector.wording.statements import cited, stated

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
    markup.quiet(
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
            model_because(bank, result),
            kind_of_model(entries[result.model_id]),
        )
        for result in results
    ]
    markup.table("The models", ("Model", "Fit", "Because (professional judgement)", "Kind"), rows)


def _compared(bank: Bank, results: tuple[ModelResult, ...]) -> None:
    st.header("The models on the same criteria", anchor=False)
    staying, mutual = model_of_staying(bank), model_compared_first(bank)
    others = {model.id: model for model in bank.models if model != staying}
    pointed = [result.model_id for result in results if result.fit is ModelFit.POINTED_TO]
    first = dict.fromkeys([*pointed, *([mutual.id] if mutual else [])])
    chosen = st.multiselect(
        "Choose up to four; staying in house is always shown",
        list(others),
        default=[one for one in first if one in others][: MOST_COMPARED - 1],
        format_func=lambda one: others[one].name,
        max_selections=MOST_COMPARED - 1,
        key="compare-models",
    )
    models = [*([staying] if staying else []), *(model for model in others.values() if model.id in chosen)]
    rows = [(criterion.name, *(cell_of(model, criterion.id) for model in models)) for criterion in bank.criteria]
    markup.table("Models compared", ("Criterion", *(model.name for model in models)), rows, caption_shown=False)
    markup.quiet("Numbers in brackets are sources. “Judgement” marks what goes beyond them.")


def _in_full(bank: Bank) -> None:
    st.header("Each model for and against", anchor=False)
    for model in bank.models:
        if model.advantages or model.disadvantages:
            with st.expander(model.name):
                st.text(model.summary)
                markup.line("Advantages", "lead")
                markup.bullets([stated(one) for one in model.advantages])
                markup.line("Disadvantages", "lead")
                markup.bullets([stated(one) for one in model.disadvantages])
                markup.quiet(cited(bank, model.sources))
