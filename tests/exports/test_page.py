"""The web page of a report: whole, in order, in one file, and nothing typed is ever more than text."""

import html
import re
from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from exports.hostile import LINKS, TEXTS, everything_hostile, hostile_sheet
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet, empty_sheet
from detector.core.assessment import assess
from detector.core.bank import Bank
from detector.core.text import clean
from detector.exports.page import make_page
from detector.exports.page.render import css_text
from detector.exports.shared.web_address import is_web_address
from detector.report.blocks import Length
from detector.report.build import build_report
from detector.report.context import ReportContext

DAY = date(2026, 11, 22)
FOLLOWING = ("class", "role", "tabindex", "aria-labelledby")
BLANK = "nothing but blanks"
HOSTILE = [name for name in TEXTS if not name.startswith("formula ") and name != BLANK]


@cache
def bank() -> Bank:
    return load_bank()


def made(sheet: AnswerSheet, length: Length = Length.FULL) -> bytes:
    return make_page(build_report(ReportContext(bank(), sheet, assess(bank(), sheet), DAY), length))


@cache
def plain_page() -> HtmlElement:
    return document_fromstring(made(hostile_sheet(bank(), "words of a usual sort, " * 3)))


def elements(page: HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes; only a class and a tab stop follow from how long a text is."""
    return [
        (str(each.tag), tuple(sorted(name for name in each.attrib if name not in FOLLOWING)))
        for each in page.iter()
        if each.tag is not etree.Comment
    ]


def links(page: HtmlElement) -> Counter[str]:
    return Counter(each.get("href", "") for each in page.iter("a"))


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_typed_adds_no_element_attribute_or_link(name: str) -> None:
    page = document_fromstring(made(hostile_sheet(bank(), TEXTS[name])))

    assert elements(page) == elements(plain_page())
    assert links(page) == links(plain_page())


def test_what_is_typed_is_shown_as_typed() -> None:
    text = made(everything_hostile(bank())).decode("utf-8")

    shown = html.unescape(re.sub(r"<[^>]*>", "", text))
    assert TEXTS["markup"] in shown
    assert TEXTS["typst code"] in shown
    assert TEXTS["Welsh"] in shown
    assert clean(TEXTS["emoji"]) in shown
    assert "one\ntwo\nthree\nfour\nfive\nsix tab" in shown
    assert re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", text) is None


@pytest.mark.parametrize("length", Length)
def test_headings_begin_with_one_title_and_skip_no_level(length: Length) -> None:
    page = document_fromstring(made(everything_hostile(bank()), length))

    levels = [int(str(each.tag)[1]) for each in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere() -> None:
    ids = Counter(each.get("id") for each in plain_page().iter() if each.get("id"))

    assert [name for name, count in ids.items() if count > 1] == []
    assert {href for href in links(plain_page()) if href.startswith("#")} <= {f"#{name}" for name in ids}


def test_every_table_has_a_caption_and_headers_with_their_scope() -> None:
    tables = list(plain_page().iter("table"))

    assert len(tables) > 5
    for table in tables:
        assert table.findtext("caption")
        assert {each.get("scope") for each in table.iterfind("thead//th")} == {"col"}
        assert {row[0].get("scope") for row in table.iterfind("tbody/tr")} == {"row"}


def test_every_figure_has_a_caption_and_all_of_it_in_words() -> None:
    figures = list(plain_page().iter("figure"))

    # The scale of verdicts, radar, dumbbell, and how firm the verdict is.
    assert len(figures) == 4
    for figure in figures:
        assert figure.findtext("figcaption")
        assert len(figure.findtext("details/p") or "") > 100
        assert [svg.get("role") for svg in figure.iter("svg")] == ["img", "img"]


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    text = made(everything_hostile(bank())).decode("utf-8")
    page = document_fromstring(text.encode("utf-8"))

    policy = next(meta.get("content", "") for meta in page.iter("meta") if meta.get("http-equiv"))
    assert "default-src 'none'; script-src 'none'" in policy
    assert {name for each in page.iter() for name in each.attrib} & {
        "src",
        "srcset",
        "data",
        "action",
        "poster",
    } == set()
    assert list(page.iter("script", "link", "iframe", "object", "embed", "form", "base", "image", "use")) == []
    assert "url(" not in "".join(style.text or "" for style in page.iter("style"))


def test_only_addresses_of_sources_are_links() -> None:
    addresses = {source.address for source in bank().sources}

    outward = {href for href in links(plain_page()) if not href.startswith("#")}
    assert outward
    assert outward <= addresses


def test_the_language_and_the_provisional_state_are_said() -> None:
    page = document_fromstring(made(empty_sheet(bank())))

    assert page.get("lang") == "en-GB"
    banner = page.find_class("provisional")[0]
    assert banner.get("role") == "region"
    assert "Not ready for a decision" in banner.text_content()


@pytest.mark.parametrize("length", Length)
def test_the_same_report_gives_the_same_bytes(length: Length) -> None:
    sheet = everything_hostile(bank())

    assert made(sheet, length) == made(sheet, length)


@pytest.mark.parametrize("address", [link for link in LINKS if not link.startswith("https://aaa")])
def test_a_doubtful_address_is_never_a_link(address: str) -> None:
    assert not is_web_address(address)


@pytest.mark.parametrize(
    "address", ["https://www.legislation.gov.uk/ukpga/2023/54/section/33", "http://example.org/a?b=c#d"]
)
def test_a_plain_web_address_is_a_link(address: str) -> None:
    assert is_web_address(address)


def test_a_text_in_the_style_sheet_cannot_end_it() -> None:
    said = css_text('a"; } </style> \\ \n* { color: red }')

    assert re.fullmatch(r'"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*"', str(said))
