"""What one answer decides or lifts, against every way the unknown answers can turn out, judged one by one."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_gate, make_sheet
from hypothesis import given
from random_banks import answered_banks

from detector.core.answers import AnswerSheet
from detector.core.bank import Bank, GateKind
from detector.core.gates import gate_results
from detector.core.robustness.drawn_sheets import (
    CLEARED_LEVEL,
    DrawnSheets,
    decides,
    drawn_sheets,
    lifts,
    ways,
)
from detector.core.robustness.draws import DRAWS, Assumption, Levels, drawn_levels, every_way, rows_under
from detector.core.scoring import score_dimensions
from detector.core.verdict.ranks import ranks, verdict_rules
from detector.core.verdict.sheets import sheet_row


def drawn(bank: Bank, sheet: AnswerSheet) -> DrawnSheets:
    """The sheet with its unknown answers drawn."""
    return drawn_sheets(bank, score_dimensions(bank, sheet), gate_results(bank, sheet))


def rank_of(bank: Bank, sheet: AnswerSheet, levels: Mapping[str, int]) -> int:
    """The rank of the sheet with some answers at these levels, as it is judged alone."""
    there = replace(sheet, answers={**sheet.answers, **{key: at_level(level, 3) for key, level in levels.items()}})
    return int(
        ranks(verdict_rules(bank), sheet_row(bank, score_dimensions(bank, there), gate_results(bank, there)))[0]
    )


def fillings(question_ids: tuple[str, ...]) -> list[dict[str, int]]:
    """Every way that these questions can turn out."""
    return [dict(zip(question_ids, levels, strict=True)) for levels in product(range(4), repeat=len(question_ids))]


@given(answered_banks())
def test_what_an_answer_decides_is_what_trying_every_way_finds(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    found = drawn(bank, sheet)
    every = fillings(found.unknown.question_ids)

    assert decides(found) == {
        key: pytest.approx(
            np.mean([rank_of(bank, sheet, way | {key: 0}) != rank_of(bank, sheet, way | {key: 3}) for way in every])
        )
        for key in found.unknown.question_ids
    }


@given(answered_banks())
def test_what_clearing_an_answer_lifts_is_what_trying_every_way_finds(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    found = drawn(bank, sheet)
    every = fillings(found.unknown.question_ids)

    assert lifts(found) == {
        key: pytest.approx(
            np.mean([rank_of(bank, sheet, way | {key: CLEARED_LEVEL}) > rank_of(bank, sheet, way) for way in every])
        )
        for key in found.weak.question_ids
    }


def test_draws_come_close_to_counting_every_way() -> None:
    names = [f"Q{n}" for n in range(8)]
    bank = make_bank(
        [make_dimension("head", names[:4], headline=True), make_dimension("rest", names[4:])],
        gates=[make_gate("Q0"), make_gate("Q5", GateKind.AMBER)],
    )
    found = drawn(bank, make_sheet({"Q7": 2}))
    independent = found.drawn.levels[rows_under(Assumption.INDEPENDENT)]

    def decided(levels: Levels) -> dict[str, float]:
        return decides(replace(found, all=ways(found.rules, found.row, found.unknown, levels)))

    assert len(found.unknown.question_ids) == 7
    assert decided(independent) == pytest.approx(decided(every_way(7)), abs=0.04)
    assert decides(found) == decided(found.drawn.levels)


def test_few_unknown_answers_are_counted_not_drawn() -> None:
    found = drawn(make_bank([make_dimension("one", ["Q0", "Q1", "Q2"])]), make_sheet({"Q0": 2}))

    assert found.all.levels.tolist() == [list(way) for way in product(range(4), repeat=2)]


@pytest.mark.parametrize("assumption", [Assumption.INDEPENDENT, Assumption.TOGETHER])
def test_every_level_is_equally_likely(assumption: Assumption) -> None:
    levels = drawn_levels([3, 3, 3], 10, seed=1)[rows_under(assumption)]

    assert np.bincount(levels.ravel()) / levels.size == pytest.approx(0.25, abs=0.02)


def test_answers_alike_follow_the_known_ones_with_one_more_of_each_level() -> None:
    levels = drawn_levels([3] * 5 + [2], 10, seed=1)[rows_under(Assumption.ALIKE)]

    assert np.bincount(levels.ravel()) / levels.size == pytest.approx([0.1, 0.1, 0.2, 0.6], abs=0.02)


def test_only_answers_together_and_alike_turn_out_well_or_badly_together() -> None:
    levels = drawn_levels([0, 1, 2, 3], 2, seed=1)
    correlations = {each: np.corrcoef(levels[rows_under(each)].T).ravel().tolist()[1] for each in Assumption}

    assert abs(correlations[Assumption.INDEPENDENT]) < 0.06
    # Cutting two normal variables with correlation .6 into four levels leaves a little less of it.
    assert correlations[Assumption.TOGETHER] == pytest.approx(0.55, abs=0.05)
    # With eight of a Dirichlet's counts, two answers share a ninth of their variance.
    assert correlations[Assumption.ALIKE] == pytest.approx(1 / 9, abs=0.06)


def test_the_same_answers_always_draw_the_same_and_others_draw_others() -> None:
    bank = make_bank([make_dimension("one", [f"Q{n}" for n in range(9)])])
    once, again, other = (drawn(bank, make_sheet({"Q0": level})).drawn.levels for level in (1, 1, 2))

    assert np.array_equal(once, again)
    assert not np.array_equal(once, other)
    assert once.shape == (len(Assumption) * DRAWS, 8)


def test_nothing_unknown_leaves_one_way() -> None:
    found = drawn(make_bank([make_dimension("one", ["Q0"])]), make_sheet({"Q0": 2}))

    assert (found.all.levels.shape, decides(found)) == ((1, 0), {})


def test_weak_is_what_is_known_to_be_under_the_level_that_counts_as_cleared() -> None:
    bank = make_bank([make_dimension("one", ["Q0", "Q1", "Q2", "Q3", "Q4"])])
    found = drawn(bank, make_sheet({"Q0": 0, "Q1": 1, "Q2": 2, "Q3": DONT_KNOW}))

    assert (found.weak.question_ids, found.unknown.question_ids) == (("Q0", "Q1"), ("Q3", "Q4"))
