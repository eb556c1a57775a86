"""From answers to advice on legal forms: exclusions first, then points, each with its because."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, Condition
from detector.core.bank.guidance import FormLayer, LegalForm
from detector.core.bank.index import index_of
from detector.core.conditions import Scores, open_subjects, triggers, truth
from detector.core.legal_forms.form_order import in_order, without_vehicle
from detector.core.legal_forms.results import (
    ConflictFound,
    ExcludedForm,
    FormAdvice,
    FormReason,
    FormState,
    RankedForm,
    WhyNot,
)
from detector.core.marked_entries import bands_too_early_for_form, form_of_none_yet

NO_VEHICLE_LEFT = "no_vehicle_left"
FEWEST_FORMS = 2

_NO_VERDICT = "There is no verdict yet. See whether the service suits a mutual before you choose a legal form."
_LOW = "The verdict is “{}”. While that stands, whether to set up a new body comes before which legal form it takes."
_TOO_FEW = (
    "Your answers rule out nearly every legal form, so there is no choice to advise on. "
    "Look at why each form is ruled out, and settle the answers that do not go together."
)


@dataclass(frozen=True)
class _Case:
    """What rules are judged by: the bank, the answers, and where the scores are certain to lie."""

    bank: Bank
    sheet: AnswerSheet
    scores: Scores

    def truth(self, when: Condition) -> bool | None:
        return truth(self.bank, when, self.sheet, self.scores)

    def triggers(self, when: Condition) -> tuple[str, ...]:
        return triggers(self.bank, when, self.sheet, self.scores)

    def open_subjects(self, when: Condition) -> tuple[str, ...]:
        return open_subjects(self.bank, when, self.sheet, self.scores)


def advise(bank: Bank, sheet: AnswerSheet, scores: Scores, verdict_id: str | None) -> FormAdvice:
    """What the answers say of the bank's legal forms; `scores` by "overall", group and dimension.

    An unknown never excludes and never gives points. While it is too early for a form, setting up
    nothing stands first whatever its points; all others stand as `in_order` says.
    """
    case = _Case(bank, sheet, scores)
    excluded = _excluded(case)
    gone = {each.form_id for each in excluded}
    left = [form for form in bank.forms if form.id not in gone]
    none_yet = form_of_none_yet(bank)
    first = none_yet.id if none_yet else None
    because = _too_early_because(bank, verdict_id, [form for form in left if form.id != first])
    return FormAdvice(
        ranked=_ranked(case, left, begins_with=first if because else None),
        excluded=excluded,
        conflicts=_conflicts(case),
        too_early=bool(because),
        too_early_because=because,
    )


def _too_early_because(bank: Bank, verdict_id: str | None, new_forms: Sequence[LegalForm]) -> str:
    if verdict_id is None:
        return _NO_VERDICT
    if verdict_id in bands_too_early_for_form(bank):
        return _LOW.format(index_of(bank).bands[verdict_id].label)
    # An overlay is no choice of its own: it sits on one of the others.
    choices = [form for form in new_forms if form.layer is not FormLayer.OVERLAY]
    return _TOO_FEW if len(choices) < FEWEST_FORMS else ""


def _excluded(case: _Case) -> tuple[ExcludedForm, ...]:
    own = {form.id: _why_not(case, form) for form in case.bank.forms}
    stranded = without_vehicle(case.bank.forms, [form_id for form_id, reasons in own.items() if reasons])
    found: list[ExcludedForm] = []
    for form in case.bank.forms:
        reasons = (*own[form.id], _no_vehicle_left(case.bank, form, own)) if form.id in stranded else own[form.id]
        if reasons:
            found.append(ExcludedForm(form.id, form.layer, reasons))
    return tuple(found)


def _why_not(case: _Case, form: LegalForm) -> tuple[WhyNot, ...]:
    return tuple(
        WhyNot(rule.id, rule.because, case.triggers(rule.when), rule.sources, rule.checked_on)
        for rule in form.excluded_when
        if case.truth(rule.when)
    )


def _no_vehicle_left(bank: Bank, overlay: LegalForm, own: dict[str, tuple[WhyNot, ...]]) -> WhyNot:
    names = ", ".join(form.name for form in bank.forms if form.id in overlay.goes_with)
    because = f"Every legal form it could go with is ruled out: {names}."
    facts = dict.fromkeys(
        fact for vehicle in overlay.goes_with for reason in own[vehicle] for fact in reason.triggered_by
    )
    return WhyNot(NO_VEHICLE_LEFT, because, tuple(facts), overlay.sources, overlay.checked_on)


def _ranked(case: _Case, left: Sequence[LegalForm], begins_with: str | None) -> tuple[RankedForm, ...]:
    could_exclude = {form.id: _could_exclude(case, form) for form in left}
    forms = {form.id: _candidate(case, form, could_exclude) for form in left}
    order = in_order(case.bank, {form_id: form.points for form_id, form in forms.items()})
    first = [form_id for form_id in order if form_id == begins_with]
    rest = [form_id for form_id in order if form_id != begins_with]
    return tuple(replace(forms[form_id], rank=rank) for rank, form_id in enumerate([*first, *rest], start=1))


def _could_exclude(case: _Case, form: LegalForm) -> tuple[str, ...]:
    """What is unknown and could still exclude the form by one of its own rules."""
    return tuple(dict.fromkeys(subject for rule in form.excluded_when for subject in case.open_subjects(rule.when)))


def _candidate(case: _Case, form: LegalForm, could_exclude: dict[str, tuple[str, ...]]) -> RankedForm:
    holding = [favour for favour in form.favoured_when if case.truth(favour.when)]
    reasons = [FormReason(each.because, each.points, each.sources, each.checked_on) for each in holding]
    cautions = [
        FormReason(each.because, 0, each.sources, each.checked_on, is_caution=True)
        for each in form.warned_when
        if case.truth(each.when)
    ]
    vehicles = tuple(vehicle for vehicle in form.goes_with if vehicle in could_exclude)
    depends_on = _depends_on(form, vehicles, could_exclude)
    return RankedForm(
        form_id=form.id,
        layer=form.layer,
        rank=0,
        points=sum(reason.points for reason in reasons),
        state=FormState.POSSIBLE if depends_on else FormState.FITS,
        reasons_for=tuple(reason for reason in reasons if reason.points > 0),
        reasons_against=(*(reason for reason in reasons if reason.points < 0), *cautions),
        depends_on=depends_on,
        goes_with=vehicles,
    )


def _depends_on(
    form: LegalForm, vehicles: tuple[str, ...], could_exclude: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """What could exclude the form, or, where none of its vehicles is certain, every vehicle it could go with."""
    of_vehicles = [could_exclude[vehicle] for vehicle in vehicles]
    through = of_vehicles if all(of_vehicles) else []
    return tuple(dict.fromkeys([*could_exclude[form.id], *(subject for part in through for subject in part)]))


def _conflicts(case: _Case) -> tuple[ConflictFound, ...]:
    return tuple(
        ConflictFound(
            each.id,
            each.name,
            each.because,
            each.what_to_do,
            case.triggers(each.when),
            each.sources,
            each.checked_on,
        )
        for each in case.bank.conflicts
        if case.truth(each.when) and not (each.unless and case.truth(each.unless))
    )
