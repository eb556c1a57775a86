"""The app is started for this computer alone, says where it is, and ends when it is told to."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from cli.command_line import call, surroundings

from detector.cli import open_files

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as other systems know them")
PATIENCE_S = 90


def free_port() -> int:
    """A port nobody listens to."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


@contextmanager
def serving(
    port: int, folder: Path, *options: str, settings: Mapping[str, str] | None = None
) -> Generator["subprocess.Popen[bytes]"]:
    """The app, started from a folder of its own, from when it answers."""
    words = (sys.executable, "-m", "detector", "serve", "--port", str(port), *options)
    given = surroundings({"DETECTOR_DATA_DIR": str(folder / "data"), **(settings or {})})
    with (folder / "said").open("wb") as said:
        running = subprocess.Popen(
            words, cwd=folder, env=given, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        wait_until_answered(running, port)
        yield running
    finally:
        running.terminate()
        running.wait(PATIENCE_S)


def wait_until_answered(running: "subprocess.Popen[bytes]", port: int) -> None:
    """Return once the server says it is well."""
    for _ in range(PATIENCE_S * 5):
        assert running.poll() is None, "the server ended before it answered"
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health") as answer:
                assert answer.status == 200
                return
        except URLError:
            time.sleep(0.2)
    pytest.fail("the server never answered")


def press_ctrl_c(running: "subprocess.Popen[bytes]") -> None:
    """Tell every process of the console, as Ctrl+C does."""
    os.killpg(running.pid, signal.SIGINT)


def ask_to_end(running: "subprocess.Popen[bytes]") -> None:
    """Tell the one process that was started, as service managers do."""
    running.terminate()


def is_answering(port: int) -> bool:
    """Whether anybody listens to the port."""
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("end", [press_ctrl_c, ask_to_end])
def test_the_app_says_where_it_is_and_ends_cleanly(
    end: "Callable[[subprocess.Popen[bytes]], None]", tmp_path: Path
) -> None:
    port = free_port()

    with serving(port, tmp_path) as running:
        end(running)
        code = running.wait(PATIENCE_S)

    said = (tmp_path / "said").read_text(encoding="utf-8")
    assert code == 0
    assert f"Open http://localhost:{port} in a browser" in said
    assert f"Assessments are kept in: {tmp_path / 'data' / 'detector.sqlite3'}" in said
    assert "Traceback" not in said
    assert not is_answering(port)


@pytest.mark.parametrize("end", [press_ctrl_c, ask_to_end])
def test_the_file_it_names_is_whole_by_itself_after_it_ends(
    end: "Callable[[subprocess.Popen[bytes]], None]", tmp_path: Path
) -> None:
    file = tmp_path / "data" / "detector.sqlite3"
    with serving(free_port(), tmp_path) as running, closing(sqlite3.connect(file)) as other:
        other.execute(
            "INSERT INTO assessment (key, bank_version, created_at, changed_at, created_with, latest) "
            "VALUES ('saved', '2026.1', '2026-11-22', '2026-11-22', 0, 0)"
        )
        other.commit()
        end(running)
        running.wait(PATIENCE_S)
        copy = shutil.copy(file, tmp_path / "copy.sqlite3")

    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT key FROM assessment").fetchall() == [("saved",)]


def test_nobody_else_can_reach_it(tmp_path: Path) -> None:
    port = free_port()

    with serving(port, tmp_path), pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", port), timeout=5)


def test_a_port_in_use_is_told_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("localhost", 0)) as other:
        port = int(other.getsockname()[1])

        ended = call(["serve", "--port", str(port)], capsys)

    assert (ended.code, ended.output) == (1, "")
    assert f"Port {port} is in use. The app may be running already: open http://localhost:{port}." in ended.errors


def test_a_database_address_that_is_none_is_told_without_repeating_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DETECTOR_DATABASE_URL", "oracle://me:secret@host/x")

    ended = call(["serve", "--port", str(free_port())], capsys)

    assert ended.code == 1
    assert "DETECTOR_DATABASE_URL" in ended.errors
    assert "secret" not in ended.errors


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("DETECTOR_DATA_DIR", "/caf\udce9", "The name of the folder for assessments is not in UTF-8: /caf\ufffd."),
        ("DETECTOR_DATABASE_URL", "sqlite:////caf\udce9/x.sqlite3", "The database address is not in UTF-8."),
    ],
)
def test_a_place_whose_name_is_not_in_utf_8_is_told_in_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, setting: str, value: str, said: str
) -> None:
    monkeypatch.setenv(setting, value)

    ended = call(["serve", "--port", str(free_port())], capsys)

    assert (ended.code, ended.output) == (1, "")
    assert said in ended.errors


def test_the_limit_on_open_files_is_raised_as_far_as_it_may_be() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = before[1] if before[1] != resource.RLIM_INFINITY else open_files.ENOUGH
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(256, most), before[1]))
    try:
        open_files.allow_many_open_files()
        after = resource.getrlimit(resource.RLIMIT_NOFILE)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)

    assert after == (min(open_files.ENOUGH, most), before[1])
