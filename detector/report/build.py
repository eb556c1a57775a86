"""The report of one assessment, from its answers."""

from dataclasses import replace

from detector.report.actions import actions_section, roadmap_section
from detector.report.answers import answers_section, facts_section
from detector.report.blocks import Length, Report, Section
from detector.report.brought_over import brought_over_section
from detector.report.case_studies import elsewhere_section
from detector.report.context import ReportContext, title_of
from detector.report.delivery_models import models_section
from detector.report.firmness import firmness_section
from detector.report.gates import gates_section
from detector.report.legal_form_limits import CONFLICTS
from detector.report.legal_forms import forms_section
from detector.report.method import method_section
from detector.report.money import money_section
from detector.report.result import result_section
from detector.report.scores import scores_section
from detector.report.sources import sources_section
from detector.report.summary import summary_sections
from detector.wording.history import head_property
from detector.wording.result import provisional_sentence

DESCRIPTIONS = {
    Length.SUMMARY: "A two-page summary of one service's suitability to become a public service mutual.",
    Length.FULL: "A diagnostic of one service's suitability to become a public service mutual, with every answer.",
}


def build_report(context: ReportContext, length: Length) -> Report:
    """Everything a document says of the assessment."""
    bank, service = context.bank, context.sheet.service
    return Report(
        title=title_of(service.name),
        service=service.name,
        council=service.council,
        on=context.on,
        bank_version=bank.version,
        length=length,
        provisional=provisional_sentence(bank, context.assessment),
        description=DESCRIPTIONS[length],
        drawing=context.drawing,
        sections=_full(context) if length is Length.FULL else summary_sections(context),
        history=head_property(context.head),
    )


def _full(context: ReportContext) -> tuple[Section, ...]:
    """The result first, then what follows from it, then the answers it rests on."""
    parts = (
        result_section(context),
        brought_over_section(context),
        scores_section(context),
        gates_section(context),
        firmness_section(context),
        actions_section(context),
        models_section(context),
        _told_with_the_result(forms_section(context)),
        elsewhere_section(context),
        roadmap_section(context),
        money_section(context),
        facts_section(context),
        answers_section(context),
        method_section(context),
    )
    sections = tuple(part for part in parts if part is not None)
    sources = sources_section(context.bank, sections)
    return (*sections, sources) if sources else sections


def _told_with_the_result(forms: Section | None) -> Section | None:
    """The advice on legal forms without the answers that clash: they stand right after the verdict already."""
    return forms and replace(forms, sections=tuple(each for each in forms.sections if each.id != CONFLICTS))
