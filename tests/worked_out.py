"""All that an assessment works out, to compare one with another."""

from dataclasses import fields
from functools import cached_property

from detector.core.assessment import Assessment

LEFT_OUT = ("bank", "sheet", "drawn")
"""What it is made from, and the arrays behind what it says."""


def worked_out(found: Assessment) -> dict[str, object]:
    """Everything an assessment says, by name, also what is worked out only when asked for."""
    later = [name for name, value in vars(Assessment).items() if isinstance(value, cached_property)]
    return {
        name: getattr(found, name)
        for name in [*(each.name for each in fields(Assessment)), *later]
        if name not in LEFT_OUT
    }
