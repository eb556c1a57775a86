"""The plan: what each weak, unknown or gating answer calls for, most pressing first, and what is always in it."""

from collections.abc import Mapping

import pytest
from builders import DONT_KNOW, at_level, make_action, make_bank, make_dimension, make_gate, make_sheet, not_applicable
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import question_ids_of, real_bank, sheets

from detector.core.actions import ALWAYS, Action, Pressing, actions
from detector.core.answers import Answer, AnswerSheet
from detector.core.assessment import assess
from detector.core.bank import ActionEnd, ActionRule, Bank, GateKind
from detector.core.gates import GateState, gate_results
from detector.core.scoring import score_dimensions
from detector.core.standing_actions import standing_actions
from detector.wording.actions import told

Answers = dict[str, int | Answer]

PLAIN = make_bank([make_dimension("market", ["MKT1", "MKT2"])])
GATED = make_bank(
    [make_dimension("law", ["LAW1", "LAW2", "LAW3"])], gates=[make_gate("LAW1"), make_gate("LAW2", GateKind.AMBER)]
)


def actions_for(
    bank: Bank, answers: Answers, lifts: Mapping[str, float] | None = None, first: tuple[str, ...] = ()
) -> tuple[Action, ...]:
    """What these answers call for, where mending lifts so often and these are to be found out first."""
    sheet = make_sheet(answers)
    pressing = Pressing(lifts or {}, {question_id: place for place, question_id in enumerate(first)})
    return actions(bank, sheet, score_dimensions(bank, sheet), gate_results(bank, sheet), pressing)


def order_of(
    bank: Bank, answers: Answers, lifts: Mapping[str, float] | None = None, first: tuple[str, ...] = ()
) -> list[str | None]:
    """The questions acted on, most pressing first."""
    return [action.question_id for action in actions_for(bank, answers, lifts, first)]


def standing(rule_id: str, until: ActionEnd | None = None, not_beside: tuple[str, ...] = ()) -> ActionRule:
    """An action that is in every plan."""
    return ActionRule(
        id=rule_id,
        always=True,
        until=until,
        not_beside=not_beside,
        what="Do it.",
        owner="staff",
        stage="explore",
    )


def rules_of(plan: tuple[Action, ...]) -> list[str]:
    return [action.rule_id for action in plan]


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


@pytest.mark.parametrize(
    ("answers", "told_as"),
    [
        pytest.param({"M1": 0, "M2": 2}, "Mend M1.", id="known to be weak"),
        pytest.param({"M1": DONT_KNOW, "M2": 2}, "Find out: M1? If the answer is weak, mend M1.", id="not known"),
        pytest.param({"M1": DONT_KNOW, "M2": 0}, "Mend M1.", id="one of two known to be weak"),
        pytest.param(
            {"M1": DONT_KNOW, "M2": DONT_KNOW}, "Find out: M1? M2? If the answer is weak, mend M1.", id="neither known"
        ),
        pytest.param({"M2": 2}, "Find out: M1? If the answer is weak, mend M1.", id="a gate not answered"),
    ],
)
def test_what_is_unknown_is_found_out_before_it_is_mended(answers: Answers, told_as: str) -> None:
    dimension = make_dimension("market", ["M1", "M2"])
    asked = tuple(each.model_copy(update={"text": f"{each.id}?"}) for each in dimension.questions)
    bank = make_bank(
        [dimension.model_copy(update={"questions": asked})],
        gates=[make_gate("M1")] if "M1" not in answers else [],
        actions=[make_action(["M1", "M2"])],
    )

    assert told(actions_for(bank, answers)) == told_as


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

    assert rules_of(actions_for(bank, {"MKT1": 0})) == ["first"]


def test_a_question_no_action_speaks_of_calls_for_none() -> None:
    bank = make_bank([make_dimension("market", ["MKT1", "MKT2"])], actions=[make_action(["MKT2"])])

    assert order_of(bank, {"MKT1": 0, "MKT2": 0}) == ["MKT2"]


def test_the_order_is_hard_gates_failed_ambers_weak_awaited_and_unknown_answers() -> None:
    kinds = {
        "H1": GateKind.HARD,
        "H2": GateKind.HARD,
        "A1": GateKind.AMBER,
        "A2": GateKind.AMBER,
        "A3": GateKind.AMBER,
    }
    questions = ["U1", "U2", "W1", "AW", "W2", "A1", "A2", "A3", "H1", "H2"]
    waiting = make_action(["AW"]).model_copy(update={"waiting": "Get it in writing."})
    others = [make_action([each]) for each in questions if each != "AW"]
    bank = make_bank(
        [make_dimension("law", questions)],
        gates=[make_gate(each, kind) for each, kind in kinds.items()],
        actions=[waiting, *others],
    )
    answers: Answers = {"W1": 0, "AW": 2, "W2": 1, "A1": 1, "A2": 0, "H1": 1, "U1": DONT_KNOW, "U2": DONT_KNOW}

    order = order_of(bank, answers, {"W1": 0.3, "A1": 0.1, "A2": 0.0}, ("U2", "A3", "U1", "H2"))

    assert order == ["H2", "H1", "A2", "W1", "A1", "W2", "AW", "U2", "A3", "U1"]


@pytest.mark.parametrize(
    ("lifts", "order"),
    [
        pytest.param({"LAW3": 0.33, "LAW2": 0.27}, ["LAW3", "LAW2"], id="what lifts more often"),
        pytest.param(
            {"LAW3": 0.32, "LAW2": 0.28}, ["LAW2", "LAW3"], id="the gate, where both lift in about 30 of 100"
        ),
        pytest.param({}, ["LAW2", "LAW3"], id="the gate, where neither lifts"),
    ],
)
def test_weak_answers_come_by_how_often_mending_them_lifts(lifts: Mapping[str, float], order: list[str]) -> None:
    assert order_of(GATED, {"LAW1": 2, "LAW2": 1, "LAW3": 1}, lifts) == order


def test_where_no_gate_tells_the_heavier_answer_comes_first_and_then_the_banks_order() -> None:
    bank = make_bank(
        [make_dimension("market", ["M1", "M2", "M3"], weight=0.3), make_dimension("law", ["L1"], weight=0.2)]
    )

    assert order_of(bank, {"M1": 0, "M2": 0, "M3": 0, "L1": 0}) == ["L1", "M1", "M2", "M3"]


def test_a_failed_hard_gate_ends_the_rest_and_says_what_would_reopen_it() -> None:
    bank = GATED.model_copy(update={"actions": (*GATED.actions, standing("note"))})

    (action,) = actions_for(bank, {"LAW1": 0, "LAW2": 0, "LAW3": DONT_KNOW})

    assert (action.rule_id, action.what, action.order) == ("fix_LAW1", "Mend LAW1.", 1)
    assert action.reopens == "It holds."


def test_every_failed_hard_gate_is_told_in_the_banks_order() -> None:
    bank = make_bank(
        [make_dimension("law", ["LAW1", "LAW2", "LAW3"])], gates=[make_gate(each) for each in ("LAW3", "LAW2", "LAW1")]
    )

    assert order_of(bank, {"LAW1": 0, "LAW2": 1, "LAW3": 0}) == ["LAW1", "LAW3"]


def test_an_amber_gate_ends_nothing() -> None:
    assert [action.reopens for action in actions_for(GATED, {"LAW1": 2, "LAW2": 0, "LAW3": 0})] == ["", ""]


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        pytest.param(1, ["Mend MKT1."], id="weak"),
        pytest.param(2, ["Get it in writing."], id="awaited"),
        pytest.param(at_level(3, evidence=0), [], id="here, but without a document"),
        pytest.param(3, [], id="here"),
        pytest.param(DONT_KNOW, ["Mend MKT1."], id="not known"),
    ],
)
def test_what_is_awaited_is_asked_for(answer: int | Answer, what: list[str]) -> None:
    rule = make_action(["MKT1"]).model_copy(update={"waiting": "Get it in writing."})
    bank = make_bank([make_dimension("market", ["MKT1"])], actions=[rule])

    assert [action.what for action in actions_for(bank, {"MKT1": answer})] == what


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        pytest.param(0, ["Ask what would change it."], id="refused"),
        pytest.param(1, ["Mend MKT1."], id="weak"),
        pytest.param(2, [], id="good"),
        pytest.param(DONT_KNOW, ["Mend MKT1."], id="not known"),
    ],
)
def test_what_was_refused_is_not_asked_for_again(answer: int | Answer, what: list[str]) -> None:
    rule = make_action(["MKT1"]).model_copy(update={"at_zero": "Ask what would change it."})
    bank = make_bank([make_dimension("market", ["MKT1"])], actions=[rule])

    assert [action.what for action in actions_for(bank, {"MKT1": answer})] == what


def test_what_is_in_every_plan_comes_last_in_the_banks_order() -> None:
    bank = PLAIN.model_copy(update={"actions": (standing("second"), *PLAIN.actions, standing("first"))})

    plan = actions_for(bank, {"MKT1": 0})

    assert rules_of(plan) == ["fix_MKT1", "second", "first"]
    assert (plan[1].question_id, plan[1].because, plan[1].order) == (None, ALWAYS, 2)


def test_what_another_action_makes_superfluous_is_left_out_beside_it() -> None:
    bank = PLAIN.model_copy(update={"actions": (*PLAIN.actions, standing("meet", not_beside=("fix_MKT1",)))})

    assert rules_of(actions_for(bank, {"MKT1": 1})) == ["fix_MKT1"]
    assert rules_of(actions_for(bank, {"MKT1": 2})) == ["meet"]


@pytest.mark.parametrize(
    ("until", "answers", "is_left_out"),
    [
        pytest.param(ActionEnd.ALL_ANSWERED, {}, False, id="nothing answered"),
        pytest.param(ActionEnd.ALL_ANSWERED, {"MKT1": 2}, False, id="one not answered"),
        pytest.param(ActionEnd.ALL_ANSWERED, {"MKT1": 2, "MKT2": not_applicable()}, True, id="all answered"),
        pytest.param(ActionEnd.ALL_DOCUMENTED, {}, False, id="nothing to document yet"),
        pytest.param(ActionEnd.ALL_DOCUMENTED, {"MKT1": at_level(2, 2), "MKT2": at_level(1, 1)}, False, id="say-so"),
        pytest.param(ActionEnd.ALL_DOCUMENTED, {"MKT1": at_level(2, 2)}, True, id="all with a document"),
        pytest.param(
            ActionEnd.ALL_DOCUMENTED, {"MKT1": at_level(2, 2), "MKT2": not_applicable()}, True, id="the rest"
        ),
        pytest.param(None, {"MKT1": at_level(2, 2), "MKT2": at_level(2, 2)}, False, id="for ever"),
    ],
)
def test_a_standing_action_is_left_out_once_done(until: ActionEnd | None, answers: Answers, is_left_out: bool) -> None:
    bank = PLAIN.model_copy(update={"actions": (standing("always", until),)})

    assert rules_of(actions_for(bank, answers)) == ([] if is_left_out else ["always"])


@pytest.mark.parametrize(
    ("answer", "is_left_out"),
    [
        pytest.param(at_level(3, evidence=2), True, id="done"),
        pytest.param(at_level(3, evidence=1), False, id="done, but without a document"),
        pytest.param(2, False, id="not quite"),
        pytest.param(DONT_KNOW, False, id="not known"),
        pytest.param(None, False, id="not answered"),
    ],
)
@pytest.mark.parametrize(("question_id", "rule_id"), [("STF4", "meet_unions"), ("FIT5", "compare_in_house")])
def test_what_an_answer_shows_to_be_done_is_not_in_the_plan(
    question_id: str, rule_id: str, answer: int | Answer | None, is_left_out: bool
) -> None:
    bank = real_bank()
    rule = next(each for each in bank.actions if each.id == rule_id).model_copy(update={"not_beside": ()})
    sheet = make_sheet({} if answer is None else {question_id: answer})

    assert list(standing_actions(bank.model_copy(update={"actions": (rule,)}), sheet, ())) == (
        [] if is_left_out else [rule]
    )


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_in_every_plan_hard_gates_come_first_and_every_action_is_numbered(data: st.DataObject) -> None:
    sheet: AnswerSheet = data.draw(sheets(real_bank()))
    found = assess(real_bank(), sheet)
    hard = {gate.question_id: gate.state for gate in found.gates if gate.kind is GateKind.HARD}
    waiting = [key for key, state in hard.items() if state in (GateState.WARNING, GateState.OPEN)]
    failed = [key for key, state in hard.items() if state is GateState.FAILED]

    plan = found.actions

    assert [action.order for action in plan] == list(range(1, len(plan) + 1))
    asked = [action.question_id for action in plan]
    if failed:
        assert set(asked) == set(failed)
        assert all(action.reopens for action in plan)
    else:
        assert set(asked[: len(waiting)]) == set(waiting)
        assert "hold_workshop" in rules_of(plan)
        assert len({action.question_id for action in plan if action.question_id}) == len([*filter(None, asked)])


def test_an_all_2_quick_scan_has_a_plan() -> None:
    bank = real_bank()
    quick = {question.id for dimension in bank.dimensions for question in dimension.questions if question.quick_scan}
    sheet = make_sheet({each: at_level(2, 1) for each in question_ids_of(bank) if each in quick})
    sheet = AnswerSheet(bank.version, answers=sheet.answers)

    plan = assess(bank, sheet).actions

    assert len(plan) >= 7
    assert {action.stage for action in plan} == {"explore", "business_case"}
