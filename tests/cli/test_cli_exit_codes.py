"""0 when done, 1 when the input is at fault, 2 for wrong usage; faults on standard error, and never a traceback."""

from pathlib import Path

import pytest
from cli.command_line import EXAMPLE, EXAMPLES, ROOT, call, run

from detector import __version__


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--version"], f"Mutual Business Detector {__version__}", id="version"),
        pytest.param(["--help"], "python -m detector export library.json --to library.pdf", id="help"),
        pytest.param(["check", "--help"], "Example: python -m detector check questions", id="help on check"),
        pytest.param(["score", "--help"], "Example: python -m detector score library.json", id="help on score"),
        pytest.param(["export", "--help"], "Example: python -m detector export library.json", id="help on export"),
        pytest.param(["serve", "--help"], "Example: python -m detector serve --port 8600", id="help on serve"),
        pytest.param(["backup", "--help"], "Example: python -m detector backup", id="help on backup"),
        pytest.param(["restore", "--help"], "Example: python -m detector restore", id="help on restore"),
        pytest.param(["verify", "--help"], "Example: python -m detector verify", id="help on verify"),
        pytest.param(["check"], "55 questions (22 in the quick scan)", id="check"),
        pytest.param(["check", str(ROOT / "questions")], "No mistakes. Bank 2026.", id="check a folder"),
        pytest.param(["score", str(EXAMPLE)], "Scores of the dimensions, out of 100", id="score"),
        pytest.param(["score", "--json", str(EXAMPLE)], '"verdict": {', id="score as JSON"),
    ],
)
def test_what_can_be_done_ends_with_0(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    ended = call(words, capsys)

    assert (ended.code, ended.errors) == (0, "")
    assert said in " ".join(ended.output.split())


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        pytest.param(["score", "gone.json"], "gone.json: There is no such file.", id="no such file"),
        pytest.param(
            ["score", str(EXAMPLES / "told-now.json")],
            "Did you mean 'told-no.json'?",
            id="a file with nearly that name",
        ),
        pytest.param(["score", str(EXAMPLES)], "This is a folder. Name the assessment file in it.", id="a folder"),
        pytest.param(["score", "a\udc80.json"], "There is no such file.", id="a name that is no text"),
        pytest.param(["score", "x" * 5_000], "This file cannot be read", id="a name too long"),
        pytest.param(["check", "gone"], "gone: there is no such folder.", id="no such bank"),
        pytest.param(["check", str(EXAMPLES)], "bank.yaml: this file is missing", id="a folder without a bank"),
        pytest.param(
            ["export", str(EXAMPLE), "--to", "a.xlxs"], "There is no format .xlxs. Did you mean '.xlsx'?", id="a slip"
        ),
        pytest.param(["export", str(EXAMPLE), "--to", "a.xyz"], "There is no format .xyz.", id="no such format"),
        pytest.param(["export", str(EXAMPLE), "--to", "a"], "End the name with one of .pdf, .docx,", id="no ending"),
        pytest.param(
            ["export", str(EXAMPLE), "--to", "a.xlsx", "--length", "summary"],
            "--length: A .xlsx file has one length only.",
            id="a length where there is one only",
        ),
        pytest.param(
            ["export", str(EXAMPLE), "--to", "a.pdf", "--template", "b.docx"],
            "--template: A .pdf file has no template.",
            id="a template for another format",
        ),
        pytest.param(
            ["export", str(EXAMPLE), "--to", "a.docx", "--template", "gone.docx"],
            "gone.docx: This template cannot be read",
            id="no such template",
        ),
    ],
)
def test_input_at_fault_ends_with_1(words: list[str], fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    ended = call(words, capsys)

    assert (ended.code, ended.output) == (1, "")
    assert fault in ended.errors


@pytest.mark.parametrize(
    "words",
    [
        pytest.param([], id="no command"),
        pytest.param(["scroe"], id="no such command"),
        pytest.param(["score"], id="no file"),
        pytest.param(["score", str(EXAMPLE), "--jsn"], id="no such option"),
        pytest.param(["export", str(EXAMPLE)], id="nowhere to write"),
        pytest.param(["export", str(EXAMPLE), "--to", "a.pdf", "--length", "short"], id="no such length"),
        pytest.param(["export", str(EXAMPLE), "--to", "a.pdf", "--on", "20261122"], id="no day"),
        pytest.param(["backup"], id="nowhere to back up to"),
        pytest.param(["restore"], id="nothing to restore"),
        pytest.param(["serve", "--port", "0"], id="port 0"),
        pytest.param(["serve", "--port", "65536"], id="port too high"),
        pytest.param(["serve", "--port", "\u0665"], id="port in other digits"),
        pytest.param(["serve", "--port", "9" * 5_000], id="port too long"),
    ],
)
def test_wrong_usage_ends_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    ended = call(words, capsys)

    assert (ended.code, ended.output) == (2, "")
    assert ended.errors.startswith("usage: python -m detector")


@pytest.mark.parametrize(
    ("words", "code"),
    [pytest.param(["check"], 0, id="done"), pytest.param(["score", "gone.json"], 1, id="input at fault")],
)
def test_the_process_ends_with_that_code_in_any_folder(words: list[str], code: int, tmp_path: Path) -> None:
    ended = run(*words, folder=tmp_path)

    assert ended.code == code
    assert "Traceback" not in ended.errors


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        pytest.param(b"", ["the file"], id="nothing"),
        pytest.param(b'{"format": 1, "format_version": "1"}', ["format", "format_version"], id="two problems"),
    ],
)
def test_every_problem_of_a_file_is_told_a_line_each(typed: bytes, places: list[str]) -> None:
    ended = run("score", "-", typed=typed)

    assert (ended.code, ended.output) == (1, "")
    assert [line.split(": ")[0] for line in ended.errors.splitlines()] == places


def test_a_bank_with_problems_is_told_for_every_command(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("version: no\n", encoding="utf-8")

    ended = run("score", str(EXAMPLE), given={"DETECTOR_QUESTIONS_DIR": str(tmp_path)})

    assert ended.code == 1
    assert "bank.yaml:1" in ended.errors
    assert "Traceback" not in ended.errors


def test_a_console_that_lacks_a_character_does_not_end_the_command() -> None:
    ended = run(
        "score", str(EXAMPLES / "explore-york-2013.json"), given={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    )

    assert (ended.code, ended.errors) == (0, "")


def test_standard_input_is_read_as_a_file_is(capsys: pytest.CaptureFixture[str]) -> None:
    from_file = call(["score", str(EXAMPLE), "--json"], capsys)

    assert run("score", "-", "--json", typed=EXAMPLE.read_bytes()) == from_file


@pytest.mark.parametrize("day", ["2108-01-01", "0226-11-22", "1989-12-31", "2100-01-01"])
@pytest.mark.parametrize("ending", ["docx", "pptx", "xlsx"])
def test_a_day_that_nobody_means_is_refused_for_every_format(
    day: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"out.{ending}"

    ended = call(["export", str(EXAMPLE), "--to", str(out), "--on", day], capsys)

    assert ended.code == 2
    assert f"--on: a day lies from 1990 to 2099, and '{day}' does not: check the year" in ended.errors
    assert not out.exists()


@pytest.mark.parametrize("day", ["1990-01-01", "2099-12-31"])
@pytest.mark.parametrize("ending", ["docx", "pptx", "xlsx"])
def test_the_first_and_the_last_day_are_printed(
    day: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = call(["export", str(EXAMPLE), "--to", str(tmp_path / f"out.{ending}"), "--on", day], capsys)

    assert (ended.code, ended.errors) == (0, "")
