"""Numbers as people type them."""

import re
from decimal import Decimal

from detector.wording.plain import number

_TIMES = {"": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}
# A mark between thousands stands before groups of three only, and is the same one throughout.
_GROUPED = r"[1-9]\d{0,2}(?P<mark>[,\s])\d{3}(?:(?P=mark)\d{3})*(?:\.\d+)?"
_DIGITS = rf"{_GROUPED}|\d+(?:\.\d+)?|\.\d+"
_BEFORE, _AFTER = r"£?\s*", r"\s*(?P<times>k|thousand|m|million)?\s*%?"
_NUMBER = re.compile(rf"{_BEFORE}(?P<digits>{_DIGITS}){_AFTER}", re.IGNORECASE)
_FRACTION = re.compile(r"(?P<whole>.*\d)(?P<mark>[.,])(?P<fraction>\d+)")
_WHOLE = re.compile(r"\d[\d\s]*,[\d,\s]*|\d{1,3}(?:\.\d{3})+")
_LONGEST = 30
_MARKED = re.compile(rf"{_BEFORE}(?P<digits>\d[\d.,\s]*\d){_AFTER}", re.IGNORECASE)


def read_number(typed: str) -> int | float | None:
    """A number from 0 as people type it: "4,200,000", "£4.2m", "92%"; None where it is not one."""
    found = _NUMBER.fullmatch(typed.strip())
    return _value(re.sub(r"[,\s]", "", found["digits"]), found["times"]) if found else None


def likely_number(typed: str) -> str:
    """The number somebody may have meant whose marks stand where none can, "9.5" for "9,5"; else nothing."""
    found = _MARKED.fullmatch(typed.strip())
    if found is None or len(typed) > _LONGEST or read_number(typed) is not None:
        return ""
    written = found["digits"]
    parts = _FRACTION.fullmatch(written)
    # The last mark parts off a fraction, unless the same one stands before it too.
    if parts and parts["mark"] not in parts["whole"]:
        return number(_value(f"{_bare(parts['whole'])}.{parts['fraction']}", found["times"]))
    return number(_value(_bare(written), found["times"])) if _WHOLE.fullmatch(written) else ""


def _bare(digits: str) -> str:
    return re.sub(r"[.,\s]", "", digits)


def _value(digits: str, times: str | None) -> int | float:
    # As decimals: in binary fractions 4.1 million is a hair less than 4,100,000.
    value = Decimal(digits) * _TIMES[(times or "").lower()]
    return int(value) if value == value.to_integral_value() else float(value)
