"""What takes legal forms out, and which answers cannot all stand."""

from detector.core.bank import Bank
from detector.core.bank.guidance import LegalForm
from detector.core.legal_forms.case import Case
from detector.core.legal_forms.form_order import without_vehicle
from detector.core.legal_forms.results import ConflictFound, ExcludedForm, WhyNot

NO_VEHICLE_LEFT = "no_vehicle_left"


def excluded_forms(case: Case) -> tuple[ExcludedForm, ...]:
    """Every form that the answers certainly rule out, by every rule that does, in the bank's order."""
    own = {form.id: _why_not(case, form) for form in case.bank.forms}
    stranded = without_vehicle(case.bank.forms, [form_id for form_id, reasons in own.items() if reasons])
    found: list[ExcludedForm] = []
    for form in case.bank.forms:
        reasons = (*own[form.id], _no_vehicle_left(case.bank, form, own)) if form.id in stranded else own[form.id]
        if reasons:
            found.append(ExcludedForm(form.id, form.layer, reasons))
    return tuple(found)


def could_exclude(case: Case, form: LegalForm) -> tuple[str, ...]:
    """What is unknown and could still exclude the form by one of its own rules."""
    return tuple(dict.fromkeys(subject for rule in form.excluded_when for subject in case.open_subjects(rule.when)))


def _why_not(case: Case, form: LegalForm) -> tuple[WhyNot, ...]:
    return tuple(
        WhyNot(rule.id, rule.because, case.triggers(rule.when), rule.sources, rule.checked_on)
        for rule in form.excluded_when
        if case.holds(rule.when)
    )


def _no_vehicle_left(bank: Bank, overlay: LegalForm, own: dict[str, tuple[WhyNot, ...]]) -> WhyNot:
    names = ", ".join(form.name for form in bank.forms if form.id in overlay.goes_with)
    because = f"Every legal form it could go with is ruled out: {names}."
    facts = dict.fromkeys(
        fact for vehicle in overlay.goes_with for reason in own[vehicle] for fact in reason.triggered_by
    )
    return WhyNot(NO_VEHICLE_LEFT, because, tuple(facts), overlay.sources, overlay.checked_on)


def conflicts_found(case: Case) -> tuple[ConflictFound, ...]:
    """Every conflict whose answers are all known, and that nothing silences, in the bank's order."""
    return tuple(
        ConflictFound(
            each.id,
            each.name,
            each.because,
            each.what_to_do,
            case.triggers(each.when),
            each.sources,
            each.checked_on,
            each.is_caution,
        )
        for each in case.bank.conflicts
        if case.holds(each.when, each.unless)
    )
