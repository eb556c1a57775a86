"""Released remarks on the projector, as large as they fit."""

from html import escape

from detector.core.bank import Bank
from detector.core.bank.index import index_of
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.workshop.projector_join import reminder

MOST_SHOWN = 6
LONG = 700
"""Letters on the screen from which on they are set smaller."""


def remarks_screen(bank: Bank, workshop: StoredWorkshop, question_id: str) -> str:
    """The question, and what people wrote to it as far as the facilitator released it."""
    question = index_of(bank).questions[question_id]
    released = [
        one.text
        for one in state.store().workshops.remarks.all(workshop.key)
        if one.released and one.question_round.question_id == question_id
    ]
    shown = released[:MOST_SHOWN]
    more = f"And {len(released) - len(shown)} more." if len(released) > len(shown) else ""
    size = " long" if sum(map(len, shown)) > LONG else ""
    items = "".join(f"<li>{escape(text)}</li>" for text in shown) or "<li>No remark has been released.</li>"
    return (
        f'<p class="over" role="status">{escape(question.id)} <b>Remarks from the room</b></p>'
        f"<h1>{escape(question.text)}</h1>"
        f'<ul class="remarks{size}">{items}</ul>'
        f'<p class="foot"><span>{more}</span><span class="corner">{reminder(workshop)}</span></p>'
    )
