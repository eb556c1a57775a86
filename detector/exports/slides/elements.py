"""PowerPoint's elements, for what the library has no words for."""

from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] - lxml has no other name for it
from pptx.oxml.ns import qn

Element: TypeAlias = _Element


def all_of(root: Element, *tags: str) -> list[Element]:
    """The elements with these tags, however deep they lie, in document order."""
    return list(root.iter(*(qn(tag) for tag in tags)))


def made(tag: str, *children: Element, **attributes: str) -> Element:
    """An element with these children and attributes."""
    element = etree.Element(qn(tag), attributes)
    element.extend(children)
    return element


def put_in(parent: Element, child: Element, *, first: bool = False) -> None:
    """Moves an element into another, to its end or its beginning."""
    parent.insert(0 if first else len(parent), child)


def take_out(root: Element, *tags: str) -> None:
    """Removes the elements with these tags, however deep they lie."""
    for element in all_of(root, *tags):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
