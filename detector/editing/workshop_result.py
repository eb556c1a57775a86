"""From what a workshop agreed to the assessment: the answer and where it came from, both at once or neither."""

from dataclasses import replace

from detector.core.answers import Answer, AnswerState, Item, ItemKind, WorkshopResult, answer_item, check_change
from detector.editing.open_assessment import Editor
from detector.store import Edit, EditConflict, Stored

INFORMED = 1
"""The evidence grade of informed judgement: what people know, without a document."""


def take_over(
    editor: Editor, key: str, question_id: str, result: WorkshopResult, seen: int, evidence: int | None
) -> bool:
    """Record the agreed level as the answer, with its provenance in the same transaction.

    False, and nothing written, where the answer is no longer the one with revision `seen`. Note and links of an
    earlier answer stay. `evidence` is a grade (0-3) for the level, None for that of the earlier answer; see
    `grade_of`.

    Raises:
        StoreError: it could not be kept.
        AnswerError: it does not fit the question.
    """
    stored, item = editor.store.load(key), answer_item(question_id)
    before = stored.sheet.answers.get(question_id, Answer(AnswerState.DONT_KNOW))
    state = AnswerState.DONT_KNOW if result.level is None else AnswerState.LEVEL
    grade = grade_of(before, result.level, evidence)
    answer = replace(before, state=state, level=result.level, evidence=grade, reason="")
    edits = (Edit(check_change(editor.bank, item, answer), seen), _provenance(editor, stored, question_id, result))
    if stored.revisions.get(item, 0) != seen:
        return False
    try:
        editor.store.save_all(key, edits, editor.name, editor.telling)
    except EditConflict as conflict:
        if conflict.item != item:
            raise
        return False
    return True


def grade_of(before: Answer, level: int | None, evidence: int | None) -> int:
    """The evidence grade (0-3) of a level that a room agreed, where the answer was `before`.

    What people in a room know is informed judgement at most: only a document that is attached carries a better grade.
    A level that the answer had before keeps the grade it had, if the room asks for none.
    """
    if evidence is None and before.level == level:
        return before.evidence
    grade = before.evidence if evidence is None else evidence
    return grade if before.links else min(grade, INFORMED)


def note_found(editor: Editor, key: str, question_id: str, result: WorkshopResult) -> None:
    """Keep what a workshop found beside the answers, whatever the answer is.

    Raises:
        StoreError: it could not be kept.
        AnswerError: it does not fit the question.
    """
    edit = _provenance(editor, editor.store.load(key), question_id, result)
    editor.store.save_all(key, [edit], editor.name, editor.telling)


def _provenance(editor: Editor, stored: Stored, question_id: str, result: WorkshopResult) -> Edit:
    item = Item(ItemKind.WORKSHOP, question_id)
    return Edit(check_change(editor.bank, item, result), stored.revisions.get(item, 0))
