"""The figures of a document show what those on screen show: the same numbers and words, in the same order."""

from math import dist

import pytest
from builders import BANDS
from charts.drawn import MIXED, layout, point, traces
from charts.pictures import Written, picture

from detector.charts import palette
from detector.charts.dumbbell import dumbbell
from detector.charts.radar import radar
from detector.charts.scale import verdict_scale
from detector.charts.svg.dumbbell import dumbbell_svg
from detector.charts.svg.frames import NARROW, PRINTED, WIDE, Frame
from detector.charts.svg.marks import Said
from detector.charts.svg.radar import OPACITY, radar_svg
from detector.charts.svg.scale import scale_svg

TARGET = 0.7
SAID = Said("figure-1", "A title", "Everything in words")
OTHERS = ("Commissioner", "Service fit", "Workforce", "Governance", "Procurement")
ELEVEN = (*MIXED, *(point(name, 0.4, 0.2, 0.9) for name in OTHERS))
FRAMES = pytest.mark.parametrize("frame", [WIDE, NARROW, PRINTED], ids=lambda frame: frame.name)


def _marked(line: Written) -> str:
    """A line as Plotly writes it."""
    return f"<b>{line.text}</b>" if line.bold else line.text


@FRAMES
def test_the_radar_labels_each_dimension_as_on_screen_and_in_that_order(frame: Frame) -> None:
    on_screen = layout(radar(ELEVEN, TARGET)).get("polar", {}).get("angularaxis", {}).get("ticktext", [])

    drawn = picture(radar_svg(ELEVEN, TARGET, SAID, frame))

    lines = [line for label in on_screen for line in label.split("<br>")]
    assert [line for line in map(_marked, drawn.texts) if line in lines] == lines


@FRAMES
def test_the_dots_of_the_radar_lie_as_far_out_as_on_screen(frame: Frame) -> None:
    on_screen = traces(radar(MIXED, TARGET))["This service"].get("r", [])[:-1]

    market, staff, finance, leadership, _legend = picture(radar_svg(MIXED, TARGET, SAID, frame)).dots

    whole = dist(leadership, finance)
    drawn = [100 * dist(dot, finance) / whole for dot in (market, staff, finance, leadership)]
    assert drawn == pytest.approx([r for r in on_screen if r is not None], abs=0.2)


@FRAMES
def test_the_dumbbell_has_the_rows_and_numbers_of_the_one_on_screen(frame: Frame) -> None:
    figure = dumbbell(ELEVEN, TARGET)

    drawn = picture(dumbbell_svg(ELEVEN, TARGET, SAID, frame))

    rows = layout(figure).get("yaxis", {}).get("ticktext", [])
    assert [text for text in drawn.said() if text in rows] == rows
    numbers = traces(figure)["This service"].get("text", [])
    assert [_marked(each) for each in drawn.texts if each.bold] == numbers
    words = [each["text"] for each in layout(figure).get("annotations", [])]
    assert [text for text in drawn.said() if text in words] == words


@FRAMES
def test_the_dots_of_the_dumbbell_stand_where_those_on_screen_do(frame: Frame) -> None:
    on_screen = traces(dumbbell(MIXED, TARGET))["This service"].get("x", [])

    *dots, _legend = [across for across, _ in picture(dumbbell_svg(MIXED, TARGET, SAID, frame)).dots]

    drawn = [100 * (across - dots[0]) / (dots[-1] - dots[0]) for across in dots]
    assert drawn == pytest.approx(on_screen, abs=0.1)


@FRAMES
def test_the_verdict_scale_names_the_bands_of_the_one_on_screen(frame: Frame) -> None:
    figure = verdict_scale(BANDS, 0.41, 0.583, 0.712, verdict="weak")

    drawn = picture(scale_svg(BANDS, (0.41, 0.583, 0.712), "weak", SAID, frame))

    labels = [each["text"].replace("<br>", " ") for each in layout(figure).get("annotations", [])]
    words = " ".join(drawn.said())
    assert [label for label in labels if label not in words] == []
    assert [_marked(each) for each in drawn.texts if each.bold] == traces(figure)[""].get("text", [])
    ticks = [f"{tick:g}" for tick in layout(figure).get("xaxis", {}).get("tickvals", []) if not isinstance(tick, str)]
    assert [text for text in drawn.said() if text in ticks] == ticks


def test_without_any_answer_the_scale_has_no_score_and_the_dumbbell_no_target() -> None:
    nothing = [point(each.name, None) for each in ELEVEN]

    scale = picture(scale_svg(BANDS, None, None, SAID))
    rows = picture(dumbbell_svg(nothing, TARGET, SAID))

    assert scale.dots == ()
    assert "Overall score out of 100" in scale.said()
    assert "Best verdict from 70" not in rows.said()
    assert [text for text in rows.said() if text == "no answer yet"] == ["no answer yet"] * len(nothing)


def test_a_missing_score_is_a_gap_in_the_line() -> None:
    alone = (point("A", 0.5), point("B", None), point("C", 0.5), point("D", None))

    svg = radar_svg(alone, TARGET, SAID)

    lines = [part for part in svg.split("<path ") if f'stroke="{palette.SERVICE}" stroke-width="3.5"' in part]
    joined = [part for part in lines if "L" in part.split('"')[1]]
    assert len(joined) == 1, "only the legend joins two places"


@pytest.mark.parametrize("verdict", [band.id for band in BANDS])
def test_the_verdict_has_the_only_heavy_outline(verdict: str) -> None:
    svg = scale_svg(BANDS, (0.2, 0.5, 0.9), verdict, SAID)

    assert svg.count(f'stroke="{palette.INK}" stroke-width="4"') == 1


def test_a_figure_names_and_describes_itself_by_ids_of_its_own() -> None:
    svg = radar_svg(MIXED, TARGET, SAID)

    assert 'role="img" aria-labelledby="figure-1-title" aria-describedby="figure-1-desc"' in svg
    assert (picture(svg).title, picture(svg).words) == ("A title", "Everything in words")


def test_the_same_numbers_give_the_same_picture() -> None:
    assert radar_svg(MIXED, TARGET, SAID) == radar_svg(tuple(MIXED), TARGET, SAID)


def test_the_range_is_as_see_through_as_on_screen() -> None:
    red, green, blue = (int(palette.SERVICE[at : at + 2], 16) for at in (1, 3, 5))

    assert f"rgba({red}, {green}, {blue}, {OPACITY})" == palette.INTERVAL_SEE_THROUGH
