"""Contrast as WCAG 2.2 defines it, and how colours look to the colour-blind (Machado and others, 2009)."""

import math

Triple = tuple[float, float, float]

SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(_light(one)), _luminance(_light(other))))
    return (lighter + 0.05) / (darker + 0.05)


def over(colour: str, ground: str, opacity: float) -> str:
    """The colour that a see-through colour gives on a ground."""
    mixed = (opacity * a + (1 - opacity) * b for a, b in zip(_parts(colour), _parts(ground), strict=True))
    return "#" + "".join(f"{round(255 * part):02x}" for part in mixed)


def difference(one: str, other: str, sight: str) -> float:
    """How far apart two colours look (CIE 1976; 2 is just noticeable)."""
    return math.dist(_lab(_seen(one, sight)), _lab(_seen(other, sight)))


def _parts(colour: str) -> Triple:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _light(colour: str) -> Triple:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _parts(colour))
    return red, green, blue


def _luminance(light: Triple) -> float:
    return _dot(light, (0.2126, 0.7152, 0.0722))


def _dot(one: Triple, other: Triple) -> float:
    return math.fsum(a * b for a, b in zip(one, other, strict=True))


def _seen(colour: str, sight: str) -> Triple:
    red, green, blue = (min(1.0, max(0.0, _dot(row, _light(colour)))) for row in SIGHTS[sight])
    return red, green, blue


def _lab(light: Triple) -> Triple:
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (_root(_dot(row, light) / white) for row, white in zip(rows, (0.95047, 1, 1.08883), strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
