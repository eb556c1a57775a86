"""What a run tells the browser of each box: the text that is kept, and what became of the words it sent."""

import html
import json
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Literal

import streamlit as st

from detector.core.answers import Item
from detector.core.text import keepable
from detector.editing import Outcome, Settled
from detector.ui import state

State = Literal["kept", "waiting", "choice", "refused"]


@dataclass(frozen=True)
class Box:
    """A text box: its widget, the text kept for it now, and how typed words read once they are kept."""

    widget: str
    kept: Callable[[], str]
    once_kept: Callable[[str], str] = keepable


@dataclass(frozen=True)
class _Known:
    place: str
    kind: str
    revision: int
    text: str
    heard: int
    dropped: int
    state: State


@dataclass
class _Run:
    boxes: dict[str, tuple[Box, Item, Settled]] = field(default_factory=dict[str, tuple[Box, Item, Settled]])
    held: dict[str, _Known] = field(default_factory=dict[str, _Known])
    new_here: set[Item] = field(default_factory=set[Item])
    waits: bool = False
    again: bool = False


_run: ContextVar[_Run | None] = ContextVar("run", default=None)


def _now() -> _Run:
    run = _run.get() or _Run()
    _run.set(run)
    return run


def begin() -> None:
    """Nothing has been told in this run yet."""
    _run.set(_Run())


def settled(item: Item, boxes: tuple[Box, ...], outcome: Settled) -> None:
    """Remember what became of an item and of the boxes that show it."""
    run = _now()
    run.waits |= outcome.outcome is Outcome.NOT_KEPT
    for box in boxes:
        run.boxes[box.widget] = (box, item, outcome)


def is_new_here(item: Item, seen: bool) -> bool:
    """Whether this session had seen nothing of an item when this run first asked; `seen` is whether it has by now."""
    run = _now()
    if not seen:
        run.new_here.add(item)
    return item in run.new_here


def hold(widget: str, place: str, text: str = "", *, is_form: bool = False) -> None:
    """Keep what is typed into a box in the browser alone, until `forget(place)`; `text` is what it shows without.

    Nobody is warned of a form that has not been sent.
    """
    _now().held[widget] = _Known(place, "form" if is_form else "draft", 0, text, 0, 0, "kept")


def forget(place: str) -> None:
    """Remove from the browser what it keeps for an assessment, or for a box that `hold` named."""
    state.to_forget().append({"id": token_hex(8), "place": place})


def forget_everything() -> None:
    """Remove from the browser all that it keeps: somebody else may sit there next."""
    forget("*")


def waits() -> bool:
    """Whether the store refused something in this run that is to be saved later."""
    return _now().waits


def try_again() -> None:
    """Have the browser ask for the page once more a little later."""
    _now().again = True


def tell() -> None:
    """Tell the browser, at the end of a run."""
    run = _now()
    known = run.held | {widget: _known(*told) for widget, told in run.boxes.items()}
    said = {
        "place": state.open_key() or "",
        "boxes": {widget: vars(each) for widget, each in known.items()},
        "forget": state.to_forget(),
        "unsaved": run.waits,
        "retry": run.again or run.waits or bool(state.refused()),
    }
    with st.container(key="kept-told"):
        st.html(f'<div data-kept="{html.escape(json.dumps(said))}"></div>')


def _known(box: Box, item: Item, outcome: Settled) -> _Known:
    text, words = box.kept(), state.typed(box.widget)
    is_kept = words is None or box.once_kept(words.words) == text
    if words is not None and is_kept and not words.focused:
        _let_go(box.widget, words.words, text)
    return _Known(
        place=state.open_key() or "",
        kind="item",
        revision=state.editing().stored.revisions.get(item, 0),
        text=text,
        heard=state.heard_number(box.widget),
        dropped=state.dropped_number(box.widget),
        state="kept" if is_kept else _why_not(outcome.outcome),
    )


def _why_not(outcome: Outcome) -> State:
    match outcome:
        case Outcome.NOT_KEPT:
            return "waiting"
        case Outcome.CONFLICT:
            return "choice"
        case _:
            return "refused"


def _let_go(widget: str, words: str, text: str) -> None:
    """The store has the words and nobody is in the box: let its widget hold them, so that nothing older comes back."""
    if words == text and state.widget_holds(widget, words):
        state.drop_typed(widget)
    else:
        state.reseed({widget: text})
