"""The words and exit codes of `backup`, `restore` and `verify`."""

import os
import re
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cli.command_line import Ended, call, run
from store.full_database import fill
from store.store_builders import FULL, checked_sheet

from detector.core.workshop.workshop import Workshop
from detector.store import open_store
from detector.store.location import FILE_NAME, sqlite_url
from detector.wording.plain import day

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of the settings, with one assessment."""
    monkeypatch.setenv("DETECTOR_DATA_DIR", str(tmp_path / "kept"))
    made = tmp_path / "kept" / FILE_NAME
    store = open_store(sqlite_url(made))
    store.create(checked_sheet(FULL), "Ann é")
    store.close()
    return made


def backed_up(out: Path, capsys: Capture, *options: str) -> Ended:
    """The end of making a backup."""
    return call(["backup", str(out), *options], capsys)


def test_a_backup_tells_what_is_in_it(file: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "backup.sqlite3"

    ended = backed_up(out, capsys)

    assert (ended.code, ended.errors) == (0, "")
    first, second = ended.output.splitlines()
    assert first == f"Written: {out}"
    assert re.fullmatch(r"1 assessment with 14 changes, 0 workshops\. [\d.]+ KB, in [\d.]+ seconds\.", second)


def test_it_says_which_single_answers_are_not_in_it_and_which_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("DETECTOR_DATA_DIR", str(tmp_path / "kept"))
    store = open_store(sqlite_url(tmp_path / "kept" / FILE_NAME))
    fill(store)

    without = backed_up(tmp_path / "without.sqlite3", capsys)
    with_them = backed_up(tmp_path / "with.sqlite3", capsys, "--with-running-answers")
    store.close()

    assert without.output.endswith(
        "The single answers of 1 running workshop are not in this backup. If this disk fails before it ends they are "
        "lost. --with-running-answers takes them along: keep such a backup as you would the answers.\n"
    )
    assert with_them.output.endswith(
        "The single answers of 1 running workshop are in this backup: keep it as you would the answers.\n"
    )


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        pytest.param("there", [], "This file is there already. Choose another name, or add --force.", id="a file"),
        pytest.param(".", ["--force"], "This is a folder. Name the file to write in it.", id="a folder"),
        pytest.param("gone/backup", [], "This file cannot be written", id="no such folder"),
        pytest.param("kept/detector.sqlite3", ["--force"], "This is the database itself.", id="the database"),
        pytest.param("kept/detector.sqlite3-wal", [], "This is the database itself.", id="the database's log"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_refused(
    file: Path, tmp_path: Path, capsys: Capture, name: str, options: list[str], said: str
) -> None:
    (tmp_path / "there").write_text("mine", encoding="utf-8")
    before = file.read_bytes()

    ended = backed_up(tmp_path / name, capsys, *options)

    assert (ended.code, ended.output) == (1, "")
    assert ended.errors.startswith(f"{tmp_path / name}: {said}")
    assert (file.read_bytes(), (tmp_path / "there").read_text(encoding="utf-8")) == (before, "mine")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_is_no_place_for_a_backup(file: Path, tmp_path: Path, capsys: Capture) -> None:
    os.mkfifo(tmp_path / "pipe")

    ended = backed_up(tmp_path / "pipe", capsys, "--force")

    assert (ended.code, ended.errors) == (1, f"{tmp_path / 'pipe'}: This is no file. Name a file to write.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are told in the ways of Unix")
def test_a_backup_written_over_a_file_that_others_read_is_for_this_account_alone(
    file: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "backup.sqlite3"
    out.write_text("old", encoding="utf-8")
    out.chmod(0o644)

    assert backed_up(out, capsys, "--force").code == 0

    assert out.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
def test_what_sqlite_left_beside_the_name_is_no_part_of_a_backup(
    file: Path, tmp_path: Path, capsys: Capture, end: str
) -> None:
    out, left = tmp_path / "backup.sqlite3", tmp_path / f"backup.sqlite3{end}"
    left.write_bytes(b"of another database")

    refused = backed_up(out, capsys)

    said = f"{left.name} lies beside it: it is of another database, and would be read as part of the backup."
    assert (refused.code, refused.errors) == (
        1, f"{out}: {said} Choose another name, or add --force to remove {left.name}.\n"
    )  # fmt: skip
    assert (left.exists(), out.exists()) == (True, False)
    assert backed_up(out, capsys, "--force").code == 0
    assert (left.exists(), out.exists()) == (False, True)


def test_a_backup_over_a_copy_that_was_in_use_holds_what_is_kept_now(
    file: Path, tmp_path: Path, capsys: Capture
) -> None:
    out, store = tmp_path / "copied.sqlite3", open_store(sqlite_url(file))
    for _ in range(3):
        store.create(checked_sheet(FULL))
    for end in ("", "-wal"):
        shutil.copy(f"{file}{end}", f"{out}{end}")
    for listed in store.recent()[1:]:
        store.delete(listed.key)
    store.close()

    assert backed_up(out, capsys, "--force").code == 0

    assert "1 assessment with" in call(["verify", str(out)], capsys).output


def test_restoring_tells_what_is_there_now_and_where_the_rest_is(file: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "backup.sqlite3"
    backed_up(out, capsys)

    refused, done = call(["restore", str(out)], capsys), call(["restore", str(out), "--force"], capsys)

    assert (refused.code, refused.output) == (1, "")
    assert (done.code, done.errors) == (0, "")
    lines = done.output.splitlines()
    assert lines[0] == f"Restored: {file}"
    assert lines[1].startswith("1 assessment with 14 changes, 0 workshops. Last change: ")
    until = datetime.now(UTC).date() + timedelta(30)
    assert lines[2].startswith(f"What was there before is kept until {day(until)} in: {file.parent / 'detector-'}")


def test_restoring_tells_what_is_left_out_and_what_is_overdue(file: Path, tmp_path: Path, capsys: Capture) -> None:
    store, out = open_store(sqlite_url(file)), tmp_path / "backup.sqlite3"
    [kept] = store.recent()
    gone = store.create(checked_sheet(FULL))
    store.workshops.create(kept.key, Workshop(("MKT1",), ("staff",)), date(2020, 1, 1), date(2020, 2, 1))
    backed_up(out, capsys)
    store.delete(gone)
    store.close()

    done = call(["restore", str(out), "--force"], capsys)

    assert done.code == 0
    assert "Left out, as erased here since the backup was made: 1 assessment.\n" in done.output
    assert done.output.endswith(
        "The last day of 1 workshop has passed: the program erases what people answered once it runs and its clock "
        "can be trusted.\n"
    )


def test_restoring_a_changed_backup_on_request_tells_what_is_wrong(
    file: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "backup.sqlite3"
    backed_up(out, capsys)
    with closing(sqlite3.connect(out)) as tampering:
        [made] = tampering.execute("SELECT sql FROM sqlite_master WHERE name = 'revision_never_changes'").fetchall()
        tampering.execute("DROP TRIGGER revision_never_changes")
        tampering.execute("UPDATE revision SET item_id = 'other' WHERE number = 3")
        tampering.execute(made[0])
        tampering.commit()

    done = call(["restore", str(out), "--force"], capsys)

    assert (done.code, done.output.splitlines()[0]) == (1, f"Restored: {file}")
    assert re.fullmatch(rf"{re.escape(str(file))}: Assessment \S+: change 3 is not as it was made\..*\n", done.errors)


def test_verify_tells_that_all_is_whole_and_each_head(file: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "backup.sqlite3"
    backed_up(out, capsys)

    of_database, of_backup = call(["verify"], capsys), call(["verify", str(out)], capsys)

    assert (of_database.code, of_database.errors) == (0, "")
    first, second, head = of_database.output.splitlines()
    assert first == f"{file}: whole."
    assert second.startswith("1 assessment with 14 changes")
    assert re.fullmatch(r"[0-9a-f]{64}  Libraries, 14 changes", head)
    assert of_backup.output == of_database.output.replace(str(file), str(out))


def test_verify_finds_the_history_of_a_printed_head(file: Path, capsys: Capture) -> None:
    head = call(["verify"], capsys).output.splitlines()[-1][:12]

    found, not_found = call(["verify", "--head", head], capsys), call(["verify", "--head", "0" * 12], capsys)

    assert found.output.splitlines()[-1] == f"{head}: Libraries, after 14 changes."
    assert not_found.code == 1
    assert "000000000000: No history here has this head." in not_found.errors


def test_verify_tells_where_a_history_is_broken(file: Path, capsys: Capture) -> None:
    store = open_store(sqlite_url(file))
    [listed] = store.recent()
    store.close()
    with closing(sqlite3.connect(file)) as tampering:
        tampering.execute("DROP TRIGGER revision_never_changes")
        tampering.execute("UPDATE revision SET item_id = 'other' WHERE number = 3")
        tampering.commit()

    ended = call(["verify"], capsys)

    assert (ended.code, "whole" in ended.output) == (1, False)
    assert f"{file}: The tables are not as this program makes them: table 'revision': trigger" in ended.errors
    assert f"{file}: Assessment {listed.key}: change 3 is not as it was made." in ended.errors


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["verify"], "Nothing is kept here yet, so there is nothing to check.", id="verify"),
        pytest.param(["verify", "gone"], "gone: There is no such file.", id="verify a file"),
        pytest.param(["restore", "gone"], "gone: There is no such file.", id="restore"),
        pytest.param(["backup", "out"], "Nothing is kept here yet, so there is nothing to back up.", id="backup"),
    ],
)
def test_nothing_there_is_told_and_nothing_made(words: list[str], said: str, tmp_path: Path) -> None:
    ended = run(*words, folder=tmp_path, given={"DETECTOR_DATA_DIR": str(tmp_path / "kept")})

    assert (ended.code, ended.output) == (1, "")
    assert said in ended.errors
    assert "Traceback" not in ended.errors
    assert list(tmp_path.iterdir()) == []
