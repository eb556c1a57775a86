"""Legal forms: those that fit best with their reasons, and the others that are possible."""

from detector.core.bank.index import index_of
from detector.core.legal_forms.results import FormAdvice, FormReason, RankedForm
from detector.report.blocks import Block, Bullets, Column, Paragraph, Section, Table, Tone
from detector.report.context import ReportContext
from detector.report.legal_form_limits import conflicts_section, excluded_section, lawyer_section
from detector.report.widths import text_widths
from detector.wording.legal_forms import (
    LAYERS,
    asks_first_in_words,
    fit_briefly,
    joining_in_words,
    level_in_words,
    reason_in_words,
    strongest_first,
)
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
POSSIBLE = "The possible forms"
JOINING = "A body of your own, or join one?"


def forms_section(context: ReportContext) -> Section:
    """What the answers say of legal forms: for, against, why not, and what a lawyer should be asked."""
    advice = context.assessment.forms
    if advice is None:
        return Section("forms", "Legal forms", (Paragraph(NONE_KNOWN),))
    blocks: list[Block] = [Paragraph(f"{NOT_ADVICE} {_how_marked(context, advice)}", Tone.QUIET)]
    blocks += [Paragraph(said, Tone.WARNING) for said in (advice.too_early_because, advice.too_few_because) if said]
    if advice.asks_first and not advice.too_early:
        facts = index_of(context.bank).facts
        asked = tuple(facts[each].text for each in advice.asks_first)
        blocks += [Paragraph(asks_first_in_words(advice), Tone.WARNING), Bullets(asked)]
    if stand_alike(advice):
        blocks.append(Paragraph(ALL_ALIKE))
    parts = (
        conflicts_section(context),
        joining_section(context),
        best_section(context),
        _others(context, advice),
        _undecided(context, advice.ranked),
        excluded_section(context, advice),
        lawyer_section(context, advice),
    )
    return Section("forms", "Legal forms", tuple(blocks), tuple(part for part in parts if part is not None))


def stand_alike(advice: FormAdvice) -> bool:
    """Whether forms are ranked and no answer speaks for or against any of them."""
    placed = advice.placed
    return bool(placed) and not any(form.reasons_for or form.reasons_against for form in placed)


def shown_first(advice: FormAdvice) -> tuple[RankedForm, ...]:
    """The forms that are told in full: the first of the ranked, or setting up nothing while it is too early."""
    if advice.too_early:
        return tuple(form for form in advice.ranked[:1] if form.reasons_for)
    return () if stand_alike(advice) else advice.placed[:MOST_TOLD]


def joining_section(context: ReportContext) -> Section | None:
    """Joining a body that is there already, beside the forms; none where there is no such form or it is ruled out."""
    advice = context.assessment.forms
    joining = advice.joining if advice else None
    if advice is None or joining is None:
        return None
    form = index_of(context.bank).forms[joining.form_id]
    found = next(each for each in advice.ranked if each.form_id == joining.form_id)
    blocks = (
        Paragraph(f"{form.name}: {joining_in_words(joining).lower()} {form.summary}"),
        *listed("For it, from the answers:", reasons_listed((*joining.because, *found.reasons_for))),
        *listed("Against it, from the answers:", reasons_listed(found.reasons_against)),
    )
    return Section("forms-joining", JOINING, blocks)


def best_section(context: ReportContext) -> Section | None:
    """The forms told in full; none where no form stands before another."""
    advice = context.assessment.forms
    told = tuple(form_section(context, each) for each in shown_first(advice)) if advice else ()
    title = "What comes first" if advice and advice.too_early else "The forms to discuss first"
    return Section("forms-best", title, (), told) if told else None


def form_section(context: ReportContext, ranked: RankedForm) -> Section:
    """One form: how it stands, what speaks for it and against it, and its law; unranked while all stand alike."""
    advice = context.assessment.forms
    is_placed = ranked.rank is not None and advice is not None and not stand_alike(advice)
    place = f"{ranked.rank}. " if is_placed else ""
    form = index_of(context.bank).forms[ranked.form_id]
    level = level_in_words(context.bank, ranked) if is_placed else ""
    blocks: list[Block] = [
        Paragraph(f"{form.summary} {LAYERS[form.layer]}".strip()),
        Paragraph(f"{fit_briefly(ranked)}.{level}"),
        *listed("For it, from the answers:", _reasons(ranked, ranked.reasons_for)),
        *listed("Against it, from the answers:", _reasons(ranked, ranked.reasons_against)),
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


def _others(context: ReportContext, advice: FormAdvice) -> Section | None:
    told = {each.form_id for each in shown_first(advice)}
    apart = advice.joining.form_id if advice.joining else None
    rest = [each for each in advice.ranked if each.form_id not in told and each.form_id != apart]
    if not rest:
        return None
    forms = index_of(context.bank).forms
    title = OTHERS if told else POSSIBLE
    if stand_alike(advice):
        return Section("forms-others", title, (Bullets(tuple(forms[each.form_id].name for each in rest)),))
    rows = tuple(
        (
            f"{each.rank}. {forms[each.form_id].name}" if each.rank is not None else forms[each.form_id].name,
            fit_briefly(each) + level_in_words(context.bank, each),
            _joined(each, each.reasons_for),
            _joined(each, each.reasons_against),
        )
        for each in rest
    )
    speaks_for, against = text_widths(rows, (2, 3))
    columns = (Column("Form", 0.6), Column("State", 0.45), Column("For", speaks_for), Column("Against", against))
    return Section("forms-others", title, (Table("forms-others-table", title, columns, rows),))


def _joined(ranked: RankedForm, reasons: tuple[FormReason, ...]) -> str:
    return " ".join(_reasons(ranked, reasons)) or NOTHING_SAID


def _reasons(ranked: RankedForm, reasons: tuple[FormReason, ...]) -> list[str]:
    return reasons_listed(reasons, weighed=ranked.rank is not None)


def reasons_listed(reasons: tuple[FormReason, ...], *, weighed: bool = True) -> list[str]:
    """Reasons in words, the strongest first; when they were checked is said once for all."""
    return [reason_in_words(reason, dated=False, weighed=weighed) for reason in strongest_first(reasons)]


def _how_marked(context: ReportContext, advice: FormAdvice) -> str:
    dates = [reason.checked_on for form in advice.ranked for reason in (*form.reasons_for, *form.reasons_against)]
    dates += [why.checked_on for form in advice.excluded for why in form.why_not]
    dates += [conflict.checked_on for conflict in advice.conflicts]
    told = {each.form_id for each in shown_first(advice)}
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
