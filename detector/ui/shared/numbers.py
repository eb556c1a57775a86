"""Numbers as people type them."""

import re

_TIMES = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
_NUMBER = re.compile(r"£?\s*(\d[\d,\s]*(?:\.\d+)?|\.\d+)\s*(k|thousand|m|million)?\s*%?", re.IGNORECASE)


def read_number(typed: str) -> float | None:
    """A number from 0 as people type it: "4,200,000", "£4.2m", "92%"; None where it is not one."""
    found = _NUMBER.fullmatch(typed.strip())
    if found is None:
        return None
    digits = re.sub(r"[,\s]", "", found[1])
    return float(digits) * _TIMES[(found[2] or "").lower()]
