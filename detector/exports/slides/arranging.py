"""Where the blocks of a slide stand, and how large: as large as all of them fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detector.exports.slides.lines import Line, fitted, height_of, lines_of, smaller
from detector.exports.slides.places import Box
from detector.exports.slides.tables import SIZES, SetTable, fitted_table, natural_table, spread
from detector.report.blocks import Block, Figure, FigureKind, Table

STEPS = len(SIZES)
"""How many sizes of letters are tried, the largest first."""
BETWEEN = 12.0
"""Between two pieces, in points."""

FIGURE_SHARE = 0.6
"""How much of the width a tall figure takes beside other pieces."""

LEAST_FIGURE = 150.0
FLAT = 0.25
"""How tall a flat figure is at most, as a share of its width."""


@dataclass(frozen=True)
class Text:
    """Lines that follow each other in one frame."""

    lines: tuple[Line, ...]


Piece = Text | Table | Figure


@dataclass(frozen=True)
class Placed:
    """A piece in its place, as it is set."""

    box: Box
    piece: Piece
    table: SetTable | None = None


def pieces_of(blocks: Sequence[Block]) -> tuple[Piece, ...]:
    """The blocks as pieces; text that follows text is one piece."""
    pieces: list[Piece] = []
    for block in blocks:
        if isinstance(block, Table | Figure):
            pieces.append(block)
        elif pieces and isinstance(pieces[-1], Text):
            pieces[-1] = Text((*pieces[-1].lines, *lines_of(block)))
        else:
            pieces.append(Text(lines_of(block)))
    return tuple(piece for piece in pieces if not isinstance(piece, Text) or piece.lines)


def arranged(pieces: Sequence[Piece], area: Box) -> tuple[Placed, ...]:
    """Every piece in its place: a radar on the left of all others, everything else below each other."""
    tall = next((piece for piece in pieces if isinstance(piece, Figure) and piece.kind is FigureKind.RADAR), None)
    others = [piece for piece in pieces if piece is not tall]
    if tall is None:
        return _stacked(others, area)
    if not others:
        return (Placed(area, tall),)
    width = (area.width - BETWEEN) * FIGURE_SHARE
    right = area.left + width + BETWEEN
    beside = Box(right, area.top, area.left + area.width - right, area.height)
    return (Placed(Box(area.left, area.top, width, area.height), tall), *_stacked(others, beside))


def _stacked(pieces: Sequence[Piece], area: Box) -> tuple[Placed, ...]:
    """The pieces below each other in the largest letters in which all fit, or cut where none are small enough."""
    room = area.height - BETWEEN * (len(pieces) - 1)
    for step in range(STEPS):
        found = [_natural(piece, area.width, step) for piece in pieces]
        if sum(placed.box.height for placed in found) <= room:
            return _below_each_other(_with_room_left(found, room), area)
    needed = [_natural(piece, area.width, STEPS - 1).box.height for piece in pieces]
    share = room / sum(needed)
    return _below_each_other(
        [_cut(piece, area.width, height * share) for piece, height in zip(pieces, needed, strict=True)], area
    )


def _natural(piece: Piece, width: float, step: int) -> Placed:
    match piece:
        case Text(lines):
            lines = smaller(lines, step)
            return Placed(Box(0, 0, width, height_of(lines, width)), Text(lines))
        case Figure():
            return Placed(Box(0, 0, width, LEAST_FIGURE), piece)
        case Table():
            table = natural_table(piece, width, step)
            return Placed(Box(0, 0, width, table.height), piece, table)


def _cut(piece: Piece, width: float, height: float) -> Placed:
    match piece:
        case Text(lines):
            lines = fitted(smaller(lines, STEPS - 1), width, height)
            return Placed(Box(0, 0, width, height), Text(lines))
        case Figure():
            return Placed(Box(0, 0, width, height), piece)
        case Table():
            return Placed(Box(0, 0, width, height), piece, fitted_table(piece, width, height))


def _with_room_left(found: Sequence[Placed], room: float) -> list[Placed]:
    """The same with figures as tall as the room allows, or, where there is none, with tables less dense."""
    left = room - sum(placed.box.height for placed in found)
    figures = sum(isinstance(placed.piece, Figure) for placed in found)
    tables = sum(placed.table is not None for placed in found)
    return [_taller(placed, left / (figures or tables or 1), spreads=not figures) for placed in found]


def _taller(placed: Placed, more: float, *, spreads: bool) -> Placed:
    if isinstance(placed.piece, Figure):
        flat = placed.piece.kind is FigureKind.SCALE
        height = min(placed.box.height + more, placed.box.width * FLAT) if flat else placed.box.height + more
        return replace(placed, box=replace(placed.box, height=height))
    if placed.table is not None and spreads:
        table = spread(placed.table, more)
        return replace(placed, box=replace(placed.box, height=table.height), table=table)
    return placed


def _below_each_other(found: Sequence[Placed], area: Box) -> tuple[Placed, ...]:
    top = area.top
    placed: list[Placed] = []
    for each in found:
        placed.append(replace(each, box=replace(each.box, left=area.left, top=top)))
        top += each.box.height + BETWEEN
    return tuple(placed)
