"""What happened elsewhere: real mutuals whose weak point resembles an answer here. Never proof."""

import streamlit as st

from detector.core.bank import Bank
from detector.core.case_studies import Resembling
from detector.ui.shared import markup
from detector.wording.statements import cited

MOST_SHOWN = 4


def cases(bank: Bank, found: tuple[Resembling, ...]) -> None:
    """Cards of earlier cases, the most alike first; the others on demand."""
    if not bank.cards:
        return
    st.header("What happened elsewhere", anchor=False)
    if not found:
        st.text("No weak answer here resembles a case we know of. That proves nothing either way.")
        return
    markup.quiet(
        "One case proves nothing. Each is here because an answer of yours resembles its weak or strong point."
    )
    for case in found[:MOST_SHOWN]:
        _card(bank, case)
    if len(found) > MOST_SHOWN:
        with st.expander(markup.many(len(found) - MOST_SHOWN, "more case")):
            for case in found[MOST_SHOWN:]:
                _card(bank, case)


def _card(bank: Bank, case: Resembling) -> None:
    card = next(entry for entry in bank.cards if entry.id == case.card_id)
    with st.container(border=True):
        st.subheader(markup.plain(card.name), anchor=False)
        markup.quiet(f"{card.service}. Called to mind by {', '.join(case.questions)}.")
        markup.bullets(
            [
                f"What they chose: {card.chose}",
                f"What followed: {card.followed}",
                f"What decided it: {card.decided_by}",
            ]
        )
        markup.quiet(cited(bank, card.sources))
