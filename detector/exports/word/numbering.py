"""Lists: bullets and numbers of our own beside those of a template, and every numbered list begins at 1."""

from detector.exports.word.elements import Element, name, value, w
from detector.exports.word.styles import StyleSheet

_BULLET = ("bullet", "•", "425")
_DECIMAL = ("decimal", "%1.", "567")


class Lists:
    """The lists of a document: `bullets` of the bullet style, and a new one for every numbered list."""

    def __init__(self, root: Element, styles: StyleSheet) -> None:
        """Complete the numbering and the two list styles: both are changed."""
        self._root = root
        for label, form in (("List Bullet", _BULLET), ("List Number", _DECIMAL)):
            style = styles.element(label)
            if self._definition(value(style, "w:pPr/w:numPr/w:numId")) is None:
                _count_by(style, self._new_list(self._new_definition(form)))
        numbered = value(styles.element("List Number"), "w:pPr/w:numPr/w:numId")
        self._numbers = self._definition(numbered) or ""

    def start(self) -> str:
        """The number of a new numbered list, which begins at 1."""
        return self._new_list(self._numbers, w("lvlOverride", w("startOverride", val="1"), ilvl="0"))

    def _definition(self, number: str | None) -> str | None:
        """The definition that the list of this number follows, or None where there is no such list."""
        for found in self._root.findall(name("num")):
            if number not in (None, "0") and found.get(name("numId")) == number:
                return value(found, "w:abstractNumId")
        return None

    def _new_definition(self, form: tuple[str, str, str]) -> str:
        kind, mark, indent = form
        number = self._free("abstractNum", "abstractNumId")
        level = w(
            "lvl",
            w("start", val="1"),
            w("numFmt", val=kind),
            w("lvlText", val=mark),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=indent, hanging=indent)),
            ilvl="0",
        )
        made = w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)
        self._root.insert(self._after("numPicBullet", "abstractNum"), made)
        return number

    def _new_list(self, definition: str, override: Element | None = None) -> str:
        number = self._free("num", "numId")
        made = w("num", w("abstractNumId", val=definition), override, numId=number)
        self._root.insert(self._after("numPicBullet", "abstractNum", "num"), made)
        return number

    def _free(self, tag: str, attribute: str) -> str:
        taken = [int(found.get(name(attribute), "0")) for found in self._root.findall(name(tag))]
        return str(max(taken, default=0) + 1)

    def _after(self, *tags: str) -> int:
        """Where the next of these elements stands: Word wants definitions before lists."""
        return sum(len(self._root.findall(name(tag))) for tag in tags)


def list_item(number: str) -> Element:
    """What makes a paragraph an item of the list of this number."""
    return w("numPr", w("ilvl", val="0"), w("numId", val=number))


def _count_by(style: Element, number: str) -> None:
    """Give a style the list of this number."""
    properties = style.find(name("pPr"))
    if properties is None:
        properties = w("pPr")
        before = [style.find(name(tag)) for tag in ("rPr", "tblPr")]
        place = next((list(style).index(found) for found in before if found is not None), len(style))
        style.insert(place, properties)
    for old in properties.findall(name("numPr")):
        properties.remove(old)
    first = {name(tag) for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}
    place = sum(child.tag in first for child in properties)
    properties.insert(place, w("numPr", w("numId", val=number)))
