"""Whatever people type into names, notes and links is kept as typed, shown without what hides, and never acts."""

import pytest
from journeys.officer import DONT_KNOW, NOT_APPLICABLE, Officer
from journeys.sheets import kept, once_kept, sheet, sheet_of
from playwright.sync_api import Locator, expect

from detector.core.answers import AnswerState

pytestmark = pytest.mark.browser

MARKUP = (
    '<b>bold</b> <script>document.title="taken"</script> <img src="http://evil.example/a.png"> '
    "![picture](http://evil.example/b.png) [link](http://evil.example/) `code` **stars** $x^2$ :smile: &amp; http://evil.example/c"
)
FORMULA = '=HYPERLINK("http://evil.example/","x")'
TURNED = "left \u202eright-to-left\u202c left, bell \x07, zero width \u200b, 漢字, العربية"
TURNED_AS_SEEN = "left right-to-left left, bell , zero width , 漢字, العربية"
NOTE = "\n".join((MARKUP, FORMULA, TURNED))
# Stands in titles and buttons where Streamlit would make a link or a sign of what was typed; nobody sees it.
JOINER = "\u2060"
LINKS = ("https://example.org/report?a=1&b=<2>", "http://example.org/#top")


def test_a_note_is_kept_and_shown_as_typed(officer: Officer) -> None:
    key = kept(officer.server, sheet({"MKT1": 2}))
    officer.questions(key)
    officer.open_details("MKT1")

    officer.type_into("note-MKT1", NOTE)
    officer.type_into("links-MKT1", "\n".join(LINKS))
    officer.widget("evidence-MKT1").locator("[role=radiogroup] label").nth(3).click()
    once_kept(officer, key, lambda sheet: (sheet.answers["MKT1"].evidence, sheet.answers["MKT1"].links) == (3, LINKS))
    officer.reload()

    expect(officer.widget("note-MKT1").get_by_role("textbox")).to_have_value(NOTE)
    expect(officer.widget("links-MKT1").get_by_role("textbox")).to_have_value("\n".join(LINKS))
    officer.press("toggle-MKT1")
    expect(officer.widget("toggle-MKT1")).to_contain_text("evidence grade 3, a note, 2 links")
    answer = sheet_of(officer.server, key).answers["MKT1"]
    assert (answer.level, answer.evidence, answer.note, answer.links) == (2, 3, NOTE, LINKS)
    expect(officer.page).not_to_have_title("taken")


@pytest.mark.parametrize("name", [MARKUP[:200], f"{TURNED} # one - two _three_ ~~four~~ :red[five] | six"])
def test_results_show_notes_and_names_as_typed(officer: Officer, name: str) -> None:
    key = kept(officer.server, sheet({"MKT1": 2}, name))
    officer.questions(key)
    officer.open_details("MKT1")
    officer.type_into("note-MKT1", NOTE)
    expect(officer.widget("undo")).to_be_visible()

    officer.results(key)
    officer.page.locator("summary").filter(has_text="Market:").click()
    officer.wait_until_ready()

    note = officer.page.locator(".told p").filter(has_text="Note on MKT1:")
    shown = note.text_content() or ""
    assert [line for line in (MARKUP, FORMULA, TURNED_AS_SEEN) if line not in shown] == []
    assert seen(officer.title()) == f"Results: {name.replace(TURNED, TURNED_AS_SEEN)}, Anyshire"


def seen(place: Locator) -> str:
    """The text of a place as people see it."""
    return (place.text_content() or "").replace(JOINER, "")


NAMES = (
    f"{MARKUP[:120]} {TURNED}",
    "1. First",
    "- item, + item, # heading, > quote, | table |",
    "www.evil.example, a@b.example, https://evil.example/",
    "Fish &amp; chips &lt;b&gt; \\* :material/home: :red[x] $a$",
)


def test_the_start_page_shows_names_as_typed_and_makes_no_links_of_them(officer: Officer) -> None:
    keys = {kept(officer.server, sheet({}, name)): name.replace(TURNED, TURNED_AS_SEEN) for name in NAMES}

    officer.visit()

    for key, name in keys.items():
        expect(officer.page.get_by_text(f"{name}, Anyshire", exact=True).first).to_be_visible()
        button = officer.widget(f"open-{key}")
        expect(button).to_contain_text("Open")
        assert seen(button) == f"Open {name}"
    expect(officer.page.get_by_role("main").locator("a[href*=evil], a[href^=mailto]")).to_have_count(0)


def test_a_link_that_is_no_web_address_is_refused_in_words_and_the_last_one_stays(officer: Officer) -> None:
    key = kept(officer.server, sheet({"MKT1": 2}))
    officer.questions(key)
    officer.open_details("MKT1")

    officer.type_into("links-MKT1", "javascript:alert(1)")

    expect(officer.status("MKT1")).to_contain_text("Not saved.")
    expect(officer.status("MKT1")).to_contain_text("is not a web address")
    assert sheet_of(officer.server, key).answers["MKT1"].links == ()
    officer.type_into("links-MKT1", LINKS[0])
    officer.expect_saved("MKT1")
    assert sheet_of(officer.server, key).answers["MKT1"].links == LINKS[:1]


def test_not_applicable_needs_a_reason(officer: Officer) -> None:
    key = kept(officer.server, sheet({"MKT1": 2}))
    officer.questions(key)

    officer.choose("MKT1", NOT_APPLICABLE)

    expect(officer.status("MKT1")).to_contain_text("Not saved yet: say why it does not apply.")
    assert sheet_of(officer.server, key).answers["MKT1"].level == 2
    officer.type_into("reason-MKT1", "No market: the council must provide it")
    officer.expect_saved("MKT1")
    answer = sheet_of(officer.server, key).answers["MKT1"]
    assert (answer.state, answer.reason) == (AnswerState.NOT_APPLICABLE, "No market: the council must provide it")


def test_an_answer_can_be_cleared_and_undo_brings_all_of_it_back(officer: Officer) -> None:
    key = kept(officer.server, sheet({}))
    officer.questions(key)
    officer.answer("MKT1", 1)
    officer.open_details("MKT1")
    officer.type_into("note-MKT1", "Kept in the history")
    expect(officer.widget("undo")).to_contain_text("Undo")

    officer.press("clear-MKT1")

    officer.expect_choice("MKT1", None)
    expect(officer.status("MKT1")).to_have_count(0)
    assert "MKT1" not in sheet_of(officer.server, key).answers
    officer.press("undo")
    officer.expect_choice("MKT1", 1)
    officer.expect_saved("MKT1")
    assert sheet_of(officer.server, key).answers["MKT1"].note == "Kept in the history"


def test_undo_goes_back_one_change_at_a_time(officer: Officer) -> None:
    key = kept(officer.server, sheet({}))
    officer.questions(key)
    officer.answer("MKT1", 1)
    officer.answer("MKT2", DONT_KNOW)

    officer.press("undo")

    officer.expect_choice("MKT2", None)
    officer.expect_choice("MKT1", 1)
    assert set(sheet_of(officer.server, key).answers) == {"MKT1"}
