"""Past the page that asks for the access code one comes to where one wanted to go, and never to another site."""

from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phone.rooms import Hall
from phone.test_phone_access import CODE, guarded

from detector.light.phone.way_back import safe_place

PLACE = "/results?assessment=a-1&part=COM&scan=quick"


def test_a_deep_link_survives_the_code_page_and_wrong_codes(room: Hall) -> None:
    browser = guarded(room)

    asked = browser.get(PLACE)
    wrong = browser.post(str(asked.url), data={"code": "WRONG"})
    unreadable = browser.post(str(wrong.url), content=b"%", headers={"content-type": "text/plain"})
    right = browser.post(str(unreadable.url), data={"code": CODE})

    address = f"/unlock?to={quote(PLACE, safe='')}"
    assert all(f'action="{address}"' in reply.text for reply in (asked, wrong, unreadable))
    assert [reply.status_code for reply in (asked, wrong, unreadable)] == [200, 403, 400]
    assert right.url.raw_path.decode() == PLACE


def test_who_has_the_code_is_led_past_the_page_that_asks_for_it(room: Hall) -> None:
    browser = guarded(room)
    browser.post("/unlock", data={"code": CODE})

    again = browser.get("/unlock", params={"to": PLACE})

    assert again.url.raw_path.decode() == PLACE
    assert guarded(room, code="").get("/unlock", params={"to": PLACE}).url.raw_path.decode() == PLACE


ELSEWHERE = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%2Fevil.example",
    "/%5Cevil.example",
    "%2F%2Fevil.example",
    "/%252Fevil.example",
    "/\t/evil.example",
    "/\r\n/evil.example",
    "/results\r\nSet-Cookie: a=b",
    "/results?a=\r\nSet-Cookie: a=b",
    "\x00//evil.example",
    " //evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/@evil.example/",
    "/results?a=\\b",
    "/results#top",
    "/\uff0fevil.example",
    "/unlock?to=/unlock",
    "/results?" + "a" * 3000,
    "",
]


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_anything_but_a_page_of_ours_leads_to_the_start(room: Hall, wanted: str) -> None:
    browser = guarded(room)
    browser.follow_redirects = False

    reply = browser.post("/unlock", params={"to": wanted}, data={"code": CODE})

    assert reply.status_code == 303
    assert reply.headers["location"] == "/"


@pytest.mark.parametrize(
    "wanted", ["/", "/questions", "/results?assessment=a&part=COM", "/w/aB3_-x", "/service?x=%2F%2Fy"]
)
def test_a_page_of_ours_is_where_one_comes_to(wanted: str) -> None:
    assert safe_place(wanted) == wanted


@given(st.text(st.sampled_from("/\\%2F5C:@?#.&=aevil\t\r\n \u2028"), max_size=12))
def test_no_place_names_a_server(wanted: str) -> None:
    place = urlsplit(safe_place(wanted).replace("\\", "/"))

    assert (place.scheme, place.netloc) == ("", "")
    assert place.path.startswith("/")
    assert not place.path.startswith("//")
