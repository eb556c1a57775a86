"""The laws of the verdict, on sound banks of any shape and on the shipped one, facts and what applies unchanged.

Where one of two sheets has no verdict named, what they could become is compared instead.
"""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_gate
from core.naive_verdict import naive_range, naive_score, naive_verdict
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import LEVEL_ANSWERS, LEVELS, banks, cases, question_ids_of, sheets, sound_caps, with_answer

from detector.core.answers import Answer, AnswerSheet, counted_level
from detector.core.assessment import Assessment, assess
from detector.core.bank import Bank, GateKind
from detector.core.verdict.bands import rank
from detector.core.verdict.ranks import ceiling_ranks, verdict_rules
from detector.core.verdict.sheets import ABSENT, OPEN, Sheets

TINY = 1e-9
Case = tuple[Bank, AnswerSheet]
LEVEL_OR_UNKNOWN = st.one_of(LEVEL_ANSWERS, LEVEL_ANSWERS, st.just(DONT_KNOW))


def never_better(bank: Bank, worse: Assessment, better: Assessment) -> bool:
    """Whether a sheet's verdict, and what it could become, is no better than another's."""
    pairs = [(worse.verdict.low, better.verdict.low), (worse.verdict.high, better.verdict.high)]
    if worse.verdict.id is not None and better.verdict.id is not None:
        pairs.append((worse.verdict.id, better.verdict.id))
    return all(rank(bank, first or "") <= rank(bank, second or "") for first, second in pairs)


def without(sheet: AnswerSheet, question_id: str) -> AnswerSheet:
    """The sheet with one answer not known."""
    return with_answer(sheet, question_id, DONT_KNOW)


def pick(data: st.DataObject, bank: Bank) -> str:
    """One of the bank's questions."""
    return data.draw(st.sampled_from(question_ids_of(bank)))


@given(cases(LEVEL_OR_UNKNOWN), st.integers(0, 1), st.data())
def test_a_known_weakness_is_never_better_than_not_to_know(case: Case, level: int, data: st.DataObject) -> None:
    bank, sheet = case
    question_id = pick(data, bank)

    weak, unknown = (
        assess(bank, changed)
        for changed in (with_answer(sheet, question_id, at_level(level)), without(sheet, question_id))
    )

    named = weak.verdict.id is not None and unknown.verdict.id is not None
    assert not named or rank(bank, weak.verdict.id or "") <= rank(bank, unknown.verdict.id or "")
    assert rank(bank, weak.verdict.high or "") <= rank(bank, unknown.verdict.high or "")


@given(cases(LEVEL_OR_UNKNOWN), st.data())
def test_the_best_answer_is_never_worse_than_not_to_know(case: Case, data: st.DataObject) -> None:
    bank, sheet = case
    question_id = pick(data, bank)

    best, unknown = (
        assess(bank, changed)
        for changed in (with_answer(sheet, question_id, at_level(3)), without(sheet, question_id))
    )

    named = best.verdict.id is not None and unknown.verdict.id is not None
    assert not named or rank(bank, unknown.verdict.id or "") <= rank(bank, best.verdict.id or "")
    assert rank(bank, unknown.verdict.low or "") <= rank(bank, best.verdict.low or "")


@given(cases(), LEVEL_ANSWERS, st.data())
def test_an_answer_never_takes_a_named_verdict_away(case: Case, answer: Answer, data: st.DataObject) -> None:
    bank, sheet = case
    before = assess(bank, sheet)
    assume(before.unknowns and before.verdict.id is not None)
    question_id = data.draw(st.sampled_from([unknown.question_id for unknown in before.unknowns]))

    assert assess(bank, with_answer(sheet, question_id, answer)).verdict.id is not None


@given(cases(), LEVEL_ANSWERS, st.data())
def test_an_answer_moves_the_score_by_its_own_weight_of_what_is_known_at_most(
    case: Case, answer: Answer, data: st.DataObject
) -> None:
    bank, sheet = case
    before = assess(bank, sheet)
    assume(before.unknowns and before.overall.score is not None)
    question_id = data.draw(st.sampled_from([unknown.question_id for unknown in before.unknowns]))

    after = assess(bank, with_answer(sheet, question_id, answer))

    own = next(
        score.weight * part.share
        for score in after.dimensions
        for part in score.contributions
        if part.question_id == question_id
    )
    known = after.overall.coverage * sum(score.weight for score in after.dimensions if score.contributions)
    assert abs((after.overall.score or 0) - (before.overall.score or 0)) <= own / known + TINY


@given(cases(st.just(DONT_KNOW)), LEVELS, st.data())
def test_equal_answers_give_that_score_however_few_they_are(case: Case, level: int, data: st.DataObject) -> None:
    bank, sheet = case
    answered = data.draw(st.sets(st.sampled_from(question_ids_of(bank)), min_size=1))

    found = assess(bank, replace(sheet, answers={**sheet.answers, **dict.fromkeys(answered, at_level(level))}))

    assert found.overall.score == pytest.approx(level / 3)


@given(cases(), st.data())
def test_on_a_complete_sheet_the_score_is_the_weighted_mean_of_the_dimensions(case: Case, data: st.DataObject) -> None:
    bank, sheet = case
    complete = replace(sheet, answers={question: at_level(data.draw(LEVELS)) for question in question_ids_of(bank)})

    found = assess(bank, complete)

    scores = [part.score for part in found.dimensions]
    weights = [dimension.weight for dimension in bank.dimensions]
    assert found.overall.score == pytest.approx(float(np.average(np.array(scores, dtype=float), weights=weights)))
    assert found.overall.coverage == pytest.approx(1)


@given(st.integers(1, 6), st.data())
def test_a_gate_holds_less_the_better_it_stands(number: int, data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(GateKind), min_size=number, max_size=number))
    bank = make_bank(
        [make_dimension("law", [f"LAW{n}" for n in range(number)])],
        gates=[make_gate(f"LAW{n}", kind) for n, kind in enumerate(kinds)],
        caps=data.draw(sound_caps()),
    )
    others = data.draw(st.lists(st.sampled_from([ABSENT, OPEN, 0, 1, 2, 3]), min_size=number, max_size=number))
    gate = data.draw(st.integers(0, number - 1))
    rows = np.array([others] * 6, dtype=np.int8)
    rows[:, gate] = [0, 1, OPEN, 2, 3, ABSENT]
    full = np.ones((1, 1))

    failed, weak, unknown, good, best, absent = ceiling_ranks(
        verdict_rules(bank), Sheets(full, full, np.array([True]), rows)
    )

    assert failed <= weak <= unknown <= good == best == absent


@st.composite
def small_cases(draw: st.DrawFn, most_unknown: int) -> Case:
    """A small bank of any shape, and a sheet with a level or don't know everywhere, and few of those."""
    bank = draw(banks())
    sheet = draw(sheets(bank, LEVEL_ANSWERS))
    unknown = [question for question in question_ids_of(bank) if question not in sheet.answers]
    left = set(unknown[:most_unknown])
    filled = {question: at_level(draw(LEVELS)) for question in unknown if question not in left}
    return bank, replace(sheet, answers={**sheet.answers, **filled})


def levels_of(bank: Bank, sheet: AnswerSheet) -> dict[str, int | None]:
    """What every question counts as, None where it is not known."""
    answers = {question: sheet.answers.get(question) for question in question_ids_of(bank)}
    return {key: None if answer is None else counted_level(bank, answer) for key, answer in answers.items()}


@given(cases(LEVEL_OR_UNKNOWN))
def test_score_and_verdict_are_those_of_the_rules_in_other_words(case: Case) -> None:
    bank, sheet = case
    levels = levels_of(bank, sheet)
    assume(any(level is not None for level in levels.values()))

    found = assess(bank, sheet)

    assert found.overall.score == pytest.approx(float(naive_score(bank, levels) / 100))
    assert found.verdict.id in {None, naive_verdict(bank, levels)}


@settings(max_examples=60)
@given(small_cases(most_unknown=3))
def test_the_range_is_that_over_every_filling(case: Case) -> None:
    bank, sheet = case
    levels = levels_of(bank, sheet)

    found = assess(bank, sheet).verdict

    assert (found.low, found.high) == naive_range(bank, levels)


@settings(max_examples=60)
@given(small_cases(most_unknown=3))
def test_what_is_left_once_hard_gates_pass_is_that_over_every_filling_in_which_they_do(case: Case) -> None:
    bank, sheet = case
    levels = levels_of(bank, sheet)
    hard = [gate.question for gate in bank.gates if gate.kind is GateKind.HARD and levels[gate.question] is None]
    found = assess(bank, sheet).verdict

    if not hard:
        assert found.if_passed is None
        return
    passed = [naive_range(bank, {**levels, **dict.fromkeys(hard, level)}) for level in (2, 3)]
    assert found.if_passed == (passed[0][0], passed[1][1])


@given(cases(LEVEL_OR_UNKNOWN))
def test_a_verdict_is_named_exactly_where_enough_is_known_or_nothing_can_change_it(case: Case) -> None:
    bank, sheet = case

    found = assess(bank, sheet)

    is_known = found.overall.coverage >= Fraction(1, 4) - TINY
    can_change = found.verdict.low != found.verdict.high
    assert (found.verdict.id is not None) == (found.overall.score is not None and (is_known or not can_change))


@given(cases(LEVEL_OR_UNKNOWN))
def test_the_label_has_two_notes_at_most_and_each_belongs_to_a_cap_in_force(case: Case) -> None:
    bank, sheet = case

    verdict = assess(bank, sheet).verdict

    _, _, said = verdict.label.partition(": ")
    notes = [note for note in said.split("; ") if note]
    assert len(notes) <= 2
    assert set(notes) <= {cap.note for cap in verdict.caps}


@given(cases(LEVEL_OR_UNKNOWN))
def test_the_caps_told_are_those_that_make_the_verdict(case: Case) -> None:
    bank, sheet = case
    verdict = assess(bank, sheet).verdict
    assume(verdict.id is not None and verdict.uncapped is not None)

    allowed = [rank(bank, verdict.uncapped or ""), *(rank(bank, cap.at_most) for cap in verdict.caps)]

    assert rank(bank, verdict.id or "") == min(allowed)


@given(cases(LEVEL_OR_UNKNOWN))
def test_what_could_hold_it_does_not_hold_it_and_is_open(case: Case) -> None:
    bank, sheet = case
    found = assess(bank, sheet)
    verdict = found.verdict

    held = {(cap.rule, cap.about) for cap in verdict.caps}
    assert not held & {(each.rule, each.about) for each in verdict.could_hold}
    assert found.unknowns or not verdict.could_hold
