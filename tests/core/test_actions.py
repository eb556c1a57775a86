"""Actions: what each weak, unknown or gating answer calls for, most pressing first."""

import pytest
from builders import DONT_KNOW, at_level, make_action, make_bank, make_dimension, make_gate, make_sheet, not_applicable

from detector.core.actions import Action, actions
from detector.core.answers import Answer
from detector.core.bank import Bank, GateKind
from detector.core.gates import gate_results
from detector.core.scoring import score_dimensions

Answers = dict[str, int | Answer]

PLAIN = make_bank([make_dimension("market", ["MKT1", "MKT2"])])
GATED = make_bank(
    [make_dimension("law", ["LAW1", "LAW2", "LAW3"])], gates=[make_gate("LAW1"), make_gate("LAW2", GateKind.AMBER)]
)


def actions_for(bank: Bank, answers: Answers) -> tuple[Action, ...]:
    """What these answers call for."""
    sheet = make_sheet(answers)
    return actions(bank, sheet, score_dimensions(bank, sheet), gate_results(bank, sheet))


def order_of(bank: Bank, answers: Answers) -> list[str]:
    """The questions acted on, most pressing first."""
    return [action.question_id for action in actions_for(bank, answers)]


@pytest.mark.parametrize(
    ("answer", "called_for"),
    [
        pytest.param(0, True, id="level 0"),
        pytest.param(1, True, id="level 1"),
        pytest.param(2, False, id="level 2 is good enough"),
        pytest.param(at_level(3, evidence=0), False, id="so is level 3, whatever its evidence"),
        pytest.param(DONT_KNOW, True, id="don't know"),
        pytest.param(not_applicable(), False, id="not applicable"),
        pytest.param(None, False, id="unanswered"),
    ],
)
def test_an_answer_calls_for_action(answer: int | Answer | None, called_for: bool) -> None:
    answers: Answers = {} if answer is None else {"MKT1": answer}

    assert order_of(PLAIN, answers) == (["MKT1"] if called_for else [])


@pytest.mark.parametrize(
    ("answer", "called_for"),
    [
        pytest.param(0, True, id="failed"),
        pytest.param(1, True, id="warning"),
        pytest.param(2, False, id="passed"),
        pytest.param(DONT_KNOW, True, id="open, nobody knows"),
        pytest.param(None, True, id="open, not answered"),
        pytest.param(not_applicable(), False, id="waived"),
    ],
)
def test_a_gate_calls_for_action_until_it_is_passed(answer: int | Answer | None, called_for: bool) -> None:
    answers: Answers = {"LAW2": 2, "LAW3": 2}
    if answer is not None:
        answers["LAW1"] = answer

    assert order_of(GATED, answers) == (["LAW1"] if called_for else [])


def test_an_action_says_what_to_do_and_which_answer_raised_it() -> None:
    (action,) = actions_for(PLAIN, {"MKT1": 1, "MKT2": 2})

    assert action == Action(
        rule_id="fix_MKT1",
        question_id="MKT1",
        what="Mend MKT1.",
        owner="staff",
        stage="explore",
        because="The answer is 'MKT1 fair' (level 1 of 3)",
        sources=(1,),
        order=1,
    )


@pytest.mark.parametrize(
    ("answers", "because"),
    [
        pytest.param({"LAW2": 2}, "Not answered yet, and it is a hard gate", id="hard gate not answered"),
        pytest.param(
            {"LAW1": 2, "LAW2": DONT_KNOW}, "Nobody knows yet, and it is an amber gate", id="amber not known"
        ),
        pytest.param({"LAW1": 2, "LAW2": 2, "LAW3": DONT_KNOW}, "Nobody knows yet", id="no gate not known"),
        pytest.param(
            {"LAW1": 0, "LAW2": 2},
            "The answer is 'LAW1 poor' (level 0 of 3), and it is a hard gate",
            id="hard gate failed",
        ),
    ],
)
def test_the_words_for_what_raised_it(answers: Answers, because: str) -> None:
    (action,) = actions_for(GATED, answers)

    assert action.because == because


def test_a_question_with_two_gates_says_so() -> None:
    gates = [make_gate("LAW1"), make_gate("LAW1", GateKind.AMBER).model_copy(update={"id": "second"})]
    bank = make_bank([make_dimension("law", ["LAW1"])], gates=gates)

    (action,) = actions_for(bank, {"LAW1": DONT_KNOW})

    assert action.because == "Nobody knows yet, and it is a hard gate, and it is an amber gate"


def test_questions_that_share_an_action_each_get_their_own() -> None:
    bank = make_bank([make_dimension("market", ["MKT1", "MKT2"])], actions=[make_action(["MKT1", "MKT2"], "study")])

    found = actions_for(bank, {"MKT1": 0, "MKT2": 0})

    assert [(action.rule_id, action.question_id, action.order) for action in found] == [
        ("study", "MKT1", 1),
        ("study", "MKT2", 2),
    ]


def test_where_two_actions_claim_a_question_the_banks_first_one_counts() -> None:
    bank = make_bank(
        [make_dimension("market", ["MKT1"])], actions=[make_action(["MKT1"], "first"), make_action(["MKT1"], "second")]
    )

    assert [action.rule_id for action in actions_for(bank, {"MKT1": 0})] == ["first"]


def test_a_question_no_action_speaks_of_calls_for_none() -> None:
    bank = make_bank([make_dimension("market", ["MKT1", "MKT2"])], actions=[make_action(["MKT2"])])

    assert order_of(bank, {"MKT1": 0, "MKT2": 0}) == ["MKT2"]


def test_hard_gates_come_before_anything_that_moves_the_score_more() -> None:
    bank = make_bank(
        [make_dimension("market", ["MKT1"], weight=90), make_dimension("law", ["LAW1", "LAW2"], weight=10)],
        gates=[make_gate("LAW1", GateKind.AMBER), make_gate("LAW2")],
    )

    assert order_of(bank, {"MKT1": 0, "LAW1": 0, "LAW2": 1}) == ["LAW2", "MKT1", "LAW1"]


def test_what_lifts_the_verdict_comes_before_what_lifts_the_score() -> None:
    # Clearing the gate frees a strong candidate; the market answer weighs far more and changes no verdict.
    bank = make_bank(
        [make_dimension("market", ["MKT1", "MKT2", "MKT3"], weight=95), make_dimension("law", ["LAW1"], weight=5)],
        gates=[make_gate("LAW1", GateKind.AMBER)],
    )

    assert order_of(bank, {"MKT1": 1, "MKT2": 3, "MKT3": 3, "LAW1": 0}) == ["LAW1", "MKT1"]


def test_a_headline_dimension_that_holds_the_verdict_down_lifts_it_when_cleared() -> None:
    law = make_dimension("law", ["LAW1", "LAW2", "LAW3"], weight=95)
    bank = make_bank([law, make_dimension("market", ["MKT1"], weight=5, headline=True)])

    assert order_of(bank, {"LAW1": 3, "LAW2": 3, "LAW3": 1, "MKT1": 1}) == ["MKT1", "LAW3"]


def test_a_larger_gain_in_score_comes_first() -> None:
    rest = make_dimension("rest", ["R1"], weight=70)
    bank = make_bank([make_dimension("market", ["MKT1"], weight=10), make_dimension("law", ["LAW1"], weight=20), rest])

    assert order_of(bank, {"MKT1": 1, "LAW1": 1, "R1": 3}) == ["LAW1", "MKT1"]


def test_an_unknown_answer_gains_what_it_adds_to_the_known_ones() -> None:
    # MKT2 would pull a full market down to five sixths; LAW1 rises from level 1.
    bank = make_bank([make_dimension("market", ["MKT1", "MKT2"]), make_dimension("law", ["LAW1"])])

    assert order_of(bank, {"MKT1": 3, "MKT2": DONT_KNOW, "LAW1": 1}) == ["LAW1", "MKT2"]


def test_a_dimension_without_a_score_joins_the_others_once_cleared() -> None:
    # At level 0 for the rest, a first answer in a dimension of weight 30 gains more than an answer in one of 10.
    bank = make_bank([make_dimension("market", ["MKT1"], weight=10), make_dimension("law", ["LAW1"], weight=30)])

    assert order_of(bank, {"MKT1": 0, "LAW1": DONT_KNOW}) == ["MKT1", "LAW1"]


def test_equal_gains_keep_the_banks_order() -> None:
    bank = make_bank([make_dimension("market", ["MKT1", "MKT2", "MKT3"], weight=0.3)])

    assert order_of(bank, {"MKT3": 0, "MKT2": 0, "MKT1": 0}) == ["MKT1", "MKT2", "MKT3"]


def test_before_any_score_actions_keep_the_banks_order_after_the_hard_gates() -> None:
    bank = make_bank([make_dimension("law", ["LAW1", "LAW2", "LAW3"])], gates=[make_gate("LAW3")])

    assert order_of(bank, {"LAW1": DONT_KNOW, "LAW2": DONT_KNOW}) == ["LAW3", "LAW1", "LAW2"]
