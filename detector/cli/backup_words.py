"""What the commands on backups say in the same words."""

from collections.abc import Sequence

from detector.store.backups import Contents
from detector.wording.plain import counted, number

_UNITS = ("bytes", "KB", "MB", "GB")


def contents_in_words(contents: Contents) -> str:
    """What a database holds: "3 assessments with 1,204 changes, 1 workshop."."""
    changes = f" with {counted(contents.changes, 'change')}" if contents.assessments else ""
    return f"{counted(contents.assessments, 'assessment')}{changes}, {counted(contents.workshops, 'workshop')}."


def latest_in_words(contents: Contents) -> str:
    """When something was last changed: " Last change: 30 November 2026, 20:41 UTC."; nothing where nothing was."""
    at = contents.latest
    return f" Last change: {at.day} {at:%B %Y, %H:%M} UTC." if at else ""


def size_in_words(size: int) -> str:
    """The size of a file, told in bytes: "1.2 MB"."""
    told, unit = float(size), 0
    while told >= 1000 and unit < len(_UNITS) - 1:
        told, unit = told / 1000, unit + 1
    return f"{number(round(told, 1))} {_UNITS[unit]}"


def faults_in_words(place: str, faults: Sequence[str]) -> tuple[str, ...]:
    """Each fault on a line, after the place it is at."""
    return tuple(f"{place}: {fault}" for fault in faults)
