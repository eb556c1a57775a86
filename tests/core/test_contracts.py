"""The planned contract: which code can be reserved, when it reaches the threshold, when it outlasts the council."""

from datetime import date

import pytest
from builders import make_sheet
from contract_builders import ARCHITECTS, HOME_HELP, LIBRARIES, contract_bank
from hypothesis import given
from hypothesis import strategies as st

from detector.core.answers import FactValue, code_digits
from detector.core.bank import AnswerIs, ContractTest, ServiceMark
from detector.core.conditions import mentions, open_subjects, triggers, truth
from detector.core.contracts import mark_of

BANK = contract_bank()
OVER = AnswerIs(contract=ContractTest.OVER_THRESHOLD, is_so=True)
PAST = AnswerIs(contract=ContractTest.PAST_VESTING, is_so=True)
RESERVED, LIGHT, OTHER = (AnswerIs(fact="service", marked=mark) for mark in ServiceMark)


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("92511000", "92511000"),
        (" 92511000-6 ", "92511000"),
        ("9251 1000 - 6", "92511000"),
        ("9251100", None),
        ("925110000", None),
        ("92511000-", None),
        ("92511000-66", None),
        ("92511000-x", None),
        ("Library services", None),
        ("٩٢٥١١٠٠٠", None),
        ("", None),
    ],
)
def test_a_code_is_read_without_spaces_and_check_digit(written: str, digits: str | None) -> None:
    assert code_digits(written) == digits


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (LIBRARIES, (True, False, False)),
        (f"{LIBRARIES}-6", (True, False, False)),
        (HOME_HELP, (False, True, False)),
        (ARCHITECTS, (False, False, True)),
        (None, (None, None, None)),
    ],
)
def test_a_code_has_one_mark_or_none_is_known(code: str | None, expected: tuple[bool | None, ...]) -> None:
    sheet = make_sheet(facts={} if code is None else {"service": code})

    assert tuple(truth(BANK, test, sheet) for test in (RESERVED, LIGHT, OTHER)) == expected


def test_without_a_list_no_code_says_anything() -> None:
    bank = BANK.model_copy(update={"code_list": None})

    assert mark_of(bank, LIBRARIES) is None
    assert truth(bank, OTHER, make_sheet(facts={"service": LIBRARIES})) is None


@pytest.mark.parametrize(
    ("worth", "code", "expected"),
    [
        (None, None, None),
        (None, LIBRARIES, None),
        (207_719.99, None, False),
        (207_720, None, None),
        (400_000, None, None),
        (400_000, LIBRARIES, False),
        (400_000, HOME_HELP, False),
        (400_000, ARCHITECTS, True),
        (207_720, ARCHITECTS, True),
        (207_719, ARCHITECTS, False),
        (663_539.99, HOME_HELP, False),
        (663_540, HOME_HELP, True),
        (663_540, None, True),
        (5_000_000, None, True),
    ],
)
def test_a_contract_reaches_the_threshold_of_its_code(
    worth: float | None, code: str | None, expected: bool | None
) -> None:
    facts: dict[str, FactValue] = {}
    if worth is not None:
        facts["worth"] = worth
    if code is not None:
        facts["service"] = code

    assert truth(BANK, OVER, make_sheet(facts=facts)) is expected


@pytest.mark.parametrize(
    ("begins", "length", "handover", "expected"),
    [
        ("2027-04-01", 1, "2028-04-01", False),
        ("2027-04-01", 1.1, "2028-04-01", True),
        ("2027-04-02", 1, "2028-04-01", True),
        ("2027-04-01", 5, "2028-04-01", True),
        ("2027-04-01", 0.5, "2028-04-01", False),
        ("2028-04-01", 5, "2028-04-01", False),
        ("2028-04-01", None, "2028-04-01", False),
        ("2027-04-01", None, "2028-04-01", None),
        (None, 5, "2028-04-01", None),
        ("2027-04-01", 5, None, None),
        ("2028-02-29", 1, "2029-03-01", False),
        ("2028-02-29", 4, "2032-02-29", False),
        ("2028-02-29", 4, "2032-02-28", True),
        ("2027-04-01", 10**12, "2099-12-31", True),
    ],
)
def test_a_contract_outlasts_the_council_if_it_begins_before_vesting_day_and_ends_after_it(
    begins: str | None, length: float | None, handover: str | None, expected: bool | None
) -> None:
    given_facts = {"affected": True, "begins": begins, "length": length, "handover": handover}
    facts = {fact_id: value for fact_id, value in given_facts.items() if value is not None}

    assert truth(BANK, PAST, make_sheet(facts=facts)) is expected


def test_where_no_council_ends_no_contract_outlasts_it() -> None:
    facts = {"affected": False, "begins": "2027-04-01", "length": 5, "handover": "2028-04-01"}

    assert truth(BANK, PAST, make_sheet(facts=facts)) is False


def test_a_test_can_ask_for_the_contrary() -> None:
    under = AnswerIs(contract=ContractTest.OVER_THRESHOLD, is_so=False)

    assert truth(BANK, under, make_sheet(facts={"worth": 5_000_000})) is False
    assert truth(BANK, under, make_sheet(facts={"worth": 5_000})) is True
    assert truth(BANK, under, make_sheet()) is None


def test_without_rules_nothing_is_known_of_a_contract() -> None:
    bank = BANK.model_copy(update={"contract_rules": None})

    assert truth(bank, OVER, make_sheet(facts={"worth": 5_000_000})) is None
    assert mentions(bank, OVER) == ()


@pytest.mark.parametrize(
    ("test", "facts", "settled_by", "waits_for"),
    [
        (OVER, {}, (), ("worth", "service")),
        (OVER, {"worth": 400_000}, (), ("service",)),
        (OVER, {"worth": 400_000, "service": ARCHITECTS}, ("worth", "service"), ()),
        (OVER, {"worth": 700_000, "service": ARCHITECTS}, ("worth",), ()),
        (PAST, {"affected": True, "begins": "2027-04-01"}, (), ("length", "handover")),
        (
            PAST,
            {"affected": True, "begins": "2027-04-01", "length": 5, "handover": "2028-04-01"},
            ("begins", "length", "handover"),
            (),
        ),
    ],
)
def test_what_settles_a_contract_and_what_it_waits_for(
    test: AnswerIs, facts: dict[str, FactValue], settled_by: tuple[str, ...], waits_for: tuple[str, ...]
) -> None:
    sheet = make_sheet(facts=facts)

    assert triggers(BANK, test, sheet) == settled_by
    assert open_subjects(BANK, test, sheet) == waits_for


def test_a_contract_depends_on_the_facts_that_the_bank_names() -> None:
    assert mentions(BANK, OVER) == (("fact", "worth"), ("fact", "service"))
    assert mentions(BANK, PAST) == (("fact", "begins"), ("fact", "length"), ("fact", "handover"))


VALUES = {
    "affected": st.booleans(),
    "worth": st.sampled_from([1, 207_719, 207_720, 663_539, 663_540, 9_000_000]),
    "service": st.sampled_from([LIBRARIES, HOME_HELP, ARCHITECTS]),
    "begins": st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(date.isoformat),
    "length": st.sampled_from([0, 0.5, 1, 2.5, 5]),
    "handover": st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(date.isoformat),
}


@given(st.fixed_dictionaries(VALUES), st.sets(st.sampled_from(sorted(VALUES))))
def test_what_is_settled_stays_so_whatever_else_is_learnt(everything: dict[str, FactValue], known: set[str]) -> None:
    # A fact that decides whether others are asked is known throughout: what was recorded may turn out not to count.
    some = make_sheet(facts={each: value for each, value in everything.items() if each in {"affected", *known}})
    all_known = make_sheet(facts=everything)

    for test in (OVER, PAST, RESERVED, LIGHT, OTHER):
        assert truth(BANK, test, all_known) is not None
        assert truth(BANK, test, some) in (None, truth(BANK, test, all_known))
