"""A report of answers that came from an older bank says so, and which of its newer rules hold the verdict."""

from dataclasses import replace
from pathlib import Path

import pytest
from report.report_parts import report_on, section_of

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, AnswerState, BroughtOver
from detector.files.assessment import read_assessment
from detector.report.sources import texts
from detector.wording.brought_over import NEW_RULES, NO_NEW_RULE, earlier_in_words

BANK = load_bank()
OLD_FILES = Path(__file__).parents[1] / "files" / "of_2026_1"
SURE = {question.id: Answer(AnswerState.LEVEL, 3, 2) for part in BANK.dimensions for question in part.questions}
SETTLED = AnswerSheet(
    BANK.version,
    facts={"reorganisation": "not_affected", "service_kind": "libraries_museums"},
    answers=SURE,
    brought_over=BroughtOver("2026.1", carried=50),
)


def said(sheet: AnswerSheet) -> str:
    found = section_of(report_on(BANK, sheet), "brought-over")
    return "" if found is None else "\n".join(texts([found]))


def at(level: int, *question_ids: str) -> AnswerSheet:
    return replace(SETTLED, answers={**SURE, **{each: Answer(AnswerState.LEVEL, level, 2) for each in question_ids}})


def test_where_the_answers_came_from_and_what_waits_is_told_with_what_changed() -> None:
    sheet = read_assessment((OLD_FILES / "told-no.json").read_bytes(), BANK).sheet

    told = said(sheet)

    assert "51 answers carried over, 9 to look at again, 4 new questions." in told
    assert BANK.migrations[0].note in told


def test_what_an_older_bank_asked_is_told_once_with_its_note() -> None:
    sheet = read_assessment((OLD_FILES / "told-no.json").read_bytes(), BANK).sheet
    assert sheet.brought_over is not None
    earlier = [earlier_in_words(each) for each in sheet.brought_over.earlier]

    told = "\n".join(texts(report_on(BANK, sheet).sections))

    assert earlier
    assert [told.count(each) for each in earlier] == [1] * len(earlier)


def test_a_report_of_todays_answers_says_nothing_of_it() -> None:
    assert said(replace(SETTLED, brought_over=None)) == ""


@pytest.mark.parametrize(
    ("sheet", "by_new_rules"),
    [
        pytest.param(SETTLED, False, id="nothing holds it"),
        pytest.param(at(1, "PRO1"), True, id="an unclear hard gate, which held nothing before"),
        pytest.param(at(0, "FIT4"), True, id="a new gate that failed"),
        pytest.param(at(0, "STF2"), False, id="a gate that failed before too"),
        pytest.param(at(0, "COM1"), False, id="a hard gate that stopped it before too"),
    ],
)
def test_which_new_rules_hold_the_verdict_is_told(sheet: AnswerSheet, by_new_rules: bool) -> None:
    told = said(sheet)

    assert (NEW_RULES in told) == by_new_rules
    assert (NO_NEW_RULE in told) != by_new_rules


def test_before_a_verdict_is_named_no_rule_is_said_to_hold_it() -> None:
    told = said(replace(SETTLED, answers={"MKT1": SURE["MKT1"]}))

    assert "Brought over from version 2026.1." in told
    assert NEW_RULES not in told
    assert NO_NEW_RULE not in told
