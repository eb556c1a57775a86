"""How the pages look beyond what the configuration can say: focus, sizes, words that must stand out."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

WIDE = "[data-testid=stMainBlockContainer]{max-width:76rem}"


@lru_cache(1)
def _style() -> str:
    text = Path(__file__).with_name("theme.css").read_text(encoding="utf-8")
    return " ".join(text.split())


def apply(*, wide: bool) -> None:
    """Dress the page; `wide` for figures side by side."""
    st.html(f"<style>{_style()}{WIDE if wide else ''}</style>")
