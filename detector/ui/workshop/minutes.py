"""The minutes of a workshop, to take away as Word or PDF."""

import streamlit as st

from detector.core.errors import DetectorError
from detector.exports.export import why_not
from detector.exports.minutes import MINUTES, make_minutes
from detector.exports.shared.file_names import slug
from detector.operator_log import Event, tell
from detector.report.minutes import Meeting
from detector.store.workshops import StoredWorkshop
from detector.ui import state
from detector.ui.shared import markup, scripts
from detector.ui.shared.dates import today
from detector.ui.workshop.live_results import joined, results


def minutes_part(workshop: StoredWorkshop) -> None:
    """Buttons that make the minutes; what they hold is only what the room was shown."""
    st.subheader("Minutes", anchor=False)
    markup.quiet(
        "Who came by group, every distribution the room was shown, how it shifted between rounds, what was agreed, "
        "and dissent. Take them before you erase the answers."
    )
    with st.container(horizontal=True):
        for made in MINUTES:
            reason = why_not(made.id)
            if reason:
                markup.quiet(f"{made.name}: {reason}")
            elif st.button(f"Download the minutes as {made.name}", key=f"minutes-{made.id.value}"):
                _save(workshop, made.id.value)


def _save(workshop: StoredWorkshop, format_id: str) -> None:
    made = next(each for each in MINUTES if each.id.value == format_id)
    service = state.editing().stored.sheet.service
    meeting = Meeting(
        service, workshop.opened_on, joined(workshop), workshop.state, results(workshop), released_remarks(workshop)
    )
    try:
        content = make_minutes(state.bank(), meeting, today(), made.id)
    except DetectorError as error:
        markup.problem("The minutes could not be made. Nothing that was saved is lost.", str(error))
        return
    tell(Event.EXPORTED, format=f"minutes.{format_id}")
    name = "-".join(part for part in (slug(service.council), slug(service.name)) if part) or "workshop"
    again = f"save-minutes-{format_id}"
    st.download_button(
        "Not there? Save it again",
        data=content,
        file_name=f"{name}-{workshop.opened_on.isoformat()}-minutes.{made.ending}",
        mime=made.mime,
        on_click="ignore",
        key=again,
        type="tertiary",
    )
    scripts.press(again)


def released_remarks(workshop: StoredWorkshop) -> dict[str, tuple[str, ...]]:
    """The remarks that the facilitator released, by question, in an order that tells nothing."""
    found: dict[str, tuple[str, ...]] = {}
    for remark in state.store().workshops.remarks.all(workshop.key) if workshop.state.free_text else ():
        if remark.released:
            found[remark.question_round.question_id] = (*found.get(remark.question_round.question_id, ()), remark.text)
    return found
