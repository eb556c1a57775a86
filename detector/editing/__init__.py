"""The one way to change an assessment: checked, saved, never over somebody else's change, and undone. No Streamlit."""

from detector.editing.conflicts import keep_mine, keep_theirs
from detector.editing.edit import Outcome, Settled, settle
from detector.editing.imports import Brought, bring_example, bring_file, bring_older, create
from detector.editing.open_assessment import Editor, OpenAssessment, open_stored, refresh
from detector.editing.undo import last_answer_change, undo
from detector.editing.workshop_result import note_found, take_over

__all__ = [
    "Brought",
    "Editor",
    "OpenAssessment",
    "Outcome",
    "Settled",
    "bring_example",
    "bring_file",
    "bring_older",
    "create",
    "keep_mine",
    "keep_theirs",
    "last_answer_change",
    "note_found",
    "open_stored",
    "refresh",
    "settle",
    "take_over",
    "undo",
]
