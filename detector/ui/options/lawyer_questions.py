"""What to ask a lawyer, ready to copy."""

import streamlit as st

from detector.report.blocks import Bullets, Paragraph, Section
from detector.ui.shared import markup
from detector.ui.shared.blocks import heading


def lawyer_note(section: Section | None) -> None:
    """The questions for a lawyer as one text to copy; nothing where there are none."""
    if section is None:
        return
    heading(section.title)
    markup.quiet("Copy this into an email with the button at its corner. It holds none of your notes.")
    st.code(_note(section), language=None, wrap_lines=True)


def _note(section: Section) -> str:
    """What the section says as plain lines, a blank one above each heading of a list."""
    lines: list[str] = []
    for block in section.blocks:
        match block:
            case Paragraph(text):
                lines += ["", text]
            case Bullets(items):
                lines += [f"- {item}" for item in items]
            case _:
                pass
    return "\n".join(lines).strip()
