"""Local weights: agreed before answering, locked afterwards, and both verdicts side by side."""

import pytest
from journeys.officer import Officer
from journeys.sheets import bank, kept, once_kept, sheet, sheet_of
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MARKET = bank().dimensions[0]


def test_weights_are_set_before_answering_and_locked_after(officer: Officer) -> None:
    key = kept(officer.server, sheet({}))
    officer.visit(f"/service?assessment={key}")
    officer.press("toggle-weights")
    box = officer.widget(f"weight-{MARKET.id}").get_by_role("spinbutton")

    box.fill(f"{MARKET.weight + 2:g}")
    box.press("Tab")
    expect(officer.main()).to_contain_text(f"set to {MARKET.weight + 2:g}")
    assert sheet_of(officer.server, key).weights == {MARKET.id: MARKET.weight + 2}
    officer.questions(key)
    officer.answer("MKT1", 1)

    officer.visit(f"/service?assessment={key}")
    officer.press("toggle-weights")
    expect(officer.widget(f"weight-{MARKET.id}").get_by_role("spinbutton")).to_be_disabled()
    expect(officer.page.get_by_text("the weights can no longer be changed")).to_be_visible()
    officer.results(key)
    both = officer.page.get_by_role("table", name="The same answers under the bank's weights and under the council's")
    expect(both).to_contain_text("The council's weights")
    expect(officer.page.get_by_role("table", name="Weights that differ")).to_contain_text(MARKET.name)


def test_a_weight_out_of_bounds_is_not_kept(officer: Officer) -> None:
    key = kept(officer.server, sheet({}))
    officer.visit(f"/service?assessment={key}")
    officer.press("toggle-weights")
    box = officer.widget(f"weight-{MARKET.id}").get_by_role("spinbutton")

    box.fill(f"{MARKET.weight * 10:g}")
    box.press("Tab")
    officer.type_into("service-council", "Typed last, so kept last")

    assert once_kept(officer, key, lambda sheet: sheet.service.council.startswith("Typed last")).weights == {}
