"""What runs below every page: that the result is provisional, which service it is, and the page's number."""

from collections.abc import Iterator

from docx.document import Document
from docx.section import _Footer  # pyright: ignore[reportPrivateUsage] - the type that python-docx's sections give

from detector.exports.shared.clean_text import shortened
from detector.exports.word.elements import Element, field, name, runs, w
from detector.exports.word.manuscript import Manuscript
from detector.report.blocks import Report
from detector.wording.result import PROVISIONAL

_LONGEST_SERVICE = 60


def set_running(document: Document, report: Report, manuscript: Manuscript) -> None:
    """Add our lines to the footer of every kind of page, below what a template has there."""
    for footer in _footers(document):
        is_new = footer.is_linked_to_previous
        _add(footer.part.element, report, manuscript, is_new=is_new)


def _add(footer: Element, report: Report, manuscript: Manuscript, *, is_new: bool) -> None:
    if is_new:
        del footer[:]
    footer.extend(_lines(report, manuscript, counts_pages=_counts_pages(footer)))


def _footers(document: Document) -> Iterator[_Footer]:
    section = document.sections[0]
    yield section.footer
    if section.different_first_page_header_footer:
        yield section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_footer


def _counts_pages(footer: Element) -> bool:
    """Whether a template's footer shows the page's number already."""
    complex_fields = (found.text or "" for found in footer.iter(name("instrText")))
    simple_fields = (found.get(name("instr"), "") for found in footer.iter(name("fldSimple")))
    return any("PAGE" in said.upper().split() for said in (*complex_fields, *simple_fields))


def _lines(report: Report, manuscript: Manuscript, *, counts_pages: bool) -> list[Element]:
    provisional = [manuscript.set("footer", runs(f"{PROVISIONAL}.", bold=True))] if report.provisional else []
    service = [runs(shortened(report.service, _LONGEST_SERVICE))] if report.service.strip() else []
    if counts_pages:
        return [*provisional, *([manuscript.set("footer", *service)] if service else [])]
    pages = (w("r", w("tab")), runs("Page "), field("PAGE", "1"), runs(" of "), field("NUMPAGES", "1"))
    right = w("tabs", *_cleared(manuscript), w("tab", val="right", pos=str(manuscript.width)))
    return [*provisional, manuscript.set("footer", *service, *pages, tabs=right)]


def _cleared(manuscript: Manuscript) -> list[Element]:
    """Take back the tab stops that the template's footers have, so that ours alone counts."""
    theirs = manuscript.styles.element("footer").iter(name("tab"))
    return [w("tab", val="clear", pos=tab.get(name("pos"), "0")) for tab in theirs]
