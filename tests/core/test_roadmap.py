"""The stages of the roadmap, their exit tests, and the stage a service is in."""

import pytest
from builders import STAGES, make_sheet
from form_builders import bank_of_forms, exactly, fact_is

from detector.core.answers import FactValue
from detector.core.bank import AnswerIs, Bank, Condition, Option
from detector.core.bank.guidance import StageTest
from detector.core.roadmap import StageTestResult, stage_progress

STAFF, RATES = fact_is("control", "staff"), fact_is("rates", True)


def make_test(test_id: str, stage: str, when: Condition | None = None) -> StageTest:
    return StageTest(id=test_id, stage=stage, text=f"{test_id} is so.", when=when)


def bank_with(*tests: StageTest) -> Bank:
    return bank_of_forms().model_copy(update={"stage_tests": tests})


def current(bank: Bank, facts: dict[str, FactValue] | None = None) -> str:
    found = [stage.stage_id for stage in stage_progress(bank, make_sheet(facts=facts), {}) if stage.is_current]
    assert len(found) == 1
    return found[0]


def test_tests_stand_by_their_stage_in_the_banks_order() -> None:
    bank = bank_with(make_test("b", "business_case", RATES), make_test("a", "explore", STAFF))

    found = stage_progress(bank, make_sheet(facts={"control": "staff"}), {})

    assert [stage.stage_id for stage in found] == [stage.id for stage in STAGES]
    assert found[0].tests == (StageTestResult("a", passed=True, is_for_people=False),)
    assert found[1].tests == (StageTestResult("b", passed=None, is_for_people=False),)


def test_what_people_judge_is_never_passed_by_answers() -> None:
    found = stage_progress(bank_with(make_test("noted", "explore")), make_sheet(), {})

    assert found[0].tests == (StageTestResult("noted", passed=None, is_for_people=True),)


@pytest.mark.parametrize(
    ("facts", "stage"),
    [
        pytest.param({}, "explore", id="nothing known"),
        pytest.param({"control": "council"}, "explore", id="the first test fails"),
        pytest.param({"control": "staff"}, "business_case", id="the first stage is finished"),
        pytest.param({"rates": True}, "explore", id="a later stage does not count before an earlier one"),
        pytest.param({"control": "staff", "rates": True}, "business_case", id="all finished: the last stage"),
    ],
)
def test_the_current_stage_is_the_first_unfinished(facts: dict[str, FactValue], stage: str) -> None:
    bank = bank_with(make_test("a", "explore", STAFF), make_test("b", "business_case", RATES))

    assert current(bank, facts) == stage


def test_the_last_of_many_stages_is_never_left() -> None:
    bank = bank_with(make_test("a", "explore", STAFF))
    more = (*bank.stages, Option(id="after", name="After"))

    assert current(bank.model_copy(update={"stages": more}), {"control": "staff"}) == "after"


def test_a_score_can_be_a_test() -> None:
    bank = bank_with(make_test("ready", "explore", AnswerIs(score="ready", at_least=50)))

    found = stage_progress(bank, make_sheet(), {"ready": exactly(50)})

    assert found[0].tests[0].passed is True


def test_a_test_for_people_does_not_hold_a_stage_back() -> None:
    bank = bank_with(make_test("a", "explore", STAFF), make_test("noted", "explore"), make_test("b", "business_case"))

    assert current(bank, {"control": "staff"}) == "business_case"


def test_a_stage_that_only_people_can_judge_is_never_shown_as_finished() -> None:
    bank = bank_with(make_test("noted", "explore"), make_test("b", "business_case", STAFF))

    assert current(bank, {"control": "staff"}) == "explore"


def test_a_stage_without_tests_is_passed_over() -> None:
    assert current(bank_with(make_test("b", "business_case", STAFF))) == "business_case"


def test_a_bank_without_tests_says_nothing_of_stages() -> None:
    assert stage_progress(bank_with(), make_sheet(), {}) == ()
