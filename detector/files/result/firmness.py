"""How firm the verdict is and what to find out first, as other programs read it."""

from collections.abc import Mapping

from detector.core.assessment import Assessment
from detector.core.robustness.draws import Assumption
from detector.core.robustness.firmness import Driver
from detector.core.robustness.outlook import Shares
from detector.files.result.firmness_schema import DriverPart, FindOutPart, FirmnessPart


def firmness_part(assessment: Assessment) -> FirmnessPart | None:
    """How firm the verdict is, None while there is none."""
    found, outlook = assessment.firmness, assessment.outlook
    if found is None:
        return None
    return {
        "unknown": _driver(found.unknown),
        "weights": _driver(found.weights),
        "lines": _driver(found.lines),
        "verdict_shares": _shares(outlook.shares),
        "verdict_shares_if_hard_gates_pass": (
            None if outlook.if_hard_gates_pass is None else _shares(outlook.if_hard_gates_pass)
        ),
        "likely_low": outlook.likely[0] * 100,
        "likely_high": outlook.likely[1] * 100,
        "without_gate": dict(found.gates.without),
        "gates_holding_together": [*found.gates.holding],
        "enough_for_a_first_view": assessment.first_view is not None,
    }


def find_out_first_part(assessment: Assessment) -> list[FindOutPart]:
    """What is unknown and can still change the verdict, most telling first."""
    return [
        {
            "question": None if each.is_fact else each.subject_id,
            "fact": each.subject_id if each.is_fact else None,
            "decides": each.decides * 100,
        }
        for each in assessment.find_out_first
    ]


def _driver(driver: Driver) -> DriverPart:
    return {"low": driver.low * 100, "likeliest": driver.said * 100, "high": driver.high * 100}


def _shares(shares: Mapping[Assumption, Shares]) -> dict[str, dict[str, float]]:
    return {assumption.value: dict(each) for assumption, each in shares.items()}
