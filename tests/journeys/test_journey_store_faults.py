"""When what is kept cannot be read or written, the page says which file, what to do, and goes on once it is mended."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import READY, Officer
from journeys.sheets import kept, sheet, sheet_of
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def expect_told(officer: Officer, *words: str) -> None:
    """Wait until the page tells of a fault, with all of these words."""
    expect(officer.error().first).to_contain_text("Nothing that was saved is lost")
    for each in words:
        expect(officer.main()).to_contain_text(each)


def expect_not_saved_yet(officer: Officer, question_id: str, *words: str) -> None:
    """Wait until a question says that its answer is not saved yet, with all of these words, and the page stays."""
    expect(officer.status(question_id)).to_contain_text("Not saved yet.")
    for each in words:
        expect(officer.status(question_id)).to_contain_text(each)
    expect(officer.error()).to_have_count(0)


def test_a_damaged_file_is_named_with_a_remedy_and_the_page_goes_on_once_it_is_back(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server()
    server.data_dir.mkdir()
    key = kept(server, sheet({"MKT1": 1}))
    good = server.database.read_bytes()
    server.database.write_bytes(b"This is no database. " * 500)
    server.start()
    officer = make_officer(server)

    officer.visit(f"/questions?assessment={key}")

    expect_told(officer, str(server.database), "damaged", "backup")
    assert server.database.read_bytes() == b"This is no database. " * 500
    server.database.write_bytes(good)
    officer.expect_choice("MKT1", 1)


@contextmanager
def files_no_larger_than(process_id: int, size: int) -> Generator[None]:
    """The system refuses to let any file that the process writes grow over the size in bytes, like a full disk."""
    before = resource.prlimit(process_id, resource.RLIMIT_FSIZE)
    resource.prlimit(process_id, resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.prlimit(process_id, resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only Linux limits the files of a running program.")
def test_on_a_full_disk_the_choice_stays_marked_and_is_saved_once_there_is_room(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server()
    server.start()
    key = kept(server, sheet({"MKT1": 1}))
    officer = make_officer(server)
    officer.questions(key)

    with files_no_larger_than(server.process_id, 4096):
        officer.choose("MKT2", 2)
        expect_not_saved_yet(officer, "MKT2", str(server.database), "disk")
        expect(officer.widget("saving")).to_contain_text("Not saved yet")
        assert set(sheet_of(server, key).answers) == {"MKT1"}

    officer.expect_saved("MKT2")
    officer.expect_choice("MKT1", 1)
    assert sheet_of(server, key).answers["MKT2"].level == 2


def launcher_for_whom_permissions_count() -> tuple[str, ...]:
    """What to start a server with so that a read-only file stops it, also where the tests run as root."""
    if os.name == "nt":
        pytest.skip("Folders are not made read-only in this way on Windows.")
    if os.geteuid() != 0:
        return ()
    launcher = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    if shutil.which("setpriv") is None or subprocess.run([*launcher, "true"], check=False).returncode:
        pytest.skip("NOT TESTED AS ROOT: this machine does not let root give up its power over permissions.")
    return launcher


def test_a_folder_that_turned_read_only_is_named_with_a_remedy(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server(launcher_for_whom_permissions_count())
    server.start()
    officer = make_officer(server)
    key = kept(server, sheet({"MKT1": 1}))
    officer.questions(key)
    files = [server.data_dir, *server.data_dir.iterdir()]

    for path in files:
        path.chmod(0o500 if path.is_dir() else 0o400)
    with officer.watch.paused():
        server.kill()
        server.start()
        officer.visit(f"/questions?assessment={key}")
        officer.question("MKT2").or_(officer.error()).first.wait_for()
        officer.wait_until_ready()
    is_readable = officer.question("MKT2").is_visible()
    if is_readable:
        officer.choose("MKT2", 2)
        expect_not_saved_yet(officer, "MKT2", str(server.database), "DETECTOR_DATA_DIR")
    else:
        expect_told(officer, str(server.database), "DETECTOR_DATA_DIR")

    for path in files:
        path.chmod(0o700)
    if is_readable:
        # SQLite holds on to a file as it was opened: the remedy says to start the program again.
        with officer.watch.paused():
            server.kill()
            expect(officer.page.locator(READY)).to_have_count(0)
            server.start()
            officer.page.locator(READY).wait_for(timeout=60_000)

    officer.expect_choice("MKT1", 1)
    if is_readable:
        officer.expect_saved("MKT2")
    assert set(sheet_of(server, key).answers) == ({"MKT1", "MKT2"} if is_readable else {"MKT1"})
