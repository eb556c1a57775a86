from dataclasses import replace
from pathlib import Path

import pytest
from report.report_parts import EXAMPLES, ON, example, report_on, section_of, tables_of, words_of

from detector.bank_files import load_bank
from detector.core.answers import (
    Answer,
    AnswerSheet,
    AnswerState,
    FactValue,
    PlannedAction,
    WorkshopResult,
    empty_sheet,
)
from detector.core.assessment import assess
from detector.core.bank.guidance import Statement
from detector.report.blocks import Bullets, Length, Paragraph, Report, Table
from detector.report.case_studies import less_alike
from detector.report.context import ReportContext
from detector.report.legal_forms import form_section
from detector.wording.actions import by_rule, told

BANK = load_bank()
TAKE_ADVICE = "(Not settled, or not confirmed here: take advice.)"
JUDGEMENT = "(Judgement.)"
FORM_STATEMENTS = [
    statement
    for form in BANK.forms
    for statement in (*form.speaks_for, *form.speaks_against, form.law)
    if statement.take_advice or statement.judgement
]
MODEL_STATEMENTS = [cell.says for model in BANK.models for cell in model.cells]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_doubtful_is_stated_without_its_mark(path: Path) -> None:
    said = words_of(report_on(BANK, example(path)))

    assert all(_is_marked(said, each) for each in (*FORM_STATEMENTS, *MODEL_STATEMENTS))


def _is_marked(said: str, statement: Statement) -> bool:
    numbers = "".join(f"[{number}]" for number in statement.sources)
    marked = f"{statement.text} {numbers}".rstrip()
    marked += f" {JUDGEMENT}" if statement.judgement else ""
    marked += f" {TAKE_ADVICE}" if statement.take_advice else ""
    return said.count(statement.text) <= said.count(marked) or not (statement.judgement or statement.take_advice)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_form_is_told_once_as_possible_or_ruled_out(path: Path) -> None:
    sheet = example(path)
    advice = assess(BANK, sheet).forms
    report = report_on(BANK, sheet)
    names = {form.id: form.name for form in BANK.forms}

    assert advice is not None
    said = words_of(report)
    assert all(f"{each.rank}. {names[each.form_id]}" in said for each in advice.placed)
    assert all(names[each.form_id] in said for each in advice.ranked)
    assert all(why.because in said for form in advice.excluded for why in form.why_not)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_staying_in_house_is_always_compared(path: Path) -> None:
    compared = [table for table in tables_of(report_on(BANK, example(path))) if table.id.startswith("models-compared")]

    assert compared
    assert all(table.columns[1].heading == BANK.models[0].name for table in compared)
    assert all(len(table.rows) == len(BANK.criteria) for table in compared)


def test_gates_stand_worst_first() -> None:
    stopped = example(_path("told-no"))

    rows = _table(report_on(BANK, stopped), "gates-not-passed").rows

    states = [row[1] for row in rows]
    assert states == sorted(states, key=["Failed", "Not known yet", "Warning"].index)
    assert "(hard, " in rows[0][0]


def test_a_top_level_without_a_document_is_shown_as_counting_less() -> None:
    sheet = AnswerSheet(BANK.version, answers={"MKT1": Answer(AnswerState.LEVEL, level=3, evidence=1)})

    row = _table(report_on(BANK, sheet), "answers-MKT").rows[0]

    assert row[1].endswith("(level 3, counts as 2)")
    assert row[2] == "67"


@pytest.mark.parametrize(
    ("plan", "owner", "when"),
    [
        pytest.param(PlannedAction(owner="Head of libraries"), "Head of libraries", "no date set", id="an owner"),
        pytest.param(PlannedAction(due="2027-03-01"), "(suggested)", "1 March 2027", id="a date"),
        pytest.param(
            PlannedAction(due="2027-03-01", done=True), "(suggested)", "Done (date: 1 March 2027)", id="done"
        ),
    ],
)
def test_an_action_shows_what_the_council_planned(plan: PlannedAction, owner: str, when: str) -> None:
    sheet = AnswerSheet(BANK.version, answers={"MKT1": Answer(AnswerState.LEVEL, level=0)})
    raised = next(each for each in assess(BANK, sheet).actions if each.question_id == "MKT1")
    theirs = next(each.rule_id for each in assess(BANK, sheet).actions if each.rule_id != raised.rule_id)
    planned = replace(sheet, plan={raised.rule_id: plan, theirs: PlannedAction(owner="The mayor", due="2027-01-01")})

    row = next(row for row in _table(report_on(BANK, planned), "actions-table").rows if raised.what in row[0])

    assert row[1].endswith(owner)
    assert row[2] == when


@pytest.mark.parametrize("length", Length)
def test_a_plan_not_begun_takes_no_columns(length: Length) -> None:
    table = _table(report_on(BANK, empty_sheet(BANK), length), "actions-table")

    assert [column.heading for column in table.columns][:2] == ["Action", "Suggested owner"]
    assert "Date" not in [column.heading for column in table.columns]
    assert not any("suggested" in row[1] for row in table.rows)


def test_what_one_answer_has_against_a_form_stands_together() -> None:
    table = _table(report_on(BANK, example(_path("told-no"))), "why-not")

    assert len({(row[0], row[2]) for row in table.rows}) == len(table.rows)


def test_questions_not_answered_are_listed_once_and_not_one_row_each() -> None:
    sheet = AnswerSheet(BANK.version, answers={"MKT1": Answer(AnswerState.LEVEL, level=2, evidence=2)})

    report = report_on(BANK, sheet)

    market = section_of(report, "dimension-MKT")
    assert market is not None
    listed = next(block for block in market.blocks if isinstance(block, Bullets))
    asked = BANK.dimensions[0].questions
    assert [item.split()[0] for item in listed.items] == [question.id for question in asked[1:]]
    assert len(_table(report, "answers-MKT").rows) == 1


def test_every_model_is_told_in_order_with_why_it_is_ruled_out() -> None:
    sheet = example(_path("told-no"))
    options = assess(BANK, sheet).options

    rows = _table(report_on(BANK, sheet), "models-table").rows

    names = {model.id: model.name for model in BANK.models}
    assert [row[0].partition(" (")[0] for row in rows] == [names[each.model_id] for each in options.models]
    assert all(
        why.because in row[1] for row, each in zip(rows, options.models, strict=True) for why in each.standing.why_out
    )


def test_the_summary_leaves_out_what_is_done() -> None:
    sheet = empty_sheet(BANK)
    first = assess(BANK, sheet).actions[0]
    done = replace(sheet, plan={first.rule_id: PlannedAction(done=True)})

    rows = _table(report_on(BANK, done, Length.SUMMARY), "actions-table").rows

    assert len(rows) == 5
    assert first.find_out
    assert not any(first.find_out in row[0] for row in rows)


def test_actions_stand_by_stage_without_numbers_that_would_jump() -> None:
    sheet = empty_sheet(BANK)
    plan = list(by_rule(assess(BANK, sheet).actions).values())

    rows = _table(report_on(BANK, sheet), "actions-table").rows

    by_stage = [group for stage in BANK.stages for group in plan if group[0].stage == stage.id]
    assert by_stage != plan
    assert [row[0] for row in rows] == [told(group) for group in by_stage]


def test_own_weights_stand_beside_the_banks() -> None:
    sheet = AnswerSheet(
        BANK.version, weights={"MKT": 19}, answers={"MKT1": Answer(AnswerState.LEVEL, level=2, evidence=2)}
    )

    report = report_on(BANK, sheet)

    assert _table(report, "weights-changed").rows == (("Market", "13", "19"),)
    assert [row[0] for row in _table(report, "both-weights").rows] == ["Verdict", "Overall score", "Possible range"]


def test_facts_stand_with_their_units() -> None:
    sheet = AnswerSheet(BANK.version, facts={"turnover": 4_200_000, "core_share_y1": 92, "staff_headcount": 140})

    rows = _table(report_on(BANK, sheet), "facts-table").rows

    assert {row[1] for row in rows} == {"£4,200,000 a year", "92% of income", "140 people"}


def test_a_sum_a_hair_under_a_pound_is_told_in_pounds() -> None:
    sheet = AnswerSheet(BANK.version, facts={"turnover": 4_099_999.9999999995})

    rows = _table(report_on(BANK, sheet), "facts-table").rows

    assert [row[1] for row in rows] == ["£4,100,000 a year"]


def test_before_any_answer_the_report_says_what_is_missing() -> None:
    report = report_on(BANK, empty_sheet(BANK))

    said = words_of(report)
    assert report.title == "Could this service become a public service mutual?"
    assert "Nothing is answered yet, so there is no verdict." in said
    assert "There is no picture of the scores yet" in said
    assert "None of the plain questions about the service is answered yet." in said
    assert section_of(report, "firmness") is None


def test_the_method_names_every_verdict_and_its_limits() -> None:
    method = section_of(report_on(BANK, empty_sheet(BANK)), "method")

    assert method is not None
    said = " ".join(block.text for block in method.blocks if isinstance(block, Paragraph))
    assert all(
        f"“{band.label}” from {band.from_score:g}" in said for band in BANK.bands if band.from_score is not None
    )
    assert BANK.judgement_note in said
    assert "not legal advice" in said
    assert len(said.split()) < 350


def _table(report: Report, table_id: str) -> Table:
    return next(table for table in tables_of(report) if table.id == table_id)


def test_what_a_workshop_agreed_stands_under_the_answers() -> None:
    found = WorkshopResult("2026-11-22", 2, 14, 2, 2.0, 0.6, "Two of us see a 1.")

    said = words_of(report_on(BANK, replace(example(EXAMPLES[0]), workshop={"MKT1": found})))

    assert (
        "Workshop on MKT1: Agreed at level 2 in a workshop on 22 November 2026, round 2: 14 people answered, median "
        "level 2, broad agreement (0.6). Dissent: Two of us see a 1."
    ) in said


@pytest.mark.parametrize(
    ("level", "says_so"), [pytest.param(2, False, id="kept"), pytest.param(1, True, id="changed")]
)
def test_an_agreed_level_that_was_changed_since_is_told_as_such(level: int, says_so: bool) -> None:
    found = WorkshopResult("2026-11-22", 2, 14, 2, 2.0, 0.6, "")
    sheet = AnswerSheet(
        BANK.version, answers={"MKT1": Answer(AnswerState.LEVEL, level=level)}, workshop={"MKT1": found}
    )

    said = words_of(report_on(BANK, sheet))

    assert ("broad agreement (0.6). The answer is another one now." in said) == says_so


def test_a_dimensions_score_and_range_stand_in_its_heading() -> None:
    sheet = AnswerSheet(BANK.version, answers={"MKT1": Answer(AnswerState.LEVEL, level=2, evidence=2)})
    first, second, *_ = BANK.dimensions

    report = report_on(BANK, sheet)

    titles = [section.title for part in report.sections if part.id == "answers" for section in part.sections]
    assert titles[0] == f"{first.name}: 67, possible range 13 to 93"
    assert titles[1] == f"{second.name}: no answer yet, possible range 0 to 100"


def test_forms_have_a_place_only_when_an_answer_speaks_for_one() -> None:
    alike, ranked = _context(empty_sheet(BANK)), _context(example(_path("explore-york-2013")))

    assert alike.assessment.forms is not None
    assert ranked.assessment.forms is not None
    assert not any(form_section(alike, each).title[0].isdigit() for each in alike.assessment.forms.ranked)
    placed = ranked.assessment.forms.placed
    titles = [form_section(ranked, each).title for each in placed]
    assert placed
    assert [title.partition(".")[0] for title in titles] == [str(number) for number in range(1, len(titles) + 1)]


def test_until_what_decides_is_known_forms_stand_by_name_and_say_so() -> None:
    sheet = example(_path("explore-york-2013"))
    facts = {each: value for each, value in sheet.facts.items() if each not in ("control", "surplus")}

    said = words_of(report_on(BANK, replace(sheet, facts=facts)))

    assert "Answer these two first. Until then no form stands before another:" in said
    assert "Who would control the new body?" in said
    assert "1. " + BANK.forms[0].name not in said


def test_a_service_code_is_told_with_what_it_means_and_a_day_in_full() -> None:
    facts: dict[str, FactValue] = {
        "route": "reserved",
        "cpv_code": "92511000",
        "reorganisation": "in_progress",
        "vesting_on": "2028-04-01",
    }

    said = words_of(report_on(BANK, replace(empty_sheet(BANK), facts=facts)))

    assert "Service code 92511000: Library services. Light touch, and can be reserved." in said
    assert "1 April 2028" in said
    assert "2028-04-01" not in said


def test_joining_a_host_stands_beside_the_forms() -> None:
    sheet = example(_path("explore-york-2013"))
    small = {**sheet.facts, "host_available": True, "turnover": 400_000}

    further, first = (
        words_of(report_on(BANK, replace(sheet, facts=facts))) for facts in ({**small, "turnover": 4_000_000}, small)
    )

    assert "Join an existing trust or mutual: a further option." in further
    assert "Join an existing trust or mutual: look at this first, before a body of your own." in first


def test_cases_that_are_only_named_can_be_told_like_the_others() -> None:
    context = _context(example(_path("told-no")))

    named = section_of(report_on(BANK, context.sheet), "elsewhere")

    assert named is not None
    told = less_alike(context)
    assert told
    assert f"Less alike: {', '.join(section.title for section in told)}." in words_of(report_on(BANK, context.sheet))
    assert len(told) + len(named.sections) == len(context.assessment.cases)


def _context(sheet: AnswerSheet) -> ReportContext:
    return ReportContext(BANK, sheet, assess(BANK, sheet), ON)


def _path(name: str) -> Path:
    return next(path for path in EXAMPLES if path.stem == name)
