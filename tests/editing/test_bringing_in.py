"""A new assessment from a file, a worked example, or the answers of an older bank: checked like any change."""

import json

import pytest
from store.store_builders import BANK, EMPTY, FULL, checked_sheet, level, question

from detector.core.answers import AnswerSheet, BroughtOver
from detector.core.bank import Migration
from detector.core.errors import AnswerError, FileError
from detector.editing import Editor, ImportResult, create, import_example, import_file, import_older
from detector.files.assessment import write_assessment
from detector.store import Store

FILE = write_assessment(BANK, FULL)
NEWER = BANK.model_copy(
    update={
        "version": "2027.1",
        "migrations": (
            Migration(from_version="2026.1", to_version="2027.1", renamed={"MKT1": "MKT3"}, note="One was renamed."),
        ),
    }
)
OLDER = AnswerSheet("2026.1", answers={"MKT1": level(2)})


@pytest.fixture
def editor(store: Store) -> Editor:
    return Editor(BANK, store, "Ann")


def test_a_file_becomes_a_new_assessment_each_time(editor: Editor) -> None:
    first, second = import_file(editor, FILE), import_file(editor, FILE)

    assert (first.is_new, second.is_new, first.changes) == (True, True, ())
    assert first.key != second.key
    assert editor.store.load(first.key).sheet == FULL
    assert editor.store.history(first.key, question("MKT1"))[0].by == "Ann"


def test_of_a_file_with_one_fault_nothing_is_kept(editor: Editor) -> None:
    tree = json.loads(FILE)
    tree["answers"]["MKT1"]["level"] = 99
    before = editor.store.recent(1000)

    with pytest.raises(FileError, match="takes a level from 0 to 3, not 99"):
        import_file(editor, json.dumps(tree).encode())

    assert editor.store.recent(1000) == before


def test_an_example_is_opened_again_until_somebody_changes_it(editor: Editor) -> None:
    example = write_assessment(BANK, AnswerSheet("2026.1", answers={"STF9": level(3)}))
    first = import_example(editor, example)

    assert import_example(editor, example) == ImportResult(first.key, is_new=False)

    seen = editor.store.load(first.key).revisions[question("STF9")]
    change = checked_sheet(AnswerSheet("2026.1", answers={"STF9": level(0)})).changes[0]
    editor.store.save(first.key, change, seen)
    assert import_example(editor, example).is_new


def test_an_older_assessment_is_copied_once_and_what_is_different_is_told(editor: Editor) -> None:
    newer = Editor(NEWER, editor.store)

    first, second = import_older(newer, OLDER), import_older(newer, OLDER)

    assert first.is_new
    assert any("One was renamed." in line for line in first.changes)
    assert second == ImportResult(first.key, is_new=False)
    assert editor.store.load(first.key).sheet == AnswerSheet(
        "2027.1", answers={"MKT3": level(2)}, brought_over=BroughtOver("2026.1", carried=1)
    )


def test_without_a_way_from_the_older_bank_nothing_is_kept(editor: Editor) -> None:
    before = editor.store.recent(1000)

    with pytest.raises(FileError, match="does not say how to read it"):
        import_older(editor, AnswerSheet("2024.1", answers={"MKT1": level(2)}))

    assert editor.store.recent(1000) == before


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(AnswerSheet("2026.1", answers={"MKT1": level(99)}), id="no such level"),
        pytest.param(AnswerSheet("2026.1", answers={"OLD1": level(1)}), id="no such question"),
        pytest.param(AnswerSheet("2025.1"), id="another bank's"),
    ],
)
def test_a_sheet_that_does_not_fit_makes_no_assessment(editor: Editor, sheet: AnswerSheet) -> None:
    before = editor.store.recent(1000)

    with pytest.raises(AnswerError):
        create(editor, sheet)

    assert editor.store.recent(1000) == before


def test_an_empty_sheet_makes_an_empty_assessment(editor: Editor) -> None:
    assert editor.store.load(create(editor, EMPTY)).sheet == EMPTY
