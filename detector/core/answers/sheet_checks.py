"""Whether what is said about the service fits, and whether local weights stay within their limits."""

from collections.abc import Iterator
from math import isfinite

from detector.core.answers.sheet import Service
from detector.core.bank import Dimension, Scale
from detector.core.errors import Problem
from detector.core.messages import LONGEST_LINE, LONGEST_NOTE, shown, text_problems

_TOLERANCE = 1e-9


def service_problems(service: Service) -> tuple[Problem, ...]:
    """Everything that is wrong with the description of a service; each place is the part of it."""
    return (
        *text_problems("name", service.name, LONGEST_LINE),
        *text_problems("council", service.council, LONGEST_LINE),
        *text_problems("description", service.description, LONGEST_NOTE),
    )


def weight_problems(scale: Scale, dimension: Dimension, weight: float) -> tuple[Problem, ...]:
    """Everything that is wrong with a local weight, given in the bank's units."""
    return tuple(_weight_problems(scale, dimension, weight))


def _weight_problems(scale: Scale, dimension: Dimension, weight: float) -> Iterator[Problem]:
    change = dimension.weight * scale.local_weight_limit
    least, most = dimension.weight - change, dimension.weight + change
    is_number = not isinstance(weight, bool) and (isinstance(weight, int) or isfinite(weight))
    if not (is_number and least - _TOLERANCE <= weight <= most + _TOLERANCE):
        fault = f"The weight of '{dimension.name}' can be set from {least:g} to {most:g}, not to {shown(weight)}."
        yield Problem("", fault, f"The bank's own weight is {dimension.weight:g}.")
