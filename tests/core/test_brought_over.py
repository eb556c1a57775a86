"""What waits on a sheet that came from an older bank, and that coming over alone makes no result ready."""

from dataclasses import replace

import pytest
from builders import make_answers, make_bank, make_dimension, make_gate, make_sheet
from hypothesis import given
from hypothesis import strategies as st

from detector.core.answers import AnswerSheet, BroughtOver, EarlierAnswer
from detector.core.assessment import assess
from detector.core.bank import CapRule, Migration
from detector.core.brought_over import earlier_answers, is_to_read_again, left_to_read, new_since
from detector.core.verdict.provisional import ProvisionalCause
from detector.wording.brought_over import brought_over_sentence, earlier_in_words

BANK = make_bank(
    [make_dimension("MKT", ["MKT1", "MKT2", "MKT3"]), make_dimension("STF", ["STF1"])], gates=[make_gate("STF1")]
)
BROUGHT = BroughtOver("2025.1", carried=2, read_again={"MKT1": 2}, new=("MKT3",))


def brought_over(answers: dict[str, int], brought: BroughtOver = BROUGHT) -> AnswerSheet:
    return replace(make_sheet(make_answers(answers)), brought_over=brought)


def waits(sheet: AnswerSheet) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    left = left_to_read(BANK, sheet)
    return None if left is None else (left.read_again, left.new)


@pytest.mark.parametrize(
    ("answers", "waiting"),
    [
        pytest.param({"MKT1": 2, "MKT2": 1}, (("MKT1",), ("MKT3",)), id="as it came"),
        pytest.param({"MKT1": 3}, ((), ("MKT3",)), id="an answer that was changed"),
        pytest.param({"MKT1": 2, "MKT3": 0}, (("MKT1",), ()), id="a new question that was answered"),
    ],
)
def test_what_waits_goes_as_people_look_at_it(
    answers: dict[str, int], waiting: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert waits(brought_over(answers)) == waiting


def test_a_sheet_of_todays_bank_waits_for_nothing() -> None:
    assert waits(make_sheet()) is None
    assert not is_to_read_again(make_sheet(make_answers({"MKT1": 2})), "MKT1")


def test_the_sentence_counts_what_came_and_what_waits() -> None:
    left = left_to_read(BANK, brought_over({"MKT1": 2, "MKT2": 1}))
    assert left is not None

    said = brought_over_sentence(left)

    assert said == ("Brought over from version 2025.1. 2 answers carried over, 1 to look at again, 1 new question.")


def test_an_earlier_answer_is_told_beside_its_question_alone() -> None:
    earlier = EarlierAnswer("How stable is it?", "Stable (level 2 of 3)", "Agreed in May", ("MKT2",))
    sheet = brought_over({}, replace(BROUGHT, earlier=(earlier,)))

    assert earlier_answers(sheet, "MKT1") == ()
    assert [earlier_in_words(each) for each in earlier_answers(sheet, "MKT2")] == [
        "Asked before: “How stable is it?” Answered: Stable (level 2 of 3). Note: Agreed in May"
    ]


def test_what_is_new_is_gathered_over_every_step() -> None:
    steps = (
        Migration(from_version="2024.1", to_version="2025.1", new_rules=(CapRule.WEAK_POINTS,), note="One."),
        Migration(from_version="2025.1", to_version=BANK.version, new_gates=("STF1",), note="Two."),
    )
    bank = BANK.model_copy(update={"migrations": steps})

    assert new_since(bank, "2024.1") == ({CapRule.WEAK_POINTS}, {"STF1"})
    assert new_since(bank, "2025.1") == (set(), {"STF1"})
    assert new_since(bank, BANK.version) == (set(), set())


@given(
    st.dictionaries(st.sampled_from(["MKT1", "MKT2", "STF1"]), st.integers(0, 3)),
    st.dictionaries(st.sampled_from(["MKT1", "MKT2", "STF1"]), st.integers(0, 3)),
)
def test_coming_over_alone_makes_no_result_fit_for_a_decision(
    answers: dict[str, int], read_again: dict[str, int]
) -> None:
    sheet = brought_over(answers, replace(BROUGHT, read_again=read_again))

    causes = {each.cause for each in assess(BANK, sheet).provisional}

    assert ProvisionalCause.BROUGHT_OVER in causes


def test_where_no_answer_came_over_nobody_has_anything_to_look_at() -> None:
    sheet = brought_over({"STF1": 3}, BroughtOver("2025.1", carried=0, read_again={}, new=("MKT3",)))

    assert ProvisionalCause.BROUGHT_OVER not in {each.cause for each in assess(BANK, sheet).provisional}


def test_once_all_is_looked_at_it_holds_nothing_back() -> None:
    sheet = brought_over({"MKT1": 3, "MKT2": 3, "MKT3": 3, "STF1": 3})

    assert ProvisionalCause.BROUGHT_OVER not in {each.cause for each in assess(BANK, sheet).provisional}
