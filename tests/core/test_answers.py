import gc
import re

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_fact, make_sheet, not_applicable

from detector.core.answers import (
    SERVICE,
    Answer,
    AnswerSheet,
    AnswerState,
    Item,
    ItemKind,
    Service,
    answer_item,
    check_change,
    counted_level,
    empty_sheet,
    is_level,
    items_of,
    sheet_of,
    value_in,
)
from detector.core.bank import FactKind
from detector.core.bank.index import index_of
from detector.core.errors import AnswerError

BANK = make_bank(
    [make_dimension("market", ["MKT1", "MKT2"], weight=14), make_dimension("staff", ["STF1"], weight=9)],
    facts=[make_fact("share", FactKind.PERCENT)],
)
LEVEL, NOT_APPLICABLE = AnswerState.LEVEL, AnswerState.NOT_APPLICABLE
MKT1 = answer_item("MKT1")


@pytest.mark.parametrize(
    ("answer", "counted"),
    [
        pytest.param(at_level(3, evidence=0), 2, id="top level on assertion"),
        pytest.param(at_level(3, evidence=1), 2, id="top level on judgement"),
        pytest.param(at_level(3, evidence=2), 3, id="top level on a document"),
        pytest.param(at_level(3, evidence=3), 3, id="top level verified"),
        pytest.param(at_level(2, evidence=0), 2, id="other levels need no evidence"),
        pytest.param(at_level(0, evidence=0), 0, id="level 0"),
        pytest.param(DONT_KNOW, None, id="don't know"),
        pytest.param(not_applicable(), None, id="not applicable"),
    ],
)
def test_what_a_level_counts_as(answer: Answer, counted: int | None) -> None:
    assert counted_level(BANK, answer) == counted


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(at_level(0, evidence=0), id="lowest level and grade"),
        pytest.param(at_level(3, evidence=3), id="highest level and grade"),
        pytest.param(Answer(AnswerState.DONT_KNOW, note="Nobody asked"), id="don't know with a note"),
        pytest.param(Answer(NOT_APPLICABLE, reason="No starters"), id="not applicable with a reason"),
        pytest.param(Answer(LEVEL, level=1, note="x" * 20_000), id="the longest note"),
        pytest.param(Answer(LEVEL, level=1, note="<b>\u202e=1+1\x07\r\n"), id="a note of odd characters"),
        pytest.param(Answer(LEVEL, level=1, links=("https://example.org", "HTTP://a.b/\u00e9")), id="web addresses"),
    ],
)
def test_an_answer_passes_as_typed(answer: Answer) -> None:
    assert check_change(BANK, MKT1, answer).value == answer


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        pytest.param(Answer(LEVEL, level=7), "'How good is MKT1?' takes a level from 0 to 3, not 7.", id="too high"),
        pytest.param(Answer(LEVEL, level=4), "takes a level from 0 to 3, not 4.", id="just too high"),
        pytest.param(Answer(LEVEL, level=-1), "takes a level from 0 to 3, not -1.", id="below 0"),
        pytest.param(Answer(LEVEL, level=True), "takes a level from 0 to 3, not yes.", id="a truth value"),
        pytest.param(Answer(LEVEL), "'How good is MKT1?' has no level.", id="no level"),
        pytest.param(Answer(AnswerState.DONT_KNOW, level=1), "both with a level and with don't know", id="both"),
        pytest.param(
            Answer(NOT_APPLICABLE, level=1, reason="x"), "with a level and with not applicable", id="both too"
        ),
        pytest.param(Answer(NOT_APPLICABLE, reason=" \n"), "not applicable without a reason.", id="blank reason"),
        pytest.param(Answer(LEVEL, level=1, reason="x"), "is not marked not applicable", id="reason with a level"),
        pytest.param(Answer(LEVEL, level=1, evidence=4), "an evidence grade from 0 to 3, not 4.", id="grade too high"),
        pytest.param(
            Answer(LEVEL, level=1, evidence=-1), "an evidence grade from 0 to 3, not -1.", id="grade below 0"
        ),
        pytest.param(Answer(LEVEL, level=1, note="x" * 20_001), "has 20,001 characters. Shorten it", id="long note"),
        pytest.param(Answer(NOT_APPLICABLE, reason="x" * 20_001), "Shorten it to at most 20,000.", id="long reason"),
        pytest.param(Answer(LEVEL, level=1, note="a\0"), "a character that cannot be kept", id="NUL"),
        pytest.param(Answer(LEVEL, level=1, note="\udfff"), "a character that cannot be kept", id="half a character"),
        pytest.param(Answer(LEVEL, level=1, links=("https://a.b",) * 51), "There are 51 links.", id="many links"),
        pytest.param(
            Answer(LEVEL, level=1, links=("https://" + "a" * 2_000,)), "has 2,008 characters", id="long link"
        ),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(answer: Answer, words: str) -> None:
    with pytest.raises(AnswerError) as refused:
        check_change(BANK, MKT1, answer)

    assert words in str(refused.value)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "example.org",
        "ftp://a.b",
        "javascript:alert(1)",
        "https://",
        "https:// a.b",
        "https://a\u202eb",
        "http://[",
    ],
)
def test_a_link_that_is_no_web_address_is_refused(link: str) -> None:
    with pytest.raises(AnswerError, match=r"^Link 1, .* is not a web address"):
        check_change(BANK, MKT1, Answer(LEVEL, level=1, links=(link,)))


def test_everything_wrong_with_an_answer_is_told_at_once() -> None:
    with pytest.raises(AnswerError) as refused:
        check_change(BANK, MKT1, Answer(LEVEL, level=9, evidence=9, reason="x"))

    assert all(words in str(refused.value) for words in ("a level from", "an evidence grade", "has a reason"))


def test_what_is_unknown_to_the_bank_is_refused_with_the_nearest_word() -> None:
    with pytest.raises(AnswerError, match=re.escape("There is no question 'mkt1'. Did you mean 'MKT1'?")):
        check_change(BANK, answer_item("mkt1"), at_level(1))
    with pytest.raises(AnswerError, match=re.escape("There is no dimension 'markt'. Did you mean 'market'?")):
        check_change(BANK, Item(ItemKind.WEIGHT, "markt"), 14)


@pytest.mark.parametrize(
    ("service", "words"),
    [
        pytest.param(Service(name="x" * 201), "Shorten it to at most 200.", id="long name"),
        pytest.param(Service(council="x" * 201), "Shorten it to at most 200.", id="long council"),
        pytest.param(Service(description="x" * 20_001), "Shorten it to at most 20,000.", id="long description"),
        pytest.param(Service(name="\0"), "a character that cannot be kept", id="NUL"),
    ],
)
def test_a_service_that_cannot_be_kept_is_refused(service: Service, words: str) -> None:
    with pytest.raises(AnswerError) as refused:
        check_change(BANK, SERVICE, service)

    assert words in str(refused.value)


def test_a_service_passes_as_typed() -> None:
    service = Service(name=" Library ", council="Anyshire", description="<b>\n")

    assert check_change(BANK, SERVICE, service).value == service


@pytest.mark.parametrize("value", [0, 3])
def test_a_level_is_a_whole_number_from_nought_to_three(value: object) -> None:
    assert is_level(value)


@pytest.mark.parametrize("value", [-1, 4, True, 2.0, "2", None])
def test_nothing_else_is_a_level(value: object) -> None:
    assert not is_level(value)


def test_a_sheet_is_the_items_it_holds() -> None:
    sheet = make_sheet({"MKT1": 2}, facts={"share": 50}, weights={"market": 8.0})

    items = items_of(sheet)

    assert set(items) == {MKT1, Item(ItemKind.FACT, "share"), Item(ItemKind.WEIGHT, "market")}
    assert sheet_of(sheet.bank_version, items) == sheet
    assert all(value_in(sheet, item) == value for item, value in items.items())


def test_an_item_without_a_value_is_not_on_the_sheet() -> None:
    assert sheet_of(BANK.version, {MKT1: None, SERVICE: None}) == empty_sheet(BANK)


def test_an_empty_sheet_belongs_to_its_bank() -> None:
    assert empty_sheet(BANK) == AnswerSheet(bank_version=BANK.version)


def test_each_bank_is_looked_up_in_its_own_entries() -> None:
    for number in range(8):
        bank = make_bank([make_dimension("market", [f"Q{number}"])])
        gc.collect()

        assert [*index_of(bank).questions] == [f"Q{number}"]
