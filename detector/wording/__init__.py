"""What a result says, in words. Screen, command line and documents use the same ones."""

from detector.wording.firmness import (
    far_flips_sentence,
    flip_sentence,
    narrowing,
    near_flips,
    shares_sentence,
    step_sentence,
    steps_sentence,
)
from detector.wording.plain import counted, day, number, percent
from detector.wording.result import (
    NOTHING_YET,
    PROVISIONAL,
    band_label,
    between,
    cap_briefly,
    confidence_sentence,
    deciding_caps,
    provisional_sentence,
    range_sentence,
    score_cells,
    score_sentence,
    verdict_so_far,
)

__all__ = [
    "NOTHING_YET",
    "PROVISIONAL",
    "band_label",
    "between",
    "cap_briefly",
    "confidence_sentence",
    "counted",
    "day",
    "deciding_caps",
    "far_flips_sentence",
    "flip_sentence",
    "narrowing",
    "near_flips",
    "number",
    "percent",
    "provisional_sentence",
    "range_sentence",
    "score_cells",
    "score_sentence",
    "shares_sentence",
    "step_sentence",
    "steps_sentence",
    "verdict_so_far",
]
