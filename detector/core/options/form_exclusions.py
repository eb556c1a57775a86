"""Which legal forms are out by the rules of the bank, and what could still take the others out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.bank.guidance import FormLayer, LegalForm
from detector.core.bank.index import index_of
from detector.core.conditions import Scores, open_subjects, triggers, truth
from detector.core.options.results import WhyOut


@dataclass(frozen=True)
class FormLimits:
    """What takes a form out, and what is unknown and could still do so (ids of facts, questions and scores)."""

    why_out: tuple[WhyOut, ...]
    could_exclude: tuple[str, ...]


def form_limits(bank: Bank, sheet: AnswerSheet, scores: Scores, form_ids: Iterable[str]) -> dict[str, FormLimits]:
    """What limits each of these forms. An overlay is out, too, where every vehicle it could go with is."""
    forms = index_of(bank).forms
    wanted = [forms[form_id] for form_id in dict.fromkeys(form_ids)]
    with_vehicles = dict.fromkeys([*(form.id for form in wanted), *(one for form in wanted for one in form.goes_with)])
    own = {form_id: _own_limits(bank, sheet, scores, forms[form_id]) for form_id in with_vehicles}
    return {form.id: _with_vehicles(form, own) for form in wanted}


def _own_limits(bank: Bank, sheet: AnswerSheet, scores: Scores, form: LegalForm) -> FormLimits:
    why_out = tuple(
        WhyOut(rule.id, rule.because, triggers(bank, rule.when, sheet, scores), rule.sources, rule.checked_on)
        for rule in form.excluded_when
        if truth(bank, rule.when, sheet, scores)
    )
    unknown = (subject for rule in form.excluded_when for subject in open_subjects(bank, rule.when, sheet, scores))
    return FormLimits(why_out, tuple(dict.fromkeys(unknown)))


def _with_vehicles(form: LegalForm, own: Mapping[str, FormLimits]) -> FormLimits:
    limits, vehicles = own[form.id], [own[vehicle] for vehicle in form.goes_with]
    is_stranded = form.layer is FormLayer.OVERLAY and vehicles and all(each.why_out for each in vehicles)
    if limits.why_out or not is_stranded:
        return limits
    return FormLimits(tuple(dict.fromkeys(why for each in vehicles for why in each.why_out)), limits.could_exclude)
