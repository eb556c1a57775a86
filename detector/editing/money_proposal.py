"""From an answer that the money test proposes to an answer that somebody has accepted, which says where it is from."""

from dataclasses import replace
from datetime import date

from detector.core.answers import Answer, AnswerState, answer_item
from detector.core.money.proposals import Proposal
from detector.editing.edit import Outcome, Settled, settle
from detector.editing.open_assessment import Editor, OpenAssessment, look
from detector.wording.money import accepted_note


def accept(editor: Editor, opened: OpenAssessment, proposal: Proposal, seen: int, on: date) -> Settled:
    """Record the proposed level as the answer, its note saying that it came from the money test on that day.

    Earlier note and links stay. Nothing is recorded where the answer is no longer the one with revision `seen`, beside
    which the proposal was shown.

    Raises:
        UnknownAssessment: the open assessment is no more.
        OtherBank: it belongs to another bank than the editor's.
    """
    item = answer_item(proposal.question_id)
    if look(opened, item).revision != seen:
        return Settled(Outcome.CHANGED_ELSEWHERE)
    before = opened.stored.sheet.answers.get(proposal.question_id, Answer(AnswerState.DONT_KNOW))
    note = "\n".join(filter(None, (before.note, accepted_note(on))))
    accepted = replace(
        before, state=AnswerState.LEVEL, level=proposal.level, evidence=proposal.evidence, note=note, reason=""
    )
    return settle(editor, opened, item, accepted)
