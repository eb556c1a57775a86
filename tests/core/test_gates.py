"""Gates: the state each answer puts them in, and the words for it."""

import pytest
from builders import (
    DONT_KNOW,
    at_level,
    make_bank,
    make_dimension,
    make_fact,
    make_gate,
    make_question,
    make_sheet,
    not_applicable,
)

from detector.core.answers import Answer, FactValue
from detector.core.bank import AnswerIs, Bank, FactKind, GateKind
from detector.core.gates import GateResult, GateState, gate_results

BANK = make_bank([make_dimension("law", ["LAW1", "LAW2"])], gates=[make_gate("LAW1")])


@pytest.mark.parametrize(
    ("answers", "state", "because"),
    [
        pytest.param({"LAW1": 0}, "failed", "The answer is 'LAW1 poor' (level 0 of 3)", id="level 0 fails it"),
        pytest.param({"LAW1": 1}, "warning", "The answer is 'LAW1 fair' (level 1 of 3)", id="level 1 is a warning"),
        pytest.param({"LAW1": 2}, "passed", "The answer is 'LAW1 good' (level 2 of 3)", id="level 2 passes it"),
        pytest.param({"LAW1": 3}, "passed", "The answer is 'LAW1 excellent' (level 3 of 3)", id="so does level 3"),
        pytest.param({"LAW1": DONT_KNOW}, "open", "Nobody knows yet", id="don't know is never a pass"),
        pytest.param({"LAW2": 3}, "open", "Not answered yet", id="nor is no answer"),
        pytest.param(
            {"LAW1": not_applicable("No contract is planned")},
            "waived",
            "Not applicable: No contract is planned",
            id="not applicable waives it for its reason",
        ),
    ],
)
def test_an_answer_puts_its_gate_in_a_state_and_says_why(
    answers: dict[str, int | Answer], state: str, because: str
) -> None:
    (result,) = gate_results(BANK, make_sheet(answers))

    assert (result.state.value, result.because) == (state, because)


def test_a_level_that_its_evidence_does_not_carry_says_what_is_missing() -> None:
    (result,) = gate_results(BANK, make_sheet({"LAW1": at_level(3, evidence=1)}))

    assert result.state is GateState.PASSED
    assert result.because == (
        "The answer is 'LAW1 excellent' (level 3 of 3), "
        "which counts as level 2 until its evidence is graded 'Document' or better"
    )


def bank_where_a_fact_opens_the_gate() -> Bank:
    """A bank that asks the gate's question only where the service would not be held in house."""
    held_in_house = AnswerIs(fact="held_in_house", is_one_of=(False,))
    return make_bank(
        [make_dimension("law", [make_question("LAW1", when=held_in_house), "LAW2"])],
        gates=[make_gate("LAW1"), make_gate("LAW2")],
        facts=[make_fact("held_in_house", FactKind.YES_NO)],
    )


def test_a_gate_whose_question_is_ruled_out_does_not_exist_whatever_was_answered_before() -> None:
    sheet = make_sheet({"LAW1": 0, "LAW2": 2}, facts={"held_in_house": True})

    results = gate_results(bank_where_a_fact_opens_the_gate(), sheet)

    assert [result.gate_id for result in results] == ["gate_LAW2"]


def test_a_gate_that_a_fact_may_rule_out_asks_for_the_fact_first() -> None:
    gate, _ = gate_results(bank_where_a_fact_opens_the_gate(), make_sheet({"LAW1": DONT_KNOW}))

    assert (gate.state, gate.waits_for) == (GateState.OPEN, "held_in_house")
    assert gate.because == "Answer first: “What is held_in_house?”"


@pytest.mark.parametrize(
    ("answers", "facts"),
    [
        pytest.param({"LAW1": 2}, {}, id="its question is answered"),
        pytest.param({}, {"held_in_house": False}, id="the fact is known"),
    ],
)
def test_a_gate_waits_for_no_fact(answers: dict[str, int | Answer], facts: dict[str, FactValue]) -> None:
    gate, _ = gate_results(bank_where_a_fact_opens_the_gate(), make_sheet(answers, facts=facts))

    assert gate.waits_for is None


def test_gates_keep_the_banks_order_and_say_what_they_are() -> None:
    bank = make_bank(
        [make_dimension("law", ["LAW1", "LAW2"])], gates=[make_gate("LAW2", GateKind.AMBER), make_gate("LAW1")]
    )

    results = gate_results(bank, make_sheet({"LAW1": 2, "LAW2": 0}))

    assert results == (
        GateResult("gate_LAW2", "LAW2", GateKind.AMBER, GateState.FAILED, "The answer is 'LAW2 poor' (level 0 of 3)"),
        GateResult("gate_LAW1", "LAW1", GateKind.HARD, GateState.PASSED, "The answer is 'LAW1 good' (level 2 of 3)"),
    )
