"""The legal forms to discuss first, or why it is too early for one."""

from collections.abc import Iterable, Mapping

from detector.core.bank.guidance import LegalForm
from detector.core.bank.index import index_of
from detector.core.legal_forms.results import FormAdvice, FormReason, FormState, RankedForm
from detector.core.marked_entries import form_of_none_yet
from detector.report.blocks import Bullets, Column, Paragraph, Table, Tone
from detector.report.context import ReportContext
from detector.report.deck import Slide
from detector.report.deck_slides.words import said_with_source, spoken
from detector.report.legal_forms import stand_alike
from detector.wording.legal_forms import asks_first_in_words
from detector.wording.plain import counted, listed
from detector.wording.statements import cited

DISCUSSED = 2
MOST_REASONS = 2
NOTHING_RANKED = "No form that is left belongs to a way to deliver the service that is open."
NOT_ADVICE = "This is not legal advice, and the form stays provisional until the business case."


def forms_slide(context: ReportContext) -> Slide | None:
    """The first two legal forms with what speaks for and against each, or that it is too early for one."""
    advice = context.assessment.forms
    if advice is None:
        return None
    if advice.too_early:
        return _too_early(context, advice)
    if not advice.placed:
        return _not_ranked(context, advice)
    forms = index_of(context.bank).forms
    first = advice.placed[:DISCUSSED]
    columns = (Column("Legal form", 0.75), Column("For it", 1.0), Column("Against it", 1.0))
    rows = tuple((_name(forms, each), _for(forms, each), _against(forms, each)) for each in first)
    return Slide(
        "forms",
        _forms_message(forms, advice),
        (Table("forms", "Legal forms to discuss first", columns, rows), Paragraph(NOT_ADVICE, Tone.QUIET)),
        spoken(*_forms_said(context, forms, advice)),
    )


def _forms_message(forms: Mapping[str, LegalForm], advice: FormAdvice) -> str:
    first = advice.placed[:DISCUSSED]
    if stand_alike(advice):
        return "On these answers every legal form left stands alike"
    return f"To discuss first: {listed(forms[each.form_id].name for each in first)}"


def _name(forms: Mapping[str, LegalForm], ranked: RankedForm) -> str:
    state = "" if ranked.state is FormState.FITS else "\nPossible: it depends on facts not known yet"
    return forms[ranked.form_id].name + state


def _for(forms: Mapping[str, LegalForm], ranked: RankedForm) -> str:
    if ranked.reasons_for:
        return "\n".join(reason.because for reason in ranked.reasons_for[:MOST_REASONS])
    return "In general: " + forms[ranked.form_id].speaks_for[0].text


def _against(forms: Mapping[str, LegalForm], ranked: RankedForm) -> str:
    if ranked.reasons_against:
        return "\n".join(_caution(reason) for reason in ranked.reasons_against[:1])
    return "In general: " + forms[ranked.form_id].speaks_against[0].text


def _caution(reason: FormReason) -> str:
    return f"Ask your lawyer first. {reason.because}" if reason.is_caution else reason.because


def _forms_said(context: ReportContext, forms: Mapping[str, LegalForm], advice: FormAdvice) -> Iterable[str]:
    yield f"England only. Decide the service first, the form second. {NOT_ADVICE}"
    for each in advice.placed[:DISCUSSED]:
        form = forms[each.form_id]
        yield f"{form.name}: {form.summary}"
        yield from (_reason_said(context, "For it", reason) for reason in each.reasons_for)
        yield from (_reason_said(context, "Against it", reason) for reason in each.reasons_against)
        if not each.reasons_for:
            yield f"For it in general: {said_with_source(context.bank, form.speaks_for[0])}"
        if not each.reasons_against:
            yield f"Against it in general: {said_with_source(context.bank, form.speaks_against[0])}"
        if each.level_with:
            yield f"Level with it: {listed(forms[other].name for other in each.level_with)}."
    yield from (f"These answers may not go together: {each.name}. {each.because}" for each in advice.conflicts)
    yield f"{counted(len(advice.excluded), 'form')} ruled out by the answers."


def _reason_said(context: ReportContext, way: str, reason: FormReason) -> str:
    return f"{way}: {_caution(reason)} {cited(context.bank, reason.sources, reason.checked_on)}"


def _not_ranked(context: ReportContext, advice: FormAdvice) -> Slide:
    """What decides which forms to discuss is not known yet, or no form is left that a way to deliver would use."""
    facts = index_of(context.bank).facts
    asked = tuple(facts[each].text for each in advice.asks_first)
    said = asks_first_in_words(advice) if asked else advice.too_few_because or NOTHING_RANKED
    shown = (Bullets(asked),) if asked else ()
    blocks = (Paragraph(said), *shown, Paragraph(NOT_ADVICE, Tone.QUIET))
    return Slide("forms", "No legal form stands before another yet", blocks, spoken(said, *asked, NOT_ADVICE))


def _too_early(context: ReportContext, advice: FormAdvice) -> Slide:
    none_yet = form_of_none_yet(context.bank)
    stands_first = [each for each in advice.ranked if none_yet and each.form_id == none_yet.id]
    reasons = [reason for each in stands_first for reason in each.reasons_for]
    said = spoken(
        advice.too_early_because,
        *(_reason_said(context, "For no new body", reason) for reason in reasons),
        NOT_ADVICE,
    )
    items = tuple(reason.because for reason in reasons[:MOST_REASONS])
    shown = (Bullets(items),) if items else ()
    blocks = (Paragraph(advice.too_early_because), *shown, Paragraph(NOT_ADVICE, Tone.QUIET))
    return Slide("forms", "It is too early to choose a legal form", blocks, said)
