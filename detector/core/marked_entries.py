"""The entries of a bank with a part of their own to play: those that the bank marks, never known by their ids.

A bank written before a mark was there marks nothing. What its other rules say then stands for the mark, so that all
goes on as before; `check` says where even that leaves it open.
"""

from detector.core.bank import Bank, CapRule, FactPage
from detector.core.bank.guidance import DeliveryModel, FormLayer, LegalForm
from detector.core.bank.scoring_rules import Band
from detector.core.conditions import mentions


def bands_too_early_for_form(bank: Bank) -> frozenset[str]:
    """The verdicts (ids) with which a new body is not the question yet.

    Where none is marked: the one that a very low headline score leads to, and all worse ones.
    """
    marked = frozenset(band.id for band in bank.bands if band.too_early_for_form)
    if marked:
        return marked
    limits = {cap.at_most for cap in bank.caps if cap.rule is CapRule.HEADLINE_VERY_LOW}
    starts = [_start(band) for band in bank.bands if band.id in limits]
    return frozenset(band.id for band in bank.bands if any(_start(band) <= start for start in starts))


def form_of_none_yet(bank: Bank) -> LegalForm | None:
    """The form that stands for setting up nothing yet.

    Where none is marked: the one form that no rule excludes, overlays left aside; None where there are more, or none.
    """
    marked = [form for form in bank.forms if form.is_none_yet]
    lasting = [form for form in bank.forms if not form.excluded_when and form.layer is not FormLayer.OVERLAY]
    found = marked or lasting
    return found[0] if len(found) == 1 else None


def model_of_staying(bank: Bank) -> DeliveryModel | None:
    """The model in which the service stays in the council; where none is marked, the first that is no mutual."""
    marked = [model for model in bank.models if model.is_in_house]
    return next(iter(marked or [model for model in bank.models if not model.is_mutual]), None)


def model_compared_first(bank: Bank) -> DeliveryModel | None:
    """The mutual to compare with staying in house where no mutual is open; where none is marked, the first."""
    marked = [model for model in bank.models if model.compare_first]
    return next(iter(marked or [model for model in bank.models if model.is_mutual]), None)


def fact_groups_on(bank: Bank, page: FactPage) -> frozenset[str]:
    """The fact groups (ids) that a page asks.

    Where no group names a page: those with a fact that can exclude a legal form.
    """
    if any(group.asked_on for group in bank.fact_groups):
        return frozenset(group.id for group in bank.fact_groups if group.asked_on is page)
    rules = [rule.when for form in bank.forms for rule in form.excluded_when]
    decisive = {subject for rule in rules for subject in mentions(bank, rule)}
    return frozenset(fact.group for fact in bank.facts if ("fact", fact.id) in decisive)


def _start(band: Band) -> float:
    """Where a band begins; one that no score reaches is worse than all others."""
    return -1.0 if band.from_score is None else band.from_score
