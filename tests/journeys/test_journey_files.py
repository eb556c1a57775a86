"""Files brought and files taken away: good ones open, bad ones are told every mistake and change nothing."""

import json
from pathlib import Path

import pytest
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import EXAMPLES, bank, example, kept, sheet_of
from playwright.sync_api import FilePayload, expect

from detector.files.assessment import LARGEST_FILE, read_assessment

pytestmark = pytest.mark.browser

GOOD = (EXAMPLES / "told-no.json").read_bytes()
DROP = """(zone, [name, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name, {type: 'application/json'}));
  for (const event of ['dragenter', 'dragover', 'drop'])
    zone.dispatchEvent(new DragEvent(event, {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""


def broken() -> bytes:
    """An assessment file with five mistakes."""
    tree = json.loads(GOOD)
    tree["answers"]["MKT1"]["level"] = 7
    tree["answers"]["MKT2"]["evidence"] = "good"
    tree["answers"]["MKT99"] = {"level": 1}
    tree["facts"]["staff_headcount"] = "many"
    tree["notes"] = "none"
    return json.dumps(tree).encode()


def kept_keys(server: Server) -> list[str]:
    store = server.store()
    try:
        return sorted(listing.key for listing in store.recent(1000))
    finally:
        store.close()


def choose_file(officer: Officer, name: str, content: bytes) -> None:
    payload = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    officer.widget("import").locator("input[type=file]").set_input_files(payload)


def expect_refused(officer: Officer, name: str, content: bytes, *because: str) -> None:
    """The Start page does not open a file, says all of this of it, and changes nothing."""
    before = kept_keys(officer.server)
    officer.visit()
    choose_file(officer, name, content)
    officer.press("import-now")
    expect(officer.error()).to_contain_text(f"{name} was not opened")
    for words in because:
        expect(officer.main()).to_contain_text(words)
    assert kept_keys(officer.server) == before


def test_a_file_that_is_chosen_opens_as_a_new_assessment(officer: Officer) -> None:
    officer.visit()

    choose_file(officer, "told-no.json", GOOD)
    officer.press("import-now")

    expect(officer.title()).to_have_text(bank().dimensions[0].name)
    key = officer.page.url.split("assessment=")[1].split("&")[0]
    assert sheet_of(officer.server, key) == example("told-no")


def test_a_file_can_be_dropped_on_the_page(officer: Officer) -> None:
    officer.visit()

    officer.page.get_by_test_id("stFileUploaderDropzone").evaluate(DROP, ["told-no.json", GOOD.decode()])
    officer.press("import-now")

    expect(officer.title()).to_have_text(bank().dimensions[0].name)


def test_every_mistake_in_a_file_is_told_at_once_and_nothing_changes(officer: Officer) -> None:
    places = ("answers.MKT1.level", "answers.MKT2.evidence", "MKT99", "staff_headcount", "notes")

    expect_refused(officer, "broken.json", broken(), "5 mistakes", *places)


@pytest.mark.parametrize(
    ("name", "content", "because"),
    [
        pytest.param("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "This is a PDF", id="a PDF"),
        pytest.param("empty.json", b"", "empty", id="an empty file"),
        pytest.param("half.json", GOOD[: len(GOOD) // 2], "line", id="half a file"),
        pytest.param("list.json", b"[1, 2, 3]", "assessment", id="JSON of another kind"),
        pytest.param("<b>x</b>.json", b"{}", "<b>x</b>.json", id="a name with markup"),
    ],
)
def test_a_file_that_is_no_assessment_is_refused_in_words(
    officer: Officer, name: str, content: bytes, because: str
) -> None:
    expect_refused(officer, name, content, because)


def test_a_file_that_is_too_big_is_refused_before_it_is_sent(officer: Officer, tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    huge.write_bytes(b" " * (LARGEST_FILE + 1))
    before = kept_keys(officer.server)
    officer.visit()

    officer.widget("import").locator("input[type=file]").set_input_files(huge)

    expect(officer.widget("import").get_by_text(f"{LARGEST_FILE / 2**20:.1f}MB or smaller")).to_be_visible()
    expect(officer.widget("import-now")).to_have_count(0)
    assert kept_keys(officer.server) == before


def test_the_assessment_file_taken_away_reads_back_as_the_same_answers(officer: Officer) -> None:
    officer.results(kept(officer.server, example("leading-lives-2011")))

    with officer.page.expect_download() as waiting:
        officer.press("take-json")

    taken = waiting.value
    assert taken.suggested_filename.endswith(".json")
    assert read_assessment(Path(taken.path()).read_bytes(), bank()).sheet == example("leading-lives-2011")
