"""What a file says of itself: its format, and the bank its answers belong to."""

import re

from detector.core.bank import Bank
from detector.files.assessment.json_tree import Json, named
from detector.files.assessment.problems import ProblemList

FORMAT = "mutual-business-detector/assessment"
FORMAT_VERSION = 1
_BANK_VERSION = re.compile(r"([0-9]{4})\.([0-9]{1,6})")


def check_format(members: dict[str, Json], problems: ProblemList) -> None:
    """Go on only with a file of our format, in a version this program reads.

    Raises:
        FileError: saying what it is instead, and every problem found before.

    """
    before = problems.count()
    if members.get("format") != FORMAT:
        fault = "There is no 'format'." if "format" not in members else f"It says {named(members['format'])}."
        problems.add("format", fault, f'An assessment file holds "format": "{FORMAT}".')
    _check_format_version(members, problems)
    if problems.count() > before:
        problems.refuse_any()


def _check_format_version(members: dict[str, Json], problems: ProblemList) -> None:
    version = members.get("format_version")
    if isinstance(version, int) and not isinstance(version, bool):
        if version > FORMAT_VERSION:
            fault = f"The file has format version {named(version)}, and this program reads version {FORMAT_VERSION}."
            problems.add("format_version", fault, "Open it with a newer version of this program.")
        elif version < FORMAT_VERSION:
            problems.add("format_version", f"There is no format version {named(version)}.", f"Write {FORMAT_VERSION}.")
    else:
        fault = "There is no 'format_version'." if version is None else f"It says {named(version)}."
        remedy = f"Write {FORMAT_VERSION}, without quotation marks."
        problems.add("format_version", fault, remedy)


def file_bank_version(members: dict[str, Json], bank: Bank, problems: ProblemList) -> str:
    """The version of the bank the file was made with; this bank's where the file does not say it rightly."""
    version = members.get("bank_version")
    known = _ordinal(bank.version)
    given = _ordinal(version) if isinstance(version, str) else None
    if given is None or not isinstance(version, str):
        fault = "There is no 'bank_version'." if version is None else f"It says {named(version)}."
        problems.add("bank_version", fault, f'A bank version looks like "{bank.version}", in quotation marks.')
        return bank.version
    if known is not None and given > known:
        fault = f"The file was made with question bank {version}, and this program has {bank.version}."
        problems.add(
            "bank_version", fault, "Open it with a newer version of this program: it may ask other questions."
        )
        problems.refuse_any()
    return version


def _ordinal(version: str) -> tuple[int, int] | None:
    found = _BANK_VERSION.fullmatch(version)
    return (int(found[1]), int(found[2])) if found else None
