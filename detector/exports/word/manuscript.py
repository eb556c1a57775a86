"""What the blocks of one document share while they are set."""

import itertools
from dataclasses import dataclass, field

from docx.parts.document import DocumentPart

from detector.exports.word.elements import Element, name, paragraph, runs, w
from detector.exports.word.numbering import Lists
from detector.exports.word.styles import StyleSheet
from detector.report.shapes import Drawing

_SPACE_AFTER_TABLE = "240"


@dataclass
class Manuscript:
    """A document being written; `width` and `height` of the text are in twentieths of a point."""

    part: DocumentPart
    styles: StyleSheet
    lists: Lists
    drawing: Drawing
    width: int
    height: int
    _counted: dict[str, int] = field(default_factory=dict[str, int])

    def next(self, kind: str) -> int:
        """The number of the next table, figure or bookmark, from 1."""
        self._counted[kind] = self._counted.get(kind, 0) + 1
        return self._counted[kind]

    def set(self, style: str, *content: Element, **properties: Element | None) -> Element:
        """A paragraph in the style of this name."""
        return paragraph(self.styles.id(style), *content, **properties)

    def caption(self, kind: str, text: str, *, keep_next: bool) -> Element:
        """A caption with its number, which Word counts anew where tables or figures are added."""
        number = w("fldSimple", runs(str(self.next(kind))), instr=f" SEQ {kind} \\* ARABIC ")
        keep = w("keepNext") if keep_next else None
        return self.set("caption", runs(f"{kind} "), number, runs(f": {text}"), keepNext=keep)


def with_room_after_tables(elements: list[Element]) -> list[Element]:
    """The same elements, each paragraph behind a table a little lower, and none after the last."""
    for table, following in itertools.pairwise(elements):
        if table.tag == name("tbl") and following.tag == name("p"):
            _lower(following)
    if elements and elements[-1].tag == name("tbl"):
        elements.append(paragraph(None, spacing=w("spacing", before="0", after="0")))
    return elements


def _lower(following: Element) -> None:
    properties = following.find(name("pPr"))
    if properties is None:
        properties = w("pPr")
        following.insert(0, properties)
    if properties.find(name("spacing")) is None:
        before = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "tabs")
        place = sum(child.tag in {name(tag) for tag in before} for child in properties)
        properties.insert(place, w("spacing", before=_SPACE_AFTER_TABLE))
