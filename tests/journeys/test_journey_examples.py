"""The worked examples open from the Start page and say what the core says."""

import pytest
from journeys.conftest import MakeOfficer, MakeServer
from journeys.officer import Officer
from journeys.sheets import EXAMPLES, bank, example
from playwright.sync_api import expect

from detector.core.assessment import assess
from detector.core.scoring import shown
from detector.wording import verdict_so_far

pytestmark = pytest.mark.browser


def test_an_unchanged_copy_is_opened_again_and_a_changed_one_is_not(
    make_server: MakeServer, make_officer: MakeOfficer
) -> None:
    server = make_server()
    server.start()
    officer = make_officer(server)

    first = opened(officer, "told-no")
    assert opened(officer, "told-no") == first
    officer.questions(first, part="MKT")
    officer.choose("MKT1", 3)
    officer.expect_saved("MKT1")

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
