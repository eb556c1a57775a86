"""The screens that officers have."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """A screen's width and height in CSS pixels."""

    name: str
    width: int
    height: int


DESK = Size("desk", 1280, 800)
LARGE = Size("large", 1920, 1080)
PHONE = Size("phone", 390, 844)
NARROW = Size("narrow", 320, 640)
