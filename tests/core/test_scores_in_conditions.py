"""What a legal form's rule sees of the scores, and when there is advice on forms at all."""

from collections.abc import Mapping

import pytest
from builders import make_bank, make_dimension, make_sheet, not_applicable
from form_builders import bank_of_forms, excluded_when, make_form, no_new_form
from hypothesis import given
from hypothesis import strategies as st

from detector.core.assessment import assess, scores_of_100
from detector.core.bank import AllOf, AnswerIs, AnyOf, Condition
from detector.core.conditions import Scores, truth
from detector.core.scoring import combine, combine_groups, score_dimensions

BANK = make_bank(
    [make_dimension("market", ["MKT1"], weight=10), make_dimension("law", ["LAW1"], weight=30, group="ready")]
)
QUESTIONS: tuple[str, ...] = ("MKT1", "LAW1", "LAW2")
TWO_LAWS = make_bank(
    [make_dimension("market", ["MKT1"], weight=10), make_dimension("law", ["LAW1", "LAW2"], weight=30, group="ready")]
)


def test_scores_go_by_dimension_group_and_overall_and_reach_from_low_to_high_of_100() -> None:
    dimensions = score_dimensions(BANK, make_sheet({"MKT1": 2}))

    found = scores_of_100(combine("overall", dimensions), combine_groups(BANK, dimensions), dimensions)

    two_thirds = pytest.approx(200 / 3)
    assert {name: score and (score.low, score.high) for name, score in found.items()} == {
        "overall": (pytest.approx(200 / 3 / 4), pytest.approx(100 - 100 / 3 / 4)),
        "right_service": (two_thirds, two_thirds),
        "ready": (0, 100),
        "market": (two_thirds, two_thirds),
        "law": (0, 100),
    }


def test_there_is_no_score_where_nothing_applies() -> None:
    dimensions = score_dimensions(BANK, make_sheet({"MKT1": 2, "LAW1": not_applicable()}))

    found = scores_of_100(combine("overall", dimensions), combine_groups(BANK, dimensions), dimensions)

    assert (found["ready"], found["law"]) == (None, None)


@given(st.data())
def test_what_a_score_settles_stays_settled_whatever_is_learnt(data: st.DataObject) -> None:
    some = data.draw(st.dictionaries(st.sampled_from(QUESTIONS), st.integers(0, 3)))
    rest = data.draw(st.fixed_dictionaries({each: st.integers(0, 3) for each in QUESTIONS}))
    test = AnswerIs(score=data.draw(st.sampled_from(("overall", "ready"))), at_least=data.draw(st.integers(0, 100)))

    before = truth(TWO_LAWS, test, make_sheet(), _scores(some))
    after = truth(TWO_LAWS, test, make_sheet(), _scores({**rest, **some}))

    assert before in {None, after}
    assert after is not None


def _scores(levels: Mapping[str, int]) -> Scores:
    dimensions = score_dimensions(TWO_LAWS, make_sheet(levels))
    return scores_of_100(combine("overall", dimensions), combine_groups(TWO_LAWS, dimensions), dimensions)


LOW = AnswerIs(score="overall", under=50)


@pytest.mark.parametrize(
    "when",
    [
        pytest.param(LOW, id="alone"),
        pytest.param(AllOf(all=(LOW,)), id="among all"),
        pytest.param(AnyOf(any=(LOW,)), id="among any"),
    ],
)
def test_form_can_be_ruled_out_by_the_overall_score(when: Condition) -> None:
    bank = bank_of_forms(make_form("society", rules=[excluded_when(when)]), no_new_form())

    sheets = [make_sheet({"MKT1": level, "MKT2": level}) for level in (1, 2)]
    low, high = (assess(bank, sheet).forms for sheet in sheets)

    assert low is not None
    assert [each.form_id for each in low.excluded] == ["society"]
    assert high is not None
    assert high.excluded == ()


def test_bank_without_forms_gives_no_advice_on_them() -> None:
    assert assess(BANK, make_sheet({"MKT1": 2})).forms is None
