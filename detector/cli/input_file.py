"""Reading the assessment file that a command names."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from detector.core.bank import Bank
from detector.core.errors import FileError, Problem
from detector.core.messages import did_you_mean
from detector.exports.import_pdf import assessment_in
from detector.files.assessment import LARGEST_FILE, Imported, read_assessment

STANDARD_INPUT = "-"
_NEIGHBOURS = 200


def read_input(name: str, bank: Bank) -> Imported:
    """The answers in the file of that name, or in standard input; what a migration changed is told on standard error.

    Raises:
        FileError: if it cannot be read, or with every problem in it.

    """
    imported = read_assessment(assessment_in(_bytes_of(name)), bank)
    for line in imported.migration_report:
        print(line, file=sys.stderr)
    return imported


def _bytes_of(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return _read(sys.stdin.buffer)
    path = Path(name)
    try:
        if path.is_dir():
            raise FileError([Problem(name, "This is a folder.", "Name the assessment file in it.")])
        with path.open("rb") as file:
            return _read(file)
    except FileNotFoundError:
        raise FileError(
            [Problem(name, "There is no such file.", did_you_mean(path.name, _names_beside(path)))]
        ) from None
    except PermissionError:
        remedy = "Ask for the right to read it, or close the program that holds it."
        raise FileError([Problem(name, "This file may not be read.", remedy)]) from None
    except (OSError, ValueError) as error:
        raise FileError([Problem(name, f"This file cannot be read: {_reason(error)}.")]) from None


def _read(file: BinaryIO) -> bytes:
    """No more of a file than it takes to see that it is too large."""
    return file.read(LARGEST_FILE + 1)


def _names_beside(path: Path) -> Iterable[str]:
    try:
        return [each.name for each, _ in zip(path.parent.glob("*.json"), range(_NEIGHBOURS), strict=False)]
    except OSError:
        return []


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
