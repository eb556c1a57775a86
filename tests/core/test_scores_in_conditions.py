"""What a legal form's rule sees of the scores, and when there is advice on forms at all."""

import pytest
from builders import make_bank, make_dimension, make_sheet
from form_builders import bank_of_forms, excluded_when, make_form, no_new_form

from detector.core.assessment import assess, scores_of_100
from detector.core.bank import AllOf, AnswerIs, AnyOf, Condition
from detector.core.scoring import combine, combine_groups, score_dimensions

BANK = make_bank(
    [make_dimension("market", ["MKT1"], weight=10), make_dimension("law", ["LAW1"], weight=30, group="ready")]
)


def test_scores_go_by_dimension_group_and_overall_from_0_to_100_or_none() -> None:
    dimensions = score_dimensions(BANK, make_sheet({"MKT1": 2}))

    found = scores_of_100(combine("overall", dimensions), combine_groups(BANK, dimensions), dimensions)

    two_thirds = pytest.approx(200 / 3)
    assert found == {
        "overall": two_thirds,
        "right_service": two_thirds,
        "ready": None,
        "market": two_thirds,
        "law": None,
    }


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

    low, high = (assess(bank, make_sheet({"MKT1": level}), weightings=0).forms for level in (1, 2))

    assert low is not None
    assert [each.form_id for each in low.excluded] == ["society"]
    assert high is not None
    assert high.excluded == ()


def test_bank_without_forms_gives_no_advice_on_them() -> None:
    assert assess(BANK, make_sheet({"MKT1": 2}), weightings=0).forms is None
