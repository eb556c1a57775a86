"""The dumbbell puts the largest shortfall on top and draws every number."""

import pytest
from charts.drawn import MIXED, layout, point, traces

from detector.charts.dumbbell import dumbbell

TARGET = 0.7


def test_rows_run_from_the_largest_shortfall_to_the_smallest_and_then_to_those_without_a_score() -> None:
    axis = layout(dumbbell(MIXED, TARGET)).get("yaxis", {})

    assert axis.get("ticktext") == ["Finance", "Staff", "Market", "Leadership", "Income", "Assets"]
    assert axis.get("range") == [5.5, -0.5]


def test_dots_stand_at_the_scores_and_carry_them() -> None:
    drawn = traces(dumbbell(MIXED, TARGET))["This service"]

    assert drawn.get("x") == pytest.approx([0, 50, 72, 100])
    assert drawn.get("text") == ["<b>0</b>", "<b>50</b>", "<b>72</b>", "<b>100</b>"]


def test_bars_reach_from_the_lowest_to_the_highest() -> None:
    drawn = traces(dumbbell(MIXED, TARGET))["Possible range"]

    ends = [low + length for low, length in zip(drawn.get("base", []), drawn.get("x", []), strict=True)]
    assert drawn.get("base") == pytest.approx([0, 50, 60, 90, 0])
    assert ends == pytest.approx([25, 50, 80, 100, 100])


def test_the_scale_leaves_nothing_outside() -> None:
    axis = layout(dumbbell(MIXED, TARGET)).get("xaxis", {})

    assert axis.get("range") == [0, 100]


def test_rows_without_a_score_say_why_and_lie_below_the_target_line() -> None:
    figure = dumbbell(MIXED, TARGET)

    words = {each["text"]: each["y"] for each in layout(figure).get("annotations", [])}
    assert words == {"no answer yet": 4, "does not apply": 5}
    assert traces(figure)["Best verdict from 70"].get("y") == [-0.5, 3.5]


def test_no_target_is_drawn_where_nothing_has_a_score() -> None:
    drawn = traces(dumbbell((point("Market", None), point("Staff", None)), TARGET))

    assert "Best verdict from 70" not in drawn


def test_equal_gaps_keep_the_order_of_the_bank() -> None:
    tied = [point(name, 0.5) for name in ("Staff", "Market", "Income")]

    axis = layout(dumbbell(tied, TARGET)).get("yaxis", {})

    assert axis.get("ticktext") == ["Staff", "Market", "Income"]


def test_a_long_name_is_broken_between_words_and_shown_as_typed() -> None:
    long = point("Assets & systems, buildings and the back office", 0.5)

    axis = layout(dumbbell([long], TARGET)).get("yaxis", {})

    assert axis.get("ticktext") == ["Assets &amp; systems,<br>buildings and the<br>back office"]
