import gc
import re

import pytest
from builders import DONT_KNOW, at_level, make_bank, make_dimension, make_fact, make_sheet, not_applicable

from detector.core import answers
from detector.core.answers import Answer, AnswerSheet, AnswerState, Service
from detector.core.bank import FactKind
from detector.core.bank.index import lookup_in
from detector.core.errors import AnswerError

BANK = make_bank(
    [make_dimension("market", ["MKT1", "MKT2"], weight=14), make_dimension("staff", ["STF1"], weight=9)],
    facts=[make_fact("share", FactKind.PERCENT)],
)
LEVEL, NOT_APPLICABLE = AnswerState.LEVEL, AnswerState.NOT_APPLICABLE


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
    assert answers.counted_level(BANK, answer) == counted


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
def test_an_answer_is_recorded_as_typed(answer: Answer) -> None:
    before = make_sheet({"MKT1": 2, "MKT2": 0})

    after = answers.record_answer(BANK, before, "MKT1", answer)

    assert after == make_sheet({"MKT1": answer, "MKT2": 0})
    assert before == make_sheet({"MKT1": 2, "MKT2": 0})


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
        answers.record_answer(BANK, make_sheet(), "MKT1", answer)

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
        answers.check_answer(BANK, "MKT1", Answer(LEVEL, level=1, links=(link,)))


def test_everything_wrong_with_an_answer_is_told_at_once() -> None:
    with pytest.raises(AnswerError) as refused:
        answers.check_answer(BANK, "MKT1", Answer(LEVEL, level=9, evidence=9, reason="x"))

    assert all(words in str(refused.value) for words in ("a level from", "an evidence grade", "has a reason"))


def test_what_is_unknown_to_the_bank_is_refused_with_the_nearest_word() -> None:
    with pytest.raises(AnswerError, match=re.escape("There is no question 'mkt1'. Did you mean 'MKT1'?")):
        answers.record_answer(BANK, make_sheet(), "mkt1", at_level(1))
    with pytest.raises(AnswerError, match=re.escape("There is no dimension 'markt'. Did you mean 'market'?")):
        answers.record_weight(BANK, make_sheet(), "markt", 14)


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
        answers.record_service(make_sheet(), service)

    assert words in str(refused.value)


def test_a_service_is_recorded_as_typed() -> None:
    service = Service(name=" Library ", council="Anyshire", description="<b>\n")

    assert answers.record_service(make_sheet(), service).service == service


def test_what_is_taken_back_is_as_if_never_recorded() -> None:
    sheet = make_sheet({"MKT1": 2}, facts={"share": 50}, weights={"market": 8.0})

    sheet = answers.take_back_answer(BANK, sheet, "MKT1")
    sheet = answers.take_back_fact(BANK, sheet, "share")
    sheet = answers.take_back_weight(BANK, sheet, "market")

    assert sheet == answers.empty_sheet(BANK)


def test_taking_back_what_is_not_recorded_changes_nothing() -> None:
    assert answers.take_back_answer(BANK, make_sheet({"MKT1": 2}), "MKT2") == make_sheet({"MKT1": 2})


def test_an_answer_the_bank_no_longer_knows_can_still_be_taken_back() -> None:
    assert answers.take_back_answer(BANK, make_sheet({"OLD1": 2}), "OLD1") == make_sheet()


def test_taking_back_what_does_not_exist_is_refused() -> None:
    with pytest.raises(AnswerError, match="There is no question 'MKT'"):
        answers.take_back_answer(BANK, make_sheet(), "MKT")


def test_an_empty_sheet_belongs_to_its_bank() -> None:
    assert answers.empty_sheet(BANK) == AnswerSheet(bank_version=BANK.version)


def test_each_bank_is_looked_up_in_its_own_entries() -> None:
    for number in range(8):
        bank = make_bank([make_dimension("market", [f"Q{number}"])])
        gc.collect()

        assert [*lookup_in(bank).questions] == [f"Q{number}"]
