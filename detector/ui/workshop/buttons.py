"""The facilitator's steps as buttons. Each can be taken twice, and then does nothing the second time."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from detector.core.errors import DetectorError
from detector.core.workshop.votes import FIRST_ROUND, QuestionState
from detector.core.workshop.workshop import (
    Screen,
    Workshop,
    close,
    end,
    open_again,
    open_questions,
    reveal,
    show,
    start,
)
from detector.ui import state
from detector.ui.workshop.live_results import state_of

Step = Callable[[Workshop], Workshop]


def starting() -> Step:
    """Begin."""
    return start


def opening_of(question_ids: tuple[str, ...]) -> Step:
    """Open some questions for answers."""
    return partial(open_questions, question_ids=question_ids)


def closing(question_id: str) -> Step:
    """Close a question where it is open."""
    return lambda room: close(room, question_id) if _is(room, question_id, QuestionState.OPEN) else room


def revealing(question_id: str) -> Step:
    """Show the room a question where it is closed."""
    return lambda room: reveal(room, question_id) if _is(room, question_id, QuestionState.CLOSED) else room


def asking_again(question_id: str) -> Step:
    """Open a second round where the first has been shown."""
    first = (QuestionState.REVEALED, FIRST_ROUND)
    return lambda room: open_again(room, question_id) if state_of(room, question_id) == first else room


def showing(screen: Screen) -> Step:
    """Put something else on the projector."""
    return partial(show, screen=screen)


def ending() -> Step:
    """End the workshop."""
    return end


def take(key: str, step: Step) -> None:
    """Take a step; why it cannot be taken is kept for the page to show."""
    workshops = state.store().workshops
    try:
        now = workshops.load(key).state
        if step(now) != now:
            workshops.change(key, step)
    except DetectorError as refusal:
        state.keep_refusal(str(refusal))


def step_button(
    label: str, name: str, key: str, step: Step, kind: Literal["primary", "secondary", "tertiary"] = "secondary"
) -> None:
    """A button that takes a step of the workshop with that key.

    After a restart of the server a press arrives without its callback: then the page itself takes the step.
    """
    if st.button(label, key=name, type=kind, on_click=take, args=(key, step)):
        take(key, step)
        st.rerun()


def _is(room: Workshop, question_id: str, wanted: QuestionState) -> bool:
    return state_of(room, question_id)[0] is wanted
