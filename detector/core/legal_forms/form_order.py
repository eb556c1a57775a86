"""Which legal forms are left, and in which order they stand."""

from collections.abc import Collection, Iterable, Mapping

from detector.core.bank import Bank
from detector.core.bank.guidance import FormLayer, LegalForm

_LAYERS = tuple(FormLayer)


def without_vehicle(forms: Iterable[LegalForm], excluded: Collection[str]) -> frozenset[str]:
    """The overlays (ids) whose every vehicle is among the excluded forms (ids)."""
    return frozenset(
        form.id for form in forms if form.goes_with and all(vehicle in excluded for vehicle in form.goes_with)
    )


def in_order(bank: Bank, points: Mapping[str, int]) -> tuple[str, ...]:
    """The forms (ids) with points: most points first, then vehicles before overlays, then in the bank's order."""
    forms = [form for form in bank.forms if form.id in points]
    # Sorting keeps the bank's order among equals.
    forms.sort(key=lambda form: (-points[form.id], _LAYERS.index(form.layer)))
    return tuple(form.id for form in forms)
