"""What to do next, as a table in order."""

import streamlit as st

from detector.core.actions import Action
from detector.core.assessment import Assessment
from detector.core.bank import Bank
from detector.ui.shared import markup
from detector.wording.actions import by_rule, raised_by

MOST_SHOWN = 12


def next_actions(bank: Bank, assessment: Assessment) -> None:
    """The actions, each once, with the answers that raised it."""
    st.header("What to do next", anchor=False)
    if not assessment.actions:
        st.text("No answer is weak or unknown: nothing is asked of you here. Keep the evidence up to date.")
        return
    rows = _rows(bank, assessment.actions)
    head = ("Action", "Who", "Stage", "Because of")
    markup.quiet("Hard gates come first, then whatever would move the verdict most. Owners are suggestions.")
    markup.table("Actions in order", head, rows[:MOST_SHOWN])
    if len(rows) > MOST_SHOWN:
        with st.expander(f"{len(rows) - MOST_SHOWN} more actions"):
            markup.table("More actions in order", head, rows[MOST_SHOWN:], caption_shown=False)


def _rows(bank: Bank, actions: tuple[Action, ...]) -> list[tuple[str, ...]]:
    people = {person.id: person.name for person in bank.stakeholders}
    stages = {stage.id: stage.name for stage in bank.stages}
    return [
        (
            f"{number}. {group[0].what}",
            people[group[0].owner],
            stages[group[0].stage],
            raised_by(group),
        )
        for number, group in enumerate(by_rule(actions).values(), 1)
    ]
