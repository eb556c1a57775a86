"""Scores: means of what is answered, as intervals, never guessing what is not."""

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_question, make_sheet, not_applicable

from detector.core.answers import Answer
from detector.core.bank import AnswerIs
from detector.core.scoring import (
    Contribution,
    WeightedScore,
    combine,
    combine_groups,
    score_dimension,
    score_dimensions,
    shown,
    weighted_mean,
    weights_in_use,
)

MARKET = make_dimension("market", ["MKT1", "MKT2"], weight=10)
STAFF = make_dimension("staff", ["STF1"], weight=30, group="ready")
BANK = make_bank([MARKET, STAFF])


@pytest.mark.parametrize(
    ("answers", "score", "low", "high", "coverage"),
    [
        pytest.param({}, None, 0, 1, 0, id="nothing answered: no score, and anything possible"),
        pytest.param({"MKT1": DONT_KNOW}, None, 0, 1, 0, id="don't know is not an answer of nought"),
        pytest.param({"MKT1": 3}, 1, 0.5, 1, 0.5, id="one answered: the other only opens the interval"),
        pytest.param({"MKT1": 3, "MKT2": DONT_KNOW}, 1, 0.5, 1, 0.5, id="don't know counts like unanswered"),
        pytest.param({"MKT1": 0}, 0, 0, 0.5, 0.5, id="a level of nought is an answer"),
        pytest.param({"MKT1": 3, "MKT2": 0}, 0.5, 0.5, 0.5, 1, id="equal weights meet in the middle"),
        pytest.param({"MKT1": 3, "MKT2": 1}, 2 / 3, 2 / 3, 2 / 3, 1, id="each level is worth a third"),
        pytest.param({"MKT1": 1, "MKT2": not_applicable()}, 1 / 3, 1 / 3, 1 / 3, 1, id="not applicable drops out"),
    ],
)
def test_a_dimension_is_the_mean_of_its_answers(
    answers: dict[str, int | Answer], score: float | None, low: float, high: float, coverage: float
) -> None:
    sheet = make_sheet(answers)

    result = score_dimension(BANK, MARKET, sheet)

    expected = None if score is None else pytest.approx(score)
    assert (result.score, result.low, result.high, result.coverage) == (
        expected,
        pytest.approx(low),
        pytest.approx(high),
        coverage,
    )


def test_a_dimension_where_nothing_applies_has_neither_score_nor_interval() -> None:
    sheet = make_sheet({"MKT1": not_applicable(), "MKT2": not_applicable()})

    result = score_dimension(BANK, MARKET, sheet)

    assert (result.score, result.low, result.high, result.coverage) == (None, None, None, 0)
    assert result.contributions == ()


def test_a_question_that_another_answer_rules_out_drops_out() -> None:
    if_market_is_poor = AnswerIs(question="MKT1", under=1)
    market = make_dimension("market", ["MKT1", make_question("MKT2", when=if_market_is_poor)])

    result = score_dimension(make_bank([market]), market, make_sheet({"MKT1": 1, "MKT2": 3}))

    assert [part.question_id for part in result.contributions] == ["MKT1"]


def test_questions_count_by_their_weight() -> None:
    market = make_dimension("market", [make_question("MKT1", weight=3), make_question("MKT2", weight=1)])

    result = score_dimension(make_bank([market]), market, make_sheet({"MKT1": 3, "MKT2": DONT_KNOW}))

    assert (result.score, result.low, result.high, result.coverage) == (1, 0.75, 1, 0.75)


def test_contributions_open_a_score_to_the_answers_behind_it() -> None:
    market = make_dimension("market", [make_question("MKT1", weight=3), "MKT2", "MKT3"])
    sheet = make_sheet({"MKT1": 2, "MKT3": not_applicable()})

    result = score_dimension(make_bank([market]), market, sheet)

    assert result.contributions == (
        Contribution("MKT1", level=2, counted_level=2, value=2 / 3, weight=3, share=0.75),
        Contribution("MKT2", level=None, counted_level=None, value=None, weight=1, share=0.25),
    )


@pytest.mark.parametrize(("evidence", "counted"), [(0, 2), (1, 2), (2, 3), (3, 3)])
def test_the_top_level_counts_in_full_only_with_evidence(evidence: int, counted: int) -> None:
    sheet = make_sheet({"STF1": at_level(3, evidence)})

    (part,) = score_dimension(BANK, STAFF, sheet).contributions

    assert (part.level, part.counted_level, part.value) == (3, counted, counted / 3)


def test_a_dimension_carries_the_banks_weight() -> None:
    assert score_dimension(BANK, MARKET, make_sheet()).weight == 10


def test_overall_weighs_the_dimensions() -> None:
    scores = score_dimensions(BANK, make_sheet({"MKT1": 3, "MKT2": 3, "STF1": 0}))

    overall = combine("overall", scores)

    assert overall == WeightedScore("overall", score=0.25, low=0.25, high=0.25, coverage=1)


def test_the_only_answer_of_a_dimension_does_not_speak_for_the_whole_of_it() -> None:
    bank = make_bank([make_dimension("market", ["MKT1", "MKT2"]), make_dimension("staff", ["STF1", "STF2"])])
    scores = score_dimensions(bank, make_sheet({"MKT1": 3, "MKT2": 3, "STF1": 0}))

    overall = combine("overall", scores)

    assert (overall.score, overall.low, overall.high) == pytest.approx((2 / 3, 1 / 2, 3 / 4))
    assert overall.coverage == 0.75


def test_a_dimension_with_nothing_answered_leaves_the_score_to_the_others_and_widens_the_interval() -> None:
    scores = score_dimensions(BANK, make_sheet({"MKT1": 3, "MKT2": 3}))

    overall = combine("overall", scores)

    assert overall == WeightedScore("overall", score=1, low=0.25, high=1, coverage=0.25)


def test_a_dimension_where_nothing_applies_gives_up_its_weight_and_is_named() -> None:
    scores = score_dimensions(BANK, make_sheet({"MKT1": 3, "MKT2": 0, "STF1": not_applicable()}))

    overall = combine("overall", scores)

    assert overall == WeightedScore("overall", score=0.5, low=0.5, high=0.5, given_up=("staff",), coverage=1)


def test_nothing_answered_anywhere_gives_no_overall_score() -> None:
    overall = combine("overall", score_dimensions(BANK, make_sheet()))

    assert overall == WeightedScore("overall", score=None, low=0, high=1)


def test_groups_hold_their_own_dimensions_only() -> None:
    scores = score_dimensions(BANK, make_sheet({"MKT1": 0, "MKT2": 0, "STF1": 3}))

    groups = combine_groups(BANK, scores)

    assert [(group.id, group.score) for group in groups] == [("right_service", 0), ("ready", 1)]


def test_a_group_without_dimensions_has_no_score() -> None:
    groups = combine_groups(make_bank([MARKET]), score_dimensions(make_bank([MARKET]), make_sheet({"MKT1": 1})))

    assert groups[1] == WeightedScore("ready", score=None, low=None, high=None)


def test_the_mean_of_nothing_is_nothing() -> None:
    assert weighted_mean([]) is None


def test_local_weights_stand_in_for_the_banks() -> None:
    assert weights_in_use(BANK, {"market": 12.5}) == {"market": 12.5, "staff": 30}


@pytest.mark.parametrize(
    ("value", "number"),
    [
        pytest.param(0, 0, id="nothing"),
        pytest.param(1, 100, id="everything"),
        pytest.param(0.625, 63, id="a half goes up, where Python's round goes to the even number"),
        pytest.param(0.575, 58, id="a half goes up even where it cannot be stored exactly"),
        pytest.param(0.5749, 57, id="less than a half goes down"),
        pytest.param(2 / 3, 67, id="two thirds"),
    ],
)
def test_scores_are_shown_rounded_half_up(value: float, number: int) -> None:
    assert shown(value) == number
