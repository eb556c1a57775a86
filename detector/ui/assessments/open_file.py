"""Opening a worked example, a file, or an assessment of an older question bank: each as one that can be changed."""

from detector.core.answers import AnswerSheet
from detector.files.assessment import Imported, read_assessment, write_assessment
from detector.ui import state
from detector.ui.shared.navigation import leave_for


def open_file(data: bytes, then: str) -> None:
    """Open an assessment file as a new assessment, and go to a page.

    Raises:
        FileError: it cannot be read; nothing was kept.

    """
    _open_new(read_assessment(data, state.bank()), then)


def open_example(data: bytes) -> None:
    """Open a worked example on its results: the copy made before where nobody has changed it, else a new one."""
    imported = read_assessment(data, state.bank())
    unchanged = state.store().begun_as(imported.sheet, still_so=True)
    if unchanged:
        state.open_assessment(unchanged[0])
        leave_for("results")
    else:
        _open_new(imported, "results")


def bring_over(older: AnswerSheet) -> None:
    """Open the copy of an assessment of an older bank for the bank in use: the one made before, or a new one.

    Raises:
        FileError: the bank in use does not say how to read it; nothing was kept.

    """
    bank = state.bank()
    imported = read_assessment(write_assessment(bank, older), bank)
    made = state.store().begun_as(imported.sheet)
    if not made:
        _open_new(imported, "questions")
        return
    state.open_assessment(made[0])
    state.keep_note(
        f"This is the copy for question bank {bank.version} that was made before. "
        f"The assessment answered on question bank {older.bank_version} stays as it was."
    )
    leave_for("questions")


def _open_new(imported: Imported, then: str) -> None:
    state.open_assessment(state.store().create(imported.sheet, state.editor_name()))
    if imported.migration_report:
        changes = " ".join(imported.migration_report)
        state.keep_note(f"It was answered on an older question bank, so this is a copy for the bank in use. {changes}")
    leave_for(then)
