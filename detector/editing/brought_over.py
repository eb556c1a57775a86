"""What people say of answers that came from an older bank: that one still holds, or that they have read of it."""

from dataclasses import replace

from detector.core.answers import BROUGHT_OVER, BroughtOver
from detector.editing.edit import save
from detector.editing.open_assessment import Editor, OpenAssessment, revision_of


def still_holds(editor: Editor, opened: OpenAssessment, question_id: str) -> None:
    """Keep that somebody has looked at an answer again and lets it stand.

    Raises:
        StoreError: it could not be kept.
    """
    brought = opened.stored.sheet.brought_over
    if brought is not None:
        waiting = {key: level for key, level in brought.read_again.items() if key != question_id}
        _keep(editor, opened, replace(brought, read_again=waiting))


def close_banner(editor: Editor, opened: OpenAssessment) -> None:
    """Keep that somebody has read where the answers came from.

    Raises:
        StoreError: it could not be kept.
    """
    brought = opened.stored.sheet.brought_over
    if brought is not None:
        _keep(editor, opened, replace(brought, closed=True))


def _keep(editor: Editor, opened: OpenAssessment, brought: BroughtOver) -> None:
    save(editor, opened, BROUGHT_OVER, brought, revision_of(opened, BROUGHT_OVER))
    # Somebody else pressed at the same moment: what they kept is shown, and the button with it.
    opened.conflicts.pop(BROUGHT_OVER, None)
