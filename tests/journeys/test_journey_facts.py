"""Facts on the Service page: given, changed and taken back again, in a first visit and in a later one."""

import pytest
from journeys.officer import Officer
from journeys.sheets import bank, kept, once_kept, sheet_of
from playwright.sync_api import expect

from detector.core.answers import AnswerSheet, Service

pytestmark = pytest.mark.browser

FULL = AnswerSheet(
    bank().version,
    Service("Libraries", "Anyshire", "Twelve branches"),
    {"staff_headcount": 14, "turnover": 420_000.0, "cpv_code": "98513310", "finance": ("contracts", "loans")},
)


def test_everything_given_can_be_emptied_again_on_a_later_visit(officer: Officer) -> None:
    key = kept(officer.server, FULL)
    officer.visit(f"/service?assessment={key}")
    officer.widget("fact-cpv_code").wait_for()

    for name in (
        "fact-staff_headcount",
        "fact-turnover",
        "fact-cpv_code",
        "service-council",
        "service-description",
    ):
        officer.type_into(name, "")
    officer.widget("fact-finance").get_by_role("button", name="Clear all").click()
    once_kept(officer, key, lambda sheet: not sheet.facts and sheet.service == Service("Libraries"))
    officer.reload()

    expect(officer.widget("fact-staff_headcount").get_by_role("textbox")).to_have_value("")
    expect(officer.widget("fact-cpv_code").get_by_role("textbox")).to_have_value("")
    kept_now = sheet_of(officer.server, key)
    assert dict(kept_now.facts) == {}
    assert kept_now.service == Service("Libraries")


def test_a_number_may_be_typed_corrected_and_emptied_at_once(officer: Officer) -> None:
    key = kept(officer.server, AnswerSheet(bank().version))
    officer.visit(f"/service?assessment={key}")
    box = officer.widget("fact-staff_headcount").get_by_role("textbox")

    for typed in ("12", "21", ""):
        box.fill(typed)
        box.press("Tab")
    officer.type_into("service-council", "Typed last, so kept last")
    once_kept(officer, key, lambda sheet: bool(sheet.service.council))
    officer.reload()

    expect(box).to_have_value("")
    assert "staff_headcount" not in sheet_of(officer.server, key).facts
