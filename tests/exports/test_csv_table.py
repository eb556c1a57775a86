"""The table for analysts: the numbers of the result, read back, and nothing in it that a spreadsheet could run."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import make_bank, make_dimension, make_sheet
from exports.hostile import FORMULAS, TEXTS, everything_hostile, hostile_sheet
from strategies import real_bank

from detector.core.answers import Answer, AnswerSheet, AnswerState, PlannedAction, WorkshopResult, empty_sheet
from detector.core.assessment import Assessment, assess
from detector.core.scoring import shown
from detector.core.text import clean
from detector.exports.csv.columns import COLUMNS
from detector.exports.csv.table import make_csv
from detector.files.assessment import read_assessment
from detector.report.context import ReportContext

BANK = real_bank()
EXAMPLES = sorted((Path(__file__).parents[2] / "questions" / "examples").glob("*.json"))
RUNNABLE = re.compile(r"[\s\x00-\x20\ufeff]*[=+\-@＝＋－＠|%]|[\t\r\n]")
NUMBER = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")


def rows_of(sheet: AnswerSheet, assessment: Assessment | None = None) -> list[dict[str, str]]:
    content = make_csv(ReportContext(BANK, sheet, assessment or assess(BANK, sheet), date(2026, 11, 22)))
    return [*csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))]


def row(rows: list[dict[str, str]], kind: str, entry_id: str) -> dict[str, str]:
    return next(each for each in rows if (each["kind"], each["id"]) == (kind, entry_id))


def example(path: Path) -> AnswerSheet:
    weights = {dimension.id: dimension.weight * 0.75 for dimension in BANK.dimensions[:2]}
    return replace(read_assessment(path.read_bytes(), BANK).sheet, weights=weights)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_scores_are_told_rounded_as_everywhere_and_exact(path: Path) -> None:
    sheet = example(path)
    found = assess(BANK, sheet)
    assert found.local is not None
    parts = {score.dimension_id: score for score in found.dimensions}
    parts |= {
        "overall": found.overall,
        "own_overall": found.local.overall,
        **{group.id: group for group in found.groups},
    }

    rows = rows_of(sheet, found)

    for entry_id, part in parts.items():
        told = row(rows, "score", entry_id)
        for key, value in (("score", part.score), ("low", part.low), ("high", part.high)):
            assert told[key] == ("" if value is None else str(shown(value)))
            assert told[f"{key}_exact"] == ("" if value is None else str(value * 100))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_verdicts_gates_forms_models_and_actions_are_those_of_the_result(path: Path) -> None:
    sheet = example(path)
    found = assess(BANK, sheet)
    assert found.forms is not None
    assert found.local is not None

    rows = rows_of(sheet, found)

    states = {(each["kind"], each["id"]): each["state"] for each in rows}
    assert states["verdict", "verdict"] == (found.verdict.id or "")
    assert states["verdict", "own_verdict"] == (found.local.verdict.id or "")
    assert row(rows, "verdict", "verdict")["words"] == found.verdict.label
    assert {gate.gate_id: states["gate", gate.gate_id] for gate in found.gates} == {
        gate.gate_id: gate.state.value for gate in found.gates
    }
    forms = [each["id"] for each in rows if each["kind"] == "form" and each["state"] != "excluded"]
    assert forms == [form.form_id for form in found.forms.ranked]
    assert [each["state"] for each in rows if each["kind"] == "model"] == [
        model.standing.standing.value for model in found.options.models
    ]
    raised = dict.fromkeys(action.rule_id for action in found.actions)
    assert [each["id"] for each in rows if each["kind"] == "action"] == list(raised)


def test_every_question_and_fact_has_a_row() -> None:
    rows = rows_of(empty_sheet(BANK))

    questions = [question.id for dimension in BANK.dimensions for question in dimension.questions]
    assert [each["id"] for each in rows if each["kind"] == "answer"] == questions
    assert {each["state"] for each in rows if each["kind"] == "answer"} == {"unanswered"}
    assert [each["id"] for each in rows if each["kind"] == "fact"] == [fact.id for fact in BANK.facts]


def test_an_answer_is_told_with_what_it_counts_as() -> None:
    answer = Answer(AnswerState.LEVEL, level=3, evidence=1, note="Seen", links=("https://a.org", "https://b.org"))

    told = row(rows_of(AnswerSheet(BANK.version, answers={"MKT1": answer})), "answer", "MKT1")

    assert (told["state"], told["level"], told["level_counted"], told["score"]) == ("level", "3", "2", "67")
    assert (told["evidence_grade"], told["note"], told["links"]) == ("1", "Seen", "https://a.org\nhttps://b.org")
    assert told["words"] == BANK.dimensions[0].questions[0].levels[3]


def test_an_answer_is_told_with_what_a_workshop_found() -> None:
    found = WorkshopResult("2026-11-12", 2, 14, 2, median=1.5, agreement=-0.25, dissent="=1+1")
    found = replace(found, chose=12, dont_know=2, groups_counted=2, groups_apart=0.5)
    few = WorkshopResult("2026-11-12", 1, 3, 0)

    rows = rows_of(AnswerSheet(BANK.version, workshop={"MKT1": found, "MKT2": few}))

    told = {key: value for key, value in row(rows, "answer", "MKT1").items() if key.startswith("workshop_")}
    assert [*told.values()] == ["2026-11-12", "2", "2", "14", "12", "2", "1.5", "-0.25", "2", "0.5", "'=1+1"]
    told = {key: value for key, value in row(rows, "answer", "MKT2").items() if key.startswith("workshop_")}
    assert [*told.values()] == ["2026-11-12", "0", "1", "3", *[""] * 7]


def test_an_action_is_told_with_its_plan() -> None:
    weak = {"PRO1": Answer(AnswerState.LEVEL, level=0)}
    rule = next(rule.id for rule in BANK.actions if "PRO1" in rule.questions)
    plan = {rule: PlannedAction(owner="Head of libraries", due="2027-03-01", done=True)}

    told = row(rows_of(AnswerSheet(BANK.version, answers=weak, plan=plan)), "action", rule)

    assert (told["owner"], told["due"], told["state"]) == ("Head of libraries", "2027-03-01", "done")


@pytest.mark.parametrize("words", list(TEXTS))
def test_no_cell_can_be_run(words: str) -> None:
    rows = rows_of(hostile_sheet(BANK, TEXTS[words]))

    texts = [cell for each in rows for cell in each.values() if not NUMBER.fullmatch(cell)]
    assert [cell for cell in texts if RUNNABLE.match(cell)] == []


@pytest.mark.parametrize("attack", FORMULAS, ids=ascii)
def test_a_typed_text_reads_back_but_for_one_apostrophe(attack: str) -> None:
    sheet = AnswerSheet(BANK.version, answers={"MKT1": Answer(AnswerState.DONT_KNOW, note=attack)})

    note = row(rows_of(sheet), "answer", "MKT1")["note"]

    assert note in (clean(attack), f"'{clean(attack)}")


def test_every_row_can_be_told_from_every_other() -> None:
    rows = rows_of(everything_hostile(BANK))

    keys = [(each["kind"], each["id"], each["part_of"]) for each in rows]
    assert len(set(keys)) == len(keys)
    assert [*rows[0]] == [*COLUMNS]


def test_a_column_that_no_row_uses_is_not_there() -> None:
    hostile = everything_hostile(BANK)

    used = {column for each in rows_of(hostile) for column, cell in each.items() if cell}

    assert used == set(COLUMNS)


def test_a_day_is_kept_as_a_day_and_told_in_full() -> None:
    sheet = AnswerSheet(BANK.version, facts={"reorganisation": "in_progress", "vesting_on": "2028-04-01"})

    told = row(rows_of(sheet), "fact", "vesting_on")

    assert (told["type"], told["value"], told["words"]) == ("date", "2028-04-01", "1 April 2028")


def test_money_is_told_to_the_penny() -> None:
    told = row(rows_of(AnswerSheet(BANK.version, facts={"turnover": 4_099_999.9999999995})), "fact", "turnover")

    assert (float(told["value"]), told["words"]) == (4_100_000, "4,100,000")


@pytest.mark.parametrize(("known", "told"), [(0, "0"), (1, "1"), (250, "50"), (499, "99"), (500, "100")])
def test_all_is_said_to_be_answered_only_where_all_is(known: int, told: str) -> None:
    ids = [f"MKT{number}" for number in range(1, 501)]
    bank = make_bank([make_dimension("MKT", ids, weight=100)])
    sheet = make_sheet(dict.fromkeys(ids[:known], 1))

    content = make_csv(ReportContext(bank, sheet, assess(bank, sheet), date(2026, 11, 22))).decode("utf-8-sig")

    rows = [*csv.DictReader(io.StringIO(content, newline=""))]
    found = row(rows, "confidence", "coverage")
    assert (found["score"], found["words"]) == (told, f"{known} of 500 questions answered")
