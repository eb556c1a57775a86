"""Several services side by side, in words."""

from detector.core.portfolio import is_firm
from detector.wording.plain import percent

COMPARED = (
    "How often each stands before each other, over many ways that unknown answers, weights and lines may turn out. An "
    "order is said only where 80 of 100 ways agree. It is no ranking of services: each has its own result."
)


def of_100(share: float) -> str:
    """A share as people read it here: "92 of 100"."""
    return f"{percent(share).removesuffix(' %')} of 100"


def before_sentence(one: str, other: str, share: float) -> str:
    """How two services stand to each other; `share` (0-1) is how often the first stands before the second."""
    first, second, often = (one, other, share) if share >= 0.5 else (other, one, 1 - share)
    said = f"{first} before {second} in {of_100(often)}"
    return f"{said}." if is_firm(often) else f"{said}: too close to call."
