"""Where statements come from, as people read it: source, number, and the day it was checked."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from detector.core.bank import Bank
from detector.core.knowledge import Statement
from detector.ui import words

RELIABILITY = {
    "A": "Law, regulator or government",
    "B": "Professional or sector body",
    "C": "Press or secondary",
    "D": "Not for citing",
}


def cited(bank: Bank, numbers: Iterable[int], checked_on: date | None = None) -> str:
    """Sources by title and number, and when the statement was checked."""
    titles = {source.number: source.title for source in bank.sources}
    named = "; ".join(f"{titles[number]} [{number}]" for number in numbers)
    checked = f" Checked on {day(checked_on)}." if checked_on else ""
    return f"Source: {named}.{checked}" if named else "Professional judgement."


def cited_briefly(numbers: Iterable[int], checked_on: date | None) -> str:
    """Sources by number alone, for a page that lists them below."""
    named = "".join(f"[{number}]" for number in numbers)
    checked = f" Checked on {day(checked_on)}." if checked_on else ""
    return f"{named}{checked}" if named else "(Judgement.)"


def day(moment: date) -> str:
    """A day as people write it: 21 November 2026."""
    return f"{moment.day} {moment:%B %Y}"


def stated(statement: Statement) -> str:
    """A statement with its marks: judgement and open questions are never shown as fact."""
    numbers = "".join(f"[{number}]" for number in statement.sources)
    judgement = " (Judgement.)" if statement.judgement else ""
    advice = " (Not settled, or not confirmed here: take advice.)" if statement.take_advice else ""
    return f"{statement.text} {numbers}".rstrip() + judgement + advice


def sources_list(bank: Bank) -> None:
    """Every numbered source, opened on demand: what it is, where it is, how much of it was read and when."""
    with st.expander("The numbered sources"):
        words.quiet("Copies of these were read, often in part. Open the live page before you rely on one.")
        rows = [
            (
                f"[{source.number}] {source.title}",
                source.publisher,
                source.address or "no address",
                f"{source.seen}, {day(source.checked_on)}",
                RELIABILITY[source.reliability],
            )
            for source in bank.sources
        ]
        head = ("Source", "Publisher", "Where", "Read", "Kind")
        words.table("Sources", head, rows, caption_shown=False)
