"""The page tells the same sentences and numbers as every file: see `exports/words_told.py` for what it tells."""

import pytest
from exports.sheets_told import assessed, sheets_told
from exports.told import known, told_by_tables
from exports.words_told import TELLS, Carrier, Thing, missing, said_of
from journeys.officer import MAIN, Officer
from journeys.sheets import bank, kept
from playwright.sync_api import expect
from pydantic import TypeAdapter

from detector.wording.result import NOTHING_YET

pytestmark = pytest.mark.browser

TABLES = f"""() => [...document.querySelectorAll('{MAIN} table')].map(
  table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent)))"""
CLOSED = f"{MAIN} details:not([open]) > summary"
ON_THE_PAGE = [name for name in sheets_told() if name != "empty"]


def open_all(officer: Officer) -> None:
    """Open whatever the page keeps closed."""
    closed = officer.page.locator(CLOSED)
    for _ in range(closed.count()):
        closed.first.click()
        officer.wait_until_ready()


@pytest.mark.parametrize("name", ON_THE_PAGE)
def test_the_page_tells_every_sentence_and_number(officer: Officer, name: str) -> None:
    found = assessed(name)
    officer.results(kept(officer.server, sheets_told()[name]))
    officer.wait_until_ready()
    open_all(officer)
    main = officer.page.locator(MAIN)

    for thing, sentences in said_of(bank(), found).items():
        for sentence in sentences if thing in TELLS[Carrier.PAGE] and thing is not Thing.ROWS else ():
            expect(main).to_contain_text(sentence)
    assert missing(Carrier.PAGE, main.text_content() or "", bank(), found) == []
    expect(officer.page.locator(".verdict .big")).to_have_text(found.verdict.label)
    tables = TypeAdapter(list[list[list[str]]]).validate_python(officer.page.evaluate(TABLES))
    assert told_by_tables(tables) == known(bank(), found)


def test_before_any_answer_the_page_says_so(officer: Officer) -> None:
    officer.results(kept(officer.server, sheets_told()["empty"]))

    expect(officer.page.locator(MAIN)).to_contain_text(NOTHING_YET)
    expect(officer.page.locator(".verdict")).to_have_count(0)
