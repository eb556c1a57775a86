"""Service codes of the Common Procurement Vocabulary (CPV), as people write them and as they are kept."""

from detector.core.bank import CODE_DIGITS

NO_CODE = "A CPV code has eight digits."


def code_digits(written: str) -> str | None:
    """The eight digits of a service code, without spaces and check digit; None where it is not one."""
    squeezed = "".join(written.split())
    digits, stroke, check = squeezed.partition("-")
    is_code = len(digits) == CODE_DIGITS and digits.isascii() and digits.isdigit()
    is_checked = not stroke or (len(check) == 1 and check.isascii() and check.isdigit())
    return digits if is_code and is_checked else None
