"""Legal forms: those that fit best with their reasons, and the others that are possible."""

from detector.core.bank.index import index_of
from detector.core.legal_forms.results import FormAdvice, FormReason, RankedForm
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.legal_form_limits import conflicts_section, excluded_section, lawyer_section
from detector.report.widths import text_widths
from detector.wording.legal_forms import LAYERS, fit_briefly, reason_in_words, strongest_first
from detector.wording.statements import checked_when, stated
from detector.wording.subjects import subject_in_words

MOST_TOLD = 3
MOST_GENERAL = 2
NOT_ADVICE = (
    "England only. Decide the service first, the form second. The answers point to forms to discuss with a lawyer. "
    "This is not legal advice, and the form stays provisional until the business case."
)
ALL_ALIKE = "No answer speaks for one legal form more than for another yet, so all of them stand alike."
NONE_KNOWN = "This question bank describes no legal forms."
NOTHING_SAID = "Nothing in the answers"
OTHERS = "Other possible forms"


def forms_section(context: ReportContext) -> Section:
    """What the answers say of legal forms: for, against, why not, and what a lawyer should be asked."""
    advice = context.assessment.forms
    if advice is None:
        return Section("forms", "Legal forms", (Paragraph(NONE_KNOWN),))
    blocks: list[Block] = [Paragraph(f"{NOT_ADVICE} {_how_marked(context, advice)}", Tone.QUIET)]
    if advice.too_early:
        blocks.append(Paragraph(advice.too_early_because, Tone.WARNING))
    if stand_alike(advice.ranked):
        blocks.append(Paragraph(ALL_ALIKE))
    parts = (
        conflicts_section(context, advice),
        best_section(context, advice.ranked),
        _others(context, advice.ranked),
        _undecided(context, advice.ranked),
        excluded_section(context, advice),
        lawyer_section(context, advice),
    )
    return Section("forms", "Legal forms", tuple(blocks), tuple(part for part in parts if part is not None))


def stand_alike(ranked: tuple[RankedForm, ...]) -> bool:
    """Whether no answer speaks for or against any form."""
    return not any(form.reasons_for or form.reasons_against for form in ranked)


def best_section(context: ReportContext, ranked: tuple[RankedForm, ...]) -> Section | None:
    """The first forms, each in full; none while all stand alike."""
    if stand_alike(ranked):
        return None
    told = tuple(form_section(context, each) for each in ranked[:MOST_TOLD])
    return Section("forms-best", "The forms to discuss first", (), told)


def form_section(context: ReportContext, ranked: RankedForm) -> Section:
    """One form: how it stands, what speaks for it and against it, and its law; unranked while all stand alike."""
    advice = context.assessment.forms
    place = "" if advice is None or stand_alike(advice.ranked) else f"{ranked.rank}. "
    form = index_of(context.bank).forms[ranked.form_id]
    blocks: list[Block] = [
        Paragraph(f"{form.summary} {LAYERS[form.layer]}".strip()),
        Paragraph(f"{fit_briefly(ranked)}."),
        *listed("For it, from the answers:", reasons_listed(ranked.reasons_for)),
        *listed("Against it, from the answers:", reasons_listed(ranked.reasons_against)),
    ]
    if not ranked.reasons_for:
        blocks += listed("For it in general:", [stated(one) for one in form.speaks_for[:MOST_GENERAL]])
    if not ranked.reasons_against:
        blocks += listed("Against it in general:", [stated(one) for one in form.speaks_against[:MOST_GENERAL]])
    blocks.append(Paragraph(f"The law behind it: {stated(form.law)}", Tone.QUIET))
    return Section(f"form-{form.id}", f"{place}{form.name}", tuple(blocks))


def listed(lead: str, items: list[str]) -> list[Block]:
    """A list under its lead, or nothing where there is none."""
    return [Paragraph(lead), Bullets(tuple(items))] if items else []


def _others(context: ReportContext, ranked: tuple[RankedForm, ...]) -> Section | None:
    rest = ranked if stand_alike(ranked) else ranked[MOST_TOLD:]
    if not rest:
        return None
    forms = index_of(context.bank).forms
    if stand_alike(ranked):
        return Section(
            "forms-others", "The possible forms", (Bullets(tuple(forms[each.form_id].name for each in rest)),)
        )
    rows = tuple(
        (
            f"{each.rank}. {forms[each.form_id].name}",
            fit_briefly(each),
            _joined(each.reasons_for),
            _joined(each.reasons_against),
        )
        for each in rest
    )
    speaks_for, against = text_widths(rows, (2, 3))
    columns = (Column("Form", 0.6), Column("State", 0.45), Column("For", speaks_for), Column("Against", against))
    return Section("forms-others", OTHERS, (Table("forms-others-table", OTHERS, columns, rows),))


def _joined(reasons: tuple[FormReason, ...]) -> str:
    return " ".join(reasons_listed(reasons)) or NOTHING_SAID


def reasons_listed(reasons: tuple[FormReason, ...]) -> list[str]:
    """Reasons in words, the strongest first; when they were checked is said once for all."""
    return [reason_in_words(reason, dated=False) for reason in strongest_first(reasons)]


def _how_marked(context: ReportContext, advice: FormAdvice) -> str:
    dates = [reason.checked_on for form in advice.ranked for reason in (*form.reasons_for, *form.reasons_against)]
    dates += [why.checked_on for form in advice.excluded for why in form.why_not]
    dates += [conflict.checked_on for conflict in advice.conflicts]
    told = {each.form_id for each in advice.ranked[:MOST_TOLD]}
    dates += [form.law.checked_on for form in context.bank.forms if form.id in told]
    checked = checked_when(dates)
    sources = f"Numbers in square brackets are sources, {checked}." if checked else ""
    return f"Points, such as (+2), and what is marked “judgement” are professional judgement. {sources}".rstrip()


def _undecided(context: ReportContext, ranked: tuple[RankedForm, ...]) -> Section | None:
    """What is not known and could still rule a form out, each with the forms that wait for it."""
    forms = index_of(context.bank).forms
    waiting: dict[str, list[str]] = {}
    for each in ranked:
        for subject in each.depends_on:
            waiting.setdefault(subject, []).append(forms[each.form_id].name)
    if not waiting:
        return None
    rows = tuple((subject_in_words(context.bank, subject), ", ".join(named)) for subject, named in waiting.items())
    table = Table(
        "forms-depend-table", "It depends on these", (Column("Not known yet"), Column("Could rule out", 1.2)), rows
    )
    explained = Paragraph("What is not known rules nothing out. Answering these could.", Tone.QUIET)
    return Section("forms-depend", "What the possible forms depend on", (explained, table))
