"""Small pieces of text on every page, and the marks that keep typed text as typed."""

import html
import re
from functools import lru_cache

import streamlit as st

from detector.core.text import clean

MOST_NARROW_COLUMNS = 3
_MARKS = re.compile(r"([!-/:-@\[-`{-~])")


# What Streamlit makes links, icons and other signs of even where marks are taken away: addresses, :names: and arrows.
_ACTING = re.compile(
    r"(?<=www)(?=\.)|(?<=:)(?=//)|(?<=@)(?=[-\w])|(?<=:)(?=[-+/\w]+:)|(?<=[<>~-])(?=[->=])", re.IGNORECASE
)
_BETWEEN = "\N{WORD JOINER}"


@lru_cache(4096)
def plain(text: str) -> str:
    """Text that a label or message shows exactly as it is, whatever marks are in it.

    Something that nobody sees stands between the letters of an address, for Streamlit would make it a link.
    """
    inert = _ACTING.sub(_BETWEEN, clean(text))
    return _MARKS.sub(r"\\\1", inert).replace("\n", " ")


def told(text: str) -> str:
    """Typed text as HTML that shows it, with nothing in it that acts or hides."""
    return html.escape(clean(text))


def words(text: str) -> None:
    """Typed text on lines of its own, exactly as it is but for what hides in it."""
    st.text(clean(text))


def line(text: str, style: str, *, live: bool = False) -> None:
    """One line of our own words in a style; a live line is read out when it changes."""
    role = ' role="status"' if live else ""
    st.html(f'<p class="{style}"{role}>{told(text)}</p>')


def quiet(text: str) -> None:
    """A line that explains, in the second colour."""
    line(text, "quiet")


def problem(title: str, details: str) -> None:
    """An error: what happened in a sentence, then every detail exactly as it is."""
    st.error(plain(title))
    if details:
        words(details)


def table(caption: str, head: tuple[str, ...], rows: list[tuple[str, ...]], *, caption_shown: bool = True) -> None:
    """A real table with a caption, column headers and row headers; many columns stack on a phone."""
    style = "" if caption_shown else ' class="unseen"'
    columns = "".join(f'<th scope="col" role="columnheader">{told(cell)}</th>' for cell in head)
    body = "".join(f'<tr role="row">{_row(head, row)}</tr>' for row in rows)
    shape = "facts stacks" if len(head) > MOST_NARROW_COLUMNS else "facts"
    st.html(
        f'<table class="{shape}" role="table"><caption{style}>{told(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    first, *others = (told(cell) for cell in row)
    cells = zip((told(cell) for cell in head[1:]), others, strict=True)
    return f'<th scope="row" role="rowheader">{first}</th>' + "".join(
        f'<td role="cell" data-label="{label}">{cell}</td>' for label, cell in cells
    )


def bullets(lines: list[str]) -> None:
    """A list of sentences, exactly as they are."""
    st.html("<ul>" + "".join(f"<li>{told(text)}</li>" for text in lines) + "</ul>")
