"""What brought the change from one kept state to the next: answers, bank or weights."""

from dataclasses import replace
from itertools import permutations

import pytest
from builders import make_bank, make_dimension, make_sheet
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import real_bank, sheets

from detector.core.answers import Answer, AnswerSheet
from detector.core.bank import Bank
from detector.core.trend import Change, State, Trend, mixtures, shapley, trend, whole_parts

OLD = make_bank([make_dimension("market", ["M1", "M2"], weight=40), make_dimension("law", ["L1", "L2"], weight=60)])
NEW = make_bank(
    [make_dimension("market", ["M1", "M3"], weight=50), make_dimension("law", ["L1", "L9"], weight=50)]
).model_copy(update={"version": "2099.1"})
RENAMED = {"M2": "M3"}
VALUES = st.fixed_dictionaries({mixture: st.floats(0, 1) for mixture in mixtures()})
LEVELS = st.integers(0, 3)


def state(bank: Bank, answers: dict[str, int | Answer], weights: dict[str, float] | None = None) -> State:
    sheet = make_sheet(answers)
    return State(bank, replace(sheet, bank_version=bank.version, weights=weights or {}))


def found(before: State, after: State, migrated: AnswerSheet, renamed: dict[str, str]) -> Trend:
    told = trend(before, after, migrated, renamed)
    assert told is not None
    return told


def within(before: State, after: State) -> Trend:
    """The trend from one state to another of the same bank."""
    return found(before, after, before.sheet, {})


@given(VALUES)
def test_the_parts_add_up_and_are_the_mean_over_all_orders(values: dict[frozenset[Change], float]) -> None:
    parts = shapley(values)

    assert sum(parts.values()) == pytest.approx(values[frozenset(Change)] - values[frozenset()], abs=1e-12)
    for change in Change:
        added: list[float] = []
        for order in permutations(Change):
            made = frozenset(order[: order.index(change)])
            added.append(values[made | {change}] - values[made])
        assert parts[change] == pytest.approx(sum(added) / 6, abs=1e-12)


@given(VALUES)
def test_turned_round_every_part_changes_its_sign(values: dict[frozenset[Change], float]) -> None:
    turned = {mixture: values[frozenset(Change) - mixture] for mixture in mixtures()}

    for change, part in shapley(turned).items():
        assert part == pytest.approx(-shapley(values)[change], abs=1e-12)


@given(
    st.fixed_dictionaries({change: st.floats(-0.4, 0.4) for change in Change}),
    st.integers(-1, 1),
)
def test_whole_parts_add_up_and_lie_within_one_of_the_parts(parts: dict[Change, float], off: int) -> None:
    total = round(sum(parts.values()) * 100) + off

    told = whole_parts(parts, total)

    assert sum(told.values()) == total
    assert all(abs(told[change] - parts[change] * 100) <= 2 for change in Change)


def test_largest_remainders_are_rounded_up_first() -> None:
    parts = {Change.ANSWERS: 0.046, Change.BANK: 0.024, Change.WEIGHTS: -0.031}

    assert whole_parts(parts, 4) == {Change.ANSWERS: 5, Change.BANK: 2, Change.WEIGHTS: -3}


def test_answers_alone_bring_all_where_nothing_else_changed() -> None:
    told = within(state(OLD, {"M1": 1, "L1": 1}), state(OLD, {"M1": 3, "L1": 2}))

    assert told.parts[Change.ANSWERS] == pytest.approx(told.after - told.before)
    assert (told.parts[Change.BANK], told.parts[Change.WEIGHTS]) == (0.0, 0.0)


def test_weights_alone_bring_all_where_nothing_else_changed() -> None:
    told = within(state(OLD, {"M1": 3, "L1": 0}), state(OLD, {"M1": 3, "L1": 0}, {"market": 60, "law": 40}))

    assert (told.before, told.after) == (pytest.approx(0.4), pytest.approx(0.6))
    assert told.parts[Change.WEIGHTS] == pytest.approx(0.2)
    assert (told.parts[Change.ANSWERS], told.parts[Change.BANK]) == (0.0, 0.0)


def test_a_new_bank_alone_brings_all_where_the_answers_are_the_migrated_ones() -> None:
    before = state(OLD, {"M1": 3, "M2": 0, "L1": 0, "L2": 3})
    after = state(NEW, {"M1": 3, "M3": 0, "L1": 0})

    told = found(before, after, after.sheet, RENAMED)

    assert (told.before, told.after) == (pytest.approx(0.5), pytest.approx(1 / 3))
    assert told.parts[Change.BANK] == pytest.approx(-1 / 6)
    assert (told.parts[Change.ANSWERS], told.parts[Change.WEIGHTS]) == (0.0, 0.0)


def test_new_answers_in_the_old_bank_stand_under_their_old_ids_beside_what_is_asked_no_more() -> None:
    before = state(OLD, {"M1": 0, "M2": 0, "L1": 0, "L2": 3})
    after = state(NEW, {"M1": 3, "M3": 3, "L1": 3, "L9": 3})
    migrated = state(NEW, {"M1": 0, "M3": 0, "L1": 0}).sheet

    told = found(before, after, migrated, RENAMED)

    # Old bank, new answers: M1, M2 (now M3), L1 at 3 and L2, asked no more, as it was: all at 3.
    assert told.parts[Change.ANSWERS] == pytest.approx((1.0 - 0.3 + 1.0 - 0.0) / 2)
    assert told.parts[Change.BANK] == pytest.approx((0.0 - 0.3 + 0.0) / 2)


def test_the_verdict_with_one_change_only_is_told() -> None:
    told = within(
        state(OLD, dict.fromkeys(["M1", "M2", "L1", "L2"], 1)), state(OLD, dict.fromkeys(["M1", "M2", "L1", "L2"], 3))
    )

    assert (told.verdict_before, told.verdict_after) == ("not_suited", "strong")
    assert told.alone == {Change.ANSWERS: "strong", Change.BANK: "not_suited", Change.WEIGHTS: "not_suited"}


def test_without_a_score_there_is_no_trend() -> None:
    before, after = state(OLD, {}), state(OLD, {"M1": 2})

    assert trend(before, after, before.sheet, {}) is None


@settings(max_examples=15, deadline=None)
@given(sheets(real_bank()), sheets(real_bank()), st.floats(0.6, 1.4))
def test_on_the_shipped_bank_shown_parts_add_up_to_the_difference_shown(
    one: AnswerSheet, other: AnswerSheet, factor: float
) -> None:
    heavier = real_bank().dimensions[0]
    before = State(real_bank(), one)
    after = State(real_bank(), replace(other, weights={heavier.id: heavier.weight * factor}))

    told, turned = trend(before, after, one, {}), trend(after, before, after.sheet, {})

    if told is None or turned is None:
        return
    assert sum(told.shown.values()) == int(told.after * 100 + 0.5 + 1e-9) - int(told.before * 100 + 0.5 + 1e-9)
    assert sum(told.parts.values()) == pytest.approx(told.after - told.before, abs=1e-12)
    assert told.parts[Change.BANK] == 0.0
    for change in Change:
        assert turned.parts[change] == pytest.approx(-told.parts[change], abs=1e-12)
