from pathlib import Path
from typing import NoReturn

import pytest
from cli.command_line import EXAMPLE

from detector.answers_csv import answers_csv
from detector.assessment_file import read_assessment
from detector.cli import main
from detector.cli.input_file import read_input
from detector.content import load_bank
from detector.core.errors import FileError

BANK = load_bank()


def test_json_holds_the_same_answers(tmp_path: Path) -> None:
    out = tmp_path / "copy.json"

    assert main(["export", str(EXAMPLE), "--to", str(out)]) == 0

    assert read_assessment(out.read_bytes(), BANK) == read_assessment(EXAMPLE.read_bytes(), BANK)


def test_csv_is_the_table_of_the_answers(tmp_path: Path) -> None:
    out = tmp_path / "ANSWERS.CSV"

    assert main(["export", str(EXAMPLE), "--to", str(out)]) == 0

    assert out.read_bytes() == answers_csv(BANK, read_assessment(EXAMPLE.read_bytes(), BANK).sheet)


def test_nothing_but_the_file_itself_is_left_behind(tmp_path: Path) -> None:
    main(["export", str(EXAMPLE), "--to", str(tmp_path / "copy.json")])

    assert [each.name for each in tmp_path.iterdir()] == ["copy.json"]


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "copy.json"
    out.write_text("mine", encoding="utf-8")

    assert main(["export", str(EXAMPLE), "--to", str(out)]) == 1

    assert out.read_text(encoding="utf-8") == "mine"
    assert "This file is there already. Choose another name, or add --force." in capsys.readouterr().err


def test_a_file_is_written_over_on_request(tmp_path: Path) -> None:
    out = tmp_path / "copy.json"
    out.write_text("old", encoding="utf-8")

    assert main(["export", str(EXAMPLE), "--to", str(out), "--force"]) == 0

    assert out.read_bytes().startswith(b"{")


def test_an_assessment_at_fault_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    bad, out = tmp_path / "bad.json", tmp_path / "copy.json"
    bad.write_text("{}", encoding="utf-8")
    out.write_text("old", encoding="utf-8")

    assert main(["export", str(bad), "--to", str(out), "--force"]) == 1

    assert out.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", ["gone/copy.json", "x" * 300 + ".json"], ids=["no such folder", "name too long"])
def test_a_place_that_cannot_be_written_to_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(EXAMPLE), "--to", str(tmp_path / name)]) == 1

    assert "This file cannot be written" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "copy.json"
    out.write_text("old", encoding="utf-8")
    (tmp_path / "copy.json.part").symlink_to("/dev/full")

    assert main(["export", str(EXAMPLE), "--to", str(out), "--force"]) == 1

    assert out.read_text(encoding="utf-8") == "old"
    assert "No space left on device" in capsys.readouterr().err


def test_a_folder_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "folder.json"
    folder.mkdir()

    assert main(["export", str(EXAMPLE), "--to", str(folder), "--force"]) == 1

    assert "This is a folder." in capsys.readouterr().err


def test_a_file_that_may_not_be_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: str) -> NoReturn:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(FileError, match=r"told-no\.json: This file may not be read\. Ask for the right"):
        read_input(str(EXAMPLE), BANK)
