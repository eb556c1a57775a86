"""What a condition compares, what made it true, and what leaves it open."""

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_fact, make_sheet
from form_builders import FACTS, exactly, fact_is

from detector.core.answers import Answer, FactValue
from detector.core.bank import AllOf, AnswerIs, AnyOf, Condition, FactKind
from detector.core.conditions import Interval, mentions, open_subjects, single_tests, triggers, truth

BANK = make_bank([make_dimension("MKT", ["MKT1", "MKT2"])], facts=FACTS)
CHARITY, STAFF, RATES = fact_is("purpose", "charity"), fact_is("control", "staff"), fact_is("rates", True)
READY = AnswerIs(score="ready", at_least=50)


@pytest.mark.parametrize(
    ("score", "is_true"),
    [
        pytest.param(exactly(50), True, id="on the line"),
        pytest.param(exactly(50 - 1e-9), True, id="short of the line by what adding up fractions loses"),
        pytest.param(exactly(49.9), False, id="short of the line"),
        pytest.param(Interval(50, 80), True, id="certain to reach the line"),
        pytest.param(Interval(50 - 1e-9, 80), True, id="certain, but for what adding up fractions loses"),
        pytest.param(Interval(0, 49.9), False, id="certain to stay under the line"),
        pytest.param(Interval(49.9, 50), None, id="the best that may come reaches the line"),
        pytest.param(Interval(0, 100), None, id="anything may come"),
        pytest.param(None, None, id="no score"),
    ],
)
def test_a_score_is_compared_with_its_threshold(score: Interval | None, is_true: bool | None) -> None:
    at_least = truth(BANK, READY, make_sheet(), {"ready": score})
    under = truth(BANK, AnswerIs(score="ready", under=50), make_sheet(), {"ready": score})

    assert at_least is is_true
    assert under is (None if is_true is None else not is_true)


@pytest.mark.parametrize(
    ("score", "is_true"),
    [
        pytest.param(Interval(40, 59), True, id="certain to lie between"),
        pytest.param(Interval(30, 70), None, id="may lie between, though neither end does"),
        pytest.param(Interval(50, 60), None, id="may pass the upper line"),
        pytest.param(Interval(60, 90), False, id="certain to lie above"),
    ],
)
def test_a_score_can_lie_between_two_lines(score: Interval, is_true: bool | None) -> None:
    between = AnswerIs(score="ready", at_least=40, under=60)

    assert truth(BANK, between, make_sheet(), {"ready": score}) is is_true


@pytest.mark.parametrize(
    ("answer", "is_true"),
    [
        pytest.param(at_level(2), True, id="on the line"),
        pytest.param(at_level(1), False, id="short of the line"),
        pytest.param(at_level(3, evidence=0), True, id="counted as less, and still on the line"),
        pytest.param(DONT_KNOW, None, id="nobody knows"),
    ],
)
def test_a_level_is_compared_as_it_counts(answer: Answer, is_true: bool | None) -> None:
    sheet = make_sheet({"MKT1": answer})

    assert truth(BANK, AnswerIs(question="MKT1", at_least=2), sheet) is is_true
    assert truth(BANK, AnswerIs(question="MKT1", under=2), sheet) is (None if is_true is None else not is_true)
    assert truth(BANK, AnswerIs(question="MKT1", at_least=3), sheet) is (None if is_true is None else False)


@pytest.mark.parametrize(
    ("facts", "of_all", "of_any"),
    [
        pytest.param({"purpose": "charity", "control": "staff"}, True, True, id="both hold"),
        pytest.param({"purpose": "charity", "control": "council"}, False, True, id="one holds"),
        pytest.param({"purpose": "members", "control": "council"}, False, False, id="neither holds"),
        pytest.param({"purpose": "charity"}, None, True, id="one holds and one is unknown"),
        pytest.param({"purpose": "members"}, False, None, id="one fails and one is unknown"),
        pytest.param({}, None, None, id="both are unknown"),
    ],
)
def test_all_and_any_know_three_truths(facts: dict[str, FactValue], of_all: bool | None, of_any: bool | None) -> None:
    sheet = make_sheet(facts=facts)

    assert truth(BANK, AllOf(all=(CHARITY, STAFF)), sheet) is of_all
    assert truth(BANK, AnyOf(any=(CHARITY, STAFF)), sheet) is of_any


def test_a_score_nobody_gives_is_unknown() -> None:
    assert truth(BANK, READY, make_sheet()) is None


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        pytest.param(CHARITY, {"purpose": "charity"}, ("purpose",), id="a single test"),
        pytest.param(CHARITY, {"purpose": "members"}, (), id="not true"),
        pytest.param(CHARITY, {}, (), id="unknown"),
        pytest.param(
            AllOf(all=(CHARITY, STAFF)), {"purpose": "charity", "control": "staff"}, ("purpose", "control"), id="all"
        ),
        pytest.param(AllOf(all=(CHARITY, STAFF)), {"purpose": "charity"}, (), id="only half of all"),
        pytest.param(
            AnyOf(any=(CHARITY, STAFF, RATES)),
            {"purpose": "charity", "control": "council", "rates": True},
            ("purpose", "rates"),
            id="of any, those that are true",
        ),
        pytest.param(AllOf(all=(CHARITY, CHARITY)), {"purpose": "charity"}, ("purpose",), id="named once"),
    ],
)
def test_what_made_it_true(condition: Condition, facts: dict[str, FactValue], expected: tuple[str, ...]) -> None:
    assert triggers(BANK, condition, make_sheet(facts=facts)) == expected


@pytest.mark.parametrize(
    ("condition", "facts", "expected"),
    [
        pytest.param(CHARITY, {}, ("purpose",), id="a single test"),
        pytest.param(CHARITY, {"purpose": "charity"}, (), id="settled as true"),
        pytest.param(CHARITY, {"purpose": "members"}, (), id="settled as false"),
        pytest.param(AllOf(all=(CHARITY, STAFF)), {"purpose": "charity"}, ("control",), id="what is left of all"),
        pytest.param(AllOf(all=(CHARITY, STAFF)), {"purpose": "members"}, (), id="false whatever else comes"),
        pytest.param(AnyOf(any=(CHARITY, STAFF)), {"purpose": "members"}, ("control",), id="what is left of any"),
        pytest.param(AnyOf(any=(CHARITY, STAFF)), {"purpose": "charity"}, (), id="true whatever else comes"),
        pytest.param(
            AllOf(all=(AnyOf(any=(CHARITY, STAFF)), AnyOf(any=(STAFF, RATES)))),
            {"purpose": "charity"},
            ("control", "rates"),
            id="only in the parts that are open",
        ),
    ],
)
def test_what_leaves_it_open(condition: Condition, facts: dict[str, FactValue], expected: tuple[str, ...]) -> None:
    assert open_subjects(BANK, condition, make_sheet(facts=facts)) == expected


def test_questions_and_scores_are_named_by_their_ids() -> None:
    either = AnyOf(any=(AnswerIs(question="MKT1", at_least=2), READY))

    assert open_subjects(BANK, either, make_sheet()) == ("MKT1", "ready")
    assert triggers(BANK, either, make_sheet({"MKT1": 2}), {"ready": exactly(60)}) == ("MKT1", "ready")


def test_a_fact_that_is_not_asked_decides_as_false() -> None:
    asked_of_charities = make_fact("reliefs", FactKind.YES_NO).model_copy(update={"when": CHARITY})
    bank = make_bank([make_dimension("MKT", ["MKT1"])], facts=[*FACTS, asked_of_charities])
    wants_reliefs = fact_is("reliefs", True)

    assert truth(bank, wants_reliefs, make_sheet(facts={"purpose": "members", "reliefs": True})) is False
    assert truth(bank, wants_reliefs, make_sheet(facts={"reliefs": True})) is True
    assert open_subjects(bank, wants_reliefs, make_sheet()) == ("reliefs",)


def test_everything_mentioned_once_in_reading_order() -> None:
    condition = AllOf(all=(AnyOf(any=(READY, CHARITY)), AnswerIs(question="MKT1", under=2), CHARITY))

    assert mentions(BANK, condition) == (("score", "ready"), ("fact", "purpose"), ("question", "MKT1"))
    assert list(single_tests(condition)) == [READY, CHARITY, AnswerIs(question="MKT1", under=2), CHARITY]
