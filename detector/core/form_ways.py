"""From the standing of the delivery models to the legal forms that they could take."""

from collections.abc import Iterable

from detector.core.bank import Bank
from detector.core.legal_forms.results import Ways
from detector.core.options.results import ModelStanding
from detector.core.options.standing import is_choice, no_mutual_because


def ways_to_deliver(bank: Bank, standings: Iterable[ModelStanding], verdict_id: str | None) -> Ways | None:
    """What is open of the ways to deliver, as far as legal forms go; None where no model of the bank names its forms."""
    if not any(model.forms for model in bank.models):
        return None
    found = tuple(standings)
    left = {each.model_id for each in found if is_choice(each.standing)}
    models = [model for model in bank.models if model.id in left]
    return Ways(
        has_mutual=any(model.is_mutual for model in models),
        forms=frozenset(form_id for model in models for form_id in model.forms),
        no_mutual_because=no_mutual_because(bank, found, verdict_id),
    )
