"""Writing the file that a command is asked for: all of it or nothing, and over nobody's file unasked."""

import os
import stat
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from detector.core.errors import FileError, Problem


@contextmanager
def said_where_written(to: Path) -> Generator[None]:
    """Let a disk or folder that refuses inside reach people in words.

    Raises:
        FileError: it did.
    """
    try:
        yield
    except OSError as error:
        fault = f"This file cannot be written: {error.strerror or error}."
        remedy = "Choose a folder that exists and has room, and close the file if another program has it open."
        raise FileError([Problem(str(to), fault, remedy)]) from None


def refuse_taken(to: Path, *, force: bool) -> None:
    """Let a place pass where nothing is yet, or a file that may be written over.

    Raises:
        FileError: it is a folder, or a file that is there already.
    """
    if to.is_dir():
        raise FileError([Problem(str(to), "This is a folder.", "Name the file to write in it.")])
    if to.exists() and not force:
        raise FileError([Problem(str(to), "This file is there already.", "Choose another name, or add --force.")])


def put(content: bytes, to: Path) -> None:
    """Write all of it or nothing: what was there before stays until the new file is complete.

    A link is followed, and what it leads to keeps its rights.
    """
    file = Path(os.path.realpath(to))
    if is_no_file(file):
        # A device or a pipe is written to, and never put away for a file.
        file.write_bytes(content)
        return
    with in_place_of(file) as unfinished:
        with unfinished.open("xb") as written:
            written.write(content)
        if file.exists():
            _keep_rights(file, unfinished)


def is_no_file(path: Path) -> bool:
    """Whether something is there that is no file, such as a device or a pipe."""
    return path.exists() and not path.is_file()


@contextmanager
def in_place_of(file: Path, *, without: Sequence[Path] = ()) -> Generator[Path]:
    """A name beside the file for what is written inside; at the end it takes the file's place, or is gone.

    What the file must be `without` goes just before.
    """
    # Another's file may have any name but one that nobody could guess.
    unfinished = file.with_name(f".{token_hex(8)}.part")
    try:
        yield unfinished
        for belonging in without:
            belonging.unlink(missing_ok=True)
        unfinished.replace(file)
        _write_down(file.parent)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def _write_down(folder: Path) -> None:
    """Have the disk keep the new name, where the system lets a folder be opened for that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _keep_rights(before: Path, after: Path) -> None:
    rights = before.stat()
    # Only some accounts may give a file to another; the rest of its rights count all the same.
    with suppress(OSError, AttributeError):
        os.chown(after, rights.st_uid, rights.st_gid)
    after.chmod(stat.S_IMODE(rights.st_mode))
