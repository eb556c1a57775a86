"""The open assessment, as the store had it at its first use in a run, with what the run saved."""

from contextvars import ContextVar
from dataclasses import dataclass, field, replace

import streamlit as st

from detector.core.answers import Answer
from detector.core.assessment import Assessment, assess
from detector.store import EditConflict, Item, ItemKind, ItemValue, Revision, Stored
from detector.ui.state.resources import bank, store

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


@st.cache_resource(show_spinner=False, max_entries=64)
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
    """Make another assessment the open one, in the address too."""
    st.session_state["open_key"] = key
    st.query_params[KEY_PARAMETER] = key
    st.session_state.pop("editing", None)
    _this_run.set(None)


def shows_another() -> bool:
    """Whether the browser's history led to another assessment than the one whose answers its widgets still hold."""
    in_address, known = st.query_params.get(KEY_PARAMETER), st.session_state.get("open_key")
    return bool(in_address and known and in_address != known)


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


def last_answer_change() -> Revision | None:
    """The latest change of an answer that can be undone; what this run has just saved needs no look at the store."""
    found = editing()
    saved = found.last_saved
    if (
        saved is not None
        and saved.item.kind is ItemKind.ANSWER
        and saved.undoes is None
        and saved.number == found.stored.revision
    ):
        return saved
    return store().last_change(found.stored.key, ItemKind.ANSWER)


def answer_item(question_id: str) -> Item:
    """Where the answer to a question is kept."""
    return Item(ItemKind.ANSWER, question_id)
