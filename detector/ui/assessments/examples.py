"""The worked examples that the Start page offers: those of the bank in use that it can read."""

from dataclasses import dataclass

import streamlit as st

from detector.app_settings import settings
from detector.bank_files import example_files
from detector.core.errors import FileError
from detector.files.assessment import read_assessment
from detector.ui.state import bank


@dataclass(frozen=True)
class Example:
    """A worked example: the stem of its file, the name of its service, and the file itself."""

    stem: str
    service: str
    data: bytes


@st.cache_resource(show_spinner=False)
def examples() -> tuple[tuple[Example, ...], tuple[str, ...]]:
    """The examples that this bank can read, and the names of the files that it cannot."""
    readable: list[Example] = []
    unreadable: list[str] = []
    for path in example_files(settings().questions_dir):
        data = path.read_bytes()
        try:
            readable.append(Example(path.stem, read_assessment(data, bank()).sheet.service.name, data))
        except FileError:
            unreadable.append(path.name)
    return tuple(readable), tuple(unreadable)
