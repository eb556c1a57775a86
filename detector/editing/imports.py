"""A new assessment: an empty one, or one from a file, from a worked example or from an older question bank."""

from dataclasses import dataclass

from detector.core.answers import AnswerSheet, check_sheet
from detector.editing.open_assessment import Editor
from detector.files.assessment import Imported, read_assessment, write_assessment


@dataclass(frozen=True)
class ImportResult:
    """The assessment that now holds what was imported: `is_new`, or one made before.

    `changes` says, a line a change, what is different where it came from an older bank.
    """

    key: str
    is_new: bool
    changes: tuple[str, ...] = ()


def create(editor: Editor, sheet: AnswerSheet) -> str:
    """The key of a new assessment that holds this sheet.

    Raises:
        AnswerError: something on it does not fit the bank.
        StoreError: it could not be kept.
    """
    return editor.store.create(check_sheet(editor.bank, sheet), editor.name, editor.telling)


def import_file(editor: Editor, data: bytes) -> ImportResult:
    """A new assessment with what an assessment file holds.

    Raises:
        FileError: it cannot be read; nothing was kept.
        StoreError: it could not be kept.
    """
    return _new(editor, read_assessment(data, editor.bank))


def import_example(editor: Editor, data: bytes) -> ImportResult:
    """A worked example's assessment: the copy made before where nobody has changed it, else a new one.

    Raises:
        FileError: it cannot be read; nothing was kept.
        StoreError: it could not be kept.
    """
    imported = read_assessment(data, editor.bank)
    unchanged = editor.store.begun_as(imported.sheet, still_so=True)
    return ImportResult(unchanged[0], is_new=False) if unchanged else _new(editor, imported)


def import_older(editor: Editor, older: AnswerSheet) -> ImportResult:
    """The copy of another bank's answers for the bank in use: the one made before, changed or not, or a new one.

    Raises:
        FileError: the bank in use does not say how to read them; nothing was kept.
        StoreError: it could not be kept.
    """
    imported = read_assessment(write_assessment(editor.bank, older), editor.bank)
    made = editor.store.begun_as(imported.sheet)
    return ImportResult(made[0], is_new=False) if made else _new(editor, imported)


def _new(editor: Editor, imported: Imported) -> ImportResult:
    return ImportResult(create(editor, imported.sheet), is_new=True, changes=imported.migration_report)
