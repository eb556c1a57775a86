"""On the narrowest screens nothing makes the page scroll sideways."""

import pytest
from journeys.conftest import MakeOfficer
from journeys.servers import Server
from journeys.sheets import example, kept
from journeys.sizes import NARROW, PHONE

pytestmark = pytest.mark.browser

TOO_WIDE = """main => [document.documentElement, document.body, main]
  .filter(box => box.scrollWidth > box.clientWidth).map(box => `${box.tagName}: ${box.scrollWidth}`)"""


def test_no_page_scrolls_sideways(server: Server, make_officer: MakeOfficer) -> None:
    key = kept(server, example("explore-york-2013"))
    officer = make_officer(server, NARROW)

    too_wide: dict[tuple[str, str], list[str]] = {}
    for address in ("/", f"/service?assessment={key}", f"/questions?assessment={key}", f"/results?assessment={key}"):
        officer.visit(address)
        for size in (NARROW, PHONE):
            officer.page.set_viewport_size({"width": size.width, "height": size.height})
            officer.wait_until_ready()
            too_wide[address, size.name] = officer.main().evaluate(TOO_WIDE)

    assert {place: found for place, found in too_wide.items() if found} == {}
