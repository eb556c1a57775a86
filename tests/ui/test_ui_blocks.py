"""A page draws all that a report's sections say, in order, and what is typed is only ever text."""

from html import escape
from itertools import pairwise
from pathlib import Path

import pytest
from exports.hostile import TEXTS, hostile_sheet
from lxml.html import HtmlElement, document_fromstring
from report.report_parts import EXAMPLES, blocks_of, example, report_on
from streamlit.testing.v1 import AppTest
from ui.pages import PATIENCE

from detector.bank_files import load_bank
from detector.report.blocks import Figure, Report, Table
from detector.report.sources import texts

BANK = load_bank()
HOSTILE = [name for name in TEXTS if name != "nothing but blanks"]


def _drawn() -> None:
    import streamlit as st

    from detector.ui.shared.blocks import draw

    report: Report = st.session_state["report"]
    for section in report.sections:
        draw(section, report.drawing)


def pieces(report: Report) -> list[str]:
    """The pieces of HTML on a page of the whole report, in order."""
    page = AppTest.from_function(_drawn, default_timeout=PATIENCE)
    page.session_state["report"] = report
    page.run()
    assert not page.exception
    return [str(piece.proto.body) for piece in page.get("html")]


def page_of(report: Report) -> HtmlElement:
    """All pieces as one page."""
    return document_fromstring(f"<html><body>{''.join(pieces(report))}</body></html>")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_everything_that_a_report_says_stands_on_the_page_in_its_order(path: Path) -> None:
    report = report_on(BANK, example(path))
    alts = {block.alt for block in blocks_of(report) if isinstance(block, Figure)}

    said, place = "".join(pieces(report)), 0

    for text in texts(report.sections):
        if text and text not in alts:
            place = said.find(escape(text), place)
            assert place >= 0, text


def test_headings_skip_no_level_below_the_title() -> None:
    page = page_of(report_on(BANK, example(EXAMPLES[0])))

    levels = [1, *(int(str(each.tag)[1]) for each in page.iter("h2", "h3", "h4", "h5", "h6"))]
    assert set(levels) == {1, 2, 3, 4}
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headers_with_their_scope() -> None:
    report = report_on(BANK, example(EXAMPLES[0]))

    tables = list(page_of(report).iter("table"))

    told = [block for block in blocks_of(report) if isinstance(block, Table)]
    assert [table.findtext("caption") for table in tables] == [table.caption for table in told]
    assert {each.get("scope") for table in tables for each in table.iterfind("thead//th")} == {"col"}
    assert {row[0].get("scope") for table in tables for row in table.iterfind("tbody/tr")} == {"row"}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_typed_adds_no_element_or_attribute(name: str) -> None:
    hostile = page_of(report_on(BANK, hostile_sheet(BANK, TEXTS[name])))
    plain = page_of(report_on(BANK, hostile_sheet(BANK, "words of a usual sort, " * 3)))

    assert elements(hostile) == elements(plain)


def elements(page: HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes; a class only follows from how long a text is."""
    return [(str(each.tag), tuple(sorted(name for name in each.attrib if name != "class"))) for each in page.iter()]
