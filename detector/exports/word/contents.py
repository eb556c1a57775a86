"""Headings and the list of contents that leads to them."""

from collections.abc import Iterator, Sequence

from detector.exports.word.elements import Element, link_to, runs, w
from detector.exports.word.manuscript import Manuscript
from detector.report.blocks import Section

_MOST_ENTRIES = 34
"""With more, the list would not end on the page on which it begins: it then leaves out the second level."""


def set_heading(title: str, level: int, manuscript: Manuscript, *, on_new_page: bool = False) -> Element:
    """A heading with the bookmark that the contents lead to."""
    number = str(manuscript.next("bookmark"))
    start = w("bookmarkStart", id=number, name=_bookmark(int(number)))
    new_page = w("pageBreakBefore") if on_new_page else None
    content = (start, runs(title), w("bookmarkEnd", id=number))
    return manuscript.set(f"heading {level}", *content, pageBreakBefore=new_page)


def set_contents(sections: Sequence[Section], manuscript: Manuscript) -> list[Element]:
    """The list of contents: a field that Word can renew, holding what it would show."""
    entries = list(_entries(sections, levels=2))
    levels = 2 if len(entries) <= _MOST_ENTRIES else 1
    entries = [entry for entry in entries if entry[1] <= levels]
    if not entries:
        return []
    made = [manuscript.set("TOC Heading", runs("Contents"))]
    for place, (number, level, title) in enumerate(entries):
        content = [link_to(_bookmark(number), runs(title))]
        if place == 0:
            content[:0] = [_mark("begin"), _instruction(levels), _mark("separate")]
        if place == len(entries) - 1:
            content.append(_mark("end"))
        made.append(manuscript.set(f"toc {level}", *content))
    return made


def _entries(sections: Sequence[Section], levels: int) -> Iterator[tuple[int, int, str]]:
    """The number of the bookmark, the level and the title of each heading shown."""
    for number, (level, title) in enumerate(_headings(sections, 1), start=1):
        if level <= levels:
            yield number, level, title


def _headings(sections: Sequence[Section], level: int) -> Iterator[tuple[int, str]]:
    for section in sections:
        yield level, section.title
        yield from _headings(section.sections, level + 1)


def _bookmark(number: int) -> str:
    return f"_Toc{number:08d}"


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def _instruction(levels: int) -> Element:
    """What Word is told; page numbers are known to Word alone, so the list leaves them out."""
    made = w("instrText")
    made.text = f' TOC \\o "1-{levels}" \\n \\h \\z \\u '
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", made)
