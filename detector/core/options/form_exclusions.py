"""Which legal forms are out by the rules of the bank, and what could still take the others out."""

from collections.abc import Iterable, Mapping, Sequence
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


def all_together(limits: Sequence[FormLimits]) -> FormLimits:
    """What takes out the last of these forms, and what could by itself take out every one that is left.

    Nothing takes the last one out while one is left.
    """
    left = [each for each in limits if not each.why_out]
    if not left:
        return FormLimits(_one_for_each(limits), ())
    first, *others = (each.could_exclude for each in left)
    return FormLimits((), tuple(subject for subject in first if all(subject in other for other in others)))


def _one_for_each(limits: Sequence[FormLimits]) -> tuple[WhyOut, ...]:
    """The first reason against each form; the same reason is given once, whatever forms it takes out."""
    said: dict[str, WhyOut] = {}
    for each in limits:
        said.setdefault(each.why_out[0].because, each.why_out[0])
    return tuple(said.values())


def _with_vehicles(form: LegalForm, own: Mapping[str, FormLimits]) -> FormLimits:
    limits, vehicles = own[form.id], [own[vehicle] for vehicle in form.goes_with]
    if limits.why_out or form.layer is not FormLayer.OVERLAY or not vehicles:
        return limits
    below = all_together(vehicles)
    return FormLimits(below.why_out, tuple(dict.fromkeys((*limits.could_exclude, *below.could_exclude))))
