"""When a condition holds, does not, or cannot be told yet."""

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
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from detector.core.answers import Answer, AnswerSheet, FactValue
from detector.core.bank import AllOf, AnswerIs, AnyOf, Bank, Condition, FactKind
from detector.core.conditions import applies, mentions, truth

NUMBERED = ("F1", "F2", "F3")


def bank_of_facts() -> Bank:
    facts = (
        make_fact("turnover", FactKind.MONEY),
        make_fact("control", FactKind.CHOICE, ["staff", "users", "council"]),
        make_fact("finance", FactKind.CHOICES, ["loans", "grants", "shares"]),
        make_fact("is_open", FactKind.YES_NO),
        *(make_fact(fact_id, FactKind.YES_NO) for fact_id in NUMBERED),
    )
    return make_bank([make_dimension("MKT", ["MKT1", "MKT2"])], facts=facts)


BANK = bank_of_facts()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(at_level(2), True, id="at the level"),
        pytest.param(at_level(1), False, id="under the level"),
        pytest.param(None, None, id="unanswered is unknown"),
        pytest.param(DONT_KNOW, None, id="don't know is unknown"),
        pytest.param(not_applicable(), None, id="not applicable is unknown"),
    ],
)
def test_a_level_is_compared_and_any_other_answer_is_unknown(answer: Answer | None, expected: bool | None) -> None:
    sheet = make_sheet({} if answer is None else {"MKT1": answer})

    result = truth(BANK, AnswerIs(question="MKT1", at_least=2), sheet)

    assert result is expected


@pytest.mark.parametrize(
    ("evidence", "expected"), [pytest.param(2, True, id="proved"), pytest.param(1, False, id="said")]
)
def test_the_top_level_counts_only_with_evidence(evidence: int, expected: bool) -> None:
    sheet = make_sheet({"MKT1": at_level(3, evidence)})

    result = truth(BANK, AnswerIs(question="MKT1", at_least=3), sheet)

    assert result is expected


@pytest.mark.parametrize(
    ("test", "value", "expected"),
    [
        pytest.param(AnswerIs(fact="turnover", at_least=10), 10, True, id="at least reaches its number"),
        pytest.param(AnswerIs(fact="turnover", at_least=10), 9.5, False, id="at least leaves out less"),
        pytest.param(AnswerIs(fact="turnover", under=10), 9.5, True, id="under takes less"),
        pytest.param(AnswerIs(fact="turnover", under=10), 10, False, id="under leaves out its number"),
        pytest.param(AnswerIs(fact="turnover", at_least=5, under=10), 7, True, id="between both"),
        pytest.param(AnswerIs(fact="turnover", at_least=5, under=10), 12, False, id="beyond both"),
        pytest.param(AnswerIs(fact="turnover", under=10), 0, True, id="nothing is a number"),
        pytest.param(AnswerIs(fact="control", is_one_of=("staff", "users")), "users", True, id="one of the options"),
        pytest.param(AnswerIs(fact="control", is_one_of=("staff", "users")), "council", False, id="another option"),
        pytest.param(
            AnswerIs(fact="finance", is_one_of=("loans",)), ("grants", "loans"), True, id="one choice of many"
        ),
        pytest.param(AnswerIs(fact="finance", is_one_of=("loans",)), ("grants", "shares"), False, id="other choices"),
        pytest.param(AnswerIs(fact="is_open", is_one_of=(True,)), True, True, id="yes"),
        pytest.param(AnswerIs(fact="is_open", is_one_of=(True,)), False, False, id="no where yes is meant"),
        pytest.param(AnswerIs(fact="is_open", is_one_of=(False,)), False, True, id="no where no is meant"),
    ],
)
def test_a_fact_is_compared_by_its_kind(test: AnswerIs, value: FactValue, expected: bool) -> None:
    fact_id = mentions(BANK, test)[0][1]

    result = truth(BANK, test, make_sheet(facts={fact_id: value}))

    assert result is expected


@pytest.mark.parametrize("fact_id", ["turnover", "nowhere"])
def test_a_fact_nobody_gave_is_unknown(fact_id: str) -> None:
    result = truth(BANK, AnswerIs(fact=fact_id, at_least=1), make_sheet())

    assert result is None


# The three facts stand for true, false and unknown.
TRUE, FALSE, UNKNOWN = (AnswerIs(fact=fact_id, is_one_of=(True,)) for fact_id in NUMBERED)
THREE = make_sheet(facts={"F1": True, "F2": False})
SINGLE: SearchStrategy[Condition] = st.sampled_from([TRUE, FALSE, UNKNOWN])


def nested(parts: SearchStrategy[Condition]) -> SearchStrategy[Condition]:
    lists = st.lists(parts, min_size=1, max_size=4).map(tuple)
    return lists.map(lambda found: AllOf(all=found)) | lists.map(lambda found: AnyOf(any=found))


CONDITIONS: SearchStrategy[Condition] = st.recursive(SINGLE, nested, max_leaves=12)
ROWS = st.lists(CONDITIONS, min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("parts", "in_all", "in_any"),
    [
        pytest.param((TRUE, TRUE), True, True, id="true, true"),
        pytest.param((TRUE, FALSE), False, True, id="true, false"),
        pytest.param((TRUE, UNKNOWN), None, True, id="true, unknown"),
        pytest.param((FALSE, FALSE), False, False, id="false, false"),
        pytest.param((FALSE, UNKNOWN), False, None, id="false, unknown"),
        pytest.param((UNKNOWN, UNKNOWN), None, None, id="unknown, unknown"),
    ],
)
def test_all_and_any_follow_three_valued_logic(
    parts: tuple[AnswerIs, ...], in_all: bool | None, in_any: bool | None
) -> None:
    both = (truth(BANK, AllOf(all=parts), THREE), truth(BANK, AnyOf(any=parts), THREE))

    assert both == (in_all, in_any)


@given(parts=ROWS, data=st.data())
def test_the_order_of_parts_never_matters(parts: list[Condition], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(parts))

    assert truth(BANK, AllOf(all=tuple(mixed)), THREE) is truth(BANK, AllOf(all=tuple(parts)), THREE)
    assert truth(BANK, AnyOf(any=tuple(mixed)), THREE) is truth(BANK, AnyOf(any=tuple(parts)), THREE)


@given(parts=ROWS, more=ROWS)
def test_how_parts_are_grouped_never_matters(parts: list[Condition], more: list[Condition]) -> None:
    in_all = AllOf(all=(AllOf(all=tuple(parts)), AllOf(all=tuple(more))))
    in_any = AnyOf(any=(AnyOf(any=tuple(parts)), AnyOf(any=tuple(more))))

    assert truth(BANK, in_all, THREE) is truth(BANK, AllOf(all=(*parts, *more)), THREE)
    assert truth(BANK, in_any, THREE) is truth(BANK, AnyOf(any=(*parts, *more)), THREE)


@given(one=CONDITIONS, two=CONDITIONS, three=CONDITIONS)
def test_any_spreads_over_all(one: Condition, two: Condition, three: Condition) -> None:
    together = AnyOf(any=(one, AllOf(all=(two, three))))
    spread = AllOf(all=(AnyOf(any=(one, two)), AnyOf(any=(one, three))))

    assert truth(BANK, together, THREE) is truth(BANK, spread, THREE)


@given(one=CONDITIONS, two=CONDITIONS)
def test_a_part_swallows_what_is_joined_to_it(one: Condition, two: Condition) -> None:
    swallowed = AllOf(all=(one, AnyOf(any=(one, two))))

    assert truth(BANK, swallowed, THREE) is truth(BANK, one, THREE)


@given(condition=CONDITIONS, facts=st.dictionaries(st.sampled_from(NUMBERED), st.booleans()), data=st.data())
def test_learning_more_never_overturns_what_was_certain(
    condition: Condition, facts: dict[str, bool], data: st.DataObject
) -> None:
    before = truth(BANK, condition, make_sheet(facts=facts))
    unknown = [fact_id for fact_id in NUMBERED if fact_id not in facts]
    learnt = {fact_id: data.draw(st.booleans()) for fact_id in unknown}

    after = truth(BANK, condition, make_sheet(facts={**facts, **learnt}))

    assert before in (None, after)


def bank_of_hidden_facts() -> Bank:
    shown = make_fact("shown", FactKind.YES_NO)
    hidden = make_fact("hidden", FactKind.COUNT).model_copy(update={"when": AnswerIs(fact="shown", is_one_of=(True,))})
    deeper = make_fact("deeper", FactKind.COUNT).model_copy(update={"when": AnswerIs(fact="hidden", at_least=1)})
    question = make_question("MKT1", when=AnswerIs(fact="shown", is_one_of=(True,)))
    return make_bank([make_dimension("MKT", [question])], facts=(shown, hidden, deeper))


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param({"shown": True}, True, id="asked"),
        pytest.param({"shown": False}, False, id="no longer asked"),
        pytest.param({}, True, id="not known whether it is asked"),
    ],
)
@pytest.mark.parametrize(
    "test",
    [
        pytest.param(AnswerIs(fact="hidden", at_least=1), id="a fact"),
        pytest.param(AnswerIs(fact="deeper", at_least=1), id="a fact behind a fact"),
        pytest.param(AnswerIs(question="MKT1", at_least=1), id="a question"),
    ],
)
def test_an_answer_to_what_is_no_longer_asked_counts_for_nothing(
    test: AnswerIs, shown: dict[str, FactValue], expected: bool
) -> None:
    sheet: AnswerSheet = make_sheet({"MKT1": 2}, facts={"hidden": 5, "deeper": 5, **shown})

    result = truth(bank_of_hidden_facts(), test, sheet)

    assert result is expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param(None, True, id="no condition"),
        pytest.param(TRUE, True, id="true"),
        pytest.param(UNKNOWN, True, id="unknown"),
        pytest.param(FALSE, False, id="false"),
    ],
)
def test_only_a_false_condition_keeps_a_question_back(when: Condition | None, expected: bool) -> None:
    assert applies(BANK, when, THREE) is expected


def test_mentions_are_named_once_in_reading_order() -> None:
    level = AnswerIs(question="MKT1", at_least=1)

    named = mentions(BANK, AllOf(all=(TRUE, AnyOf(any=(level, FALSE)), level, TRUE)))

    assert named == (("fact", "F1"), ("question", "MKT1"), ("fact", "F2"))
