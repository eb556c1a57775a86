"""What an SVG figure really holds: its texts with the room that the shipped fonts give them, and its marks."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as Tree

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "detector" / "exports" / "fonts"
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Written:
    """A line of text and the box it fills; the box is as high as its capitals and descenders."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool


@dataclass(frozen=True)
class Picture:
    """A figure as read back."""

    width: float
    height: float
    texts: tuple[Written, ...]
    dots: tuple[tuple[float, float], ...]
    title: str
    words: str
    attributes: frozenset[str]

    def said(self) -> list[str]:
        """Its texts, in the order of the file."""
        return [each.text for each in self.texts]


def picture(svg: str) -> Picture:
    """The figure, which must be well-formed."""
    root = Tree.fromstring(svg)  # noqa: S314 (it was made here)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return Picture(
        width,
        height,
        tuple(_written(root)),
        tuple((float(each.attrib["cx"]), float(each.attrib["cy"])) for each in root.iter(f"{SVG}circle")),
        root.findtext(f"{SVG}title") or "",
        root.findtext(f"{SVG}desc") or "",
        frozenset(name for each in root.iter() for name in each.attrib),
    )


def outside(figure: Picture) -> list[str]:
    """The texts that reach over the edge of the figure."""
    return [
        each.text
        for each in figure.texts
        if each.left < 0 or each.top < 0 or each.right > figure.width or each.bottom > figure.height
    ]


def over_each_other(figure: Picture) -> list[str]:
    """The texts written over another text."""
    return [
        f"{one.text} / {other.text}"
        for place, one in enumerate(figure.texts)
        for other in figure.texts[place + 1 :]
        if min(one.right, other.right) - max(one.left, other.left) > 0.5
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.5
    ]


def _written(root: Tree.Element) -> Iterator[Written]:
    for each in root.iter(f"{SVG}text"):
        text, size = each.text or "", float(each.attrib["font-size"])
        bold = each.get("font-weight") == "700"
        across = room(text, size, bold=bold)
        left = float(each.attrib["x"]) - across * {"start": 0, "middle": 0.5, "end": 1}[each.attrib["text-anchor"]]
        base = float(each.attrib["y"])
        yield Written(text, left, base - 0.75 * size, left + across, base + 0.22 * size, bold)


def room(text: str, size: float, *, bold: bool) -> float:
    """What a text really needs in the shipped font, in the unit of `size`; a letter it lacks is a square.

    A mark that joins a letter takes none, for it is drawn over or under it.
    """
    widths = _widths("Bold" if bold else "Regular")
    return sum(widths.get(ord(letter), 1.0) for letter in text if not unicodedata.combining(letter)) * size


@cache
def _widths(style: str) -> dict[int, float]:
    """The room of each letter that a font has, in letter sizes."""
    font = TTFont(FONTS / f"SourceSansPro-{style}.ttf")
    advances: dict[str, tuple[int, int]] = font["hmtx"].metrics
    return {code: advances[name][0] / 1000 for code, name in (font.getBestCmap() or {}).items()}
