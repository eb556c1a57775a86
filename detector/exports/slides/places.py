"""Places on a slide, in points, and the parts of a slide that stand in the same place on all."""

from dataclasses import dataclass

from pptx.util import Emu

EMU_PER_POINT = 12_700


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points from its left upper corner."""

    left: float
    top: float
    width: float
    height: float


def emu(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    """The place in the units of the file: left, top, width, height."""
    return (_emu(box.left), _emu(box.top), _emu(box.width), _emu(box.height))


def _emu(points: float) -> Emu:
    return Emu(round(points * EMU_PER_POINT))


def _from_emu(left: int, top: int, width: int, height: int) -> Box:
    return Box(*(number / EMU_PER_POINT for number in (left, top, width, height)))


# As the template has them.
TITLE = _from_emu(576_000, 216_000, 11_040_000, 900_000)
BODY = _from_emu(576_000, 1_260_000, 11_040_000, 4_968_000)
FOOTER = _from_emu(576_000, 6_372_000, 9_720_000, 306_000)
OPENING_TITLE = _from_emu(1_008_000, 504_000, 10_176_000, 3_240_000)
OPENING_TEXT = _from_emu(1_008_000, 4_392_000, 10_176_000, 1_764_000)
