"""The load test counts what it sends, and says so in a table; where answers are lost or doubled it fails."""

import sys
from datetime import date
from pathlib import Path

import pytest
from cli.command_line import call, run
from cli.test_cli_serve import free_port, serving
from phone.a_thread import in_a_thread_of_its_own
from phone.killed_server import killed_server
from phone.rooms import BANK

from detector.core.workshop.votes import Vote
from detector.core.workshop.workshop import QuestionRound
from detector.load_test import Plan
from detector.load_test.checking import found_in_store
from detector.load_test.projector import Seen, lags
from detector.load_test.record import Level, Record
from detector.load_test.workshop import throwaway_workshop
from detector.store import open_store
from detector.store.location import sqlite_url

ROUND = QuestionRound("MKT1", 1)
NOT_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as other systems know them")


def cells(output: str) -> dict[str, str]:
    """The first run's line of the table, by its headings."""
    lines = [line.strip("| ").split(" | ") for line in output.splitlines() if line.startswith("| ")]
    return dict(zip(lines[0], lines[2], strict=True))


def sent(*answers: tuple[str, Level, bool]) -> Record:
    """A record of answers by a person, at a level, each acknowledged or not."""
    record = Record()
    for now, (person, level, acknowledged) in enumerate(answers):
        record.send(person, ROUND, level, now)
        if acknowledged:
            record.confirm(person, ROUND, level, now, now + 0.5)
    return record


def kept(*answers: tuple[str, Level]) -> list[Vote]:
    """What a store holds."""
    return [Vote(person, "staff", "MKT1", 1, level) for person, level in answers]


@NOT_WINDOWS
def test_a_small_room_on_a_server_of_its_own_adds_up(tmp_path: Path) -> None:
    words = ("load-test", "--serve", "--people", "20", "--seconds", "2", "--every", "0.5")

    ended = run(*words, given={"DETECTOR_DATA_DIR": str(tmp_path)})

    found = cells(ended.output)
    assert (ended.code, found["people"], found["errors"]) == (0, "20", "0")
    assert int(found["sent"]) >= 60
    assert found["sent"] == found["acknowledged"] == found["stored"]
    assert (found["lost"], found["counted twice"]) == ("0", "0")
    assert "Measured on: " in ended.output
    assert list(tmp_path.iterdir()) == []


@NOT_WINDOWS
def test_a_running_server_is_tested_and_nothing_is_left_in_its_database(tmp_path: Path) -> None:
    port = free_port()
    database = sqlite_url(tmp_path / "data" / "detector.sqlite3")

    with serving(port, tmp_path):
        ended = run("load-test", f"http://127.0.0.1:{port}", "--database", database, "--people", "5", "--burst")

    store = open_store(database)
    assert (ended.code, cells(ended.output)["stored"]) == (0, "5")
    assert store.recent() == ()
    store.close()


@NOT_WINDOWS
def test_a_server_elsewhere_is_tested_by_its_code_and_read_by_its_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database, port = sqlite_url(tmp_path / "detector.sqlite3"), free_port()
    store = open_store(database)

    with throwaway_workshop(store, BANK, Plan(5), date(2026, 11, 22)) as room, killed_server(database, port):
        words = ["load-test", f"http://127.0.0.1:{port}", "--code", room.code or "", "--people", "5", "--burst"]
        ended = in_a_thread_of_its_own(lambda: call(words, capsys))
        kept = len(store.workshops.votes(room.key))

    found = cells(ended.output)
    assert (ended.code, found["stored"], found["lost"], kept) == (0, "5", "0", 5)
    assert found["counted twice"] == found["server CPU"] == "not measured"
    store.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param([], "start one for the test with --serve", id="no server"),
        pytest.param(["--serve", "http://localhost:1"], "not both", id="two kinds of server"),
        pytest.param(["http://localhost:1", "--kill-every", "2"], "add --serve", id="killing another's server"),
        pytest.param(["--serve", "--processes", "2"], "PostgreSQL", id="two processes on one file"),
        pytest.param(["ftp://localhost", "--code", "ABC234"], "no address of a server", id="no such address"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_remedy(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = call(["load-test", *words], capsys)

    assert (ended.code, ended.output) == (1, "")
    assert said in ended.errors


@pytest.mark.parametrize(
    ("record", "votes", "lost", "twice"),
    [
        pytest.param(sent(("a", 2, True)), kept(("a", 2)), 0, 0, id="all is there"),
        pytest.param(sent(("a", 2, True)), kept(), 1, 0, id="an acknowledged answer is gone"),
        pytest.param(sent(("a", 2, False)), kept(), 0, 0, id="one that was never acknowledged may be gone"),
        pytest.param(sent(("a", 2, False)), kept(("a", 2)), 0, 0, id="or there"),
        pytest.param(sent(("a", 1, True), ("a", 2, True)), kept(("a", 1)), 1, 0, id="a change is gone"),
        pytest.param(sent(("a", 1, True), ("a", 2, False)), kept(("a", 2)), 0, 0, id="a change in doubt"),
        pytest.param(sent(("a", None, True)), kept(("a", None)), 0, 0, id="don't know is an answer"),
        pytest.param(sent(("a", 2, True)), kept(("a", 2), ("a", 2)), 0, 1, id="one answer in two rows"),
        pytest.param(sent(("a", 2, True)), kept(("a", 2), ("b", 2)), 0, 1, id="an answer that nobody sent"),
    ],
)
def test_lost_and_doubled_answers_are_noticed(record: Record, votes: list[Vote], lost: int, twice: int) -> None:
    found = found_in_store(record, votes)

    assert (found.lost, found.twice) == (lost, twice)


def test_the_projector_is_behind_by_the_time_from_the_tap_to_its_look() -> None:
    record = sent(("a", 1, True), ("b", 1, True), ("c", 1, True))

    behind = lags(record, [Seen(1.0, 1), Seen(4.0, 3)])

    assert behind == [1.0, 3.0, 2.0]
