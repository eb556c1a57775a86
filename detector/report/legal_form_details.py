"""Legal forms beyond one assessment's ranking: each in general, side by side, and what would put another first."""

from collections.abc import Sequence

from detector.core.assessment import scores_of_100
from detector.core.bank.guidance import LegalForm
from detector.core.bank.index import index_of
from detector.core.legal_forms.results import FactChange, RankedForm
from detector.core.legal_forms.what_if import form_changes
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.legal_forms import listed
from detector.wording.legal_forms import ROWS, statement
from detector.wording.statements import checked_when, cited_briefly, numbered, stated
from detector.wording.subjects import fact_in_words

COMPARED = "Legal forms side by side"
ANOTHER_FIRST = "What would put another form first"
NO_OTHER_FIRST = "No change to one or two of these facts puts another form first."
NONE_FIRST_YET = "No form stands before another yet, so none can be put first."
MARKED = "Numbers in brackets are sources{checked}. Later changes of the law were not seen: check again before use."


def form_in_general(context: ReportContext, ranked: RankedForm) -> Section:
    """What holds for a form whatever the answers: for it, against it, what it sits on, and real examples."""
    forms = index_of(context.bank).forms
    form = forms[ranked.form_id]
    examples = [f"{each.name}: {each.became} {cited_briefly(each.sources)}" for each in form.examples]
    beneath = ", ".join(forms[each].name for each in ranked.goes_with)
    blocks: list[Block] = [
        *listed("For it in general:", [stated(each) for each in form.speaks_for]),
        *listed("Against it in general:", [stated(each) for each in form.speaks_against]),
        *([Paragraph(f"It sits on top of a body: {beneath}.")] if beneath else []),
        *listed("Real examples:", examples),
        Paragraph(_sources(context, form), Tone.QUIET),
    ]
    return Section(f"form-{form.id}-in-general", f"{form.name} in general", tuple(blocks))


def _sources(context: ReportContext, form: LegalForm) -> str:
    """All sources of a form, and when they were read: parts of a form can be newer than the whole."""
    known = index_of(context.bank).sources
    checked = checked_when(known[each].checked_on for each in form.sources)
    return f"Sources on this form: {numbered(form.sources)}, {checked}." if checked else ""


def forms_compared_section(context: ReportContext, form_ids: Sequence[str]) -> Section:
    """These forms side by side, on everything an officer compares."""
    forms = [index_of(context.bank).forms[each] for each in form_ids]
    columns = (Column("Compared on", 0.5), *(Column(form.name) for form in forms))
    rows = tuple((label, *(stated(statement(form, row)) for form in forms)) for row, label in ROWS.items())
    checked = checked_when(statement(form, row).checked_on for form in forms for row in ROWS)
    marked = MARKED.format(checked=f", {checked}" if checked else "")
    table = Table("forms-compared-table", "Legal forms compared", columns, rows)
    return Section("forms-compared", COMPARED, (table, Paragraph(marked, Tone.QUIET)))


def another_form_first(context: ReportContext) -> Section:
    """The smallest changes of facts that would put another form first; they take a moment to work out."""
    found, forms = context.assessment, index_of(context.bank).forms
    scores = scores_of_100(found.overall, found.groups, found.dimensions)
    lines = tuple(
        f"{_changes(context, change.changes)}: then {forms[change.first_form_id].name} comes first."
        for change in form_changes(context.bank, context.sheet, scores, found.forms.ways if found.forms else None)
    )
    is_ranked = found.forms is None or found.forms.placed
    block = Bullets(lines) if lines and is_ranked else Paragraph(NO_OTHER_FIRST if is_ranked else NONE_FIRST_YET)
    return Section("another-form-first", ANOTHER_FIRST, (block,))


def _changes(context: ReportContext, changes: Sequence[FactChange]) -> str:
    return " and ".join(_change(context, change) for change in changes)


def _change(context: ReportContext, change: FactChange) -> str:
    fact = index_of(context.bank).facts[change.fact_id]
    return f"{fact.text} “{fact_in_words(fact, change.value)}”"
