"""How large the figures are drawn: across a page or a phone, or two above each other on a printed page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """Sizes in units of the picture, which is `width` across.

    `radius` is the radar's, `names` what a dumbbell leaves for names, `label` what a radar's label may take at most,
    `digits` is the size of the number in a dot.
    """

    name: str
    width: float
    font: float
    small: float
    line: float
    marker: float
    dot: float
    digits: float
    row: float
    radius: float
    names: float
    label: float
    short_names: bool = False


WIDE = Frame(
    "wide",
    width=640,
    font=16,
    small=15,
    line=3.5,
    marker=10,
    dot=28,
    digits=14,
    row=44,
    radius=190,
    names=190,
    label=150,
)
NARROW = Frame(
    "narrow",
    width=360,
    font=14,
    small=13,
    line=3,
    marker=8,
    dot=26,
    digits=13,
    row=42,
    radius=78,
    names=104,
    label=104,
    short_names=True,
)
PRINTED = Frame(
    "printed",
    width=480,
    font=16,
    small=15,
    line=3,
    marker=9,
    dot=26,
    digits=14,
    row=32,
    radius=112,
    names=120,
    label=120,
    short_names=True,
)
EDGE = 4.0
"""What stays free along every edge."""
