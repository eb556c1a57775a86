"""No combination of steps, tried one by one, changes the verdict in fewer."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from builders import CAPS, make_bank, make_dimension, make_gate, make_question, make_sheet
from hypothesis import given, settings
from hypothesis import strategies as st
from random_banks import KNOWN, UNKNOWN, answered_banks

from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import Bank, Cap, CapRule, GateKind
from detector.core.gates import gate_results
from detector.core.robustness.baseline import baseline
from detector.core.robustness.fewest_changes import FewestChanges, fewest_changes_down, fewest_changes_up
from detector.core.scoring import score_dimensions
from detector.core.verdict.ranks import ranks, verdict_rules
from detector.core.verdict.sheets import OPEN, Sheets, sheet_row

Levels = np.ndarray[tuple[int, int], np.dtype[np.int64]]
LIMITS = ("not_suited", "weak", "promising", "promising")


@st.composite
def counted_caps(draw: st.DrawFn) -> list[Cap]:
    """The shipped rules with other lines and limits, a worse state of a gate never held less than a better one."""
    limits = {cap.rule: cap.at_most for cap in CAPS}
    lines = {CapRule.GATES_IN_DOUBT: draw(st.integers(2, 4)), CapRule.WEAK_POINTS: draw(st.integers(2, 6))}
    limits |= {rule: draw(st.sampled_from(LIMITS)) for rule in lines}
    return [cap.model_copy(update={"at_most": limits[cap.rule], "count": lines.get(cap.rule)}) for cap in CAPS]


@st.composite
def gated_banks(draw: st.DrawFn, most_questions: int = 6) -> tuple[Bank, AnswerSheet]:
    """A bank of few questions, most of them gates, and answers to it of which at least one is known."""
    count = draw(st.integers(2, most_questions))
    questions = [make_question(f"Q{n}", weight=draw(st.sampled_from([1, 1, 2, 0.5, 3]))) for n in range(count)]
    cut = draw(st.integers(1, count - 1))
    dimensions = [
        make_dimension(name, part, weight=draw(st.sampled_from([10, 20, 40])), headline=draw(st.booleans()))
        for name, part in (("one", questions[:cut]), ("two", questions[cut:]))
    ]
    gated = draw(st.sets(st.integers(0, count - 1), min_size=count // 2))
    gates = [make_gate(f"Q{n}", draw(st.sampled_from([GateKind.HARD, *[GateKind.AMBER] * 4]))) for n in sorted(gated)]
    bank = make_bank(dimensions, gates=gates, caps=draw(counted_caps()))
    answers: list[Answer | None] = draw(st.lists(KNOWN | KNOWN | KNOWN | UNKNOWN, min_size=count, max_size=count))
    answers[draw(st.integers(0, count - 1))] = draw(KNOWN)
    return bank, make_sheet({f"Q{n}": answer for n, answer in enumerate(answers) if answer is not None})


def known_levels(bank: Bank, sheet: AnswerSheet) -> dict[str, int]:
    """What each question that carries a level counts as."""
    parts = [part for each in score_dimensions(bank, sheet) for part in each.contributions]
    return {part.question_id: part.counted_level for part in parts if part.counted_level is not None}


def at_levels(bank: Bank, sheet: AnswerSheet, question_ids: list[str], levels: Levels) -> Sheets:
    """The sheet with these questions at these levels, a row for each row of levels."""
    dimensions, gates = score_dimensions(bank, sheet), gate_results(bank, sheet)
    row = sheet_row(bank, dimensions, gates)
    points = np.zeros((len(levels), len(dimensions)))
    for column, dimension in enumerate(dimensions):
        for part in dimension.contributions:
            if part.question_id in question_ids:
                points[:, column] += levels[:, question_ids.index(part.question_id)] * part.share / 3
    at = np.repeat(row.gates, len(levels), axis=0)
    for column, gate in enumerate(bank.gates):
        if at[0, column] > OPEN and gate.question in question_ids:
            at[:, column] = levels[:, question_ids.index(gate.question)]
    return Sheets(points, row.known, row.applies, at)


def fewest_by_trying_all(
    bank: Bank, sheet: AnswerSheet, levels_to_try: Callable[[int], range], changed: Callable[[int], bool]
) -> int | None:
    """The fewest steps that change the verdict's rank as wished, found by trying every combination."""
    known = known_levels(bank, sheet)
    tries = np.array(list(product(*(levels_to_try(level) for level in known.values()))))
    found = ranks(verdict_rules(bank), at_levels(bank, sheet, list(known), tries))
    steps = np.abs(tries - np.array(list(known.values()))).sum(axis=1)
    return min((int(count) for count, rank in zip(steps, found, strict=True) if changed(int(rank))), default=None)


def check_steps(bank: Bank, sheet: AnswerSheet, found: FewestChanges | None, fewest: int | None) -> None:
    """Checks that the steps are as few as can be, start from what is answered, and lead where they say."""
    assert (found and found.count) == fewest
    if found is not None:
        known = known_levels(bank, sheet)
        assert sum(abs(step.to_level - step.from_level) for step in found.steps) == found.count
        assert [step.from_level for step in found.steps] == [known[step.question_id] for step in found.steps]
        assert len({step.question_id for step in found.steps}) == len(found.steps)
        there = known | {step.question_id: step.to_level for step in found.steps}
        rules, moved = verdict_rules(bank), at_levels(bank, sheet, list(there), np.array([list(there.values())]))
        assert rules.verdicts[int(ranks(rules, moved)[0])] == found.verdict


def check_both_ways(bank: Bank, sheet: AnswerSheet) -> None:
    """Checks the steps up and down."""
    now = baseline(bank, sheet, score_dimensions(bank, sheet), gate_results(bank, sheet))
    up = fewest_by_trying_all(bank, sheet, lambda level: range(level, 4), lambda rank: rank > now.rank)
    down = fewest_by_trying_all(bank, sheet, lambda level: range(level + 1), lambda rank: rank < now.rank)

    check_steps(bank, sheet, fewest_changes_up(now), up)
    check_steps(bank, sheet, fewest_changes_down(now), down)


@given(answered_banks())
def test_no_combination_changes_the_verdict_in_fewer_steps_whatever_the_rules(case: tuple[Bank, AnswerSheet]) -> None:
    check_both_ways(*case)


@given(gated_banks())
def test_no_combination_changes_the_verdict_in_fewer_steps_where_most_questions_are_gates(
    case: tuple[Bank, AnswerSheet],
) -> None:
    check_both_ways(*case)


@pytest.mark.long
@settings(max_examples=1000)
@given(gated_banks(most_questions=8))
def test_no_combination_changes_the_verdict_in_fewer_steps_on_a_thousand_larger_banks(
    case: tuple[Bank, AnswerSheet],
) -> None:
    check_both_ways(*case)
