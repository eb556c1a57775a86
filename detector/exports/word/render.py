"""Making the Word document of a report."""

import io
from collections.abc import Iterator, Sequence

import docx
from docx.document import Document

from detector.exports.shared.clean_text import shortened
from detector.exports.shared.dated_zip import dated, day_begins
from detector.exports.word.blocks import set_block
from detector.exports.word.contents import set_contents, set_heading
from detector.exports.word.elements import Element, name, runs
from detector.exports.word.look import Look, own_look, package_of
from detector.exports.word.manuscript import Manuscript, kept_together, with_room_after_tables
from detector.exports.word.numbering import Lists
from detector.exports.word.running import set_running
from detector.exports.word.styles import LANGUAGE, StyleSheet
from detector.exports.word.template.council_look import council_look
from detector.report.blocks import Length, Report, Section
from detector.report.imprint import imprint

_LONGEST_PROPERTY = 255
_AUTHOR = "Mutual Business Detector"


def make_word(report: Report, template: bytes | None = None) -> bytes:
    """The report as a `.docx` file, in our own look or in that of a council's template.

    Raises:
        ExportError: if the template cannot be used, in words for the officer who brought it.
    """
    look = own_look(report.length) if template is None else council_look(template)
    document = docx.Document(io.BytesIO(package_of(look)))
    manuscript = _manuscript(document, look, report)
    content = kept_together(list(_everything(report, manuscript)), manuscript)
    _fill(document.element, with_room_after_tables(content, manuscript))
    set_running(document, report, manuscript)
    _describe(document, report)
    stream = io.BytesIO()
    document.save(stream)
    return dated(stream.getvalue(), report.on)


def _fill(document: Element, content: Sequence[Element]) -> None:
    """Put the content before the properties of the page, which stand last."""
    body = next(document.iter(name("body")))
    body[:0] = content


def _manuscript(document: Document, look: Look, report: Report) -> Manuscript:
    styles = StyleSheet(document.styles.element)
    lists = Lists(document.part.numbering_part.element, styles)
    width, height = look.room()
    return Manuscript(document.part, styles, lists, report.drawing, width, height, report.length is Length.FULL)


def _everything(report: Report, manuscript: Manuscript) -> Iterator[Element]:
    yield manuscript.set("title", runs(report.title))
    yield manuscript.set("subtitle", runs("  ·  ".join(imprint(report))))
    yield manuscript.set("Report Quiet", runs(report.description))
    if report.provisional:
        yield manuscript.set("report warning", runs(report.provisional))
    if manuscript.is_full:
        yield from set_contents(report.sections, manuscript)
    yield from _sections(report.sections, 1, manuscript)


def _sections(sections: Sequence[Section], level: int, manuscript: Manuscript) -> Iterator[Element]:
    for place, section in enumerate(sections):
        follows_contents = manuscript.is_full and level == 1 and place == 0
        yield set_heading(section.title, level, manuscript, on_new_page=follows_contents)
        for block in section.blocks:
            yield from set_block(block, manuscript)
        yield from _sections(section.sections, level + 1, manuscript)


def _describe(document: Document, report: Report) -> None:
    """Say what the document is, in which language, and of which day, without asking a clock."""
    said = document.core_properties
    said.title = shortened(report.title, _LONGEST_PROPERTY)
    said.subject = shortened(report.description, _LONGEST_PROPERTY)
    said.author = said.last_modified_by = _AUTHOR
    said.language = LANGUAGE
    said.created = said.modified = day_begins(report.on)
    said.revision = 1
    said.keywords = report.history
    said.comments = shortened(report.provisional, _LONGEST_PROPERTY)
