"""How often each verdict comes out under other weights and with unknown answers drawn."""

from collections import Counter
from dataclasses import replace

import pytest
from builders import (
    DONT_KNOW,
    at_level,
    make_bank,
    make_dimension,
    make_gate,
    make_question,
    make_sheet,
    not_applicable,
)
from hypothesis import given
from random_banks import answered_banks

from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import Bank
from detector.core.gates import gate_results
from detector.core.robustness.random_weights import draw, unknown_questions
from detector.core.robustness.robustness import robustness
from detector.core.scoring import DimensionScore, combine, score_dimensions
from detector.core.verdict.verdict import decide

BANK = make_bank(
    [
        make_dimension("head", [make_question("H1"), make_question("H2", weight=3)], weight=30, headline=True),
        make_dimension("other", ["O1", "O2"], weight=70),
    ],
    gates=[make_gate("O2")],
)


def shares(bank: Bank, sheet: AnswerSheet, random_weights: int = 10_000) -> dict[str, float]:
    """The share of each verdict that occurs."""
    found = robustness(bank, sheet, score_dimensions(bank, sheet), gate_results(bank, sheet), random_weights)
    return dict(found.verdict_shares)


def shares_one_by_one(bank: Bank, sheet: AnswerSheet, random_weights: int) -> dict[str, float]:
    """The same draws, each judged on its own by the whole path."""
    applying = [score for score in score_dimensions(bank, sheet) if score.contributions]
    draws = draw(bank, applying, random_weights)
    unknown = unknown_questions(applying)
    counts: Counter[str] = Counter()
    for row in range(random_weights):
        levels = {key: int(level) for key, level in zip(unknown, draws.levels[row], strict=True)}
        drawn = make_sheet({**sheet.answers, **levels})
        dimensions = with_weights(
            bank, drawn, dict(zip((each.dimension_id for each in applying), draws.weights[row], strict=True))
        )
        verdict = decide(bank, combine("overall", dimensions), dimensions, gate_results(bank, drawn)).id
        assert verdict is not None
        counts[verdict] += 1
    return {verdict: count / random_weights for verdict, count in counts.items()}


def with_weights(bank: Bank, sheet: AnswerSheet, weights: dict[str, float]) -> tuple[DimensionScore, ...]:
    """The dimensions' scores under other weights."""
    scores = score_dimensions(bank, sheet)
    return tuple(replace(score, weight=weights.get(score.dimension_id, score.weight)) for score in scores)


@given(answered_banks())
def test_shares_are_those_of_judging_each_draw_on_its_own(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case

    found = shares(bank, sheet, random_weights=20)

    assert found == pytest.approx(shares_one_by_one(bank, sheet, 20))


@given(answered_banks())
def test_shares_add_up_to_one_and_name_only_verdicts_that_occur(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case

    found = shares(bank, sheet, random_weights=100)

    assert sum(found.values()) == pytest.approx(1)
    assert min(found.values()) > 0


@pytest.mark.parametrize(
    ("levels", "verdict"),
    [
        pytest.param({"H1": 2, "H2": 2, "O1": 2, "O2": 2}, "promising", id="equal levels"),
        pytest.param({"H1": 3, "H2": 3, "O1": 3, "O2": 0}, "stop", id="a failed hard gate"),
        pytest.param({"H1": 0, "H2": 0, "O1": 3, "O2": 3}, "weak", id="a very low headline dimension"),
    ],
)
def test_what_no_weighting_changes_is_certain(levels: dict[str, int], verdict: str) -> None:
    found = shares(BANK, make_sheet(levels))

    assert found == {verdict: 1.0}


def test_headline_dimension_at_its_threshold_exactly_holds_nothing_down() -> None:
    head = make_dimension("head", ["H1", "H2", "H3", "H4", "H5"], weight=10, headline=True)
    bank = make_bank([head, make_dimension("rest", ["R1"], weight=90)])

    found = shares(bank, make_sheet({"H1": 3, "H2": 3, "H3": 0, "H4": 0, "H5": 0, "R1": 3}))

    assert found == {"strong": 1.0}


def test_overall_score_at_the_start_of_a_band_exactly_is_in_it() -> None:
    levels = {f"A{n}": 3 if n < 7 else 0 for n in range(10)}
    bank = make_bank([make_dimension("all", list(levels))])

    found = shares(bank, make_sheet(levels))

    assert found == {"strong": 1.0}


def test_score_below_every_band_gives_the_worst_verdict() -> None:
    starts = {"strong": 70.0, "promising": 50.0, "weak": 35.0, "not_suited": 20.0, "stop": None}
    bands = tuple(band.model_copy(update={"from_score": starts[band.id]}) for band in BANK.bands)
    bank = BANK.model_copy(update={"bands": bands})

    found = shares(bank, make_sheet({"H1": 0, "H2": 0, "O1": 0, "O2": not_applicable()}))

    assert found == {"stop": 1.0}


def test_an_open_gate_fails_in_the_quarter_of_draws_that_put_it_at_level_0() -> None:
    found = shares(BANK, make_sheet({"H1": 3, "H2": 3, "O1": 3}))

    assert found["stop"] == pytest.approx(0.25, abs=0.02)
    assert found["strong"] == pytest.approx(0.75, abs=0.02)


def test_weights_are_drawn_evenly_within_half_of_their_default_and_levels_evenly() -> None:
    scores = score_dimensions(BANK, make_sheet({"H1": 1}))

    draws = draw(BANK, scores, 10_000)

    for column, weight in enumerate((30, 70)):
        drawn = draws.weights[:, column]
        assert weight * 0.5 <= drawn.min() < weight * 0.51
        assert weight * 1.49 < drawn.max() <= weight * 1.5
        assert drawn.mean() == pytest.approx(weight, rel=0.01)
    assert Counter(draws.levels.ravel().tolist()) == pytest.approx(dict.fromkeys(range(4), 7500), rel=0.05)


def test_no_weightings_give_no_shares() -> None:
    found = shares(BANK, make_sheet({"H1": 1}), random_weights=0)

    assert found == {}


def test_verdicts_stand_worst_first() -> None:
    found = shares(BANK, make_sheet({"H1": 2, "H2": 2}))

    assert list(found) == [
        verdict for verdict in ("stop", "not_suited", "weak", "promising", "strong") if verdict in found
    ]
    assert len(found) >= 3


MIXED: dict[str, int | Answer] = {"H1": 3, "H2": 1, "O1": 2}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(dict(reversed(MIXED.items())), id="in another order"),
        pytest.param({**MIXED, "O2": DONT_KNOW}, id="an unknown said to be unknown"),
        pytest.param({**MIXED, "H2": replace(at_level(1), note="New")}, id="a note"),
    ],
)
def test_same_answers_always_print_the_same_shares(other: dict[str, int | Answer]) -> None:
    found = shares(BANK, make_sheet(other))

    assert found == shares(BANK, make_sheet(MIXED))


@pytest.mark.parametrize(
    ("version", "answers"),
    [
        pytest.param("2026.1", {**MIXED, "O1": 1}, id="another level"),
        pytest.param("2026.1", {**MIXED, "O2": not_applicable()}, id="not applicable"),
        pytest.param("2026.2", MIXED, id="another bank"),
    ],
)
def test_other_answers_get_other_draws(version: str, answers: dict[str, int | Answer]) -> None:
    bank = BANK.model_copy(update={"version": version})
    usual = draw(BANK, score_dimensions(BANK, make_sheet(MIXED)), 3)

    other = draw(bank, score_dimensions(bank, make_sheet(answers)), 3)

    assert (other.weights != usual.weights).all()
