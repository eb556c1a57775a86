"""The legal forms to discuss, and the delivery models that the answers point to."""

from collections.abc import Iterable

from detector.core.form_order import NO_NEW_FORM
from detector.core.forms import FormAdvice, FormReason, FormState, RankedForm
from detector.core.knowledge import LegalForm
from detector.core.models import ModelFit, ModelResult
from detector.core.wording import counted
from detector.report.deck import Slide
from detector.report.deck_slides.case import Case, cited, listed, stated
from detector.report.shapes import Column, Paragraph, Table, Tone

DISCUSSED = 2
MOST_REASONS = 2
FITS = {
    ModelFit.POINTED_TO: "Your answers point to it",
    ModelFit.MAY_BE: "It may be: not enough is known",
    ModelFit.NOT_POINTED_TO: "Nothing points to it",
}
NOT_ADVICE = "This is not legal advice, and the form stays provisional until the business case."


def forms_slide(case: Case) -> Slide | None:
    """The first two legal forms with what speaks for and against each, or that it is too early for one."""
    advice = case.assessment.forms
    if advice is None:
        return None
    if advice.too_early:
        return _too_early(case, advice)
    forms = {form.id: form for form in case.bank.forms}
    first = advice.ranked[:DISCUSSED]
    columns = (Column("Legal form", 0.75), Column("For it", 1.0), Column("Against it", 1.0))
    rows = tuple((_name(forms, each), _for(forms, each), _against(forms, each)) for each in first)
    return Slide(
        "forms",
        _forms_message(forms, advice),
        (Table("forms", "Legal forms to discuss first", columns, rows), Paragraph(NOT_ADVICE, Tone.QUIET)),
        "\n".join(_forms_said(case, forms, advice)),
    )


def _forms_message(forms: dict[str, LegalForm], advice: FormAdvice) -> str:
    first = advice.ranked[:DISCUSSED]
    if all(each.points == advice.ranked[0].points for each in advice.ranked) and len(advice.ranked) > DISCUSSED:
        return "On these answers every legal form left stands alike"
    return f"To discuss first: {listed(forms[each.form_id].name for each in first)}"


def _name(forms: dict[str, LegalForm], ranked: RankedForm) -> str:
    state = "" if ranked.state is FormState.FITS else "\nPossible: it depends on facts not known yet"
    return forms[ranked.form_id].name + state


def _for(forms: dict[str, LegalForm], ranked: RankedForm) -> str:
    if ranked.reasons_for:
        return "\n".join(reason.because for reason in ranked.reasons_for[:MOST_REASONS])
    return "In general: " + forms[ranked.form_id].speaks_for[0].text


def _against(forms: dict[str, LegalForm], ranked: RankedForm) -> str:
    if ranked.reasons_against:
        return "\n".join(_caution(reason) for reason in ranked.reasons_against[:1])
    return "In general: " + forms[ranked.form_id].speaks_against[0].text


def _caution(reason: FormReason) -> str:
    return f"Ask your lawyer first. {reason.because}" if reason.is_caution else reason.because


def _forms_said(case: Case, forms: dict[str, LegalForm], advice: FormAdvice) -> Iterable[str]:
    yield f"England only. Decide the service first, the form second. {NOT_ADVICE}"
    for each in advice.ranked[:DISCUSSED]:
        form = forms[each.form_id]
        yield f"{form.name}: {form.summary}"
        yield from (_reason_said(case, "For it", reason) for reason in each.reasons_for)
        yield from (_reason_said(case, "Against it", reason) for reason in each.reasons_against)
        if not each.reasons_for:
            yield f"For it in general: {stated(case.bank, form.speaks_for[0])}"
        if not each.reasons_against:
            yield f"Against it in general: {stated(case.bank, form.speaks_against[0])}"
    alike = [each for each in advice.ranked[DISCUSSED:] if each.points == advice.ranked[DISCUSSED - 1].points]
    if alike:
        yield f"With as many points as the second: {listed(forms[each.form_id].name for each in alike)}."
    yield from (f"These answers may not go together: {each.name}. {each.because}" for each in advice.conflicts)
    yield f"{counted(len(advice.excluded), 'form')} ruled out by the answers."


def _reason_said(case: Case, way: str, reason: FormReason) -> str:
    return f"{way}: {_caution(reason)} {cited(case.bank, reason.sources, reason.checked_on)}"


def _too_early(case: Case, advice: FormAdvice) -> Slide:
    forms = {form.id: form for form in case.bank.forms}
    none_yet = next((form for form in advice.ranked if form.form_id == NO_NEW_FORM), None)
    reasons = [_reason_said(case, "For no new body", reason) for reason in none_yet.reasons_for] if none_yet else []
    later = [forms[each.form_id].name for each in advice.ranked if each.form_id != NO_NEW_FORM][:DISCUSSED]
    said = [
        advice.too_early_because,
        *reasons,
        f"Should that change, {listed(later)} would be discussed first." if later else "",
        NOT_ADVICE,
    ]
    blocks = (Paragraph(advice.too_early_because), Paragraph(NOT_ADVICE, Tone.QUIET))
    return Slide("forms", "It is too early to choose a legal form", blocks, "\n".join(part for part in said if part))


def models_slide(case: Case) -> Slide | None:
    """Every delivery model, with whether the answers point to it; staying in house is always among them."""
    if not case.assessment.models or case.assessment.verdict.id is None:
        return None
    models = {model.id: model for model in case.bank.models}
    pointed = [each for each in case.assessment.models if each.fit is ModelFit.POINTED_TO]
    rows = tuple(
        (models[each.model_id].name, "Yes" if models[each.model_id].is_mutual else "No", FITS[each.fit])
        for each in case.assessment.models
    )
    columns = (Column("Delivery model", 1.1), Column("A mutual", 0.4), Column("Where the answers point", 1.0))
    said = [
        "A mutual is one of several ways. These are pointers for an options appraisal, never a decision.",
        "Staying in house is always one of the options, and is measured in the same way.",
        *(_model_said(case, models[each.model_id].name, each) for each in pointed),
    ]
    table = Table("models", "Delivery models", columns, rows)
    return Slide("models", _models_message(case, pointed), (table,), "\n".join(said))


def _models_message(case: Case, pointed: list[ModelResult]) -> str:
    names = {model.id: model.name for model in case.bank.models}
    so = " so far" if case.so_far else ""
    if not pointed:
        return f"The answers point to no delivery model{so}"
    if len(pointed) > DISCUSSED:
        return f"The answers point to {len(pointed)} delivery models{so}"
    return f"The answers point{so} to: {listed(names[each.model_id] for each in pointed)}"


def _model_said(case: Case, name: str, result: ModelResult) -> str:
    reasons = (f"{reason.because} {cited(case.bank, reason.sources)}" for reason in result.reasons)
    return f"{name}: {' '.join(reasons)} That a pattern points to a model is professional judgement."
