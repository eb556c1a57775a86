"""When something is asked: conditions on answers and facts are true, false or unknown."""

import pytest
from builders import (
    DONT_KNOW,
    at_level,
    make_bank,
    make_dimension,
    make_fact,
    make_question,
    make_sheet,
    not_applicable,
)

from detector.core.answers import Answer, FactValue
from detector.core.bank import AllOf, AnswerIs, AnyOf, Condition, FactKind
from detector.core.conditions import applies, mentions, truth

NEEDS_STAFF = AnswerIs(fact="staff", at_least=1)
BANK = make_bank(
    [make_dimension("a", ["Q1", make_question("Q2", when=NEEDS_STAFF)])],
    facts=[
        make_fact("staff"),
        make_fact("share", FactKind.PERCENT),
        make_fact("route", FactKind.CHOICE, ["open", "reserved"]),
        make_fact("money", FactKind.CHOICES, ["loans", "equity"]),
        make_fact("board", FactKind.YES_NO),
        make_fact("council_note", FactKind.TEXT).model_copy(
            update={"when": AnswerIs(fact="board", is_one_of=(True,))}
        ),
    ],
)


@pytest.mark.parametrize(
    ("answer", "holds"),
    [
        pytest.param(2, True, id="a level that reaches it"),
        pytest.param(3, True, id="a level above it"),
        pytest.param(1, False, id="a level below it"),
        pytest.param(at_level(3, evidence=0), True, id="the level that counts, not the one answered"),
        pytest.param(DONT_KNOW, None, id="don't know"),
        pytest.param(not_applicable(), None, id="not applicable"),
        pytest.param(None, None, id="unanswered"),
    ],
)
def test_question_at_level_2_or_more(answer: int | Answer | None, holds: bool | None) -> None:
    sheet = make_sheet({} if answer is None else {"Q1": answer})

    assert truth(BANK, AnswerIs(question="Q1", at_least=2), sheet) is holds


def test_level_that_does_not_count_for_want_of_evidence_is_not_reached() -> None:
    sheet = make_sheet({"Q1": at_level(3, evidence=1)})

    assert truth(BANK, AnswerIs(question="Q1", at_least=3), sheet) is False


@pytest.mark.parametrize(
    ("test", "value", "holds"),
    [
        pytest.param(AnswerIs(fact="share", at_least=80), 80, True, id="at least includes the number"),
        pytest.param(AnswerIs(fact="share", at_least=80), 79.9, False, id="below at least"),
        pytest.param(AnswerIs(fact="share", under=80), 80, False, id="under leaves the number out"),
        pytest.param(AnswerIs(fact="share", under=80), 79.9, True, id="under"),
        pytest.param(AnswerIs(fact="share", at_least=20, under=80), 90, False, id="both bounds must hold: too high"),
        pytest.param(AnswerIs(fact="share", at_least=20, under=80), 10, False, id="both bounds must hold: too low"),
        pytest.param(AnswerIs(fact="share", at_least=20, under=80), 50, True, id="between both bounds"),
        pytest.param(
            AnswerIs(fact="route", is_one_of=("open", "reserved")), "reserved", True, id="one of the choices"
        ),
        pytest.param(AnswerIs(fact="route", is_one_of=("open",)), "reserved", False, id="another choice"),
        pytest.param(AnswerIs(fact="money", is_one_of=("equity",)), ("loans", "equity"), True, id="any of several"),
        pytest.param(AnswerIs(fact="money", is_one_of=("equity",)), ("loans",), False, id="none of several"),
        pytest.param(AnswerIs(fact="board", is_one_of=(True,)), True, True, id="yes"),
        pytest.param(AnswerIs(fact="board", is_one_of=(True,)), False, False, id="no"),
        pytest.param(AnswerIs(fact="board", is_one_of=(True,)), None, None, id="not said"),
    ],
)
def test_fact_is_as_described(test: AnswerIs, value: FactValue | None, holds: bool | None) -> None:
    sheet = make_sheet(facts={} if value is None or test.fact is None else {test.fact: value})

    assert truth(BANK, test, sheet) is holds


YES, NO, OPEN = (
    AnswerIs(fact="staff", at_least=1),
    AnswerIs(fact="staff", under=1),
    AnswerIs(fact="share", at_least=1),
)


@pytest.mark.parametrize(
    ("parts", "every", "some"),
    [
        pytest.param((YES, YES), True, True, id="yes yes"),
        pytest.param((YES, NO), False, True, id="yes no"),
        pytest.param((NO, NO), False, False, id="no no"),
        pytest.param((YES, OPEN), None, True, id="yes unknown"),
        pytest.param((NO, OPEN), False, None, id="no unknown"),
        pytest.param((OPEN, OPEN), None, None, id="unknown unknown"),
    ],
)
def test_all_and_any_of_several(parts: tuple[Condition, ...], every: bool | None, some: bool | None) -> None:
    sheet = make_sheet(facts={"staff": 5})

    assert truth(BANK, AllOf(all=parts), sheet) is every
    assert truth(BANK, AnyOf(any=parts), sheet) is some


def test_answer_to_a_question_that_is_not_asked_holds_nothing() -> None:
    sheet = make_sheet({"Q2": 3}, facts={"staff": 0})

    assert truth(BANK, AnswerIs(question="Q2", at_least=0), sheet) is False


def test_fact_that_is_not_asked_holds_nothing() -> None:
    sheet = make_sheet(facts={"board": False, "council_note": "kept"})

    assert truth(BANK, AnswerIs(fact="council_note", is_one_of=("kept",)), sheet) is False


@pytest.mark.parametrize(
    "test",
    [
        pytest.param(AnswerIs(question="gone", at_least=0), id="question"),
        pytest.param(AnswerIs(fact="gone", at_least=0), id="fact"),
    ],
)
def test_what_the_bank_does_not_have_is_unknown(test: AnswerIs) -> None:
    assert truth(BANK, test, make_sheet({"Q1": 3}, facts={"staff": 5})) is None


@pytest.mark.parametrize(
    ("when", "facts", "asked"),
    [
        pytest.param(None, {}, True, id="without a condition"),
        pytest.param(NEEDS_STAFF, {"staff": 5}, True, id="true"),
        pytest.param(NEEDS_STAFF, {}, True, id="unknown"),
        pytest.param(NEEDS_STAFF, {"staff": 0}, False, id="false"),
    ],
)
def test_everything_is_asked_until_its_condition_is_false(
    when: Condition | None, facts: dict[str, FactValue], asked: bool
) -> None:
    assert applies(BANK, when, make_sheet(facts=facts)) is asked


def test_mentions_name_each_question_and_fact_once_in_reading_order() -> None:
    condition = AllOf(
        all=(
            AnswerIs(fact="staff", at_least=1),
            AnyOf(any=(AnswerIs(question="Q1", at_least=1), AnswerIs(fact="route", is_one_of=("open",)))),
            AnswerIs(fact="staff", under=9),
        )
    )

    assert mentions(condition) == (("fact", "staff"), ("question", "Q1"), ("fact", "route"))
