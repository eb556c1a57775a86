"""The whole path: one call from a sheet to everything it says."""

import pytest
from builders import DONT_KNOW, VERSION, make_bank, make_dimension, make_gate, make_sheet

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.errors import AnswerError

BANK = make_bank(
    [
        make_dimension("market", ["MKT1", "MKT2"], weight=10, headline=True),
        make_dimension("law", ["LAW1"], weight=30, group="ready"),
    ],
    gates=[make_gate("LAW1")],
)


def test_an_assessment_holds_everything_in_the_banks_order() -> None:
    found = assess(BANK, make_sheet({"MKT1": 3, "LAW1": 1}))

    assert found.bank_version == VERSION
    assert [part.dimension_id for part in found.dimensions] == ["market", "law"]
    assert [group.id for group in found.groups] == ["right_service", "ready"]
    assert (found.overall.id, found.overall.score) == ("overall", pytest.approx((5 * 1 + 30 / 3) / 35))
    assert [(gate.gate_id, gate.state.value) for gate in found.gates] == [("gate_LAW1", "warning")]
    assert found.verdict.id == "weak"
    assert found.overall.coverage == pytest.approx(35 / 40)
    assert found.confidence.coverage == pytest.approx(35 / 40)
    assert [unknown.question_id for unknown in found.unknowns] == ["MKT2"]
    assert [each.subject_id for each in found.find_out_first] == ["MKT2"]
    assert found.firmness is not None
    assert [action.question_id for action in found.actions] == ["LAW1"]
    assert found.local is None


def test_an_empty_sheet_has_no_verdict_and_nothing_to_be_firm_about() -> None:
    found = assess(BANK, make_sheet())

    assert (found.verdict.id, found.firmness) == (None, None)
    assert [action.question_id for action in found.actions] == ["LAW1"]


def test_local_weights_stand_beside_the_banks_and_change_nothing_else() -> None:
    answers = {"MKT1": 0, "MKT2": 1, "LAW1": 3}

    default = assess(BANK, make_sheet(answers))
    found = assess(BANK, make_sheet(answers, weights={"law": 45}))

    assert found.local is not None
    assert found.local.overall.id == "overall"
    assert found.local.weights == {"market": 10, "law": 45}
    assert found.local.overall.score == pytest.approx((1 / 6 * 10 + 45) / 55)
    assert [group.score for group in found.local.groups] == pytest.approx([1 / 6, 1])
    assert found.overall == default.overall
    assert found.verdict == default.verdict


def test_local_weights_can_give_another_verdict_under_the_same_gates() -> None:
    found = assess(
        make_bank([make_dimension("market", ["MKT1"]), make_dimension("law", ["LAW1"])], gates=[make_gate("MKT1")]),
        make_sheet({"MKT1": 3, "LAW1": 1}, weights={"market": 15, "law": 5}),
    )

    assert found.local is not None
    assert (found.verdict.id, found.local.verdict.id) == ("promising", "strong")


def test_an_open_hard_gate_holds_the_local_verdict_too() -> None:
    found = assess(BANK, make_sheet({"MKT1": 3, "MKT2": 3, "LAW1": DONT_KNOW}, weights={"law": 20}))

    assert found.local is not None
    assert found.local.verdict.label == "Promising: unresolved"


def test_answers_to_another_version_of_the_bank_are_refused() -> None:
    with pytest.raises(AnswerError) as raised:
        assess(BANK, AnswerSheet(bank_version="2025.4"))

    assert str(raised.value) == (
        "These answers belong to question bank 2025.4, and this is bank 2026.1. "
        "Bring them up to date before looking at results."
    )
