"""The money test: the central case against a plain loop, and what must hold on every path."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import real_bank

from detector.core.answers import AnswerSheet
from detector.core.bank.money import MoneyPart, MoneyRange
from detector.core.money.assumptions import Assumptions, central, drawn, triangular
from detector.core.money.case import MoneyCase, money_case
from detector.core.money.paths import break_even_price, cash, months_alive, surplus, yearly
from detector.core.money.proposals import Found, proposals
from detector.core.money.stress_test import MoneyTest, stress_test

WORKED: dict[str, float] = {
    "growth": 4,
    "staff": 1_700_000,
    "pension": 20,
    "running": 450_000,
    "overheads": 330_000,
    "vat": 4,
    "set_up": 150_000,
    "cash": 400_000,
}
POUNDS = st.floats(0, 5_000_000)
NUMBERS = st.fixed_dictionaries(
    {
        "growth": st.floats(-20, 20),
        "staff": POUNDS,
        "pension": st.floats(0, 40),
        "running": POUNDS,
        "overheads": POUNDS,
        "vat": st.floats(0, 20),
        "set_up": POUNDS,
        "cash": POUNDS,
    }
)


def sheet_with(money: Mapping[str, float], turnover: float = 3_000_000, core_share: float = 90) -> AnswerSheet:
    """The shipped bank's sheet with the facts that the test starts from, and these numbers."""
    bank = real_bank()
    fact_of = {entry.part: entry.fact for entry in bank.money_inputs if entry.fact}
    facts = {fact_of[MoneyPart.INCOME]: turnover, fact_of[MoneyPart.CORE_SHARE]: core_share}
    return AnswerSheet(bank.version, facts=facts, money=money)


def case_of(money: Mapping[str, float]) -> MoneyCase:
    case = money_case(real_bank(), sheet_with(money))
    assert case is not None
    return case


def result_of(money: Mapping[str, float], paths: int = 10_000) -> MoneyTest:
    found = stress_test(real_bank(), sheet_with(money), paths=paths)
    assert found is not None
    return found


def month_by_month(at: Assumptions, row: int, lost: float) -> tuple[list[float], list[float]]:
    """One path as a plain loop: the surplus of each year, and the cash at the start and after each month."""
    money, owed = float(at.cash[row]), 0.0
    path, years = [money], [0.0] * 5
    for month in range(1, 61):
        year = (month - 1) // 12
        core = at.core[row] / 12 * (1 + at.price_rise[row]) ** year
        other = at.other[row] / 12 * (1 + at.growth[row]) ** year
        staff = at.staff[row] / 12 * (1 + at.pay_rise[row]) ** year * (1 + at.pension[row])
        bought = at.bought[row] / 12 * (1 + at.cost_rise[row]) ** year * (1 + at.vat[row])
        years[year] += core + other - staff - bought
        gone = core * lost if month >= 25 else 0.0
        saved = gone * at.saved_share[row] if month >= 25 + at.saved_after[row] else 0.0
        money += owed + other - staff - bought + saved
        owed = core - gone
        path.append(money)
    return years, path


def life_of(path: list[float]) -> int:
    return next((month - 25 for month in range(25, 61) if path[month] < 0), 36)


def test_the_worked_example() -> None:
    found = result_of(WORKED)

    assert [round(year.central) for year in found.surplus] == [148_800, 133_320, 117_057, 99_984, 82_073]
    assert round(found.in_the_black, 2) == pytest.approx(0.84, abs=0.015)
    assert round(found.break_even.central) == 2_588_311
    assert (found.break_even.low, found.break_even.high) == pytest.approx((2_550_000, 2_720_000), abs=6_000)
    assert (round(found.lowest_cash.central), found.lowest_month) == (37_400, 1)
    assert (found.lowest_cash.low, found.lowest_cash.high) == pytest.approx((-118_000, 55_000), abs=10_000)
    assert [(life.lost, life.months.central) for life in found.lives] == [(20, 18), (100, 2)]
    assert found.defaults == ()
    proposed = {proposal.rule.value: (proposal.level, proposal.evidence) for proposal in found.proposals}
    assert proposed == {"five_years": (2, 1), "lost_contract": (1, 1), "overheads": (2, 1), "cash": (1, 1)}


@settings(max_examples=40, deadline=None)
@given(money=NUMBERS, lost=st.sampled_from([0.0, 0.2, 0.5, 1.0]))
def test_paths_are_those_of_a_plain_loop_to_the_penny(money: Mapping[str, float], lost: float) -> None:
    case = case_of(money)
    for at in (central(real_bank(), case), drawn(real_bank(), case, 2)):
        sums = yearly(at)
        paths = cash(at, sums, lost)

        for row in range(len(paths)):
            years, path = month_by_month(at, row, lost)
            assert surplus(sums)[row] == pytest.approx(years, abs=0.005)
            assert paths[row] == pytest.approx(path, abs=0.005)


@settings(max_examples=25, deadline=None)
@given(money=NUMBERS)
def test_at_the_price_of_break_even_five_years_come_to_nothing_on_every_path(money: Mapping[str, float]) -> None:
    at = drawn(real_bank(), case_of(money), 200)

    met = replace(at, core=break_even_price(yearly(at)))

    assert surplus(yearly(met)).sum(axis=1) == pytest.approx(np.zeros(200), abs=0.01)


@settings(max_examples=25, deadline=None)
@given(money=NUMBERS, more=st.floats(1, 2_000_000), lost=st.sampled_from([0.2, 1.0]))
def test_more_cash_never_shortens_a_life(money: Mapping[str, float], more: float, lost: float) -> None:
    at = drawn(real_bank(), case_of(money), 200)
    richer = replace(at, cash=at.cash + more)

    lives = months_alive(cash(at, yearly(at), lost))

    assert (months_alive(cash(richer, yearly(richer), lost)) >= lives).all()


@settings(max_examples=25, deadline=None)
@given(money=NUMBERS, more=st.floats(1, 2_000_000))
def test_a_higher_price_never_lowers_the_lowest_cash(money: Mapping[str, float], more: float) -> None:
    at = drawn(real_bank(), case_of(money), 200)
    dearer = replace(at, core=at.core + more)

    lowest = cash(at, yearly(at)).min(axis=1)

    assert (cash(dearer, yearly(dearer)).min(axis=1) >= lowest - 0.005).all()


@settings(max_examples=25, deadline=None)
@given(money=NUMBERS, lost=st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted))
def test_losing_more_never_lengthens_a_life(money: Mapping[str, float], lost: list[float]) -> None:
    at = drawn(real_bank(), case_of(money), 200)
    less, more = (months_alive(cash(at, yearly(at), part)) for part in lost)

    assert (more <= less).all()


@settings(max_examples=20, deadline=None)
@given(money=NUMBERS)
def test_lives_and_lowest_cash_are_read_from_the_path(money: Mapping[str, float]) -> None:
    found = result_of(money, paths=1)
    at = central(real_bank(), case_of(money))

    _, path = month_by_month(at, 0, 0.0)

    assert found.lowest_cash.central == pytest.approx(min(path), abs=0.005)
    for life in found.lives:
        assert life.months.central == life_of(month_by_month(at, 0, life.lost / 100)[1])


def test_triangles_keep_their_ends_and_their_mean() -> None:
    spread = MoneyRange.model_construct(low=-15.0, likely=0.0, high=30.0)

    numbers = triangular(spread, (np.arange(10_000) + 0.5) / 10_000)

    assert (numbers.min() >= -15, numbers.max() <= 30) == (True, True)
    assert numbers.mean() == pytest.approx(5.0, abs=0.001)
    assert np.median(numbers) == pytest.approx(30 - np.sqrt(0.5 * 45 * 30), abs=0.01)


def test_a_triangle_without_width_is_one_number() -> None:
    spread = MoneyRange.model_construct(low=2.0, likely=2.0, high=2.0)

    assert triangular(spread, np.array([0.0, 0.4, 1.0])).tolist() == [2.0, 2.0, 2.0]


def test_the_same_numbers_always_give_the_same_paths() -> None:
    assert result_of(WORKED, paths=500) == result_of(WORKED, paths=500)


@pytest.mark.parametrize(
    ("turnover", "core_share"),
    [
        pytest.param(None, 90, id="no income"),
        pytest.param(0, 90, id="income of nothing"),
        pytest.param(3_000_000, None, id="no share of the core contract"),
    ],
)
def test_without_the_facts_there_is_no_test(turnover: float | None, core_share: float | None) -> None:
    sheet = sheet_with(WORKED)
    given_facts = dict(zip(sheet.facts, (turnover, core_share), strict=True))
    facts = {key: value for key, value in given_facts.items() if value is not None}

    assert stress_test(real_bank(), replace(sheet, facts=facts)) is None


def test_a_bank_without_a_money_test_has_none() -> None:
    bank = real_bank().model_copy(update={"money_inputs": (), "money_ranges": (), "money_proposals": ()})

    assert stress_test(bank, sheet_with(WORKED)) is None


def test_defaults_alone_describe_a_service_that_breaks_even_at_first_and_propose_nothing() -> None:
    found = result_of({})

    assert found.surplus[0].central == pytest.approx(84_000)
    assert len(found.defaults) == 8
    assert found.proposals == ()


@pytest.mark.parametrize("part", ["staff", "running", "cash"])
def test_a_missing_main_number_leaves_only_the_overheads_to_be_proposed(part: str) -> None:
    money = {key: value for key, value in WORKED.items() if key != part}

    found = result_of(money)

    assert [(proposal.rule.value, proposal.evidence) for proposal in found.proposals] == [("overheads", 0)]


def test_a_missing_lesser_number_takes_the_grade_of_what_is_proposed() -> None:
    found = result_of({key: value for key, value in WORKED.items() if key != "vat"})

    assert [proposal.evidence for proposal in found.proposals] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("changes", "rule", "level"),
    [
        pytest.param({"staff": 1_600_000}, "five_years", 2, id="no loss, and most paths are none"),
        pytest.param({"staff": 1_840_000}, "five_years", 0, id="a loss on nearly all paths"),
        pytest.param({"staff": 1_790_000}, "five_years", 1, id="a loss in the central case, none on a tenth of paths"),
        pytest.param({"cash": 2_500_000}, "lost_contract", 2, id="enough cash for three years"),
        pytest.param({"cash": 260_000}, "lost_contract", 0, id="out of cash within a year"),
        pytest.param({"overheads": 450_000}, "overheads", 2, id="overheads of exactly 15 %"),
        pytest.param({"overheads": 451_000}, "overheads", 1, id="overheads over 15 %"),
        pytest.param({"overheads": 750_000}, "overheads", 1, id="overheads of exactly 25 %"),
        pytest.param({"overheads": 751_000}, "overheads", 0, id="overheads over 25 %"),
        pytest.param({"cash": 1_000_000}, "cash", 2, id="cash that lasts"),
        pytest.param({"cash": 362_000}, "cash", 0, id="cash that runs out in month 1"),
    ],
)
def test_what_is_proposed(changes: dict[str, float], rule: str, level: int) -> None:
    found = result_of(WORKED | changes)

    assert {each.rule.value: each.level for each in found.proposals}[rule] == level


def test_cash_of_exactly_nothing_has_not_run_out() -> None:
    assert months_alive(np.zeros((1, 61))).tolist() == [36.0]


@pytest.mark.parametrize(
    ("changes", "rule", "level"),
    [
        pytest.param({"central_surplus": 0.0, "in_the_black": 0.5}, "five_years", 2, id="no loss, half of the paths"),
        pytest.param({"central_surplus": -1.0, "in_the_black": 0.5}, "five_years", 1, id="a loss in the central case"),
        pytest.param({"in_the_black": 0.1}, "five_years", 1, id="a tenth of the paths"),
        pytest.param({"in_the_black": 0.0995}, "five_years", 0, id="fewer"),
        pytest.param({"central_life": {20.0: 36.0}, "lasting": {20.0: 0.8}}, "lost_contract", 2, id="80 paths last"),
        pytest.param({"central_life": {20.0: 35.0}, "lasting": {20.0: 0.8}}, "lost_contract", 1, id="the centre ends"),
        pytest.param(
            {"central_life": {20.0: 36.0}, "lasting": {20.0: 0.7995}}, "lost_contract", 1, id="79 paths last"
        ),
        pytest.param({"central_life": {20.0: 13.0}}, "lost_contract", 1, id="13 months"),
        pytest.param({"central_life": {20.0: 12.0}}, "lost_contract", 0, id="12 months"),
        pytest.param({"never_out": 0.9, "central_lowest": -1.0}, "cash", 2, id="90 paths keep cash"),
        pytest.param({"never_out": 0.8995, "central_lowest": 0.0}, "cash", 1, id="the central case keeps cash"),
        pytest.param({"never_out": 0.8995, "central_lowest": -0.01}, "cash", 0, id="neither"),
    ],
)
def test_each_line_is_met_at_its_own_number(changes: dict[str, object], rule: str, level: int) -> None:
    found = Found(case_of(WORKED), 0.0, 0.0, 0.0, 0.0, {20.0: 0.0}, {20.0: 0.0})

    told = proposals(real_bank(), replace(found, **changes))

    assert {each.rule.value: each.level for each in told}[rule] == level
