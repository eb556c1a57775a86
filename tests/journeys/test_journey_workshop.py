"""A whole workshop on three screens at once: facilitator, projector and phones, from the code to the assessment."""

from collections.abc import Callable, Iterator

import pytest
from journeys.conftest import MakeOfficer
from journeys.halls import Phone, new_phone, on_projector
from journeys.officer import Officer
from journeys.servers import Server
from journeys.sheets import kept, sheet, sheet_of
from journeys.sizes import DESK, LARGE
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

STAFF, UNION = "Front-line staff", "Trade unions"
FIRST, FIRST_LEVELS, SECOND_LEVELS = "COM1", (0, 0, 1, 3, 3, 3), (2, 2, 2, 2, 2, 3)
DISSENT = "One of us sees <b>level 3</b>"


@pytest.fixture
def make_phone(browser: Browser) -> Iterator[Callable[[Server], Phone]]:
    """Hands out phones; when the test is over none may have seen a fault."""
    handed: list[Phone] = []

    def make(server: Server) -> Phone:
        handed.append(new_phone(browser, server))
        return handed[-1]

    yield make
    faults = [fault for phone in handed for fault in phone.watch.faults]
    for phone in handed:
        phone.context.close()
    assert faults == []


def opened(facilitator: Officer, key: str) -> None:
    """Open a workshop with everything as it is proposed."""
    facilitator.visit(f"/workshop?assessment={key}")
    facilitator.press("open-workshop")
    expect(facilitator.page.locator(".join-code")).to_be_visible()


def seen_by_room(facilitator: Officer, projector: Officer) -> None:
    """Open the projector's page on the other screen, as its link says."""
    link = facilitator.page.get_by_role("link", name="Open the projector view")
    projector.page.goto(link.get_attribute("href") or "")
    on_projector(projector).wait_for()


def gathered(projector: Officer, make_phone: Callable[[Server], Phone]) -> list[Phone]:
    """Six people: three follow the QR code, three type the code."""
    alt = projector.page.locator("img.qr").get_attribute("alt") or ""
    address = alt.rpartition(" ")[2]
    phones = [make_phone(projector.server) for _ in FIRST_LEVELS]
    for number, phone in enumerate(phones):
        group = UNION if number == 0 else STAFF
        if number % 2:
            phone.join(address, group)
        else:
            phone.type_code(projector.server, projector.page.locator(".code").inner_text(), group)
    return phones


def test_a_workshop_from_the_code_to_the_assessment(
    server: Server, make_officer: MakeOfficer, make_phone: Callable[[Server], Phone]
) -> None:
    key = kept(server, sheet({}))
    facilitator, projector = make_officer(server, DESK), make_officer(server, LARGE)
    stage = on_projector(projector)

    opened(facilitator, key)
    seen_by_room(facilitator, projector)
    phones = gathered(projector, make_phone)
    expect(stage).to_contain_text("6 joined")
    expect(facilitator.page.get_by_text("6 people joined")).to_be_visible()

    first_round(facilitator, projector, phones)
    second_round(facilitator, projector, phones)
    agreed(facilitator, projector, key)
    the_picture(facilitator, projector)


def first_round(facilitator: Officer, projector: Officer, phones: list[Phone]) -> None:
    """Everybody answers, through a lost network, a reload and a second tab; only then is anything shown."""
    stage = on_projector(projector)
    facilitator.press("start-workshop")
    facilitator.press(f"open-question-{FIRST}")
    for phone, level in list(zip(phones, FIRST_LEVELS, strict=True))[1:]:
        phone.answer(FIRST, 1, level)
    expect(stage).to_contain_text("of 6 answered")
    expect(stage.locator(".huge")).to_have_text("5")

    answers_without_network(phones[0])
    expect(stage.locator(".huge")).to_have_text("6")
    comes_back(phones[1])

    facilitator.reload()
    facilitator.press(f"close-{FIRST}-1")
    expect(facilitator.page.get_by_text("Only you see this.")).to_be_visible()
    expect(stage).to_contain_text("All answers are in")
    expect(projector.page.locator("table.spread")).to_have_count(0)
    facilitator.press(f"reveal-{FIRST}-1")
    expect(projector.page.locator("table.spread .bar b")).to_have_text(["2", "1", "0", "3", "0"])
    expect(projector.page.get_by_text("Groups of five or more")).to_have_count(0)


def answers_without_network(phone: Phone) -> None:
    """What is tapped without a connection is kept on the phone, and arrives once there is one."""
    phone.choice(FIRST, 1, 0).wait_for()
    with phone.without_network():
        phone.choose(FIRST, 1, FIRST_LEVELS[0])
        expect(phone.page.locator("#line")).to_contain_text("No connection")
    phone.expect_said(FIRST, 1, "Saved.")


def comes_back(phone: Phone) -> None:
    """After a reload, and in a second tab, the same person has the same answer and can change it."""
    phone.page.reload()
    expect(phone.choice(FIRST, 1, FIRST_LEVELS[1])).to_be_checked()
    other = phone.second_tab()
    expect(other.choice(FIRST, 1, FIRST_LEVELS[1])).to_be_checked()
    other.answer(FIRST, 1, 2)
    other.answer(FIRST, 1, FIRST_LEVELS[1])
    other.page.close()


def second_round(facilitator: Officer, projector: Officer, phones: list[Phone]) -> None:
    """The room answers again; both rounds stand side by side."""
    facilitator.press(f"again-{FIRST}")
    expect(on_projector(projector)).to_contain_text("Second round")
    for phone, level in zip(phones, SECOND_LEVELS, strict=True):
        phone.answer(FIRST, 2, level)
    facilitator.press(f"close-{FIRST}-2")
    facilitator.press(f"reveal-{FIRST}-2")
    counts = ["2", "0", "1", "0", "0", "5", "3", "1"]
    expect(projector.page.locator("table.spread .bar b")).to_have_text(counts)


def agreed(facilitator: Officer, projector: Officer, key: str) -> None:
    """The agreed level stands in the assessment with where it came from, and on the pages that show it."""
    facilitator.widget(f"agree-level-{FIRST}").locator("[role=radiogroup] label").nth(2).click()
    facilitator.type_into(f"agree-dissent-{FIRST}", DISSENT)
    facilitator.press(f"record-{FIRST}")
    expect(facilitator.page.get_by_text("In the assessment.", exact=False).first).to_be_visible()
    expect(on_projector(projector)).to_contain_text(f"Seen otherwise: {DISSENT}")

    found = sheet_of(facilitator.server, key)
    assert found.answers[FIRST].level == 2
    result = found.workshop[FIRST]
    assert (result.round, result.people, result.level, result.median, result.dissent) == (2, 6, 2, 2, DISSENT)
    officer = facilitator.page.context.new_page()
    officer.goto(f"{facilitator.server.url}/questions?assessment={key}&scan=all&part=COM")
    expect(officer.get_by_text("Agreed at level 2 in a workshop on")).to_be_visible()
    officer.close()


def the_picture(facilitator: Officer, projector: Officer) -> None:
    """The room sees its picture, and at the end it stays."""
    facilitator.press("screen-picture")
    commissioner = projector.page.get_by_role("row").filter(has_text="Commissioner")
    expect(commissioner).to_contain_text("67")
    facilitator.press("end-workshop")
    facilitator.press("end-now")
    expect(facilitator.page.get_by_text("The workshop has ended.")).to_be_visible()
    expect(commissioner).to_contain_text("67")
    for ending in ("docx", "pdf"):
        minutes_as(facilitator, ending)


def minutes_as(facilitator: Officer, ending: str) -> None:
    """The minutes are saved under a name that says what they are."""
    with facilitator.page.expect_download() as waiting:
        facilitator.press(f"minutes-{ending}")
    name = waiting.value.suggested_filename
    assert name.startswith("anyshire-library-service-")
    assert name.endswith(f"-minutes.{ending}")
    content = waiting.value.path().read_bytes()
    assert content[:4] == {"docx": b"PK\x03\x04", "pdf": b"%PDF"}[ending]
