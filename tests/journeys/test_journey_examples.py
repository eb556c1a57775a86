"""The worked examples open from the Start page and say what the core says."""

import pytest
from journeys.officer import Officer
from journeys.sheets import EXAMPLES, bank, example
from playwright.sync_api import expect

from detector.core.assessment import assess
from detector.core.scoring import shown
from detector.core.wording import verdict_so_far

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("stem", sorted(path.stem for path in EXAMPLES.glob("*.json")))
def test_an_example_opens_with_the_verdict_of_its_answers(officer: Officer, stem: str) -> None:
    assessment = assess(bank(), example(stem))
    officer.visit()

    officer.press(f"example-{stem}")

    expect(officer.title()).to_contain_text(f"Results: {example(stem).service.name}")
    verdict = officer.page.locator(".verdict")
    expect(verdict).to_contain_text(verdict_so_far(assessment))
    assert assessment.overall.score is not None
    expect(verdict).to_contain_text(f"Score {shown(assessment.overall.score)} out of 100")
    expect(officer.page.get_by_role("table").first).to_contain_text(bank().dimensions[0].name)
