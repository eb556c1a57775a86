"""What `pip install .` gives works from an empty folder, away from the checkout."""

import asyncio
import subprocess
import sys
import tomllib
from collections.abc import Generator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from benchmarks.visitor import Visitor
from cli.command_line import EXAMPLE, ROOT
from cli.test_cli_serve import PATIENCE_S, free_port, press_ctrl_c, wait_until_answered
from installed.installation import Installation, surroundings
from installed.tell_options import OPTIONS_FILE
from phone.a_thread import in_a_thread_of_its_own
from pydantic import JsonValue, TypeAdapter

from detector import __version__

OPTIONS = TypeAdapter(dict[str, JsonValue])
SECTIONS = TypeAdapter(dict[str, dict[str, JsonValue]])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--version"], f"Mutual Business Detector {__version__}\n", id="version"),
        pytest.param(["--help"], "usage: detector ", id="help"),
        pytest.param(["check"], "No mistakes. Bank ", id="check"),
        pytest.param(["score", str(EXAMPLE)], "Scores by dimension", id="score"),
        pytest.param(["load-test", "--help"], "usage: detector load-test", id="load-test"),
    ],
)
def test_a_command_works_in_an_empty_folder(
    words: list[str], said: str, installation: Installation, tmp_path: Path
) -> None:
    ended = installation.run(*words, folder=tmp_path)

    assert (ended.code, ended.errors) == (0, "")
    assert said in ended.output


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("x.pdf", b"%PDF-", id="PDF"),
        pytest.param("x.docx", b"PK", id="Word"),
        pytest.param("x.html", b"<!doctype html>", id="web page"),
        pytest.param("x.pptx", b"PK", id="PowerPoint"),
        pytest.param("x.xlsx", b"PK", id="Excel"),
    ],
)
def test_a_document_is_made_in_an_empty_folder(
    name: str, kind: bytes, installation: Installation, tmp_path: Path
) -> None:
    ended = installation.run("export", str(EXAMPLE), "--to", name, folder=tmp_path)

    assert (ended.code, ended.errors) == (0, "")
    assert (tmp_path / name).read_bytes()[: len(kind)].lower() == kind.lower()


def test_the_program_is_the_installed_one(installation: Installation, tmp_path: Path) -> None:
    asking = (installation.python, "-c", "import detector; print(detector.__file__)")

    said = subprocess.run(asking, check=True, capture_output=True, cwd=tmp_path, env=surroundings(), text=True).stdout

    assert Path(said.strip()).is_relative_to(installation.python.parents[1])


@contextmanager
def serving(installation: Installation, port: int, folder: Path, told: Path) -> Generator[None]:
    """The installed app, started from this folder, while it answers; then ended as Ctrl+C ends it."""
    given = surroundings({"DETECTOR_DATA_DIR": str(told.with_name("data")), OPTIONS_FILE: str(told)})
    words = (installation.command, "serve", "--port", str(port))
    with told.with_suffix(".log").open("wb") as said:
        running = subprocess.Popen(
            words, cwd=folder, env=given, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        wait_until_answered(running, port)
        yield
    finally:
        if running.poll() is None:
            press_ctrl_c(running)
            running.wait(PATIENCE_S)
        print(told.with_suffix(".log").read_text(encoding="utf-8"))


def status(port: int, path: str) -> int:
    """What the server answers there."""
    connection = HTTPConnection("localhost", port, timeout=PATIENCE_S)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


async def open_the_start_page(port: int) -> Visitor:
    """A visitor who has seen the whole Start page."""
    visitor = Visitor(port)
    await visitor.open()
    await visitor.close()
    return visitor


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent as other systems know it")
def test_the_app_is_served_with_its_pages_and_settings_whatever_lies_in_the_folder(
    installation: Installation, tmp_path: Path
) -> None:
    folder, told, port = tmp_path / "elsewhere", tmp_path / "told.json", free_port()
    folder.mkdir()
    (folder / "plotly.py").write_text("raise SystemExit('not a part of the program')", encoding="utf-8")

    with serving(installation, port, folder, told):
        answered = {path: status(port, path) for path in ("/", "/join", "/_stcore/metrics")}
        visitor = in_a_thread_of_its_own(lambda: asyncio.run(open_the_start_page(port)))

    options = OPTIONS.validate_json(told.read_bytes())
    wanted = SECTIONS.validate_python(tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8")))
    own = {f"{section}.{key}": value for section, keys in wanted.items() for key, value in keys.items()}
    # 404 at /join: no light pages. 200 at the metrics: no middleware.
    assert answered == {"/": 200, "/join": 200, "/_stcore/metrics": 404}
    assert visitor.errors == []
    assert visitor.drawn["button"] > 0
    assert {"runner.postScriptGC", "browser.gatherUsageStats", "theme.primaryColor", "server.address"} <= own.keys()
    assert {name: options[name] for name in own} == own
