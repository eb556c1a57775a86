import errno
import stat
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from cli.command_line import EXAMPLE
from docx import Document
from docx.document import Document as DocumentObject
from docx.styles.style import ParagraphStyle
from exports.reading import is_of_kind, words_in

from detector.bank_files import load_bank
from detector.cli import main
from detector.cli.input_file import read_input
from detector.core.errors import FileError
from detector.exports.formats import FormatId
from detector.files.assessment import read_assessment

BANK = load_bank()
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights and links")


def test_json_holds_the_same_answers(tmp_path: Path) -> None:
    out = tmp_path / "copy.json"

    assert main(["export", str(EXAMPLE), "--to", str(out)]) == 0

    assert read_assessment(out.read_bytes(), BANK) == read_assessment(EXAMPLE.read_bytes(), BANK)


@pytest.mark.parametrize("format_id", [each for each in FormatId if each is not FormatId.RESULT])
def test_every_ending_names_its_format(format_id: FormatId, tmp_path: Path) -> None:
    out = tmp_path / f"OUT.{format_id.upper()}"

    assert main(["export", str(EXAMPLE), "--to", str(out), "--on", "2026-11-22"]) == 0

    assert is_of_kind(out.read_bytes(), format_id)
    assert "Anyshire home help team" in words_in(out.read_bytes(), format_id)


def test_a_document_prints_the_day_it_is_told(tmp_path: Path) -> None:
    out = tmp_path / "out.html"

    main(["export", str(EXAMPLE), "--to", str(out), "--on", "2027-02-03"])

    assert "3 February 2027" in words_in(out.read_bytes(), FormatId.PAGE)


def test_a_summary_says_less_than_the_full_report_that_is_usual(tmp_path: Path) -> None:
    for name, options in (("usual", []), ("full", ["--length", "full"]), ("summary", ["--length", "summary"])):
        main(["export", str(EXAMPLE), "--to", str(tmp_path / f"{name}.html"), "--on", "2026-11-22", *options])

    usual, full, summary = ((tmp_path / f"{name}.html").read_bytes() for name in ("usual", "full", "summary"))
    assert usual == full
    assert len(summary) < len(full)


def test_word_takes_the_look_of_a_template(tmp_path: Path) -> None:
    template, out = tmp_path / "council.docx", tmp_path / "out.docx"
    look = Document()
    heading_of(look).font.name = "Council Sans"
    look.save(str(template))

    assert main(["export", str(EXAMPLE), "--to", str(out), "--template", str(template)]) == 0

    assert heading_of(Document(str(out))).font.name == "Council Sans"


def heading_of(document: DocumentObject) -> ParagraphStyle:
    """The style of a Word document's first headings."""
    style = document.styles["Heading 1"]
    assert isinstance(style, ParagraphStyle)
    return style


def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.docx"

    assert main(["export", str(EXAMPLE), "--to", str(out), "--template", str(EXAMPLE)]) == 1

    assert "Word" in capsys.readouterr().err
    assert not out.exists()


def test_a_machine_without_what_sets_a_pdf_says_what_to_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("detector.exports.pdf.pdf_is_available", lambda: False)

    assert main(["export", str(EXAMPLE), "--to", str(tmp_path / "out.pdf")]) == 1

    assert "PDF: It is not on this machine. Use Word or the web page" in capsys.readouterr().err


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


def test_a_full_disk_leaves_the_old_file_as_it_was_and_nothing_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_full(_from: Path, _to: Path) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    out = tmp_path / "copy.json"
    out.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", is_full)

    assert main(["export", str(EXAMPLE), "--to", str(out), "--force"]) == 1

    assert out.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["copy.json"]
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_link_to_a_device_stays_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "copy.json"
    out.symlink_to("/dev/full")

    assert main(["export", str(EXAMPLE), "--to", str(out), "--force"]) == 1

    assert out.readlink() == Path("/dev/full")
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize("options", [[], ["--force"]], ids=["new", "forced"])
def test_what_lies_beside_the_file_stays(options: list[str], tmp_path: Path) -> None:
    beside = {name: tmp_path / name for name in ("out.csv.part", ".out.csv.part", "out.csv~", "out.csv.tmp")}
    for name, path in beside.items():
        path.write_text(name, encoding="utf-8")

    assert main(["export", str(EXAMPLE), "--to", str(tmp_path / "out.csv"), *options]) == 0

    assert {name: path.read_text(encoding="utf-8") for name, path in beside.items()} == {name: name for name in beside}
    assert {each.name for each in tmp_path.iterdir()} == {*beside, "out.csv"}


@POSIX
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    out, led_to = tmp_path / "out.json", tmp_path / "folder" / "kept.json"
    out.symlink_to(Path("folder") / "kept.json")

    assert main(["export", str(EXAMPLE), "--to", str(out)]) == 0
    assert main(["export", str(EXAMPLE), "--to", str(out), "--force"]) == 0

    assert out.is_symlink()
    assert led_to.read_bytes().startswith(b"{")
    assert [each.name for each in led_to.parent.iterdir()] == ["kept.json"]


@POSIX
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664, 0o444], ids=oct)
def test_a_file_that_is_written_over_keeps_its_rights(rights: int, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")
    out.chmod(rights)

    assert main(["export", str(EXAMPLE), "--to", str(out), "--force"]) == 0

    assert out.read_bytes().startswith(b"{")
    assert stat.S_IMODE(out.stat().st_mode) == rights


@POSIX
def test_a_new_file_has_the_rights_of_every_new_file(tmp_path: Path) -> None:
    out, usual = tmp_path / "out.json", tmp_path / "usual"
    usual.write_text("", encoding="utf-8")

    assert main(["export", str(EXAMPLE), "--to", str(out)]) == 0

    assert out.stat().st_mode == usual.stat().st_mode


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
