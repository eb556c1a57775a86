"""What the blocks of one document share while they are set."""

import itertools
from dataclasses import dataclass, field

from docx.parts.document import DocumentPart

from detector.exports.word.elements import Element, name, paragraph, runs, value, w
from detector.exports.word.numbering import Lists
from detector.exports.word.styles import StyleSheet
from detector.report.blocks import Drawing

_SPACE = "200"


@dataclass
class Manuscript:
    """A document being written; `width` and `height` of the text are in twentieths of a point."""

    part: DocumentPart
    styles: StyleSheet
    lists: Lists
    drawing: Drawing
    width: int
    height: int
    is_full: bool
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


def with_room_after_tables(elements: list[Element], manuscript: Manuscript) -> list[Element]:
    """The same elements, each text behind a table a little lower; a heading has room of its own."""
    headings = {manuscript.styles.id(f"heading {level}") for level in (1, 2, 3)}
    for table, following in itertools.pairwise(elements):
        is_text = following.tag == name("p") and value(following, "w:pPr/w:pStyle") not in headings
        if table.tag == name("tbl") and is_text:
            _space(following, before=_SPACE)
    if elements and elements[-1].tag == name("tbl"):
        elements.append(paragraph(None, spacing=w("spacing", before="0", after="0")))
    return elements


def kept_together(elements: list[Element], manuscript: Manuscript) -> list[Element]:
    """The same elements; a text between a heading and a caption goes with them to the next page."""
    headings = {manuscript.styles.id(f"heading {level}") for level in (1, 2, 3)}
    caption = manuscript.styles.id("caption")
    styles = [value(element, "w:pPr/w:pStyle") for element in elements]
    for place in range(1, len(elements) - 1):
        if styles[place - 1] in headings and styles[place + 1] == caption and elements[place].tag == name("p"):
            _properties(elements[place]).insert(int(styles[place] is not None), w("keepNext"))
    return elements


def room_after_last(elements: list[Element]) -> list[Element]:
    """The same paragraphs, with more room after the last of them."""
    for last in elements[-1:]:
        _space(last, after=_SPACE)
    return elements


def _space(lone: Element, **room: str) -> None:
    """Give a paragraph this room where it has none of its own: the element is changed."""
    properties = _properties(lone)
    if properties.find(name("spacing")) is None:
        before = {name(tag) for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "tabs")}
        properties.insert(sum(child.tag in before for child in properties), w("spacing", **room))


def _properties(lone: Element) -> Element:
    """A paragraph's properties, made where it has none."""
    properties = lone.find(name("pPr"))
    if properties is None:
        properties = w("pPr")
        lone.insert(0, properties)
    return properties
