"""Text and lines are seen by people with low vision and by the colour-blind (WCAG 2.2, 1.4.3 and 1.4.11)."""

import itertools
import tomllib
from pathlib import Path

import pytest
from charts.colours import SIGHTS, contrast, difference, over

from detector.charts import palette

THEME: dict[str, str] = tomllib.loads(
    (Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)["theme"]
PAGE, BOX, TEXT, PRIMARY = (
    THEME[key] for key in ("backgroundColor", "secondaryBackgroundColor", "textColor", "primaryColor")
)
LINES_AND_TEXT = (palette.SERVICE, palette.SECONDARY)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        pytest.param(TEXT, PAGE, id="text on the page"),
        pytest.param(TEXT, BOX, id="text in a box"),
        pytest.param(THEME["linkColor"], PAGE, id="link on the page"),
        pytest.param(THEME["linkColor"], BOX, id="link in a box"),
        pytest.param(PAGE, PRIMARY, id="text on a primary button"),
        pytest.param(PRIMARY, over(PRIMARY, PAGE, 0.1), id="chosen segment on its tint"),
        pytest.param(palette.SECONDARY, palette.PAPER, id="tick labels"),
        pytest.param(palette.PAPER, palette.SERVICE, id="number in a dot"),
        pytest.param(palette.INK, palette.INTERVAL, id="words on the bar of an unanswered dimension"),
        *(pytest.param(palette.INK, band, id=f"label on verdict {band}") for band in (*palette.BANDS, palette.STOP)),
    ],
)
def test_text_is_at_least_4_5_to_1(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(
    ("line", "ground"),
    [
        pytest.param(THEME["borderColor"], PAGE, id="border of a field"),
        pytest.param(PRIMARY, PAGE, id="chosen radio button"),
        pytest.param(PRIMARY, BOX, id="chosen radio button in a box"),
        pytest.param(palette.SERVICE, palette.PAPER, id="score line and outline of the range"),
        pytest.param(palette.SERVICE, palette.INTERVAL, id="score line and dot on the range"),
        pytest.param(palette.SECONDARY, palette.PAPER, id="target line"),
        pytest.param(palette.SECONDARY, palette.INTERVAL, id="target line on the range"),
        *(pytest.param(palette.SECONDARY, band, id=f"outline of verdict {band}") for band in palette.BANDS),
    ],
)
def test_lines_and_controls_are_at_least_3_to_1(line: str, ground: str) -> None:
    assert contrast(line, ground) >= 3


@pytest.mark.parametrize("sight", SIGHTS)
def test_lines_of_a_figure_differ_for_every_sort_of_colour_vision(sight: str) -> None:
    apart = [difference(a, b, sight) for a, b in itertools.combinations(LINES_AND_TEXT, 2)]

    assert min(apart) >= 8
