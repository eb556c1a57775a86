"""Fields in a template's headers and footers: those that only count or name stay, the rest become plain text."""

from dataclasses import dataclass, field

from detector.exports.word.elements import Element, name

_COUNTS = ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "STYLEREF", "SEQ", "=", "IF")
_NAMES = ("TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "SYMBOL")
_HARMLESS = frozenset((*_COUNTS, *_NAMES))


@dataclass
class _Open:
    """A field whose end has not come yet."""

    marks: list[Element] = field(default_factory=list[Element])
    said: str = ""


def plain_fields(root: Element) -> None:
    """Leave of every field that reaches outside the document only what it shows: the element is changed."""
    for simple in list(root.iter(name("fldSimple"))):
        if not _is_harmless(simple.get(name("instr"), "")):
            unwrap(simple)
    for data in list(root.iter(name("ffData"))):
        remove(data)
    for mark in _unwanted_marks(root):
        remove(mark)


def _unwanted_marks(root: Element) -> list[Element]:
    unwanted: list[Element] = []
    inside: list[_Open] = []
    for found in root.iter(name("fldChar"), name("instrText")):
        if found.tag == name("fldChar") and found.get(name("fldCharType")) == "begin":
            inside.append(_Open())
        if not inside:
            unwanted.append(found)
            continue
        inside[-1].marks.append(found)
        if found.tag == name("instrText"):
            inside[-1].said += found.text or ""
        elif found.get(name("fldCharType")) == "end":
            ended = inside.pop()
            unwanted += [] if _is_harmless(ended.said) else ended.marks
    return [*unwanted, *(mark for unfinished in inside for mark in unfinished.marks)]


def _is_harmless(instruction: str) -> bool:
    return (instruction.split() or [""])[0].upper() in _HARMLESS


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def remove(element: Element) -> None:
    """Take an element out."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
