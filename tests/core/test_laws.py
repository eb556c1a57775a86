"""What must hold whatever the bank and whatever the answers (banks whose questions carry no conditions)."""

from dataclasses import replace
from itertools import pairwise

import pytest
from builders import DONT_KNOW, at_level, not_applicable
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import LEVEL_ANSWERS, LEVELS, WEIGHTS, cases, question_ids_of, with_answer
from worked_out import worked_out

from detector.core.answers import Answer, AnswerSheet
from detector.core.assessment import Assessment, assess
from detector.core.bank import Bank
from detector.core.scoring import DimensionScore, WeightedScore
from detector.core.verdict.bands import rank

TINY = 1e-12

Case = tuple[Bank, AnswerSheet]


def assessed(bank: Bank, sheet: AnswerSheet) -> Assessment:
    """The assessment without trying other weightings."""
    return assess(bank, sheet)


def scores_of(found: Assessment) -> list[DimensionScore | WeightedScore]:
    """Every score there is: dimensions, groups and overall."""
    return [*found.dimensions, *found.groups, found.overall]


def rank_of(bank: Bank, verdict_id: str | None) -> int:
    """The rank of a verdict; no verdict ranks below the worst."""
    return -1 if verdict_id is None else rank(bank, verdict_id)


def in_order(*values: float | None) -> bool:
    """Whether the scores that exist rise or stay, each to the next."""
    known = [value for value in values if value is not None]
    return all(first <= second + TINY for first, second in pairwise(known))


def unknown_in(found: Assessment) -> list[str]:
    """The questions that apply and are not known."""
    return [unknown.question_id for unknown in found.unknowns]


@given(cases(), st.data())
def test_raising_one_level_never_lowers_a_score_a_group_or_the_verdict(case: Case, data: st.DataObject) -> None:
    bank, sheet = case
    raisable = [key for key, answer in sheet.answers.items() if answer.level is not None and answer.level < 3]
    assume(raisable)
    question_id = data.draw(st.sampled_from(raisable))
    answer = sheet.answers[question_id]
    raised = with_answer(sheet, question_id, replace(answer, level=(answer.level or 0) + 1))

    before, after = assessed(bank, sheet), assessed(bank, raised)

    for old, new in zip(scores_of(before), scores_of(after), strict=True):
        assert in_order(old.score, new.score)
        assert in_order(old.low, new.low)
        assert in_order(old.high, new.high)
    # Where one of the two has no verdict named, only what they could become is compared.
    named = before.verdict.id is not None and after.verdict.id is not None
    for name in ("id", "low", "high") if named else ("low", "high"):
        assert rank_of(bank, getattr(before.verdict, name)) <= rank_of(bank, getattr(after.verdict, name))


@given(cases())
def test_a_score_lies_between_low_and_high(case: Case) -> None:
    bank, sheet = case

    found = assessed(bank, sheet)

    for each in scores_of(found):
        assert in_order(0, each.low, each.score, each.high, 1)
    verdict = found.verdict
    if verdict.id is not None:
        assert rank_of(bank, verdict.low) <= rank_of(bank, verdict.id) <= rank_of(bank, verdict.high)


@given(cases(), LEVEL_ANSWERS, st.data())
def test_answering_an_unknown_never_widens_an_interval(case: Case, answer: Answer, data: st.DataObject) -> None:
    bank, sheet = case
    before = assessed(bank, sheet)
    assume(before.unknowns)
    question_id = data.draw(st.sampled_from(unknown_in(before)))

    after = assessed(bank, with_answer(sheet, question_id, answer))

    for old, new in zip(scores_of(before), scores_of(after), strict=True):
        assert in_order(old.low, new.low, new.high, old.high)
    assert rank_of(bank, before.verdict.low) <= rank_of(bank, after.verdict.low)
    assert rank_of(bank, after.verdict.high) <= rank_of(bank, before.verdict.high)


@given(cases(LEVEL_ANSWERS), st.data())
def test_filling_the_unknowns_in_any_way_gives_a_verdict_between_low_and_high(case: Case, data: st.DataObject) -> None:
    bank, sheet = case
    before = assessed(bank, sheet)
    filled = sheet
    for question_id in unknown_in(before):
        filled = with_answer(filled, question_id, data.draw(LEVEL_ANSWERS))

    verdict = assessed(bank, filled).verdict

    assert rank_of(bank, before.verdict.low) <= rank_of(bank, verdict.id) <= rank_of(bank, before.verdict.high)


@given(cases(LEVEL_ANSWERS), LEVELS, st.data())
def test_equal_answers_give_that_score_whatever_the_weights(case: Case, level: int, data: st.DataObject) -> None:
    bank, sheet = case
    everywhere = replace(
        sheet,
        answers=dict.fromkeys(question_ids_of(bank), at_level(level)),
        weights={dimension.id: data.draw(WEIGHTS) for dimension in bank.dimensions},
    )

    found = assessed(bank, everywhere)

    assert found.local is not None
    assert [part.score for part in found.dimensions] == pytest.approx([level / 3] * len(bank.dimensions))
    assert [found.overall.score, found.local.overall.score] == pytest.approx([level / 3] * 2)


@given(cases(), st.data())
def test_the_order_of_the_answers_never_matters(case: Case, data: st.DataObject) -> None:
    bank, sheet = case
    shuffled = dict(data.draw(st.permutations(list(sheet.answers.items()))))

    assert worked_out(assessed(bank, replace(sheet, answers=shuffled))) == worked_out(assessed(bank, sheet))


@given(cases(least=2), st.data())
def test_not_applicable_on_a_whole_dimension_equals_removing_it(case: Case, data: st.DataObject) -> None:
    bank, sheet = case
    gone = data.draw(st.sampled_from(bank.dimensions))
    inside = {question.id for question in gone.questions}
    set_aside = replace(sheet, answers={**sheet.answers, **dict.fromkeys(inside, not_applicable())})
    smaller = bank.model_copy(
        update={
            "dimensions": tuple(dimension for dimension in bank.dimensions if dimension != gone),
            "gates": tuple(gate for gate in bank.gates if gate.question not in inside),
        }
    )
    kept = {key: answer for key, answer in sheet.answers.items() if key not in inside}

    found, without = assessed(bank, set_aside), assessed(smaller, replace(sheet, answers=kept))

    assert found.overall == replace(without.overall, given_up=found.overall.given_up)
    assert gone.id in found.overall.given_up
    for old, new in zip(without.groups, found.groups, strict=True):
        assert new == replace(old, given_up=new.given_up)
    assert found.verdict == without.verdict
    assert found.confidence == without.confidence
    assert found.unknowns == without.unknowns
    assert found.actions == without.actions


@given(cases(), st.data())
def test_a_waived_or_open_gate_never_gives_a_better_verdict_than_the_same_gate_passed_with_evidence(
    case: Case, data: st.DataObject
) -> None:
    bank, sheet = case
    assume(bank.gates)
    question_id = data.draw(st.sampled_from(bank.gates)).question
    not_passed = data.draw(st.sampled_from([None, DONT_KNOW, not_applicable()]))
    others = {key: answer for key, answer in sheet.answers.items() if key != question_id}
    without = replace(sheet, answers=others if not_passed is None else {**others, question_id: not_passed})

    passed = assessed(bank, with_answer(sheet, question_id, at_level(3, evidence=2))).verdict
    other = assessed(bank, without).verdict

    assert rank_of(bank, other.id) <= rank_of(bank, passed.id)
