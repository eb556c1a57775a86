"""The radar shows the numbers as they are, on a scale that never moves."""

import pytest
from charts.drawn import MIXED, layout, point, traces

from detector.charts.points import ChartPoint
from detector.charts.radar import radar
from detector.charts.sizes import Size

TARGET = 0.7
THREE = (point("Market", 0.2, 0.1, 0.4), point("Staff", 0.5, 0.3, 0.6), point("Income", 0.9, 0.8, 1.0))


def test_every_score_is_drawn_on_its_own_axis_and_the_line_closes() -> None:
    drawn = traces(radar(THREE, TARGET))["This service"]

    assert drawn.get("theta") == ["market", "staff", "income", "market"]
    assert drawn.get("r") == pytest.approx([20, 50, 90, 20])


def test_a_missing_score_is_a_gap_and_a_score_of_nought_is_not() -> None:
    drawn = traces(radar(MIXED, TARGET))["This service"]

    values = drawn.get("r", [])
    assert [value is None for value in values] == [False, False, True, False, True, False, False]
    assert values[3] == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("points", [MIXED, THREE], ids=["every sort of score", "usual scores"])
def test_the_scale_runs_from_0_to_100_whatever_the_scores(points: tuple[ChartPoint, ...]) -> None:
    axis = layout(radar(points, TARGET)).get("polar")

    assert axis is not None
    assert axis["radialaxis"].get("range") == [0, 100]
    assert axis["radialaxis"].get("tickvals") == [0, 25, 50, 75, 100]
    assert axis["gridshape"] == "linear"


def test_the_axes_keep_the_order_they_were_given_in() -> None:
    axis = layout(radar(MIXED, TARGET)).get("polar")

    assert axis is not None
    assert axis["angularaxis"].get("categoryarray") == [each.id for each in MIXED]


def test_every_axis_says_its_score_or_why_there_is_none() -> None:
    axis = layout(radar(MIXED, TARGET)).get("polar")

    assert axis is not None
    assert axis["angularaxis"].get("ticktext") == [
        "Market<br><b>72</b>",
        "Staff<br><b>50</b>",
        "Income<br>No answer",
        "Finance<br><b>0</b>",
        "Assets<br>N/A",
        "Leadership<br><b>100</b>",
    ]


def test_the_band_goes_out_along_the_highest_and_back_along_the_lowest() -> None:
    drawn = traces(radar(THREE, TARGET))["Possible range"]

    assert drawn.get("r") == pytest.approx([40, 60, 100, 40, 10, 80, 30, 10])
    assert drawn.get("fill") == "toself"


def test_the_band_stops_on_both_sides_of_a_dimension_that_does_not_apply() -> None:
    drawn = traces(radar(MIXED, TARGET))["Possible range"]

    axes = drawn.get("theta", [])
    assert "assets" not in axes
    assert axes[:4] == ["market", "staff", "income", "finance"]
    assert axes.index(None) == 8


def test_the_target_is_the_same_on_every_axis() -> None:
    drawn = traces(radar(THREE, TARGET))["Best verdict from 70"]

    assert drawn.get("r") == pytest.approx([70] * 4)


def test_lines_differ_by_more_than_colour() -> None:
    drawn = traces(radar(MIXED, TARGET))

    looks = {(trace.get("line", {}).get("dash"), trace.get("mode")) for trace in drawn.values()}
    assert len(looks) == len(drawn) == 3


def test_markup_in_a_name_is_shown_as_typed() -> None:
    axis = layout(radar((point("<b>R&D", 0.5), *THREE), TARGET)).get("polar")

    assert axis is not None
    assert axis["angularaxis"].get("ticktext", [])[0] == "&lt;b&gt;R&amp;D<br><b>50</b>"


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_size_changes_no_number(size: Size) -> None:
    drawn = traces(radar(MIXED, TARGET, size=size))

    assert {name: trace.get("r") for name, trace in drawn.items()} == {
        name: trace.get("r") for name, trace in traces(radar(MIXED, TARGET)).items()
    }
