"""The open assessment, as the store had it at its first use in a run, with what the run saved."""

from contextvars import ContextVar

import streamlit as st

from detector.core.assessment import Assessment, assess
from detector.core.errors import StoreError
from detector.core.history import Head
from detector.editing import Editor, OpenAssessment, open_stored, refresh
from detector.store import AssessmentInBin, Stored, UnknownAssessment
from detector.ui.state.resources import bank, store
from detector.ui.state.session import editor_name

KEY_PARAMETER = "assessment"

# Asking the store at every use cost seven times what drawing the page does: a run looks once, at the first use.
_this_run: ContextVar[OpenAssessment | None] = ContextVar("this_run", default=None)


@st.cache_resource(show_spinner=False, max_entries=64)
def _assessed(key: str, revision: int, _stored: Stored) -> Assessment:
    del key, revision
    return assess(bank(), _stored.sheet)


def assessment() -> Assessment:
    """What the open assessment's answers say now."""
    stored = editing().stored
    return _assessed(stored.key, stored.revision, stored)


@st.cache_resource(show_spinner=False, max_entries=64)
def _head_after(key: str, changes: int) -> Head:
    return store().histories.head(key, changes)


def head() -> Head:
    """The head of the open assessment's history, after the changes that this run shows."""
    stored = editing().stored
    return _head_after(stored.key, stored.revision)


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


def editing() -> OpenAssessment:
    """The open assessment, as the store had it at its first use in this run, with what this run saved.

    Raises:
        StoreError: the address names no assessment, or it cannot be read and never was here.

    """
    known = _this_run.get()
    if known is not None:
        return known
    key = open_key() or ""
    found = st.session_state.get("editing")
    if not isinstance(found, OpenAssessment) or found.stored.key != key:
        found = open_stored(store(), key)
        st.session_state["editing"] = found
    else:
        _refresh(found)
    _this_run.set(found)
    return found


def _refresh(opened: OpenAssessment) -> None:
    """Read what others changed; where that cannot be read now, what was read last stays, and says so."""
    opened.refused = ""
    try:
        refresh(store(), opened)
    except (AssessmentInBin, UnknownAssessment):
        raise
    except StoreError as error:
        opened.refused = error.brief


def editor() -> Editor:
    """Whoever sits at this browser, with the bank in use and the store."""
    return Editor(bank(), store(), editor_name())


def refused() -> str:
    """Why the open assessment can neither be read anew nor saved for the moment, or nothing."""
    opened = _this_run.get()
    return opened.refused if opened is not None else ""
