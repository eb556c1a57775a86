"""Word's elements, made in the order in which they are named: Word refuses what stands in another order."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] - lxml has no other name for it

from detector.core.text import clean

Element: TypeAlias = _Element
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PREFIXES = {"w": W, "r": R}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def name(tag: str) -> str:
    """The full name of one of Word's tags or attributes."""
    return f"{{{W}}}{tag}"


def w(tag: str, *children: Element | None, **attributes: str) -> Element:
    """One of Word's elements with these children; None stands for a child that is left out."""
    made = etree.Element(name(tag), {name(key): text for key, text in attributes.items()}, nsmap=_PREFIXES)
    made.extend(child for child in children if child is not None)
    return made


def value(element: Element, path: str) -> str | None:
    """What `w:val` says at the child of this path, or None."""
    found = element.find(path, _PREFIXES)
    return None if found is None else found.get(name("val"))


def run(text: str, properties: Element | None = None) -> Element:
    """A run of text; a newline in it breaks the line."""
    return w("r", properties, *_pieces(clean(text)))


def runs(text: str, *, bold: bool = False) -> Element:
    """A run of text, bold where that is said."""
    return run(text, w("rPr", w("b"), w("bCs")) if bold else None)


def paragraph(style: str | None, *content: Element, **properties: Element | None) -> Element:
    """A paragraph in the style of this id.

    Args:
        style: the style's id, or None for plain text.
        content: its runs.
        properties: `keepNext`, `keepLines`, `numPr`, `tabs`, `spacing` or `jc`, set on this paragraph alone.
    """
    known = ("keepNext", "keepLines", "pageBreakBefore", "numPr", "tabs", "spacing", "jc")
    said = [properties[key] for key in known if properties.get(key) is not None]
    first = w("pStyle", val=style) if style else None
    head = w("pPr", first, *said) if said or first is not None else None
    return w("p", head, *content)


def field(instruction: str, shown: str) -> Element:
    """A field that Word works out, and what is shown until it does."""
    return w("fldSimple", runs(shown), instr=f" {instruction} ")


def link_to(bookmark: str, *content: Element) -> Element:
    """A link to a place in this document."""
    return w("hyperlink", *content, anchor=bookmark, history="1")


def _pieces(text: str) -> Iterator[Element]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield w("br")
        if line:
            words = w("t")
            words.text = line
            words.set(_SPACE, "preserve")
            yield words
