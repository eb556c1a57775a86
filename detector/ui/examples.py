"""The worked examples that the Start page offers."""

from pathlib import Path

import streamlit as st

from detector.assessment_file import read_assessment
from detector.ui.state import bank

EXAMPLES = Path(__file__).parents[2] / "questions" / "examples"


@st.cache_resource(show_spinner=False)
def examples() -> tuple[tuple[str, str], ...]:
    """The worked examples: the file's stem, and the name of its service."""
    stems = sorted(path.stem for path in EXAMPLES.glob("*.json"))
    return tuple((stem, read_assessment(example(stem), bank()).sheet.service.name) for stem in stems)


def example(stem: str) -> bytes:
    """The file of one worked example."""
    return (EXAMPLES / f"{stem}.json").read_bytes()
