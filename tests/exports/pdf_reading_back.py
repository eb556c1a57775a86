"""PDFs made for tests, and taken apart again."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pypdf import PdfReader

# What a typesetter may put into a line or take out of it without changing what is said.
NOT_SAID = re.compile(r"[\s\u200b\u00ad-]")


@dataclass(frozen=True)
class Tag:
    """A structure element: its kind, its alternative text, the scope of a header cell, and what is in it."""

    kind: str
    alt: str
    scope: str
    inside: tuple["Tag", ...]


def opened(data: bytes) -> pikepdf.Pdf:
    """The PDF in a file."""
    return pikepdf.open(io.BytesIO(data))


def tags_of(pdf: pikepdf.Pdf) -> list[Tag]:
    """Every structure element, in reading order."""
    return [tag for top in _tags(pdf.Root.StructTreeRoot.K) for tag in with_inside(top)]


def with_inside(tag: Tag) -> Iterator[Tag]:
    """A tag and everything in it, in reading order."""
    yield tag
    for each in tag.inside:
        yield from with_inside(each)


def page_count(data: bytes) -> int:
    """How many pages it has."""
    return len(opened(data).pages)


def pages_of(data: bytes) -> list[str]:
    """What is printed on each page, in reading order."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def text_of(data: bytes) -> str:
    """What is printed, in reading order."""
    return "\n".join(pages_of(data))


def said(text: str) -> str:
    """A text without what differs from line to line: blanks, hyphens and places where a word may break."""
    return NOT_SAID.sub("", text)


def fonts_of(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """Every font by name, and whether the file holds it."""
    found: dict[str, bool] = {}
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            found[str(thing.FontName)] = any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return found


def outline_length(pdf: pikepdf.Pdf) -> int:
    """How many bookmarks there are, at every depth."""
    with pdf.open_outline() as outline:
        return sum(_count(item) for item in outline.root)


def _count(item: pikepdf.OutlineItem) -> int:
    return 1 + sum(_count(child) for child in item.children)


def _tags(node: pikepdf.Object) -> Iterator[Tag]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        inside = tuple(_tags(node.K)) if "/K" in node else ()
        yield Tag(str(node.S)[1:], str(node.get("/Alt", "")), _scope(node), inside)


def _scope(node: pikepdf.Object) -> str:
    attributes = node.get("/A", pikepdf.Array())
    each = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return "".join(str(one.get("/Scope", "")) for one in each)
