import json
from dataclasses import replace
from pathlib import Path

import pytest
from cli.command_line import EXAMPLES

from detector.bank_files import load_bank
from detector.cli import main
from detector.core.answers import Answer, AnswerSheet, AnswerState, Service, empty_sheet
from detector.core.assessment import assess
from detector.core.bank import Migration
from detector.files.assessment import read_assessment, write_assessment
from detector.files.result import result
from detector.wording.actions import told_in_short
from detector.wording.result import deciding_caps

BANK = load_bank()
OPEN_EXAMPLE = EXAMPLES / "explore-york-2013.json"


def text_of(sheet: AnswerSheet, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `score` prints for a sheet, with its lines joined."""
    file = folder / "sheet.json"
    file.write_bytes(write_assessment(BANK, sheet))
    assert main(["score", str(file)]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_json_is_the_result_of_the_same_answers(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = read_assessment(OPEN_EXAMPLE.read_bytes(), BANK).sheet

    main(["score", str(OPEN_EXAMPLE), "--json"])

    assert json.loads(capsys.readouterr().out) == result(BANK, assess(BANK, sheet), sheet)


def test_the_text_says_what_the_result_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = read_assessment(OPEN_EXAMPLE.read_bytes(), BANK).sheet
    found = assess(BANK, sheet)

    text = text_of(sheet, tmp_path, capsys)

    assert sheet.service.name in text
    assert found.verdict.label in text
    assert found.verdict.meaning in text
    assert "Not ready for a decision" in text
    assert all(dimension.name in text for dimension in BANK.dimensions)
    assert all(told_in_short([action]) in text for action in found.actions[:2])
    assert " ".join(BANK.judgement_note.split()) in text


def test_only_what_decides_is_said_to_hold_the_verdict_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weak_market = {f"MKT{number}": Answer(AnswerState.LEVEL, level=0) for number in (1, 2, 3, 4)}
    stopped = AnswerSheet(BANK.version, answers={**weak_market, "COM1": Answer(AnswerState.LEVEL, level=0)})
    deciding, others = deciding_caps(assess(BANK, stopped).verdict)

    text = text_of(stopped, tmp_path, capsys)

    assert deciding
    assert others
    assert all(cap.because in text for cap in deciding)
    assert not any(cap.because in text for cap in others)


def test_nothing_answered_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = text_of(empty_sheet(BANK), tmp_path, capsys)

    assert text.startswith("A service without a name")
    assert "Too early to say" in text
    assert "Nothing is answered yet, so there is no verdict." in text
    assert "How firm this is" not in text


def test_local_weights_are_shown_beside_the_banks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = AnswerSheet(BANK.version, weights={"MKT": 19}, answers={"MKT1": Answer(AnswerState.LEVEL, level=2)})

    text = text_of(own, tmp_path, capsys)

    assert "Under the council's own weights" in text
    assert "Market 13 19" in text


def test_typed_text_cannot_steer_the_console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = text_of(AnswerSheet(BANK.version, Service(name="A\x1b[2J\u202eB")), tmp_path, capsys)

    assert text.startswith("A[2JB -")


def test_no_line_is_wider_than_a_console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["score", str(OPEN_EXAMPLE)])

    assert max(len(line) for line in capsys.readouterr().out.splitlines()) == 88


def test_what_a_migration_changed_is_told_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    older = Migration(from_version="2025.9", to_version=BANK.version, renamed={"MKT0": "MKT1"}, note="New ids.")
    bank = BANK.model_copy(update={"migrations": (older,)})
    monkeypatch.setattr("detector.cli.score.bank_in_use", lambda: bank)
    sheet = AnswerSheet("2025.9", answers={"MKT0": Answer(AnswerState.LEVEL, level=2)})
    file = tmp_path / "older.json"
    file.write_bytes(write_assessment(bank, sheet))

    code = main(["score", str(file), "--json"])

    said = capsys.readouterr()
    assert code == 0
    assert said.err.splitlines() == ["Question bank 2025.9 to 2026.2: New ids.", "Question MKT0 is now called MKT1."]
    assert json.loads(said.out)["dimensions"]["MKT"]["contributions"][0]["level"] == 2


def test_facts_that_can_hardly_both_be_true_are_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = replace(empty_sheet(BANK), facts={"staff_headcount": 90, "members_at_start": 120})

    text = text_of(sheet, tmp_path, capsys)

    assert "Facts as answered: 120 members and 90 people. Is one of them wrong?" in text
