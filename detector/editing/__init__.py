"""The one way to change an assessment: checked, saved, never over somebody else's change, and undone. No Streamlit."""

from detector.editing.brought_over import close_banner, still_holds
from detector.editing.conflicts import keep_mine, keep_theirs
from detector.editing.edit import Outcome, Settled, contest, settle
from detector.editing.imports import ImportResult, create, import_example, import_file, import_older
from detector.editing.money_proposal import accept
from detector.editing.open_assessment import Editor, OpenAssessment, open_stored, refresh
from detector.editing.undo import last_answer_change, undo
from detector.editing.workshop_result import INFORMED, grade_of, note_found, take_over

__all__ = [
    "INFORMED",
    "Editor",
    "ImportResult",
    "OpenAssessment",
    "Outcome",
    "Settled",
    "accept",
    "close_banner",
    "contest",
    "create",
    "grade_of",
    "import_example",
    "import_file",
    "import_older",
    "keep_mine",
    "keep_theirs",
    "last_answer_change",
    "note_found",
    "open_stored",
    "refresh",
    "settle",
    "still_holds",
    "take_over",
    "undo",
]
