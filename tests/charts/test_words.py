"""Whoever hears a figure gets every number of it."""

from builders import BANDS
from charts.drawn import MIXED

from detector.charts.points import by_gap
from detector.charts.words import dumbbell_in_words, radar_in_words, score_table, verdict_scale_in_words

TARGET = 0.7
SENTENCES = {
    "market": "Market: 72, possible range 60 to 80.",
    "staff": "Staff: 50.",
    "income": "Income: no answer yet, possible range 0 to 100.",
    "finance": "Finance: 0, possible range 0 to 25.",
    "assets": "Assets: does not apply.",
    "leadership": "Leadership: 100, possible range 90 to 100.",
}


def test_the_radar_in_words_has_every_dimension_in_the_order_of_the_axes() -> None:
    words = radar_in_words(MIXED, TARGET)

    assert words == (
        "Radar chart of 6 dimensions, each scored from 0 to 100. The best verdict starts at 70. "
        + " ".join(SENTENCES[each.id] for each in MIXED)
    )


def test_the_dumbbell_in_words_has_every_dimension_largest_shortfall_first() -> None:
    words = dumbbell_in_words(MIXED, TARGET)

    assert words.endswith(" ".join(SENTENCES[each.id] for each in by_gap(MIXED, TARGET)))
    assert "70" in words


def test_the_verdict_scale_in_words_has_score_range_bands_and_verdict() -> None:
    words = verdict_scale_in_words(BANDS, 0.41, 0.625, 0.712, verdict="weak")

    assert words == (
        "The overall score is 63 out of 100, possible range 41 to 71. "
        "Verdicts by score: Not suited now from 0, Weak from 35, Promising from 50, Strong candidate from 70. "
        "Stop: whatever the score. The verdict is Weak."
    )


def test_the_table_has_a_row_for_each_dimension_with_the_same_numbers() -> None:
    rows = [tuple(row.values()) for row in score_table(MIXED)]

    assert rows == [
        ("Market", "72", "60 to 80", "2 of 4"),
        ("Staff", "50", "all known", "2 of 4"),
        ("Income", "no answer yet", "0 to 100", "0 of 4"),
        ("Finance", "0", "0 to 25", "2 of 4"),
        ("Assets", "does not apply", "", ""),
        ("Leadership", "100", "90 to 100", "2 of 4"),
    ]
