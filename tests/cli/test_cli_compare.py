"""`compare`: several services side by side, for people and for programs."""

import json
from pathlib import Path

import pytest
from builders import at_level
from cli.command_line import EXAMPLES
from strategies import question_ids_of, real_bank

from detector.cli import main
from detector.core.answers import AnswerSheet, Service
from detector.files.assessment import write_assessment


def file_of(folder: Path, name: str, level: int) -> str:
    answers = dict.fromkeys(question_ids_of(real_bank()), at_level(level))
    sheet = AnswerSheet(real_bank().version, Service(name=name), answers=answers)
    file = folder / f"{name}.json"
    file.write_bytes(write_assessment(real_bank(), sheet))
    return str(file)


def test_a_clear_order_is_said_and_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [file_of(tmp_path, "Poor", 1), file_of(tmp_path, "Good", 3)]

    assert main(["compare", *files]) == 0

    said = " ".join(capsys.readouterr().out.split())
    assert "Good (Good.json) before Poor (Poor.json) in 100 of 100." in said
    assert said.index("Good (Good.json)") < said.index("Poor (Poor.json)")


def test_what_is_too_close_is_not_called(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [file_of(tmp_path, "One", 2), file_of(tmp_path, "Other", 2)]

    main(["compare", *files])

    assert "in 50 of 100: too close to call." in " ".join(capsys.readouterr().out.split())


def test_json_tells_every_service_and_every_pair(capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(str(file) for file in EXAMPLES.glob("*.json"))

    assert main(["compare", "--json", *files]) == 0

    told = json.loads(capsys.readouterr().out)
    assert sorted(each["file"] for each in told["services"]) == files
    assert len(told["pairs"]) == len(files) * (len(files) - 1) // 2
    means = [each["before_others"] for each in told["services"]]
    assert means == sorted(means, reverse=True)


def test_a_file_named_twice_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = file_of(tmp_path, "One", 2)

    assert main(["compare", file, file]) == 1

    assert "This file is named twice. Name each file once." in capsys.readouterr().err
