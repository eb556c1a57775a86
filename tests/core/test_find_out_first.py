"""What to find out first: what decides most, hard gates before what decides nothing, facts for their questions."""

from typing import cast

import pytest
from builders import DONT_KNOW, make_bank, make_dimension, make_gate, make_question, make_sheet
from hypothesis import given
from random_banks import answered_banks

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.bank import AnswerIs, Bank, CapRule, FactKind, FactQuestion, GateKind
from detector.core.robustness.find_out_first import next_best
from detector.wording.find_out_first import deciding

BANK = make_bank(
    [
        make_dimension("one", [f"A{n}" for n in range(4)], weight=50),
        make_dimension("two", ["HARD1", "AMBER1", "B1", make_question("B2", weight=3)], weight=50),
    ],
    gates=[make_gate("HARD1"), make_gate("AMBER1", GateKind.AMBER)],
)


def found(bank: Bank, sheet: AnswerSheet) -> list[str]:
    """What to find out, first what decides most."""
    return [each.subject_id for each in assess(bank, sheet).find_out_first]


def test_an_open_hard_gate_that_decides_in_every_way_stands_first() -> None:
    sheet = make_sheet({f"A{n}": 3 for n in range(4)} | {"AMBER1": 3, "B1": 3})
    first, second = assess(BANK, sheet).find_out_first

    assert (first.subject_id, first.decides) == ("HARD1", 1)
    assert second.subject_id == "B2"


def test_of_what_decides_equally_often_the_weightier_comes_first_and_then_the_banks_order() -> None:
    bank = make_bank([make_dimension("all", ["A1", "A2", make_question("A3", weight=1.0001), "A4", "A5"])])
    found_first = assess(bank, make_sheet({"A5": 2})).find_out_first

    assert [each.subject_id for each in found_first] == ["A3", "A1", "A2", "A4"]


def test_a_settled_verdict_leaves_nothing_to_find_out() -> None:
    assert found(BANK, make_sheet({"HARD1": 0, "A0": 3})) == []


def test_everything_known_leaves_nothing_to_find_out() -> None:
    assert found(make_bank([make_dimension("one", ["A1"])]), make_sheet({"A1": 2})) == []


def test_nothing_known_lists_every_question() -> None:
    assert sorted(found(BANK, make_sheet())) == sorted(
        question.id for dimension in BANK.dimensions for question in dimension.questions
    )


def _with_fact() -> Bank:
    when = AnswerIs(fact="moving", is_one_of=(True,))
    asked_if = make_question("HARD1").model_copy(update={"when": when})
    fact = FactQuestion(
        id="moving", text="Is it moving?", why="It decides what is asked.", kind=FactKind.YES_NO, group="size"
    )
    bank = make_bank([make_dimension("one", [asked_if, "A1", "A2"])], gates=[make_gate("HARD1")])
    return bank.model_copy(update={"facts": (fact,)})


def test_a_fact_that_may_take_a_question_away_is_listed_in_its_place() -> None:
    first, *rest = assess(_with_fact(), make_sheet({"A1": 3})).find_out_first

    assert (first.subject_id, first.is_fact, first.questions) == ("moving", True, ("HARD1",))
    assert [each.subject_id for each in rest] == ["A2"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"moving": True}, ["HARD1", "A2"], id="asked now"),
        pytest.param({"moving": False}, ["A2"], id="not asked at all"),
    ],
)
def test_once_the_fact_is_known_it_is_gone(facts: dict[str, bool], expected: list[str]) -> None:
    sheet = make_sheet({"A1": 3}, facts=cast("dict[str, object]", facts))  # pyright: ignore[reportArgumentType]

    assert found(_with_fact(), sheet) == expected


def test_the_next_best_question_is_not_one_that_nobody_could_answer() -> None:
    sheet = make_sheet({"A0": 3, "HARD1": DONT_KNOW})
    listed = assess(BANK, sheet).find_out_first

    best = next_best(sheet, listed)

    assert listed[0].subject_id == "HARD1"
    assert best == listed[1]
    assert next_best(make_sheet({each.subject_id: DONT_KNOW for each in listed}), listed) is None


@given(answered_banks())
def test_a_hard_gate_that_can_stop_it_never_stands_below_what_cannot_change_it(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    listed = assess(bank, sheet).find_out_first
    hard = {gate.question for gate in bank.gates if gate.kind is GateKind.HARD}
    stops = any(cap.rule is CapRule.HARD_GATE_FAILED for cap in bank.caps)

    deciding = [place for place, each in enumerate(listed) if each.subject_id in hard and each.decides > 0]
    idle = [place for place, each in enumerate(listed) if each.decides == 0]

    assert not stops or max(deciding, default=-1) < min(idle, default=len(listed))


@given(answered_banks())
def test_only_a_settled_verdict_leaves_nothing_that_decides(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    result = assess(bank, sheet)

    assert any(each.decides > 0 for each in result.find_out_first) == (result.verdict.low != result.verdict.high)


@given(answered_banks())
def test_the_order_is_that_of_the_numbers_shown(case: tuple[Bank, AnswerSheet]) -> None:
    bank, sheet = case
    told = [deciding(each) for each in assess(bank, sheet).find_out_first]
    places = {"0": 0.0, "under 1": 0.5, "over 99": 99.5}

    numbers = [places[each] if each in places else float(each) for each in told]

    assert numbers == sorted(numbers, reverse=True)
