"""Every figure of a result is seen once, in the shape for the screen."""

import pytest
from journeys.conftest import MakeOfficer
from journeys.servers import Server
from journeys.sheets import example, kept
from journeys.sizes import DESK, PHONE, Size

from detector.report.blocks import FigureKind

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("size", "shape"), [(DESK, "wide"), (PHONE, "narrow")], ids=["desk", "phone"])
def test_each_figure_is_seen_in_one_shape(server: Server, make_officer: MakeOfficer, size: Size, shape: str) -> None:
    officer = make_officer(server, size)
    officer.results(kept(server, example("explore-york-2013")))

    for kind in FigureKind:
        seen = [
            each for each in ("wide", "narrow") if officer.main().locator(f".st-key-{each}-figure-{kind}").is_visible()
        ]
        assert seen == [shape], kind
