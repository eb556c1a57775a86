"""On the narrowest screens nothing makes the page scroll sideways."""

import pytest
from journeys.conftest import MakeOfficer
from journeys.officer import MAIN
from journeys.servers import Server
from journeys.sheets import example, kept
from journeys.sizes import NARROW, PHONE, Size

pytestmark = pytest.mark.browser

TOO_WIDE = """main => [document.documentElement, document.body, main]
  .filter(box => box.scrollWidth > box.clientWidth).map(box => `${box.tagName}: ${box.scrollWidth}`)"""


@pytest.mark.parametrize("size", [NARROW, PHONE], ids=lambda size: size.name)
def test_no_page_scrolls_sideways(server: Server, make_officer: MakeOfficer, size: Size) -> None:
    key = kept(server, example("explore-york-2013"))
    officer = make_officer(server, size)

    too_wide: dict[str, list[str]] = {}
    for address in ("/", f"/service?assessment={key}", f"/questions?assessment={key}", f"/results?assessment={key}"):
        officer.visit(address)
        too_wide[address] = officer.page.locator(MAIN).evaluate(TOO_WIDE)

    assert [address for address, found in too_wide.items() if found] == []
