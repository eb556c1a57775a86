"""The verdict scale shows where the overall score lies among the verdicts."""

import pytest
from builders import BANDS
from charts.drawn import layout, traces

from detector.charts.bands import segments
from detector.charts.scale import verdict_scale


def test_segments_follow_each_other_from_0_to_100() -> None:
    spans = [(band.id, start, end) for band, start, end in segments(BANDS)]

    assert spans == [("not_suited", 0, 35), ("weak", 35, 50), ("promising", 50, 70), ("strong", 70, 100)]


def test_the_score_and_its_interval_are_drawn_where_they_are() -> None:
    drawn = traces(verdict_scale(BANDS, 0.41, 0.583, 0.712))[""]

    assert drawn.get("x") == pytest.approx([58.3])
    assert drawn.get("text") == ["<b>58</b>"]
    whiskers = drawn.get("error_x", {"array": [], "arrayminus": []})
    assert whiskers["array"] == pytest.approx([12.9])
    assert whiskers["arrayminus"] == pytest.approx([17.3])


def test_every_verdict_has_its_label_the_one_no_score_reaches_too() -> None:
    labels = [
        each["text"].replace("<br>", " ") for each in layout(verdict_scale(BANDS, 0, 0.5, 1)).get("annotations", [])
    ]

    assert labels == ["Not suited now", "Weak", "Promising", "Strong candidate", "Stop, whatever the score"]


@pytest.mark.parametrize(
    ("verdict", "span"),
    [
        pytest.param("promising", (50, 70), id="held below its score by a cap"),
        pytest.param("stop", (0, 100), id="stopped by a gate"),
    ],
)
def test_the_verdict_itself_has_the_only_heavy_outline(verdict: str, span: tuple[float, float]) -> None:
    boxes = layout(verdict_scale(BANDS, 0.7, 0.8, 0.9, verdict=verdict)).get("shapes", [])

    heavy = [(box["x0"], box["x1"]) for box in boxes if box["line"].get("width") == 4]
    assert heavy == [span]
