"""The shape of what a result says of how firm the verdict is."""

from typing import TypedDict


class DriverPart(TypedDict):
    """In how many of 100 ways that one thing may vary the verdict would be another, by what is assumed."""

    low: float
    likeliest: float
    high: float


class FirmnessPart(TypedDict):
    """How firm the verdict is.

    `verdict_shares` (0-1, by verdict id) are how often each comes out once all is known, by what is assumed of the
    unknown answers: "independent", "together" or "alike"; again with every open hard gate passed, None where none is
    open. The overall score lies between `likely_low` and `likely_high` (0-100) in eight of ten draws of the last.
    `without_gate` is the verdict were one gate not there, for each that changes it; `gates_holding_together` those of
    which taking one away changes nothing.
    """

    unknown: DriverPart
    weights: DriverPart
    lines: DriverPart
    verdict_shares: dict[str, dict[str, float]]
    verdict_shares_if_hard_gates_pass: dict[str, dict[str, float]] | None
    likely_low: float
    likely_high: float
    without_gate: dict[str, str]
    gates_holding_together: list[str]
    enough_for_a_first_view: bool


class FindOutPart(TypedDict):
    """An unknown question, or the fact that says whether it is asked, and in how many of 100 ways it alone decides."""

    question: str | None
    fact: str | None
    decides: float
