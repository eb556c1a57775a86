"""The Results page: the report's sections on what the answers say, why, how firmly, and what to do next."""

from dataclasses import replace

import streamlit as st

from detector.core.answers import AnswerSheet
from detector.report.actions import actions_section
from detector.report.answers import answers_section
from detector.report.blocks import Figure, Section
from detector.report.brought_over import brought_over_section
from detector.report.context import ReportContext
from detector.report.firmness import firmness_section
from detector.report.gates import gates_section
from detector.report.method import method_section
from detector.report.result import result_section
from detector.report.scores import scores_section
from detector.report.sources import sources_section
from detector.ui.result.download import download_section
from detector.ui.shared import markup
from detector.ui.shared.blocks import draw, draw_blocks, draw_folded, heading
from detector.ui.shared.brought_over import brought_over_banner
from detector.ui.shared.context import report_context
from detector.ui.shared.navigation import go, nothing_is_open
from detector.wording.result import NOTHING_YET, provisional_sentence


def results_page() -> None:
    """Draw the Results page."""
    if nothing_is_open("Results"):
        return
    context = report_context()
    _title(context.sheet)
    brought_over_banner()
    if context.assessment.overall.score is None:
        st.text(f"{NOTHING_YET} Answer a few questions and come back: the picture grows with every answer.")
        go("questions", "Start with the quick scan", scan="quick")
        return
    provisional = provisional_sentence(context.bank, context.assessment)
    if provisional:
        markup.line(provisional, "provisional")
    _sections(context)


def _title(sheet: AnswerSheet) -> None:
    name = sheet.service.name or "the service"
    council = f", {sheet.service.council}" if sheet.service.council else ""
    st.title(markup.plain(f"Results: {name}{council}"), anchor=False)


def _sections(context: ReportContext) -> None:
    """The sections in the report's order, and their sources at the end."""
    result, scores = result_section(context), _pictures_first(scores_section(context))
    rest = (brought_over_section(context), gates_section(context), firmness_section(context), actions_section(context))
    answers, method = answers_section(context), method_section(context)
    found = [result, scores, *(part for part in rest if part is not None)]
    for part in found:
        draw(part, context.drawing)
    _answers(context, answers)
    download_section(context.bank, context.sheet)
    draw(method, context.drawing)
    draw_folded(sources_section(context.bank, (*found, answers, method)), context.drawing)


def _pictures_first(section: Section) -> Section:
    """The section with its pictures above its tables: a screen has room for them side by side."""
    return replace(section, blocks=tuple(sorted(section.blocks, key=lambda block: not isinstance(block, Figure))))


def _answers(context: ReportContext, answers: Section) -> None:
    """The answers of each dimension on demand, with the way to change them."""
    heading(answers.title)
    draw_blocks(answers.blocks, context.drawing)
    for dimension, part in zip(context.bank.dimensions, answers.sections, strict=True):
        with st.expander(markup.plain(part.title)):
            draw_blocks(part.blocks, context.drawing)
            go("questions", f"Change the answers on {dimension.name}", part=dimension.id, scan="all")
