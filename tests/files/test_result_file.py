import json
from dataclasses import replace

import pytest
from builders import at_level, make_sheet, not_applicable
from files.file_bank import BANK

from detector.core.answers import AnswerSheet, PlannedAction, Service
from detector.core.assessment import assess
from detector.files.result import Result, result, result_json

SOME_ANSWERS = make_sheet({"MKT1": at_level(3, evidence=0), "STF1": 0}, weights={"MKT": 21.0})


def result_of(sheet: AnswerSheet) -> Result:
    """The result of a sheet, with few weightings."""
    return result(BANK, assess(BANK, sheet), sheet)


def test_scores_are_unrounded_and_of_100() -> None:
    found = result_of(SOME_ANSWERS)

    # Level 3 without evidence counts as 2 of 3; dimensions weigh 14 and 10.
    assert found["score"] == pytest.approx(100 * 7 / 17 * 2 / 3)
    assert found["low"] == pytest.approx(100 * 14 / 24 * 1 / 3)
    assert found["high"] == pytest.approx(100 * 14 / 24 * 5 / 6)


def test_a_dimension_opens_to_its_answers() -> None:
    dimension = result_of(SOME_ANSWERS)["dimensions"]["MKT"]

    assert (dimension["name"], dimension["weight"], dimension["coverage"]) == ("Mkt", 14, 0.5)
    assert dimension["contributions"] == [
        {"question": "MKT1", "level": 3, "counted_level": 2, "value": pytest.approx(200 / 3), "share": 0.5},
        {"question": "MKT2", "level": None, "counted_level": None, "value": None, "share": 0.5},
    ]


def test_the_verdict_names_what_holds_it_down() -> None:
    verdict = result_of(SOME_ANSWERS)["verdict"]

    assert (verdict["id"], verdict["low"], verdict["high"], verdict["settled"]) == ("stop", "stop", "stop", True)
    assert [(cap["rule"], cap["about"]) for cap in verdict["caps"]] == [("hard_gate_failed", "gate_STF1")]
    assert [(cap["rule"], cap["causes"]) for cap in verdict["holds"]] == [("hard_gate_failed", ["gate_STF1"])]


def test_the_verdict_names_what_could_hold_it_what_is_weak_and_what_is_left_once_hard_gates_pass() -> None:
    found = result_of(make_sheet({"MKT1": 2, "MKT2": 2}))

    verdict = found["verdict"]
    assert (verdict["unresolved"], verdict["if_passed"], verdict["weak"]) == (True, ["promising", "strong"], [])
    assert [(each["rule"], each["about"]) for each in verdict["could_hold"]] == [("hard_gate_failed", "gate_STF1")]
    assert verdict["provisional"] is True
    assert verdict["provisional_because"][0] == {"cause": "hard_gate_open", "about": "gate_STF1"}
    assert found["result_version"] == 2


def test_a_verdict_that_is_not_named_says_so_and_how_many_answers_are_missing() -> None:
    verdict = result_of(make_sheet())["verdict"]

    assert (verdict["id"], verdict["label"], verdict["still_needed"]) == (None, "Too early to say", 1)
    assert verdict["provisional_because"][0] == {"cause": "no_verdict", "about": None}


def test_gates_stand_by_their_question() -> None:
    gate = result_of(SOME_ANSWERS)["gates"]["STF1"]

    assert (gate["kind"], gate["state"], gate["name"]) == ("hard", "failed", "Gate STF1")
    assert gate["because"]


def test_actions_say_what_who_and_when() -> None:
    action = result_of(SOME_ANSWERS)["actions"][0]

    assert (action["question"], action["what"], action["owner"]) == ("STF1", "Mend STF1.", "staff")
    assert (action["stage"], action["order"]) == ("A", 1)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        pytest.param({}, (None, None, False), id="nothing is planned"),
        pytest.param(
            {"fix_STF1": PlannedAction("Jo", "2027-03-01")}, ("Jo", "2027-03-01", False), id="somebody, by then"
        ),
        pytest.param({"fix_STF1": PlannedAction(done=True)}, (None, None, True), id="done"),
        pytest.param({"fix_MKT1": PlannedAction("Al", done=True)}, (None, None, False), id="another action"),
    ],
)
def test_actions_say_what_the_council_plans(
    plan: dict[str, PlannedAction], said: tuple[str | None, str | None, bool]
) -> None:
    action = result_of(replace(SOME_ANSWERS, plan=plan))["actions"][0]

    assert action["action"] == "fix_STF1"
    assert (action["planned_owner"], action["due"], action["done"]) == said
    assert action["owner"] == "staff"


def test_stages_are_letters_in_the_banks_order() -> None:
    later = BANK.model_copy(
        update={"actions": tuple(rule.model_copy(update={"stage": "business_case"}) for rule in BANK.actions)}
    )

    found = result(later, assess(later, SOME_ANSWERS), SOME_ANSWERS)

    assert {action["stage"] for action in found["actions"]} == {"B"}


def test_steps_to_another_verdict_say_from_where_to_where() -> None:
    found = result_of(make_sheet({"MKT1": 3, "MKT2": 3, "STF1": 1}))["robustness"]

    assert found["fewest_steps_down"] == [{"question": "STF1", "from": 1, "to": 0, "needs_evidence": False}]
    assert found["fewest_steps_down_verdict"] == "stop"
    assert sum(found["verdict_shares"].values()) == pytest.approx(1)
    assert found["weightings"] == 4_000


def test_local_weights_have_a_result_of_their_own() -> None:
    local = result_of(SOME_ANSWERS)["local"]

    assert local is not None
    assert local["weights"] == {"MKT": 21.0, "STF": 10.0}
    assert local["score"] == pytest.approx(100 * 10.5 / 20.5 * 2 / 3)


def test_no_local_weights_no_local_result() -> None:
    assert result_of(make_sheet({"MKT1": 1}))["local"] is None


def test_nothing_answered_gives_no_score_and_no_verdict() -> None:
    found = result_of(make_sheet())

    assert (found["score"], found["verdict"]["id"], found["confidence"]) == (None, None, 0)
    assert found["robustness"]["verdict_shares"] == {}
    assert found["robustness"]["fewest_steps_up_verdict"] is None


def test_a_dimension_in_which_nothing_applies_is_named() -> None:
    found = result_of(make_sheet({"STF1": not_applicable(), "MKT1": 2}))

    assert found["given_up"] == ["STF"]
    assert found["dimensions"]["STF"]["score"] is None


def test_unknown_questions_say_by_how_much_they_narrow_the_score() -> None:
    found = result_of(SOME_ANSWERS)["unknowns"]

    assert found == [{"question": "MKT2", "narrows": pytest.approx(100 * 14 / 24 / 2)}]


def test_the_text_is_the_result_in_plain_ascii() -> None:
    sheet = replace(SOME_ANSWERS, service=Service(name="Llyfrgelloedd \u0175 \u202e"))
    assessment = assess(BANK, sheet)

    text = result_json(BANK, assessment, sheet)

    assert text.isascii()
    assert json.loads(text) == result(BANK, assessment, sheet)


def test_how_firm_a_verdict_is_is_told_in_numbers() -> None:
    found = result_of(make_sheet({"MKT1": 3, "STF1": 1}))
    firmness = found["firmness"]

    assert firmness is not None
    assert 0 <= firmness["unknown"]["low"] <= firmness["unknown"]["likeliest"] <= firmness["unknown"]["high"] <= 100
    assert set(firmness["verdict_shares"]) == {"independent", "together", "alike"}
    assert all(sum(each.values()) == pytest.approx(1) for each in firmness["verdict_shares"].values())
    assert firmness["verdict_shares_if_hard_gates_pass"] is None
    assert (found["low"] or 0) <= firmness["likely_low"] <= firmness["likely_high"] <= (found["high"] or 0)
    assert [each["question"] for each in found["find_out_first"]] == ["MKT2"]


def test_without_a_verdict_nothing_is_firm_and_everything_is_to_be_found_out() -> None:
    found = result_of(make_sheet())

    assert found["firmness"] is None
    assert len(found["find_out_first"]) == 3
