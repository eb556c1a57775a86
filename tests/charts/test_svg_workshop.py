"""Nothing in a figure is cut off, covered or lost, whatever the names and scores; no text becomes a mark."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from charts.drawn import point
from charts.pictures import outside, over_each_other, picture
from hypothesis import given, settings
from hypothesis import strategies as st

from detector.charts.points import ChartPoint
from detector.charts.svg.dumbbell import dumbbell_svg
from detector.charts.svg.frames import NARROW, WIDE, Frame
from detector.charts.svg.marks import Said
from detector.charts.svg.radar import radar_svg
from detector.charts.svg.scale import scale_svg
from detector.core.bank import Band
from detector.core.scoring import shown
from detector.core.text import clean

SAID = Said("figure-1", "A title", "Everything in words")
LONG_NAMES = (
    "A dimension whose name is sixty letters long, spaces included",
    ("Llanfairpwllgwyngyllgogerychwyrn" * 2)[:60],
)
FRAMES = pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
Draw = Callable[[Sequence[ChartPoint], float, Said, Frame], str]
BOTH = pytest.mark.parametrize("draw", [radar_svg, dumbbell_svg], ids=["radar", "dumbbell"])

shares = st.floats(0, 1, allow_nan=False)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60) | st.sampled_from(LONG_NAMES)


@st.composite
def some_points(draw: st.DrawFn) -> tuple[ChartPoint, ...]:
    """Between 1 and 14 dimensions of every sort, under any names."""
    points: list[ChartPoint] = []
    for number in range(draw(st.integers(1, 14))):
        low, score, high = sorted(draw(st.tuples(shares, shares, shares)))
        name = draw(names)
        state = draw(st.sampled_from(["scored", "not answered", "not applicable"]))
        known = ChartPoint(str(number), name, name, score if state == "scored" else None, low, high)
        points.append(replace(known, low=None, high=None) if state == "not applicable" else known)
    return tuple(points)


@BOTH
@FRAMES
@given(points=some_points(), target=shares)
@settings(max_examples=40, deadline=None)
def test_every_score_is_printed_and_no_text_is_cut_off_or_covered(
    draw: Draw, frame: Frame, points: tuple[ChartPoint, ...], target: float
) -> None:
    drawn = picture(draw(points, target, SAID, frame))

    scores = sorted(str(shown(each.score)) for each in points if each.score is not None)
    assert sorted(each.text for each in drawn.texts if each.bold) == scores
    assert outside(drawn) == []
    assert over_each_other(drawn) == []


@BOTH
@FRAMES
@pytest.mark.parametrize("name", LONG_NAMES, ids=["many words", "one word"])
@pytest.mark.parametrize("count", [3, 11])
def test_names_of_sixty_letters_are_broken_and_whole(draw: Draw, frame: Frame, name: str, count: int) -> None:
    points = [replace(point(name, 0.5), id=str(number)) for number in range(count)]

    drawn = picture(draw(points, 0.7, SAID, frame))

    assert "".join(drawn.said()).replace(" ", "").count(name.replace(" ", "")) == count
    assert outside(drawn) == []
    assert over_each_other(drawn) == []


@FRAMES
@given(label=names, overall=st.tuples(shares, shares, shares).map(sorted))
@settings(max_examples=40, deadline=None)
def test_labels_of_the_verdicts_stay_inside(frame: Frame, label: str, overall: list[float]) -> None:
    bands = [Band(id=f"from_{start:g}", label=label, from_score=start, meaning="-") for start in (70, 50, 35, 0)]
    low, score, high = overall

    drawn = picture(
        scale_svg(
            [*bands, Band(id="stop", label=label, from_score=None, meaning="-")],
            (low, score, high),
            "stop",
            SAID,
            frame,
        )
    )

    assert str(shown(score)) in drawn.said()
    assert outside(drawn) == []
    assert over_each_other(drawn) == []


@pytest.mark.parametrize("draw", [radar_svg, dumbbell_svg], ids=["radar", "dumbbell"])
def test_text_never_becomes_a_mark(draw: Draw) -> None:
    evil = '</text></svg><script>alert(1)</script><image href="https://evil.example"/>&x; \x00\x0b\u202e\ud800'

    svg = draw([point(evil, 0.5)], 0.7, Said('a" onload="alert(1)', evil, evil), WIDE)

    figure = picture(svg)
    assert "<script" not in svg
    assert "<image" not in svg
    assert figure.title == figure.words == clean(evil)
    assert figure.attributes.isdisjoint({"onload", "href"})
