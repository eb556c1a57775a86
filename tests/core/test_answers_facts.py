from math import inf, nan

import pytest
from builders import make_bank, make_dimension, make_fact

from detector.core.answers import FactValue, Item, ItemKind, check_change
from detector.core.bank import FactKind
from detector.core.errors import AnswerError

BANK = make_bank(
    [make_dimension("market", ["MKT1"], weight=14)],
    facts=[
        make_fact("turnover", FactKind.MONEY),
        make_fact("headcount", FactKind.COUNT),
        make_fact("fte", FactKind.DECIMAL),
        make_fact("share", FactKind.PERCENT),
        make_fact("control", FactKind.CHOICE, ["staff_majority", "council"]),
        make_fact("finance", FactKind.CHOICES, ["contracts", "loans"]),
        make_fact("partner", FactKind.YES_NO),
        make_fact("remark", FactKind.TEXT),
        make_fact("cpv_code", FactKind.CODE),
        make_fact("starts_on", FactKind.DATE),
    ],
)
MARKET = Item(ItemKind.WEIGHT, "market")


@pytest.mark.parametrize(
    ("fact_id", "value"),
    [
        *[("turnover", each) for each in (0, -0.0, 0.01, 0.5, 4_200_000, 10**12)],
        *[("headcount", each) for each in (0, 140, 140.0)],
        *[("fte", each) for each in (0, 97.5)],
        *[("share", each) for each in (0, 33.3, 100)],
        ("control", "council"),
        *[("finance", each) for each in (("loans",), ("loans", "contracts"))],
        *[("partner", each) for each in (True, False)],
        *[("remark", each) for each in ("85000000-9", "x" * 200)],
        *[("cpv_code", each) for each in ("85000000", "85000000-9")],
        *[("starts_on", each) for each in ("2027-04-01", "2000-01-01", "2099-12-31")],
    ],
)
def test_a_fact_passes_as_given(fact_id: str, value: FactValue) -> None:
    assert check_change(BANK, Item(ItemKind.FACT, fact_id), value).value == value


@pytest.mark.parametrize(
    ("fact_id", "value", "words"),
    [
        *[(fact, True, "not yes.") for fact in ("turnover", "headcount", "fte", "share")],
        *[(fact, nan, "not NaN.") for fact in ("turnover", "headcount", "fte", "share")],
        *[(fact, inf, "not a number without end.") for fact in ("turnover", "headcount", "fte", "share")],
        *[(fact, "5", "not '5'.") for fact in ("turnover", "headcount", "fte", "share")],
        *[(fact, -1, "not -1.") for fact in ("turnover", "headcount", "fte", "share")],
        ("turnover", 10**12 + 1, "'What is turnover?' takes a number from 0 to 1,000,000,000,000, not 1000000000001."),
        ("turnover", 10**400, "not a number too long to show."),
        ("headcount", 1.5, "'What is headcount?' takes a whole number from 0 to 1,000,000,000,000, not 1.5."),
        ("share", 100.1, "'What is share?' takes a number from 0 to 100, not 100.1."),
        ("turnover", 5e-324, "'What is turnover?' takes 0, or a number from 0.01 to 1,000,000,000,000, not 5e-324."),
        ("share", 0.0099, "'What is share?' takes 0, or a number from 0.01 to 100, not 0.0099."),
        ("fte", 1e-9, "takes 0, or a number from 0.01 to 1,000,000,000,000, not 1e-09."),
        ("headcount", 5e-324, "takes a whole number from 0 to 1,000,000,000,000, not 5e-324."),
        ("control", "counsil", "'What is control?' does not take 'counsil'. Did you mean 'council'?"),
        ("control", "xyz", "Use one of: staff_majority, council."),
        ("control", ("council",), "does not take a list."),
        ("finance", "loans", "takes a list of choices, not 'loans'."),
        ("finance", ("loan",), "does not take 'loan'. Did you mean 'loans'?"),
        ("finance", ("loans", "loans"), "has the same choice twice. Keep each choice once."),
        ("finance", (), "has an empty list of choices."),
        ("partner", 1, "'What is partner?' takes yes or no, not 1."),
        ("partner", "yes", "takes yes or no, not 'yes'."),
        ("remark", " ", "has an empty text."),
        ("remark", 85, "takes a text, not 85."),
        ("remark", "x" * 201, "This text has 201 characters. Shorten it to at most 200."),
        *[
            ("cpv_code", code, "A CPV code has eight digits.")
            for code in (85000000, " 85000000", "8500000", "Care", "")
        ],
        ("starts_on", 2027, "'What is starts_on?' takes a day, not 2027. Write it like 2027-03-01."),
        ("starts_on", "1 April 2027", "is not a day of the calendar written as year, month and day."),
        ("starts_on", "2027-02-29", "is not a day of the calendar"),
        ("starts_on", "0227-04-01", "is not from 2000 to 2099. Check the year."),
        ("turnver", 1, "There is no fact 'turnver'. Did you mean 'turnover'?"),
    ],
)
def test_a_fact_that_does_not_fit_is_refused(fact_id: str, value: FactValue, words: str) -> None:
    with pytest.raises(AnswerError) as refused:
        check_change(BANK, Item(ItemKind.FACT, fact_id), value)

    assert words in str(refused.value)


@pytest.mark.parametrize("weight", [7, 14, 21, 7 - 1e-10, 21 + 1e-10])
def test_a_weight_within_half_of_the_banks_passes(weight: float) -> None:
    assert check_change(BANK, MARKET, weight).value == weight


@pytest.mark.parametrize(
    "weight", [6.999, 21.001, 0, -14, nan, inf, True, 10**400], ids=lambda weight: str(weight)[:9]
)
def test_a_weight_further_off_is_refused(weight: float) -> None:
    with pytest.raises(
        AnswerError, match=r"The weight of 'Market' can be set from 7 to 21, not to .+\. The bank's own"
    ):
        check_change(BANK, MARKET, weight)
