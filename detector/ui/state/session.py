"""What one browser tab remembers between runs: its widgets, open panels, messages and who is typing."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.errors import StreamlitAPIException
from streamlit.navigation.page import Page

from detector.core.text import is_blank, one_line
from detector.ui.state.typed import drop_typed, typed

Made = TypeVar("Made")


def editor_name() -> str:
    """The name or initials this person gave, or nothing."""
    return str(st.session_state.get("editor_name", ""))


def set_editor_name(name: str) -> None:
    """Remember who is typing, for this browser tab only."""
    st.session_state["editor_name"] = "" if is_blank(name) else one_line(name)[:80]


def shown_value(widget: str, otherwise: object = None) -> object:
    """What a widget holds in this browser, or something else where it has not been drawn.

    Words typed and not yet taken by the widget count.
    """
    words = typed(widget)
    return st.session_state.get(widget, otherwise) if words is None else words.words


def is_drawn(widget: str) -> bool:
    """Whether the browser holds a value for a widget."""
    return widget in st.session_state


def is_filled(widget: str) -> bool:
    """Whether the browser has said what a widget holds: drawn, or typed into."""
    return is_drawn(widget) or typed(widget) is not None


def widget_holds(widget: str, value: object) -> bool:
    """Whether the widget itself says that it holds this, whatever was typed since."""
    return widget in st.session_state and st.session_state[widget] == value


def reseed(widgets: Mapping[str, object]) -> None:
    """Make widgets show other values than the browser has; those drawn in this run already, from the next one on.

    A widget that is not drawn holds nothing, and shows what is kept when it is.
    """
    for widget, value in widgets.items():
        drop_typed(widget)
        if not is_drawn(widget):
            continue
        try:
            st.session_state[widget] = value
        except StreamlitAPIException:
            _later()[widget] = value


def reseed_now() -> None:
    """Show what was left for this run, before anything is drawn."""
    for widget, value in _later().items():
        st.session_state[widget] = value
    _later().clear()


def _later() -> dict[str, object]:
    return st.session_state.setdefault("reseed_later", dict[str, object]())


def forget(widgets: tuple[str, ...]) -> None:
    """Drop what the browser held for widgets."""
    for widget in widgets:
        st.session_state.pop(widget, None)


def is_open(panel: str) -> bool:
    """Whether a panel that opens on demand is open."""
    return bool(st.session_state.get(f"open-{panel}", False))


def open_or_close(panel: str) -> None:
    """Open a closed panel, close an open one."""
    st.session_state[f"open-{panel}"] = not is_open(panel)


def once(event: str, value: str) -> bool:
    """True the first time an event has this value: a new part of the page, a new message."""
    changed = st.session_state.get(f"once-{event}") != value
    st.session_state[f"once-{event}"] = value
    return changed


def step() -> str:
    """A word that is new each time it is asked for in this browser."""
    count = int(str(st.session_state.get("step", 0))) + 1
    st.session_state["step"] = count
    return f"step {count}"


def make_once(event: str, like: str, kind: type[Made], make: Callable[[], Made]) -> Made:
    """What a press makes: a second press of it, before the page was drawn without one, gets what the first made.

    Args:
        event: which press.
        like: what it was asked to make; asked to make something else, it does.
        kind: what sort of thing it makes.
        make: makes it.
    """
    made = _made()
    asked, found = made.get(event, ("", None))
    if asked == like and isinstance(found, kind):
        return found
    new = make()
    # Not set in the session's state itself: there a waiting second press would end this run before it is noted.
    made[event] = (like, new)
    return new


def may_make_again(event: str) -> None:
    """Note that the page was drawn without the press: the next one makes something new."""
    _made().pop(event, None)


def _made() -> dict[str, tuple[str, object]]:
    return st.session_state.setdefault("made", dict[str, tuple[str, object]]())


def keep_note(note: str, details: Sequence[str] = ()) -> None:
    """Keep a message for the next page that is drawn, with what stands under it on lines of its own."""
    st.session_state["note"] = (note, *details)


def take_note() -> tuple[str, ...]:
    """The message kept for this page, once: its sentence and its details, or nothing."""
    return st.session_state.pop("note", ())


def keep_refusal(words: str) -> None:
    """Keep why a press did nothing, for the place that offers it."""
    st.session_state["refusal"] = words


def take_refusal() -> str:
    """Why the last press did nothing, once, or nothing."""
    return str(st.session_state.pop("refusal", ""))


def keep_focus(question_id: str) -> None:
    """Keep which question the next page that is drawn should lead to."""
    st.session_state["focus"] = question_id


def take_focus() -> str:
    """The question kept for this page, once, or nothing."""
    return str(st.session_state.pop("focus", ""))


def set_pages(pages: Mapping[str, Page]) -> None:
    """Tell the pages where the others are."""
    st.session_state["pages"] = dict(pages)


def page(name: str) -> Page:
    """The page of that name."""
    return st.session_state["pages"][name]


def ask(event: str) -> None:
    """Remember that something was asked for, until the page has done it."""
    st.session_state[f"asked-{event}"] = True


def asked(event: str) -> bool:
    """Whether something was asked for, once."""
    return bool(st.session_state.pop(f"asked-{event}", False))


def to_forget() -> list[dict[str, str]]:
    """What this browser is told to keep no longer: the places, each with a name of its own for the telling."""
    return st.session_state.setdefault("to_forget", list[dict[str, str]]())
