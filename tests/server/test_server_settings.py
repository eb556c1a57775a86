"""A setting that would leave a door open is refused before anything starts, in words: setting, fault, remedy."""

import subprocess
import sys
from pathlib import Path

import pytest
from cli.command_line import ROOT, call, surroundings
from cli.test_cli_serve import free_port

from detector.app_settings import Settings, SettingsError, refuse_unsafe

NO_CODE = ["", " ", "-", "----------", "\u00a0", "abc", "ABCD-346", "A B C 1 2 3 4", "!!!!!!!!!"]
NO_URL = ["detector.example.gov.uk", "ftp://x.example", "https://", "https://[bad", "http://x:port", "https://me:pw@x"]
PATHS = ["https://x.example/mutual", "https://x.example/mutual/", "https://x.example/?a=1", "https://x.example/#a"]


def refused(**given: str) -> str:
    """What is said of settings, "" where they are taken."""
    values = {name.removeprefix("DETECTOR_").lower(): value for name, value in given.items()}
    try:
        refuse_unsafe(Settings.model_validate({"access_code": "", "public_url": ""} | values), given)
    except SettingsError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("code", NO_CODE)
def test_a_code_that_is_empty_blank_or_short_is_refused(code: str) -> None:
    said = refused(DETECTOR_ACCESS_CODE=code)

    assert said.startswith("DETECTOR_ACCESS_CODE: It ")
    assert "Set at least 8 letters and digits, or remove the setting" in said
    assert not code.strip(" -\u00a0") or code not in said


@pytest.mark.parametrize("code", ["ABCD3467", "abcd-3467", "correct horse battery", "Ŵyllt-1234"])
def test_a_code_of_eight_letters_and_digits_is_taken(code: str) -> None:
    assert refused(DETECTOR_ACCESS_CODE=code) == ""


def test_without_any_setting_nothing_is_refused() -> None:
    assert refused() == ""


@pytest.mark.parametrize("url", NO_URL)
def test_a_public_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    said = refused(DETECTOR_PUBLIC_URL=url)

    assert "DETECTOR_PUBLIC_URL: It is no address of a website." in said
    assert "pw" not in said


@pytest.mark.parametrize("url", PATHS)
def test_a_public_address_below_another_is_refused(url: str) -> None:
    assert "works only at the top of a website" in refused(DETECTOR_PUBLIC_URL=url)


@pytest.mark.parametrize("url", ["https://x.example", "http://192.168.1.20:8501/", "http://[2001:db8::5]:8501"])
def test_a_public_address_is_taken(url: str) -> None:
    assert refused(DETECTOR_PUBLIC_URL=url) == ""


@pytest.mark.parametrize(
    ("proxies", "is_taken"),
    [
        ("127.0.0.1, ::1", True),
        ("10.0.0.0/24", True),
        ("", True),
        ("*", False),
        ("proxy.local", False),
        ("10.0.0.5/24", False),
    ],
)
def test_proxies_are_numbers_or_networks(proxies: str, is_taken: bool) -> None:
    assert (refused(DETECTOR_PROXIES=proxies) == "") is is_taken


def test_every_fault_is_told_at_once() -> None:
    said = refused(DETECTOR_ACCESS_CODE="-", DETECTOR_PUBLIC_URL="x", DETECTOR_PROXIES="*")

    assert [line.partition(":")[0] for line in said.splitlines()[:3]] == [
        "DETECTOR_ACCESS_CODE",
        "DETECTOR_PUBLIC_URL",
        "DETECTOR_PROXIES",
    ]


@pytest.mark.parametrize("options", [(), ("--lan",)])
def test_serve_refuses_before_it_prints_anything(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DETECTOR_ACCESS_CODE", "-")

    ended = call(["serve", "--port", str(free_port()), *options], capsys)

    assert (ended.code, ended.output) == (1, "")
    assert "DETECTOR_ACCESS_CODE: It has 0 letters and digits" in ended.errors


def test_streamlit_itself_ends_with_the_words_and_without_a_report_of_a_fault(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={free_port()}")
    given = surroundings({"DETECTOR_ACCESS_CODE": "", "DETECTOR_DATA_DIR": str(tmp_path)})

    ended = subprocess.run(command, check=False, capture_output=True, cwd=ROOT, env=given, timeout=120)

    assert ended.returncode == 1
    assert "DETECTOR_ACCESS_CODE: It is set, and empty." in ended.stderr.decode()
    assert "Traceback" not in ended.stderr.decode()
    assert not list(tmp_path.iterdir())
