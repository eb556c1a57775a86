"""Opening a worked example, a file, or an assessment of an older question bank: each as one that can be changed."""

from functools import partial
from hashlib import sha256

from detector.core.answers import AnswerSheet
from detector.editing import ImportResult, import_example, import_file, import_older
from detector.ui import state
from detector.ui.shared.navigation import leave_for


def open_file(data: bytes, then: str) -> None:
    """Open an assessment file as a new assessment, and go to a page.

    Raises:
        FileError: it cannot be read; nothing was kept.

    """
    bring_in = partial(import_file, state.editor(), data)
    _open(state.make_once("import", sha256(data).hexdigest(), ImportResult, bring_in), then)


def open_example(data: bytes) -> None:
    """Open a worked example on its results: the copy made before where nobody has changed it, else a new one."""
    _open(import_example(state.editor(), data), "results")


def bring_over(older: AnswerSheet) -> None:
    """Open the copy of an assessment of an older bank for the bank in use: the one made before, or a new one.

    Raises:
        FileError: the bank in use does not say how to read it; nothing was kept.

    """
    imported = import_older(state.editor(), older)
    if not imported.is_new:
        state.keep_note(
            f"This is the copy for question bank {state.bank().version} that was made before. "
            f"The assessment answered on question bank {older.bank_version} stays as it was."
        )
    _open(imported, "questions")


def _open(imported: ImportResult, then: str) -> None:
    state.open_assessment(imported.key)
    if imported.changes:
        said = "It was answered on an older question bank, so this is a copy for the bank in use."
        state.keep_note(said, imported.changes)
    leave_for(then)
