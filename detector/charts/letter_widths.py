"""How much room text takes in the fonts that figures and documents are set in; no machine needs to have them."""

import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import inf

_LETTERS = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
    "£€·°²³½×–—‘’“”•…ßæøœłđ"
)
# Thousandths of the letter size, in the order of the letters.
_ARIAL = """
    278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278
    278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611
    722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556
    556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 556 556 278 400 333 333 834 584 556 1000 222
    222 333 333 350 1000 611 889 611 944 222 556
"""
_ARIAL_BOLD = """
    278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333
    333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722
    667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611
    611 389 556 333 611 556 778 556 556 500 389 280 389 584 556 556 278 400 333 333 834 584 556 1000 278 278
    500 500 350 1000 611 889 611 944 278 611
"""
_SOURCE_SANS = """
    200 289 425 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249
    249 497 497 497 425 847 544 588 571 615 527 494 617 652 263 480 579 486 727 647 664 566 664 569 534 536 645
    515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555
    555 347 419 338 544 467 718 446 467 425 303 241 303 497 497 497 249 331 367 367 808 497 480 800 249 249 425
    425 304 948 576 785 542 839 262 555
"""
_SOURCE_SANS_BOLD = """
    200 340 536 528 528 857 667 300 344 344 457 528 300 332 300 339 528 528 528 528 528 528 528 528 528 528 300
    300 528 528 528 463 903 573 605 582 635 548 524 638 674 301 509 614 518 762 665 684 596 684 613 556 556 665
    556 813 567 525 541 344 339 344 528 500 555 527 573 467 573 518 341 534 571 276 278 548 286 857 572 555 573
    573 398 443 383 568 523 776 514 521 460 344 268 344 528 528 528 300 365 376 376 846 528 480 800 300 300 536
    536 345 977 632 786 555 822 303 573
"""

WIDEST = 1.05
"""What any other letter is taken to need, in letter sizes."""

SAFETY = 1.02
"""For programs that set letters a little wider than the font says."""


class Font(StrEnum):
    """A font that we set; Helvetica and Liberation Sans have Arial's widths.

    A figure on a web page is set in Source Sans Pro where a machine has it, and else in Arial: it has room for both.
    """

    ARIAL = "Arial"
    SOURCE_SANS = "Source Sans Pro"
    FIGURE = "Source Sans Pro or Arial"


def width(text: str, size: float, font: Font, *, bold: bool = False) -> float:
    """The room that a text takes on one line, in the unit of `size`; never less than it really does."""
    widths = _WIDTHS[font, bold]
    letters = unicodedata.normalize("NFD", text)
    return size * SAFETY * sum(widths.get(each, WIDEST) for each in letters if not unicodedata.combining(each))


def broken(text: str, size: float, room: float, font: Font, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that each fit the room, broken between words where a word fits at all."""
    lines: list[str] = []
    space, used = width(" ", size, font, bold=bold), inf
    for word, needed in _fitting(text.split(), size, room, font, bold=bold):
        if used + space + needed <= room:
            lines[-1] += f" {word}"
            used += space + needed
        else:
            lines.append(word)
            used = needed
    return tuple(lines)


def _fitting(words: list[str], size: float, room: float, font: Font, *, bold: bool) -> Iterator[tuple[str, float]]:
    """The words, in pieces where one alone is too long, each with the room it takes."""
    for word in words:
        if (whole := width(word, size, font, bold=bold)) <= room:
            yield word, whole
            continue
        piece, used = "", 0.0
        for letter in word:
            needed = width(letter, size, font, bold=bold)
            if piece and used + needed > room:
                yield piece, used
                piece, used = "", 0.0
            piece += letter
            used += needed
        yield piece, used


def _table(thousandths: str) -> Mapping[str, float]:
    return {letter: int(each) / 1000 for letter, each in zip(_LETTERS, thousandths.split(), strict=True)}


def _either(one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    return {letter: max(one[letter], other[letter]) for letter in _LETTERS}


def _tables() -> Mapping[tuple[Font, bool], Mapping[str, float]]:
    arial, arial_bold = _table(_ARIAL), _table(_ARIAL_BOLD)
    sans, sans_bold = _table(_SOURCE_SANS), _table(_SOURCE_SANS_BOLD)
    return {
        (Font.ARIAL, False): arial,
        (Font.ARIAL, True): arial_bold,
        (Font.SOURCE_SANS, False): sans,
        (Font.SOURCE_SANS, True): sans_bold,
        (Font.FIGURE, False): _either(arial, sans),
        (Font.FIGURE, True): _either(arial_bold, sans_bold),
    }


_WIDTHS = _tables()
