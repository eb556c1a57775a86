"""The pictures of a report's figures: lettered in the shipped fonts, and the same each time."""

import struct

import pytest

from detector.bank_files import load_bank
from detector.core.answers import empty_sheet
from detector.core.assessment import assess
from detector.exports.shared.figures import figure_png, figure_svg
from detector.report.blocks import Drawing, Figure, FigureKind
from detector.report.context import build_drawing

KINDS = pytest.mark.parametrize("kind", FigureKind)


@pytest.fixture(scope="module")
def drawing() -> Drawing:
    bank = load_bank()
    return build_drawing(bank, assess(bank, empty_sheet(bank)))


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@KINDS
def test_a_picture_is_as_wide_as_asked_and_keeps_its_shape(kind: FigureKind, drawing: Drawing) -> None:
    svg = figure_svg(Figure(kind, "A caption", "In words"), drawing)

    width, height = size_of(figure_png(svg, 1280))

    assert svg.startswith("<svg")
    assert width == 1280
    assert f'width="640" height="{round(height / 2)}"' in svg


@KINDS
def test_a_picture_is_the_same_each_time(kind: FigureKind, drawing: Drawing) -> None:
    figure = Figure(kind, "A caption", "In words")

    once, again = (figure_png.__wrapped__(figure_svg(figure, drawing), 320) for _ in range(2))

    assert once == again


def test_letters_are_drawn() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20" font-family="Source Sans Pro">'
    lettered, blank = (f'{svg}<text y="15">{letter}</text></svg>' for letter in ("ŵ", " "))

    assert figure_png(lettered, 60) != figure_png(blank, 60)


def test_ids_begin_with_the_key(drawing: Drawing) -> None:
    svg = figure_svg(Figure(FigureKind.RADAR, "A caption", "In words"), drawing, key="one")

    assert 'aria-labelledby="one-title"' in svg
