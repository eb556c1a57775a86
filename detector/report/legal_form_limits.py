"""What limits the choice of a legal form: conflicts between answers, rules that take forms out, a lawyer's part."""

from detector.core.bank.index import index_of
from detector.core.legal_forms.results import ConflictFound, FormAdvice
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table
from detector.report.context import ReportContext
from detector.wording.legal_forms import conflict_in_words, lawyer_questions
from detector.wording.statements import cited_briefly
from detector.wording.subjects import subjects_answered

CONFLICTS = "conflicts"
"""The id of the section of answers that cannot all stand."""


def conflicts_section(context: ReportContext) -> Section | None:
    """Answers that cannot all stand, and what to do about each."""
    found = context.assessment.conflicts
    if not found:
        return None
    return Section(CONFLICTS, "Answers that clash", (Bullets(tuple(_conflict(context, each) for each in found)),))


def _conflict(context: ReportContext, found: ConflictFound) -> str:
    answers = subjects_answered(context.bank, context.sheet, context.assessment, found.triggered_by)
    said = f"{conflict_in_words(found)} {cited_briefly(found.sources)}"
    return f"{said} The answers: {answers}." if answers else said


def excluded_section(context: ReportContext, advice: FormAdvice) -> Section | None:
    """Every form that the answers rule out: all that one answer has against it stands together."""
    if not advice.excluded:
        return None
    forms = index_of(context.bank).forms
    because: dict[tuple[str, str], list[str]] = {}
    for form in advice.excluded:
        for why in form.why_not:
            answers = subjects_answered(context.bank, context.sheet, context.assessment, why.triggered_by)
            said = because.setdefault((forms[form.form_id].name, answers), [])
            said.append(f"{why.because} {cited_briefly(why.sources)}")
    rows = tuple((form, " ".join(said), answers) for (form, answers), said in because.items())
    columns = (Column("Form", 1.1), Column("Why not", 2.2), Column("Because of", 1.4))
    return Section("forms-excluded", "Forms that the answers rule out", (Table("why-not", "Why not", columns, rows),))


def lawyer_section(context: ReportContext, advice: FormAdvice) -> Section | None:
    """What to ask a lawyer about the first forms."""
    blocks: list[Block] = []
    for heading, points in lawyer_questions(context.bank, advice):
        blocks += [Paragraph(f"{heading}:"), Bullets(tuple(points))]
    return Section("lawyer", "What to ask a lawyer", tuple(blocks)) if blocks else None
