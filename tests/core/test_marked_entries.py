"""Which entries play a part of their own: as the bank marks them, or, where it marks none, as its other rules say."""

import pytest
from builders import make_bank, make_dimension
from form_builders import FACTS, bank_of_forms, excluded_when, fact_is, make_form

from detector.bank_files import load_bank
from detector.core.bank import Bank, CapRule, FactPage
from detector.core.bank.guidance import FormLayer, LegalForm
from detector.core.marked_entries import (
    bands_too_early_for_form,
    fact_groups_on,
    form_of_none_yet,
    model_compared_first,
    model_of_staying,
)

RULED_OUT = excluded_when(fact_is("control", "council"))


def without_marks(bank: Bank) -> Bank:
    """The bank as councils wrote it before there were marks."""
    return bank.model_copy(
        update={
            "bands": tuple(each.model_copy(update={"too_early_for_form": False}) for each in bank.bands),
            "forms": tuple(each.model_copy(update={"is_none_yet": False}) for each in bank.forms),
            "models": tuple(
                each.model_copy(update={"is_in_house": False, "compare_first": False}) for each in bank.models
            ),
            "fact_groups": tuple(each.model_copy(update={"asked_on": None}) for each in bank.fact_groups),
        }
    )


def parts_played(bank: Bank) -> list[object]:
    none_yet, staying, mutual = form_of_none_yet(bank), model_of_staying(bank), model_compared_first(bank)
    return [
        bands_too_early_for_form(bank),
        none_yet and none_yet.id,
        staying and staying.id,
        mutual and mutual.id,
        fact_groups_on(bank, FactPage.LEGAL_FORMS),
    ]


@pytest.mark.parametrize(
    ("marked", "mutual", "more_groups"), [(True, "new_psm", set[str]()), (False, "join_existing", {"about_service"})]
)
def test_what_the_shipped_bank_marks_is_what_it_means_without_a_mark(
    marked: bool, mutual: str, more_groups: set[str]
) -> None:
    """All but two: without a mark the first mutual is compared, and every group with a fact that excludes is asked."""
    bank = load_bank()

    assert parts_played(bank if marked else without_marks(bank)) == [
        {"weak", "not_suited", "stop"},
        "no_new_form",
        "in_house",
        mutual,
        {"purpose_and_control", "money", "route"} | more_groups,
    ]


def test_a_mark_counts_more_than_what_the_rules_say() -> None:
    bank = without_marks(load_bank())
    moved = bank.model_copy(
        update={
            "bands": tuple(
                each.model_copy(update={"too_early_for_form": each.from_score is None}) for each in bank.bands
            ),
            "forms": tuple(each.model_copy(update={"is_none_yet": each.id == "join_existing"}) for each in bank.forms),
            "models": tuple(
                each.model_copy(
                    update={"is_in_house": each.id == "outsource", "compare_first": each.id == "joint_venture"}
                )
                for each in bank.models
            ),
            "fact_groups": tuple(
                each.model_copy(update={"asked_on": FactPage.LEGAL_FORMS if each.id == "size" else None})
                for each in bank.fact_groups
            ),
        }
    )

    assert parts_played(moved) == [{"stop"}, "join_existing", "outsource", "joint_venture", {"size"}]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        pytest.param([make_form("company", rules=[RULED_OUT]), make_form("never")], "never", id="one that lasts"),
        pytest.param([make_form("company"), make_form("never")], None, id="two that last leave it open"),
        pytest.param([make_form("company", rules=[RULED_OUT])], None, id="none that lasts"),
        pytest.param(
            [make_form("company", rules=[RULED_OUT]), make_form("trust", FormLayer.OVERLAY, goes_with=["company"])],
            None,
            id="an overlay is no answer by itself",
        ),
    ],
)
def test_without_a_mark_the_form_that_nothing_excludes_means_setting_up_nothing(
    forms: list[LegalForm], expected: str | None
) -> None:
    found = form_of_none_yet(bank_of_forms(*forms))

    assert (found and found.id) == expected


def test_without_marks_a_verdict_that_a_very_low_headline_allows_is_too_early() -> None:
    bank = without_marks(make_bank([make_dimension("MKT", ["MKT1"])], facts=FACTS))
    caps = [
        cap.model_copy(update={"at_most": "not_suited"}) for cap in bank.caps if cap.rule is CapRule.HEADLINE_VERY_LOW
    ]

    found = bands_too_early_for_form(bank.model_copy(update={"caps": tuple(caps)}))

    assert found == {"not_suited", "stop"}


def test_a_bank_of_no_models_has_none_to_compare() -> None:
    bank = make_bank([make_dimension("MKT", ["MKT1"])])

    assert (model_of_staying(bank), model_compared_first(bank)) == (None, None)
