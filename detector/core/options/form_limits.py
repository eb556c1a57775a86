"""What takes the legal forms of a delivery model out, and what could still do so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank
from detector.core.conditions import Scores
from detector.core.legal_forms.case import Case
from detector.core.legal_forms.exclusions import NO_VEHICLE_LEFT, could_exclude, excluded_forms
from detector.core.legal_forms.form_order import open_ways
from detector.core.options.results import WhyOut


@dataclass(frozen=True)
class FormLimits:
    """What takes one form out, or several together, and what is unknown and could do so by itself.

    `could_exclude` are ids of facts, questions and scores.
    """

    why_out: tuple[WhyOut, ...] = ()
    could_exclude: tuple[str, ...] = ()


def form_limits(bank: Bank, sheet: AnswerSheet, scores: Scores) -> Mapping[str, FormLimits]:
    """What limits each legal form of the bank, by its id."""
    case = Case(bank, sheet, scores)
    out = {
        each.form_id: tuple(
            WhyOut(why.rule_id, why.because, why.triggered_by, why.sources, why.checked_on) for why in each.why_not
        )
        for each in excluded_forms(case)
    }
    open_rules = {form.id: could_exclude(case, form) for form in bank.forms if form.id not in out}
    return {
        form.id: FormLimits(why_out=out[form.id])
        if form.id in out
        else FormLimits(could_exclude=open_ways(open_rules, form))
        for form in bank.forms
    }


def all_together(limits: Sequence[FormLimits]) -> FormLimits:
    """What takes out the last of these forms, and what could by itself take out every one that is left.

    Of several reasons against one form the first is given, and each reason once; that an overlay has nothing to sit on
    follows from the others. Nothing takes the last form out while one is left; no forms have no limits.
    """
    left = [each.could_exclude for each in limits if not each.why_out]
    if left:
        first, *others = left
        return FormLimits(could_exclude=tuple(each for each in first if all(each in other for other in others)))
    first = [each.why_out[0] for each in limits]
    own = [why for why in first if why.rule_id != NO_VEHICLE_LEFT] or first
    said: dict[str, WhyOut] = {}
    for why in own:
        said.setdefault(why.because, why)
    return FormLimits(why_out=tuple(said.values()))
