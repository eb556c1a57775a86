"""What a workshop found on a question, wherever its answer is shown."""

from detector.core.answers import AnswerSheet
from detector.wording.workshops import workshop_sentence

CHANGED_SINCE = " The answer is another one now."


def workshop_found(sheet: AnswerSheet, question_id: str) -> str:
    """Where an agreed level comes from, and whether the answer is another by now; nothing where no room agreed one."""
    result, answer = sheet.workshop.get(question_id), sheet.answers.get(question_id)
    if result is None:
        return ""
    unchanged = answer is not None and answer.level == result.level
    return f"{workshop_sentence(result)}{'' if unchanged else CHANGED_SINCE}"
