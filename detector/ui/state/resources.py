"""The bank and the store, opened once for everybody."""

import streamlit as st

from detector.app_settings import settings
from detector.bank_files import load_bank
from detector.core.bank import Bank
from detector.store import Store, open_store


@st.cache_resource(show_spinner=False)
def bank() -> Bank:
    """The question bank, read once."""
    return load_bank(settings().questions_dir)


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store, opened once."""
    return open_store()
