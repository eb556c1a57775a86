"""From what a room agreed to the assessment: at once, with where it came from, and never over an unseen change.

A level goes into the assessment when it is agreed and not at the end: whatever happens to the facilitator's browser,
nothing waits to be carried over, and officers elsewhere see it at once.
"""

from dataclasses import replace

from detector import editing
from detector.core.answers import WorkshopResult, answer_item
from detector.core.workshop.found import found_by
from detector.core.workshop.workshop import Agreed, QuestionRound
from detector.editing import Editor
from detector.store import Stored
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.workshop.live_results import results

BY = "Workshop"


def found_on(workshop: StoredWorkshop, agreed: Agreed) -> WorkshopResult:
    """What the assessment keeps of an agreed level: when, by how many, and how far they agreed."""
    tally = results(workshop).tallies.get(QuestionRound(agreed.question_id, agreed.round))
    return found_by(workshop.opened_on, agreed, tally)


def is_taken_over(workshop: StoredWorkshop, stored: Stored, question_id: str) -> bool:
    """Whether what the room agreed on a question stands in the assessment with its provenance."""
    found, kept = found_on(workshop, workshop.state.agreed[question_id]), stored.sheet.workshop.get(question_id)
    # Figures may differ: an earlier version kept fewer of them.
    return kept is not None and _settled(kept) == _settled(found)


def _settled(result: WorkshopResult) -> tuple[str, int, int | None, str]:
    return result.held_on, result.round, result.level, result.dissent


def take_over(workshop: StoredWorkshop, question_id: str, seen: int, evidence: int | None) -> bool:
    """Record the agreed level as the answer; False where the answer is no longer the one with revision `seen`.

    Note and links of an earlier answer stay; `evidence` is a grade for it, or None. See `editing.grade_of`.

    Raises:
        StoreError: it could not be kept.
        AnswerError: it does not fit the question.
    """
    result = found_on(workshop, workshop.state.agreed[question_id])
    return editing.take_over(_editor(), workshop.assessment_key, question_id, result, seen, evidence)


def note_found(workshop: StoredWorkshop, question_id: str) -> None:
    """Keep what the room agreed beside the answers, whatever the answer is.

    Raises:
        StoreError: it could not be kept.
    """
    result = found_on(workshop, workshop.state.agreed[question_id])
    editing.note_found(_editor(), workshop.assessment_key, question_id, result)


def answer_revision(stored: Stored, question_id: str) -> int:
    """The number of the change that made the answer what it is now, 0 for one never given."""
    return stored.revisions.get(answer_item(question_id), 0)


def _editor() -> Editor:
    editor = state.editor()
    return replace(editor, name=editor.name or BY)
