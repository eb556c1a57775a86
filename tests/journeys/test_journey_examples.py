"""The worked examples open from the Start page, and the screen says what the core and every file say."""

import pytest
from exports.told import known, told_by_tables
from journeys.officer import Officer
from journeys.sheets import EXAMPLES, bank, example, once_kept
from playwright.sync_api import expect
from pydantic import TypeAdapter

from detector.core.assessment import assess
from detector.core.scoring import shown

pytestmark = pytest.mark.browser


TABLES = """() => [...document.querySelectorAll('table.facts')].map(
  table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent)))"""


def test_an_unchanged_copy_is_opened_again_and_a_changed_one_is_not(officer: Officer) -> None:
    first = opened(officer, "told-no")
    assert opened(officer, "told-no") == first
    officer.questions(first, part="MKT")
    officer.choose("MKT1", 3)
    once_kept(officer, first, lambda sheet: sheet.answers["MKT1"].level == 3)

    second = opened(officer, "told-no")
    assert second != first
    assert opened(officer, "told-no") == second


def opened(officer: Officer, stem: str) -> str:
    """The key of the assessment that opens when the example is asked for."""
    officer.visit()
    officer.press(f"example-{stem}")
    expect(officer.title()).to_contain_text("Results:")
    return officer.page.url.split("assessment=")[1].split("&")[0]


@pytest.mark.parametrize("stem", sorted(path.stem for path in EXAMPLES.glob("*.json")))
def test_an_example_opens_and_the_screen_tells_what_every_file_tells(officer: Officer, stem: str) -> None:
    assessment = assess(bank(), example(stem))
    officer.visit()

    officer.press(f"example-{stem}")

    expect(officer.title()).to_contain_text(f"Results: {example(stem).service.name}")
    verdict = officer.page.locator(".verdict")
    assert assessment.overall.score is not None
    expect(verdict).to_contain_text(f"Score {shown(assessment.overall.score)} out of 100")
    expect(verdict.locator(".big")).to_have_text(assessment.verdict.label)
    officer.wait_until_ready()
    tables = TypeAdapter(list[list[list[str]]]).validate_python(officer.page.evaluate(TABLES))
    assert told_by_tables(tables) == known(bank(), assessment)
