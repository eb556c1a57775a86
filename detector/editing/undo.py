"""Taking back a change: what was there before it is put back as a new one, and both stay in the history."""

from detector.core.answers import ItemKind, check_change
from detector.editing.conflicts import keep_theirs
from detector.editing.open_assessment import Editor, OpenAssessment
from detector.store import Revision


def last_answer_change(editor: Editor, opened: OpenAssessment) -> Revision | None:
    """The latest change of an answer that can be undone; what was saved last from here needs no look at the store.

    Raises:
        StoreError: the store cannot be read.
    """
    saved = opened.last_saved
    if (
        saved is not None
        and saved.item.kind is ItemKind.ANSWER
        and saved.undoes is None
        and saved.number == opened.stored.revision
    ):
        return saved
    return editor.store.last_change(opened.stored.key, ItemKind.ANSWER)


def undo(editor: Editor, opened: OpenAssessment, change: Revision) -> None:
    """Put back what was there before a change.

    Raises:
        EditConflict: the item was changed again since; nothing was written.
        AnswerError: what was there before does not fit the bank; nothing was written.
        StoreError: it could not be kept, or cannot be undone.
    """
    back = check_change(editor.bank, change.item, change.before)
    opened.last_saved = editor.store.undo(opened.stored.key, change.number, back, editor.name, editor.telling)
    keep_theirs(editor, opened, change.item)
