"""In a real browser no label of a figure is cut off, and none is written over another."""

import json
from collections.abc import Iterator
from pathlib import Path

import plotly
import plotly.graph_objects as go
import pytest
from builders import BANDS
from charts.drawn import MIXED, point
from playwright.sync_api import Browser, Page

from detector.charts.dumbbell import dumbbell
from detector.charts.points import ChartPoint
from detector.charts.radar import radar
from detector.charts.scale import verdict_scale
from detector.charts.sizes import CHART_CONFIG, Size

pytestmark = pytest.mark.browser

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
TARGET = 0.7
OTHERS = ("Commissioner", "Service fit", "Workforce", "Governance", "Procurement")
ELEVEN = (*MIXED, *(point(name, 0.4, 0.2, 0.9) for name in OTHERS))
NOTHING = tuple(point(each.id.capitalize(), None) for each in ELEVEN)
WIDTHS: list[tuple[Size, int]] = [
    ("phone", 320),
    ("phone", 340),
    ("desktop", 440),
    ("desktop", 1000),
]

CUT_OFF = """() => {
  const box = document.querySelector('#figure .main-svg').getBoundingClientRect();
  return [...document.querySelectorAll('#figure text')].filter(text => {
    const own = text.getBoundingClientRect();
    return own.width && (own.left < box.left - 1 || own.right > box.right + 1
      || own.top < box.top - 1 || own.bottom > box.bottom + 1);
  }).map(text => text.textContent);
}"""
OVER_EACH_OTHER = """() => {
  const lines = [...document.querySelectorAll('#figure text')]
    .flatMap(text => { const rows = [...text.querySelectorAll('tspan.line')]; return rows.length ? rows : [text]; })
    .map(line => [line.textContent, line.getBoundingClientRect()]).filter(([, box]) => box.width > 1);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  return lines.flatMap(([text, box], place) => lines.slice(place + 1)
    .filter(([, other]) => over(box, other)).map(([other]) => `${text} / ${other}`));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content('<body style="margin:0"><div id="figure"></div>')
    page.add_script_tag(path=PLOTLY)
    yield page
    page.close()


def draw(page: Page, figure: go.Figure, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 1000})
    spec = json.loads(str(figure.to_json()))
    page.evaluate("([f, c]) => Plotly.newPlot('figure', f.data, f.layout, c)", [spec, CHART_CONFIG])


@pytest.mark.parametrize(("size", "width"), WIDTHS)
@pytest.mark.parametrize("points", [ELEVEN, NOTHING], ids=["every sort of score", "nothing answered"])
@pytest.mark.parametrize("kind", ["radar", "dumbbell"])
def test_labels_of_the_dimensions_fit(
    page: Page, kind: str, points: tuple[ChartPoint, ...], size: Size, width: int
) -> None:
    figure = radar(points, TARGET, size=size) if kind == "radar" else dumbbell(points, TARGET, size=size)

    draw(page, figure, width)

    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(OVER_EACH_OTHER) == []


@pytest.mark.parametrize(("size", "width"), WIDTHS)
def test_labels_of_the_verdicts_fit(page: Page, size: Size, width: int) -> None:
    draw(page, verdict_scale(BANDS, 0.41, 0.583, 0.712, size=size, verdict="weak"), width)

    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(OVER_EACH_OTHER) == []
