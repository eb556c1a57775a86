import json

from builders import at_level, make_sheet, not_applicable
from files.file_bank import BANK, file_with
from files.whole_sheets import SHEETS
from hypothesis import given
from worked_out import worked_out

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, AnswerState, PlannedAction, Service
from detector.core.answers.answer_checks import LONGEST_LINK, MOST_LINKS
from detector.core.assessment import assess
from detector.core.messages import LONGEST_LINE, LONGEST_NOTE
from detector.files.assessment import read_assessment, write_assessment


@given(SHEETS)
def test_what_is_written_is_read_back_the_same(sheet: AnswerSheet) -> None:
    written = write_assessment(BANK, sheet)

    read = read_assessment(written, BANK)

    assert read.sheet == sheet
    assert write_assessment(BANK, read.sheet) == written
    assert read.migration_report == ()


@given(SHEETS)
def test_a_file_gives_the_result_of_the_sheet_it_came_from(sheet: AnswerSheet) -> None:
    read = read_assessment(write_assessment(BANK, sheet), BANK)

    assert worked_out(assess(BANK, read.sheet)) == worked_out(assess(BANK, sheet))


def test_the_order_of_a_file_is_the_banks_whatever_order_the_answers_came_in() -> None:
    forwards = make_sheet({"MKT1": 1, "MKT2": 2, "STF1": 3}, facts={"turnover": 1, "cpv_code": "x"})
    backwards = make_sheet({"STF1": 3, "MKT2": 2, "MKT1": 1}, facts={"cpv_code": "x", "turnover": 1})

    written = write_assessment(BANK, backwards)

    assert written == write_assessment(BANK, forwards)
    assert list(json.loads(written)["answers"]) == ["MKT1", "MKT2", "STF1"]


def test_a_file_says_nothing_about_what_is_not_known() -> None:
    written = json.loads(write_assessment(BANK, make_sheet({"MKT1": at_level(2, evidence=0)})))

    assert written == json.loads(file_with(service={"name": ""}, answers={"MKT1": {"level": 2}}))


def test_a_file_holds_each_part_of_an_answer() -> None:
    everything = Answer(AnswerState.LEVEL, level=2, evidence=2, note="Seen", links=("https://example.org",))

    written = json.loads(write_assessment(BANK, make_sheet({"MKT1": everything, "STF1": not_applicable("None left")})))

    assert written["answers"] == {
        "MKT1": {"level": 2, "evidence": 2, "note": "Seen", "links": ["https://example.org"]},
        "STF1": {"state": "not_applicable", "reason": "None left"},
    }


def test_a_file_is_utf_8_text_that_ends_with_a_new_line() -> None:
    sheet = make_sheet({"MKT1": Answer(AnswerState.DONT_KNOW, note="Llanw \u0175 \u202e <b>=1+1</b> \x07")})

    written = write_assessment(BANK, sheet)

    assert "Llanw \u0175 \u202e <b>=1+1</b> \\u0007" in written.decode()
    assert written.endswith(b"}\n")


def test_a_sheet_with_every_text_at_its_longest_can_be_read_back() -> None:
    bank = load_bank()
    worst = "\x01" * (LONGEST_NOTE - 1) + "x"
    longest_links = (("https://example.org/" + "x" * LONGEST_LINK)[:LONGEST_LINK],) * MOST_LINKS
    answers = {
        question.id: Answer(AnswerState.NOT_APPLICABLE, note=worst, reason=worst, links=longest_links)
        for dimension in bank.dimensions
        for question in dimension.questions
    }
    plan = {
        rule.id: PlannedAction("\x01" * (LONGEST_LINE - 1) + "x", "2027-03-01", done=True) for rule in bank.actions
    }
    sheet = AnswerSheet(bank.version, Service("Library service"), answers=answers, plan=plan)

    data = write_assessment(bank, sheet)

    assert read_assessment(data, bank).sheet == sheet
