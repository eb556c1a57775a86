"""Unknowns: which answer is worth finding out first."""

from builders import DONT_KNOW, make_bank, make_dimension, make_sheet, not_applicable

from detector.core.scoring import Unknown, score_dimensions, unknowns

BANK = make_bank(
    [
        make_dimension("market", ["MKT1", "MKT2"], weight=10),
        make_dimension("staff", ["STF1"], weight=30, group="ready"),
    ]
)


def test_what_narrows_most_is_asked_for_first() -> None:
    found = unknowns(score_dimensions(BANK, make_sheet({"MKT1": DONT_KNOW})))

    assert found == (Unknown("STF1", 0.75), Unknown("MKT1", 0.125), Unknown("MKT2", 0.125))


def test_a_little_more_is_asked_for_before_a_little_less() -> None:
    first = make_dimension("first", ["A1", "A2"], weight=40)
    second = make_dimension("second", ["B1", "B2"], weight=60)

    found = unknowns(score_dimensions(make_bank([first, second]), make_sheet()))

    assert [(unknown.question_id, unknown.narrows) for unknown in found] == [
        ("B1", 0.3),
        ("B2", 0.3),
        ("A1", 0.2),
        ("A2", 0.2),
    ]


def test_unknowns_that_narrow_equally_keep_the_banks_order_whatever_arithmetic_loses() -> None:
    first = make_dimension("first", ["A1", "A2", "A3"], weight=0.3)
    second = make_dimension("second", ["B1"], weight=0.1)

    found = unknowns(score_dimensions(make_bank([first, second]), make_sheet()))

    assert [unknown.question_id for unknown in found] == ["A1", "A2", "A3", "B1"]


def test_known_and_set_aside_questions_are_not_unknown() -> None:
    found = unknowns(score_dimensions(BANK, make_sheet({"MKT1": 2, "STF1": not_applicable()})))

    assert found == (Unknown("MKT2", 0.5),)
