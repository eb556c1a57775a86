"""Where two people changed one item: keeping theirs, or recording mine on top of it."""

from detector.core.answers import Item
from detector.editing.edit import save
from detector.editing.open_assessment import Editor, OpenAssessment, look, reload, revision_of


def keep_theirs(editor: Editor, opened: OpenAssessment, item: Item) -> None:
    """End a conflict with what the other person recorded.

    Raises:
        StoreError: it could not be read.
    """
    reload(editor.store, opened)
    opened.conflicts.pop(item, None)
    look(opened, item)


def keep_mine(editor: Editor, opened: OpenAssessment, item: Item) -> None:
    """End a conflict by recording mine on top of theirs, which stays in the history.

    Raises:
        AnswerError: mine does not fit the bank.
        StoreError: it could not be kept.
    """
    reload(editor.store, opened)
    conflict = opened.conflicts.pop(item, None)
    if conflict is not None:
        save(editor, opened, item, conflict.mine, revision_of(opened, item))
