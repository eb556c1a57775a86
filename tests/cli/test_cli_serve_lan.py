"""For a workshop the app lets other devices in: it says where, with which code, and what to check if they cannot."""

import re
import socket
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from cli.command_line import call
from cli.test_cli_serve import free_port, serving

from detector.app_settings import Settings
from detector.cli import network, serve
from detector.cli.network import how_to_reach, network_addresses, open_to_others
from detector.core.errors import DetectorError
from detector.light.phone.access import ALPHABET


def in_networks(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Have this computer believe it has these addresses, the first of which it uses."""
    monkeypatch.setattr(network, "_address_used", lambda: addresses[0] if addresses else "")
    monkeypatch.setattr(network, "_addresses_of_name", lambda: list(addresses))


def settings(**given: str) -> Settings:
    """Settings as given, whatever the environment says."""
    return Settings.model_validate({"public_url": "", "access_code": ""} | given)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as other systems know them")
@pytest.mark.skipif(not network_addresses(), reason="this computer is in no network")
def test_other_devices_find_the_workshop_and_only_the_code_opens_assessments(tmp_path: Path) -> None:
    port = free_port()
    host = f"{network_addresses()[0]}:{port}"

    with (
        serving(port, tmp_path, "--lan"),
        urlopen(f"http://{host}/join") as joining,
        urlopen(f"http://{host}/") as officers,
    ):
        pages = (joining.url, officers.url)

    said = (tmp_path / "said").read_text(encoding="utf-8")
    assert pages == (f"http://{host}/join", f"http://{host}/unlock")
    assert f"Phones join a workshop at:     http://{host}/join" in said
    assert re.search(rf"Access code for assessments: +[{ALPHABET}]{{8}}\n", said)
    assert said.count("Access code") == 1


def test_the_server_is_told_the_address_and_a_new_code(monkeypatch: pytest.MonkeyPatch) -> None:
    in_networks(monkeypatch, "192.168.1.20")

    first, second = open_to_others(settings(), 8501), open_to_others(settings(), 8501)

    assert first.settings["DETECTOR_PUBLIC_URL"] == "http://192.168.1.20:8501"
    assert first.settings["DETECTOR_ACCESS_CODE"] != second.settings["DETECTOR_ACCESS_CODE"]


def test_what_is_set_already_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    in_networks(monkeypatch, "192.168.1.20")

    others = open_to_others(settings(public_url="https://room.example.gov.uk/", access_code="OURCODE"), 8501)

    assert others.settings == {"DETECTOR_PUBLIC_URL": "https://room.example.gov.uk", "DETECTOR_ACCESS_CODE": "OURCODE"}
    assert "https://room.example.gov.uk/join" in how_to_reach(others, 8501)


def test_it_is_said_what_to_check_when_phones_cannot_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    in_networks(monkeypatch, "192.168.1.20")

    said = how_to_reach(open_to_others(settings(), 8600), 8600)

    assert all(word in said for word in ("same network", "firewall", "private networks", "port 8600", "guest Wi-Fi"))
    assert "more than one network" not in said


def test_an_address_that_may_be_of_a_vpn_is_not_the_only_one_told(monkeypatch: pytest.MonkeyPatch) -> None:
    in_networks(monkeypatch, "10.8.0.2", "127.0.0.1", "10.8.0.2", "169.254.3.4", "192.168.1.20")

    said = how_to_reach(open_to_others(settings(), 8501), 8501)

    assert "Try http://192.168.1.20:8501/join." in said
    assert "169.254" not in said


def test_a_computer_in_no_network_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    in_networks(monkeypatch, "127.0.0.1")

    with pytest.raises(DetectorError, match="in no network"):
        open_to_others(settings(), 8501)


def test_the_command_says_so_too_and_starts_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_networks(monkeypatch)

    ended = call(["serve", "--lan", "--port", str(free_port())], capsys)

    assert (ended.code, ended.output) == (1, "")
    assert "leave out --lan" in ended.errors


@pytest.mark.skipif(sys.platform == "darwin", reason="this system has one loopback address alone")
def test_a_port_taken_on_another_address_is_told_before_anybody_is_invited(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "network_addresses", lambda: ("127.0.0.2",))
    with socket.create_server(("127.0.0.2", 0)) as other:
        port = int(other.getsockname()[1])

        ended = call(["serve", "--lan", "--port", str(port)], capsys)

    assert (ended.code, ended.output) == (1, "")
    assert f"Port {port} is in use on 127.0.0.2, so nothing was started." in ended.errors
    assert "serve --lan --port" in ended.errors
