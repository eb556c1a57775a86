"""Which legal forms are left, and in which order they stand."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from detector.core.bank import Bank
from detector.core.bank.guidance import FormLayer, LegalForm

_LAYERS = tuple(FormLayer)


@dataclass(frozen=True)
class Merit:
    """What sets forms apart: points, and how many unknown facts, questions and scores could still exclude it."""

    points: int
    unknown: int


def without_vehicle(forms: Iterable[LegalForm], excluded: Collection[str]) -> frozenset[str]:
    """The overlays (ids) whose every vehicle is among the excluded forms (ids)."""
    return frozenset(
        form.id for form in forms if form.goes_with and all(vehicle in excluded for vehicle in form.goes_with)
    )


def in_order(bank: Bank, merits: Mapping[str, Merit]) -> tuple[str, ...]:
    """The forms (ids) that have merits, best first: by points, then by how little could still exclude them.

    So a form that fits stands before one that is only possible. Forms of the same merit are level: vehicles stand
    before overlays, then all in the bank's order.
    """
    forms = [form for form in bank.forms if form.id in merits]
    # Sorting keeps the bank's order among equals.
    forms.sort(key=lambda form: (-merits[form.id].points, merits[form.id].unknown, _LAYERS.index(form.layer)))
    return tuple(form.id for form in forms)


def open_ways(depends_on: Mapping[str, Collection[str]], form: LegalForm) -> tuple[str, ...]:
    """What could still exclude a form: by its own rules or, where none of its vehicles is certain, through them.

    `depends_on` holds, for every form that is left (id), what could exclude it by its own rules.
    """
    of_vehicles = [depends_on[vehicle] for vehicle in form.goes_with if vehicle in depends_on]
    through = of_vehicles if all(of_vehicles) else []
    return tuple(dict.fromkeys([*depends_on[form.id], *(subject for part in through for subject in part)]))


def is_choice(form: LegalForm) -> bool:
    """Whether a form is one to choose among others: not one that needs no new body."""
    return form.layer is not FormLayer.BESIDE
