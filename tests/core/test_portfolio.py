"""Several services side by side: which stands before which, and how often."""

import pytest
from builders import make_sheet
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import question_ids_of, real_bank, sheets

from detector.core.answers import AnswerSheet
from detector.core.assessment import assess
from detector.core.portfolio import Portfolio, compare, is_firm
from detector.core.robustness.drawn_sheets import DrawnSheets

IDS = question_ids_of(real_bank())


def drawn_of(levels: dict[str, int]) -> DrawnSheets:
    sheet = AnswerSheet(real_bank().version, answers=make_sheet(dict(levels)).answers)
    return assess(real_bank(), sheet).drawn


def all_at(level: int, leaving: int = 0) -> dict[str, int]:
    """Every question at a level but for the last ones."""
    return dict.fromkeys(IDS[: len(IDS) - leaving], level)


def compared(services: dict[str, dict[str, int]], draws: int = 300) -> Portfolio:
    return compare(real_bank(), {key: drawn_of(levels) for key, levels in services.items()}, draws)


def test_a_service_that_is_better_throughout_always_stands_before() -> None:
    found = compared({"poor": all_at(1), "good": all_at(3), "fair": all_at(2)})

    assert found.services == ("good", "fair", "poor")
    assert (found.before["good", "fair"], found.before["fair", "poor"], found.before["poor", "good"]) == (
        1.0,
        1.0,
        0.0,
    )
    assert found.mean == {"good": 1.0, "fair": 0.5, "poor": 0.0}


def test_with_the_same_verdict_the_higher_score_stands_before() -> None:
    better = all_at(2) | {IDS[-1]: 3}

    assert compared({"plain": all_at(2), "better": better}).before["better", "plain"] == 1.0


def test_a_better_verdict_stands_before_a_higher_score() -> None:
    failed = next(gate.question for gate in real_bank().gates if gate.kind.value == "hard")

    found = compared({"stopped": all_at(3) | {failed: 0}, "weak": all_at(2)})

    assert found.before["weak", "stopped"] == 1.0


def test_the_same_answers_tie() -> None:
    assert compared({"one": all_at(2), "other": all_at(2)}).before["one", "other"] == 0.5


def test_what_is_unknown_turns_out_by_itself_in_each_service() -> None:
    share = compared({"one": all_at(2, leaving=20), "other": all_at(2, leaving=20)}, draws=1_000).before[
        "one", "other"
    ]

    assert share == pytest.approx(0.5, abs=0.06)
    assert share != 0.5


@settings(max_examples=8, deadline=None)
@given(st.lists(sheets(real_bank()), min_size=2, max_size=3))
def test_both_ways_make_a_whole_and_the_order_of_naming_changes_nothing(
    found: list[AnswerSheet],
) -> None:
    services = {f"service {number}": assess(real_bank(), sheet).drawn for number, sheet in enumerate(found)}
    turned = dict(reversed(services.items()))

    result = compare(real_bank(), services, 99)

    assert compare(real_bank(), turned, 99) == result
    for (one, other), share in result.before.items():
        assert share + result.before[other, one] == pytest.approx(1)
    means = [result.mean[key] or 0.0 for key in result.services]
    assert means == sorted(means, reverse=True)


@pytest.mark.parametrize(("share", "firm"), [(0.8, True), (0.79, False), (0.5, False), (0.21, False), (0.2, True)])
def test_an_order_is_said_from_80_of_100(share: float, firm: bool) -> None:
    assert is_firm(share) is firm


def test_one_service_has_nothing_to_stand_before() -> None:
    found = compared({"alone": all_at(2)})

    assert (found.services, found.before, found.mean) == (("alone",), {}, {"alone": None})


def test_no_service_is_no_comparison() -> None:
    assert compare(real_bank(), {}).services == ()
