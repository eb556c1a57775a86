"""`export`: an assessment file in another format."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from detector.cli.check import bank_in_use
from detector.cli.input_file import read_input
from detector.cli.output_file import put, refuse_taken, said_where_written
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
    with said_where_written(wish.to):
        refuse_taken(wish.to, force=wish.force)
        put(_content(name, made, wish), wish.to)
    print(f"Written: {wish.to}")
    return 0


def _content(name: str, made: Format, wish: Wish) -> bytes:
    bank = bank_in_use()
    template = _template(wish.template)
    read = read_input(name, bank)
    # The day at this computer, as on the officer's calendar.
    on = wish.on or date.today()  # noqa: DTZ011 - the officer's own day
    context = ReportContext(bank, read.sheet, assess(bank, read.sheet), on, read.head, from_copy=True)
    return make(context, made.id, wish.length or Length.FULL, template)


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
