"""`export`: an assessment file in another format."""

from contextlib import suppress
from pathlib import Path

from detector.answers_csv import answers_csv
from detector.assessment_file import write_assessment
from detector.cli.check import bank_in_use
from detector.cli.input_file import read_input
from detector.core.errors import FileError, Problem

FORMATS = {".json": write_assessment, ".csv": answers_csv}
NOT_YET = (".pdf", ".docx", ".pptx", ".xlsx", ".html")


def export(name: str, to: Path, *, force: bool) -> int:
    """Write the assessment in the format that the ending of `to` names.

    Raises:
        FileError: if the assessment or the place to write to is at fault.
        BankError: if the bank has mistakes.

    """
    write = FORMATS.get(to.suffix.lower())
    if write is None:
        raise FileError([_no_format(to)])
    try:
        _refuse_taken(to, force=force)
        bank = bank_in_use()
        _put(write(bank, read_input(name, bank).sheet), to)
    except OSError as error:
        fault = f"This file cannot be written: {error.strerror or error}."
        remedy = "Choose a folder that exists and has room, and close the file if another program has it open."
        raise FileError([Problem(str(to), fault, remedy)]) from None
    print(f"Written: {to}")
    return 0


def _no_format(to: Path) -> Problem:
    endings = " or ".join(FORMATS)
    if to.suffix.lower() in NOT_YET:
        return Problem(str(to), f"The format {to.suffix} is not there yet.", f"End the name with {endings}.")
    fault = f"There is no format {to.suffix}." if to.suffix else "The name has no ending that says which format."
    return Problem(str(to), fault, f"End the name with {endings}.")


def _refuse_taken(to: Path, *, force: bool) -> None:
    if to.is_dir():
        raise FileError([Problem(str(to), "This is a folder.", "Name the file to write in it.")])
    if to.exists() and not force:
        raise FileError([Problem(str(to), "This file is there already.", "Choose another name, or add --force.")])


def _put(content: bytes, to: Path) -> None:
    """Write all of it or nothing: what was there before stays until the new file is complete."""
    unfinished = to.with_name(f"{to.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(to)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
