from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from exports.word_reading import (
    ON,
    headings_of,
    opened,
    parts_of,
    report_of,
    texts_of,
    tree_of,
    values,
    wrapped,
)
from report.report_parts import EXAMPLES, example, report_on

from detector.bank_files import load_bank
from detector.exports.word import make_word
from detector.exports.word.elements import name, value
from detector.report.blocks import Length, Report

REPORTS = {
    "every block, in full": report_of,
    "every block, in short": lambda: report_of(length=Length.SUMMARY, provisional="Not ready for a decision."),
    "an example, in full": lambda: report_on(load_bank(), example(EXAMPLES[0])),
}


@pytest.fixture(scope="module", params=list(REPORTS.values()), ids=list(REPORTS))
def report(request: pytest.FixtureRequest) -> Report:
    made: Report = request.param()
    return made


@pytest.fixture(scope="module")
def made(report: Report) -> bytes:
    return make_word(report)


def test_it_says_its_title_its_language_and_its_day(report: Report, made: bytes) -> None:
    said = opened(made).core_properties
    defaults = tree_of(made, "word/styles.xml").find(name("docDefaults"))

    assert (said.title, said.language, said.modified) == (report.title, "en-GB", said.created)
    assert said.created is not None
    assert said.created.date() == ON
    assert defaults is not None
    assert values(defaults, "lang") == ["en-GB"]


def test_headings_begin_at_the_first_level_skip_none_and_say_something(made: bytes) -> None:
    headings = headings_of(made)

    assert headings[0][0] == 1
    assert all(after[0] - before[0] <= 1 for before, after in pairwise(headings))
    assert all(words.strip() for _, words in headings)


def test_every_picture_is_told_in_words_and_keeps_its_sharp_lines(made: bytes) -> None:
    pictures = list(tree_of(made).iter(qn("wp:docPr")))

    assert all(len(each.get("descr", "").strip()) >= 30 for each in pictures)
    assert len({each.get("id") for each in pictures}) == len(pictures)
    assert sum(part.endswith(".svg") for part in parts_of(made)) == len(pictures) > 0


def test_no_picture_draws_a_rim_over_its_letters(made: bytes) -> None:
    drawn = [content for part, content in parts_of(made).items() if part.endswith(".svg")]

    assert not any(b"paint-order" in each for each in drawn)


def test_every_table_has_a_header_row_a_name_and_no_merged_cells(made: bytes) -> None:
    tables = list(tree_of(made).iter(name("tbl")))

    assert tables
    for table in tables:
        first, *others = table.findall(name("tr"))
        assert len(list(first.iter(name("tblHeader")))) == 1
        assert not any(list(row.iter(name("tblHeader"))) for row in others)
        assert not list(table.iter(name("gridSpan"), name("vMerge"), name("hMerge")))
        assert all((value(table, f"w:tblPr/w:{said}") or "").strip() for said in ("tblCaption", "tblDescription"))


def test_no_paragraph_is_left_empty_to_make_room(made: bytes) -> None:
    texts = [each for each in tree_of(made)[0] if each.tag == name("p") and not list(each.iter(name("drawing")))]

    assert all("".join(texts_of(wrapped(each))).strip() for each in texts)


def test_the_contents_lead_to_headings_that_are_there(report: Report, made: bytes) -> None:
    document = tree_of(made)
    places = {mark.get(name("name")) for mark in document.iter(name("bookmarkStart"))}
    entries = [link for link in document.iter(name("hyperlink")) if link.get(name("anchor"))]

    assert all(entry.get(name("anchor")) in places for entry in entries)
    assert bool(entries) is (report.length is Length.FULL)


def test_each_numbered_list_begins_at_one() -> None:
    made = make_word(report_of())
    numbers = values(tree_of(made), "numId")

    starts = values(tree_of(made, "word/numbering.xml"), "startOverride")

    assert len(numbers) == 6
    assert starts == ["1"] * len(set(numbers)) == ["1"] * 4
