"""What a scenario may expect of how firm the verdict is and of what to find out first."""

from collections.abc import Mapping

from detector.core.assessment import Assessment
from detector.core.robustness.find_out_first import next_best
from detector.core.robustness.firmness import FewestChanges
from detector.wording.find_out_first import find_out_sentences
from detector.wording.firmness import firmness_sentences

Limits = tuple[float, float]


def firmness_told(
    found: Assessment, first: int, decides: Mapping[str, Limits], drivers: Mapping[str, Limits], says: list[str]
) -> dict[str, object]:
    """What was found, by key: only so many of what to find out first, and limits in place of numbers within them."""
    firmness, bank = found.firmness, found.bank
    share = {each.subject_id: each.decides for each in found.find_out_first}
    sentences = " ".join([*firmness_sentences(bank, found), *find_out_sentences(found)])
    best = next_best(found.sheet, found.find_out_first)
    return {
        "asked_for_first": next(iter(share), None),
        "next_question": None if best is None else best.subject_id,
        "find_out_first": list(share)[:first],
        "decides": {key: within(share.get(key), limits) for key, limits in decides.items()},
        "drivers": {key: within(_said(found, key), limits) for key, limits in drivers.items()},
        "without_gates": dict(firmness.gates.without) if firmness else {},
        "gates_holding": list(firmness.gates.holding) if firmness else [],
        "steps_up": _steps(firmness.up if firmness else None),
        "steps_down": _steps(firmness.down if firmness else None),
        "steps_up_to": firmness.up.verdict if firmness and firmness.up else None,
        "steps_down_to": firmness.down.verdict if firmness and firmness.down else None,
        "first_view": found.first_view,
        "says": [each for each in says if each in sentences],
    }


def within(share: float | None, limits: Limits | None) -> object:
    """The limits (0-100) where the share lies within them, else the share of 100 itself."""
    if share is not None and limits is not None and limits[0] - 1e-9 <= share * 100 <= limits[1] + 1e-9:
        return limits
    return None if share is None else share * 100


def _said(found: Assessment, driver: str) -> float | None:
    firmness = found.firmness
    drivers = {} if firmness is None else {"weights": firmness.weights.said, "lines": firmness.lines.said}
    if firmness is not None:
        drivers |= {"unknown": firmness.unknown.said, "unknown_at_least": firmness.unknown.low}
        drivers |= {"unknown_at_most": firmness.unknown.high}
    return drivers.get(driver)


def _steps(steps: FewestChanges | None) -> dict[str, int] | None:
    return None if steps is None else {step.question_id: step.to_level for step in steps.steps}
