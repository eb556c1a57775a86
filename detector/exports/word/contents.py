"""Headings and the list of contents that leads to them."""

from collections.abc import Iterator, Sequence

from detector.exports.word.elements import Element, link_to, runs, w
from detector.exports.word.manuscript import Manuscript
from detector.report.shapes import Section

_LEVELS = 2
# Page numbers are known to Word alone: the list leaves them out (\n) instead of showing wrong ones.
_INSTRUCTION = f' TOC \\o "1-{_LEVELS}" \\n \\h \\z \\u '


def set_heading(title: str, level: int, manuscript: Manuscript) -> Element:
    """A heading with the bookmark that the contents lead to."""
    number = str(manuscript.next("bookmark"))
    start = w("bookmarkStart", id=number, name=_bookmark(int(number)))
    return manuscript.set(f"heading {level}", start, runs(title), w("bookmarkEnd", id=number))


def set_contents(sections: Sequence[Section], manuscript: Manuscript) -> list[Element]:
    """The list of contents: a field that Word can renew, holding what it would show."""
    entries = list(_entries(sections))
    if not entries:
        return []
    made = [manuscript.set("TOC Heading", runs("Contents"))]
    for place, (number, level, title) in enumerate(entries):
        content = [link_to(_bookmark(number), runs(title))]
        if place == 0:
            content[:0] = [_mark("begin"), _instruction(), _mark("separate")]
        if place == len(entries) - 1:
            content.append(_mark("end"))
        made.append(manuscript.set(f"toc {level}", *content))
    return made


def _entries(sections: Sequence[Section]) -> Iterator[tuple[int, int, str]]:
    """The number of the bookmark, the level and the title of each heading shown."""
    for number, (level, title) in enumerate(_headings(sections, 1), start=1):
        if level <= _LEVELS:
            yield number, level, title


def _headings(sections: Sequence[Section], level: int) -> Iterator[tuple[int, str]]:
    for section in sections:
        yield level, section.title
        yield from _headings(section.sections, level + 1)


def _bookmark(number: int) -> str:
    return f"_Toc{number:08d}"


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def _instruction() -> Element:
    made = w("instrText")
    made.text = _INSTRUCTION
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", made)
