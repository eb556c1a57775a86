"""The few marks that a figure is drawn with. Every text is data: it can never become a mark."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from xml.sax.saxutils import escape, quoteattr

from detector.charts import palette
from detector.charts.svg.frames import Frame
from detector.core.text import clean

Spot = tuple[float, float]
"""Across and down."""

FAMILY = "'Source Sans Pro', 'Source Sans 3', Arial, sans-serif"
LEADING = 1.25
"""From line to line, in letter sizes."""

RISE = 0.33
"""How far a baseline lies under the middle of its line, in letter sizes."""


@dataclass(frozen=True)
class Said:
    """What a figure is called and says in words; `key` makes its ids its own where several stand on one page."""

    key: str
    title: str
    alt: str


@dataclass(frozen=True)
class Lettering:
    """How a text is set; `anchor` is the part of it that stands at its place: start, middle or end."""

    size: float
    anchor: str = "middle"
    colour: str = palette.INK
    bold: bool = False
    halo: bool = False


@dataclass(frozen=True)
class Pen:
    """How a line is drawn and what is inside it."""

    colour: str = palette.SECONDARY
    width: float = 1
    dash: str = ""
    fill: str = "none"
    opacity: float = 1


def number(value: float) -> str:
    """A length to a tenth, as short as it can be written."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def line_of_text(at: Spot, words: str, look: Lettering) -> str:
    """One line of text, its middle at the height given."""
    bold = ' font-weight="700"' if look.bold else ""
    halo = f' stroke="{palette.PAPER}" stroke-width="3" paint-order="stroke"' if look.halo else ""
    return (
        f'<text x="{number(at[0])}" y="{number(at[1] + RISE * look.size)}" font-size="{number(look.size)}" '
        f'text-anchor="{look.anchor}" fill="{look.colour}"{bold}{halo}>{escape(clean(words))}</text>'
    )


def block_of_text(at: Spot, lines: Sequence[str], look: Lettering) -> str:
    """Lines below each other, the middle of them all at the height given."""
    step = look.size * LEADING
    first = at[1] - step * (len(lines) - 1) / 2
    return "".join(line_of_text((at[0], first + step * place), words, look) for place, words in enumerate(lines))


def path(spots: Sequence[Spot], pen: Pen, *, closed: bool = False) -> str:
    """Straight lines from spot to spot."""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in spots)
    return f'<path d="M{steps}{"Z" if closed else ""}"{_drawn(pen)} stroke-linejoin="round"/>'


def box(corner: Spot, size: Spot, pen: Pen) -> str:
    """A rectangle from its upper left corner."""
    place = f'x="{number(corner[0])}" y="{number(corner[1])}"'
    return f'<rect {place} width="{number(size[0])}" height="{number(size[1])}"{_drawn(pen)}/>'


def dot(at: Spot, across: float) -> str:
    """The mark of this service's score."""
    pen = replace(Pen(palette.PAPER, 1.5), fill=palette.SERVICE)
    return f'<circle cx="{number(at[0])}" cy="{number(at[1])}" r="{number(across / 2)}"{_drawn(pen)}/>'


def picture(parts: Sequence[str], height: float, said: Said, frame: Frame) -> str:
    """The finished picture with its name and its words."""
    size = f'width="{number(frame.width)}" height="{number(ceil(height))}"'
    title, words = quoteattr(f"{said.key}-title"), quoteattr(f"{said.key}-desc")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(frame.width)} {number(ceil(height))}" {size} '
        f'role="img" aria-labelledby={title} aria-describedby={words} font-family="{FAMILY}">'
        f"<title id={title}>{escape(clean(said.title))}</title><desc id={words}>{escape(clean(said.alt))}</desc>"
        f'<rect {size} fill="{palette.PAPER}"/>{"".join(parts)}</svg>'
    )


def _drawn(pen: Pen) -> str:
    dash = f' stroke-dasharray="{pen.dash}"' if pen.dash else ""
    opacity = f' fill-opacity="{pen.opacity:g}"' if pen.opacity < 1 else ""
    return f' fill="{pen.fill}"{opacity} stroke="{pen.colour}" stroke-width="{number(pen.width)}"{dash}'
