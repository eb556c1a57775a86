"""What the pages share: bank, store, and the assessment that is open. Only this file touches session state."""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit.navigation.page import Page

from detector.app_settings import settings
from detector.content import load_bank
from detector.core.answers import Answer
from detector.core.assessment import Assessment, assess
from detector.core.bank import Bank
from detector.store import EditConflict, Item, ItemKind, ItemValue, Revision, Store, Stored, open_store

KEY_PARAMETER = "assessment"


@dataclass(frozen=True)
class Seen:
    """What this browser last saw of one item: its revision number and value."""

    revision: int
    value: ItemValue


@dataclass
class Editing:
    """The open assessment as this browser has it."""

    stored: Stored
    seen: dict[Item, Seen] = field(default_factory=dict[Item, Seen])
    conflicts: dict[Item, EditConflict] = field(default_factory=dict[Item, EditConflict])
    last_saved: Revision | None = None


# Asking the store at every use cost seven times what drawing the page does: a run looks once, at the first use.
_this_run: ContextVar[Editing | None] = ContextVar("this_run", default=None)


@st.cache_resource(show_spinner=False)
def bank() -> Bank:
    """The question bank, read once."""
    return load_bank(settings().questions_dir)


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store, opened once."""
    return open_store()


@st.cache_data(show_spinner=False, max_entries=64)
def _assessed(key: str, revision: int, _stored: Stored) -> Assessment:
    del key, revision
    return assess(bank(), _stored.sheet)


def assessment() -> Assessment:
    """What the open assessment's answers say now."""
    stored = editing().stored
    return _assessed(stored.key, stored.revision, stored)


def open_key() -> str | None:
    """The key of the open assessment: the address has it, so a reload or a restart finds it again."""
    in_address = st.query_params.get(KEY_PARAMETER)
    if in_address:
        st.session_state["open_key"] = in_address
    known = st.session_state.get("open_key")
    if known and not in_address:
        st.query_params[KEY_PARAMETER] = str(known)
    return str(known) if known else None


def open_assessment(key: str) -> None:
    """Make another assessment the open one."""
    st.session_state["open_key"] = key
    st.session_state.pop("editing", None)
    _this_run.set(None)


def close_assessment() -> None:
    """Leave no assessment open."""
    st.session_state.pop("open_key", None)
    st.session_state.pop("editing", None)
    _this_run.set(None)
    st.query_params.clear()


def begin_run() -> None:
    """Have the first use of the open assessment in this run ask the store what others have changed."""
    _this_run.set(None)


def editing() -> Editing:
    """The open assessment, as the store had it at its first use in this run, with what this run saved.

    Raises:
        StoreError: the address names no assessment, or the store cannot be read.

    """
    known = _this_run.get()
    if known is not None:
        return known
    key = open_key() or ""
    found = st.session_state.get("editing")
    if not isinstance(found, Editing) or found.stored.key != key:
        found = Editing(store().load(key))
        st.session_state["editing"] = found
    elif store().revision(key) != found.stored.revision:
        found.stored = store().load(key)
    _this_run.set(found)
    return found


def reload() -> Editing:
    """The open assessment, read again after a change of our own."""
    found = editing()
    found.stored = store().load(found.stored.key)
    return found


def take_in(saved: Revision) -> None:
    """Have the open assessment hold what was just saved; read it again where somebody else changed it too."""
    found = editing()
    found.last_saved = saved
    before = found.stored
    if saved.number != before.revision + 1 or not isinstance(saved.value, Answer):
        reload()
        return
    found.stored = replace(
        before,
        sheet=replace(before.sheet, answers={**before.sheet.answers, saved.item.id: saved.value}),
        revisions={**before.revisions, saved.item: saved.number},
        revision=saved.number,
        changed_at=saved.at,
    )


def last_change() -> Revision | None:
    """The latest change that can be undone; what this run has just saved needs no question to the store."""
    found = editing()
    saved = found.last_saved
    if saved is not None and saved.undoes is None and saved.number == found.stored.revision:
        return saved
    return store().last_change(found.stored.key)


def editor_name() -> str:
    """The name or initials this person gave, or nothing."""
    return str(st.session_state.get("editor_name", ""))


def set_editor_name(name: str) -> None:
    """Remember who is typing, for this browser tab only."""
    st.session_state["editor_name"] = name.strip()[:80]


def shown_value(widget: str, otherwise: object = None) -> object:
    """What a widget holds in this browser, or something else where it has not been drawn."""
    return st.session_state.get(widget, otherwise)


def is_drawn(widget: str) -> bool:
    """Whether the browser holds a value for a widget."""
    return widget in st.session_state


def reseed(widgets: Mapping[str, object]) -> None:
    """Make widgets show other values than the browser has."""
    for widget, value in widgets.items():
        st.session_state[widget] = value


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


def keep_note(note: str) -> None:
    """Keep a message for the next page that is drawn."""
    st.session_state["note"] = note


def take_note() -> str:
    """The message kept for this page, once."""
    return str(st.session_state.pop("note", ""))


def set_pages(pages: Mapping[str, Page]) -> None:
    """Tell the pages where the others are."""
    st.session_state["pages"] = dict(pages)


def page(name: str) -> Page:
    """The page of that name."""
    return st.session_state["pages"][name]


def answer_item(question_id: str) -> Item:
    """Where the answer to a question is kept."""
    return Item(ItemKind.ANSWER, question_id)


def ask(event: str) -> None:
    """Remember that something was asked for, until the page has done it."""
    st.session_state[f"asked-{event}"] = True


def asked(event: str) -> bool:
    """Whether something was asked for, once."""
    return bool(st.session_state.pop(f"asked-{event}", False))
