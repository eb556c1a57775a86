"""What a legal form's rule sees of the scores, and when there is advice on forms at all."""

import pytest
from builders import make_bank, make_dimension, make_sheet
from form_builders import bank_of_forms, excluded_when, make_form, no_new_form

from detector.core.assessment import assess, scores_of_100
from detector.core.bank import AnswerIs
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


@pytest.mark.parametrize(
    ("level", "is_excluded"), [pytest.param(1, True, id="under the line"), pytest.param(2, False, id="over the line")]
)
def test_form_can_be_ruled_out_by_the_overall_score(level: int, is_excluded: bool) -> None:
    society = make_form("society", rules=[excluded_when(AnswerIs(score="overall", under=50))])
    bank = bank_of_forms(society, no_new_form())

    advice = assess(bank, make_sheet({"MKT1": level}), weightings=0).forms

    assert advice is not None
    assert ("society" in [each.form_id for each in advice.excluded]) is is_excluded


def test_bank_without_forms_gives_no_advice_on_them() -> None:
    assert assess(BANK, make_sheet({"MKT1": 2}), weightings=0).forms is None
