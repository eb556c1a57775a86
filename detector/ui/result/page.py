"""The Results page: what the answers say, why, how firmly, and what to do next."""

import streamlit as st

from detector.core.answers import AnswerSheet
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.ui import state
from detector.ui.result.answers_behind import answers_behind, gates, groups, local_weights
from detector.ui.result.charts import pictures, scale
from detector.ui.result.download import taking_away
from detector.ui.result.firmness import firmness
from detector.ui.result.next_actions import next_actions
from detector.ui.result.sources import sources_list
from detector.ui.shared import markup
from detector.ui.shared.navigation import go
from detector.wording import (
    confidence_sentence,
    deciding_caps,
    provisional_sentence,
    range_sentence,
    score_sentence,
    verdict_so_far,
)
from detector.wording.plain import day


def results_page() -> None:
    """Draw the Results page."""
    if not state.open_key():
        st.title("Results", anchor=False)
        st.text("No assessment is open. Choose or start one on the Start page.")
        return
    bank, assessment, sheet = state.bank(), state.assessment(), state.editing().stored.sheet
    _title(sheet)
    if assessment.verdict.id is None:
        _nothing_yet()
        return
    _verdict(bank, assessment)
    scale(bank, assessment)
    _caps(assessment)
    pictures(bank, assessment)
    groups(bank, assessment)
    gates(bank, assessment)
    firmness(bank, assessment)
    next_actions(bank, assessment)
    answers_behind(bank, assessment, sheet)
    local_weights(bank, assessment)
    taking_away(bank, sheet)
    _method(bank)
    sources_list(bank)


def _title(sheet: AnswerSheet) -> None:
    name = sheet.service.name or "the service"
    council = f", {sheet.service.council}" if sheet.service.council else ""
    st.title(markup.plain(f"Results: {name}{council}"), anchor=False)


def _nothing_yet() -> None:
    st.text(
        "Nothing is answered yet, so there is no verdict. Answer a few questions and come back: "
        "the picture grows with every answer."
    )
    go("questions", "Start with the quick scan", scan="quick")


def _verdict(bank: Bank, assessment: Assessment) -> None:
    if assessment.confidence.provisional:
        markup.line(provisional_sentence(bank), "provisional")
    verdict = assessment.verdict
    markup.panel(
        verdict_so_far(assessment),
        range_sentence(bank, assessment),
        [
            verdict.meaning,
            score_sentence(assessment),
            confidence_sentence(assessment),
        ],
    )
    markup.quiet(
        "It advises and never decides. The weights and limits behind it are professional judgement, not proven."
    )


def _caps(assessment: Assessment) -> None:
    holding, others = deciding_caps(assessment.verdict)
    if holding:
        st.header("What holds the verdict down", anchor=False)
        markup.bullets([cap.because for cap in holding])
    if others:
        label = "other reason that would hold it down" if holding else "reason that would hold a better score down"
        with st.expander(markup.many(len(others), label, label.replace("reason", "reasons"))):
            markup.bullets([cap.because for cap in others])


def _method(bank: Bank) -> None:
    st.header("How this is worked out", anchor=False)
    st.text(bank.judgement_note)
    markup.quiet(f"Question bank {bank.version} of {day(bank.published_on)}.")
