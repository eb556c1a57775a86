"""`export`: an assessment file in another format."""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from secrets import token_hex

from detector.cli.check import bank_in_use
from detector.cli.input_file import read_input
from detector.core.assessment import assess
from detector.core.errors import FileError, Problem
from detector.core.messages import did_you_mean
from detector.exports.export import make
from detector.exports.formats import FORMATS, Format, FormatId
from detector.report.blocks import Length
from detector.report.context import ReportContext

BY_ENDING = {f".{made.ending}": made for made in FORMATS if made.id is not FormatId.RESULT}
ENDINGS = ", ".join(BY_ENDING)


@dataclass(frozen=True)
class Wish:
    """Where a file is wanted, and what is not as usual."""

    to: Path
    force: bool = False
    length: Length | None = None
    template: Path | None = None
    on: date | None = None


def export(name: str, wish: Wish) -> int:
    """Write the assessment in the format that the ending of the file's name says.

    Raises:
        FileError: if the assessment, the template, the place to write to or the wish itself is at fault.
        BankError: if the bank has problems.
        ExportError: if the file cannot be made, or not on this machine.

    """
    made = _format(wish)
    try:
        _refuse_taken(wish)
        _put(_content(name, made, wish), wish.to)
    except OSError as error:
        fault = f"This file cannot be written: {error.strerror or error}."
        remedy = "Choose a folder that exists and has room, and close the file if another program has it open."
        raise FileError([Problem(str(wish.to), fault, remedy)]) from None
    print(f"Written: {wish.to}")
    return 0


def _content(name: str, made: Format, wish: Wish) -> bytes:
    bank = bank_in_use()
    template = _template(wish.template)
    sheet = read_input(name, bank).sheet
    # The day at this computer, as on the officer's calendar.
    on = wish.on or date.today()  # noqa: DTZ011 - the officer's own day
    return make(ReportContext(bank, sheet, assess(bank, sheet), on), made.id, wish.length or Length.FULL, template)


def _format(wish: Wish) -> Format:
    ending = wish.to.suffix.lower()
    made = BY_ENDING.get(ending)
    if made is None:
        fault = f"There is no format {ending}." if ending else "The name has no ending that says which format."
        near = did_you_mean(ending, BY_ENDING) if ending else ""
        raise FileError([Problem(str(wish.to), fault, f"{near} End the name with one of {ENDINGS}.".lstrip())])
    problems: list[Problem] = []
    if wish.length is not None and not made.lengths:
        fault = f"A {ending} file has one length only."
        problems.append(Problem("--length", fault, "Leave it out, or write a .pdf, .docx or .html."))
    if wish.template is not None and made.id is not FormatId.WORD:
        problems.append(Problem("--template", f"A {ending} file has no template.", "Leave it out, or write a .docx."))
    if problems:
        raise FileError(problems)
    return made


def _template(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        fault = f"This template cannot be read: {error.strerror or error}."
        raise FileError([Problem(str(path), fault, "Name a Word file that is on this computer.")]) from None


def _refuse_taken(wish: Wish) -> None:
    to = wish.to
    if to.is_dir():
        raise FileError([Problem(str(to), "This is a folder.", "Name the file to write in it.")])
    if to.exists() and not wish.force:
        raise FileError([Problem(str(to), "This file is there already.", "Choose another name, or add --force.")])


def _put(content: bytes, to: Path) -> None:
    """Write all of it or nothing: what was there before stays until the new file is complete.

    A link is followed, and what it leads to keeps its rights.
    """
    file = Path(os.path.realpath(to))
    if file.exists() and not file.is_file():
        # A device or a pipe is written to, and never put away for a file.
        file.write_bytes(content)
        return
    # Another's file may have any name but one that nobody could guess.
    unfinished = file.with_name(f".{token_hex(8)}.part")
    try:
        with unfinished.open("xb") as written:
            written.write(content)
        if file.exists():
            _keep_rights(file, unfinished)
        unfinished.replace(file)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def _keep_rights(before: Path, after: Path) -> None:
    rights = before.stat()
    # Only some accounts may give a file to another; the rest of its rights count all the same.
    with suppress(OSError, AttributeError):
        os.chown(after, rights.st_uid, rights.st_gid)
    after.chmod(stat.S_IMODE(rights.st_mode))
