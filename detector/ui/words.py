"""Small pieces of text on every page, and the marks that keep typed text as typed."""

import html
import re

import streamlit as st

_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:^=-])")


def plain(text: str) -> str:
    """Text that a label or message shows exactly as it is, whatever marks are in it."""
    return _MARKS.sub(r"\\\1", text).replace("\n", " ")


def line(text: str, style: str, *, live: bool = False) -> None:
    """One line of our own words in a style; a live line is read out when it changes."""
    role = ' role="status"' if live else ""
    st.html(f'<p class="{style}"{role}>{html.escape(text)}</p>')


def quiet(text: str) -> None:
    """A line that explains, in the second colour."""
    line(text, "quiet")


def problem(title: str, details: str) -> None:
    """An error: what happened in a sentence, then every detail exactly as it is."""
    st.error(plain(title))
    if details:
        st.text(details)


def many(count: int, one: str, more: str | None = None) -> str:
    """A count with its noun: "1 answer", "3 answers"."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def table(caption: str, head: tuple[str, ...], rows: list[tuple[str, ...]], *, caption_shown: bool = True) -> None:
    """A real table with a caption, column headers and row headers; it scrolls sideways on a narrow screen."""
    style = "" if caption_shown else ' class="unseen"'
    columns = "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in head)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    st.html(
        f'<div class="scroll" role="region" tabindex="0" aria-label="{html.escape(caption)}"><table class="facts">'
        f"<caption{style}>{html.escape(caption)}</caption>"
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: tuple[str, ...]) -> str:
    first, *others = (html.escape(cell) for cell in row)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)


def bullets(lines: list[str]) -> None:
    """A list of sentences, exactly as they are."""
    st.html("<ul>" + "".join(f"<li>{html.escape(text)}</li>" for text in lines) + "</ul>")


def panel(title: str, doubt: str, lines: list[str]) -> None:
    """The verdict in its box: one large line, how open it still is, and what explains it."""
    body = "".join(f"<p>{html.escape(text)}</p>" for text in lines if text)
    still = f'<p class="still">{html.escape(doubt)}</p>' if doubt else ""
    st.html(f'<div class="verdict"><p class="big">{html.escape(title)}</p>{still}{body}</div>')
