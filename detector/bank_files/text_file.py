"""Reading one file of the bank as text."""

import re
from pathlib import Path

from detector.bank_files.tree import Place, Spot
from detector.core.errors import Problem

LARGEST_BYTES = 2_000_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


class UnreadableError(Exception):
    """Nothing in a file can be used; holds why."""

    def __init__(self, problem: Problem[Spot]) -> None:
        self.problem = problem
        super().__init__(problem.fault)


def read_text(path: Path) -> str:
    """The file's text, without a byte order mark.

    Raises:
        UnreadableError: the file is missing, too large, not UTF-8, or holds characters that YAML forbids.

    """
    text = _decoded(path.name, _bytes(path))
    for pattern, fault, remedy in (
        (re.compile("\t"), "there is a tab.", "Use spaces only."),
        (_CONTROL, "there is an invisible control character.", "Type the line again, or paste it as plain text."),
    ):
        if found := pattern.search(text):
            raise _unreadable(path.name, fault, remedy, text.count("\n", 0, found.start()) + 1)
    return text


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise _unreadable(path.name, "this file is missing.", "Put it back, or undo what removed it.") from None
    except OSError as error:
        reason = (error.strerror or "the system refuses").lower()
        raise _unreadable(
            path.name, f"this file cannot be read: {reason}.", "Check that it is a file you may open."
        ) from error
    if len(content) > LARGEST_BYTES:
        raise _unreadable(path.name, "this file is larger than 2 MB.", "Bring back the file you had before.")
    return content


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 0 if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else content.count(b"\n", 0, error.start) + 1
        raise _unreadable(name, "this is not UTF-8 text.", "Save the file with the encoding UTF-8.", line) from error


def _unreadable(name: str, fault: str, remedy: str, line: int = 0) -> UnreadableError:
    return UnreadableError(Problem(Spot((), Place(name, line)), fault, remedy))
