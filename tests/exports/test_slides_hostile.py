from dataclasses import replace

import pytest
from exports.hostile import LONG_NOTE, NEVER_KEPT, TEXTS, hostile_sheet
from exports.slides_reading import (
    deck_on,
    notes_of,
    one_block_a_slide,
    opened,
    parts_of,
    words_on,
    workbook_cells,
)
from exports.word_reading import DRAWING
from lxml import etree

from detector.bank_files import load_bank
from detector.core.answers import Answer, AnswerSheet, AnswerState
from detector.exports.slides import make_slides
from detector.exports.slides.workbook import chart_workbook
from detector.report.blocks import Drawing

EVERY_TEXT = {**TEXTS, **NEVER_KEPT}
TURNING = {*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}


def drawing_called(name: str) -> Drawing:
    """The drawing with this as every dimension's name."""
    points = tuple(replace(point, name=name, short_name=name) for point in DRAWING.points)
    return replace(DRAWING, points=points)


@pytest.mark.parametrize("text", list(EVERY_TEXT.values()), ids=list(EVERY_TEXT))
def test_whatever_is_typed_gives_a_sound_file_without_links_that_reads_in_one_direction(text: str) -> None:
    data = make_slides(one_block_a_slide(text, DRAWING))

    parts = parts_of(data)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    assert not any(b"hlinkClick" in part or b'TargetMode="External"' in part for part in parts.values())
    said = "".join(words_on(slide) + notes_of(slide) for slide in opened(data).slides)
    assert not TURNING & set(said)


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("https://evil.example","open")', "+1", "@SUM(1)", "https://x.example"]
)
def test_nothing_behind_a_chart_is_a_formula_or_a_link(text: str) -> None:
    data = make_slides(one_block_a_slide("x", drawing_called(text)))

    book = next(part for name, part in parts_of(data).items() if name.startswith("ppt/embeddings/"))
    sheet = parts_of(book)["xl/worksheets/sheet1.xml"]
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet
    assert [row[0] for row in workbook_cells(data)[0][1:]] == [text] * 3


def test_text_that_looks_like_code_is_shown_as_typed() -> None:
    deck = deck_on(load_bank(), hostile_sheet(load_bank(), "=1+1 #read('x') <b>x</b> &amp;"))

    slides = opened(make_slides(deck))

    assert "=1+1 #read('x') <b>x</b> &amp;" in words_on(slides.slides[0])


def test_a_long_note_is_cut_in_what_the_speaker_reads_and_that_is_said() -> None:
    bank = load_bank()
    gated = bank.gates[0].question
    answer = Answer(AnswerState.LEVEL, level=0, note=LONG_NOTE)

    slides = opened(make_slides(deck_on(bank, AnswerSheet(bank.version, answers={gated: answer}))))

    said = max((notes_of(slide) for slide in slides.slides), key=len)
    assert LONG_NOTE[:1_000] in said
    assert "too many for the notes of a slide" in said
    assert len(said) < 20_000


def test_the_workbook_is_dated_by_the_deck() -> None:
    deck = one_block_a_slide("x", DRAWING)

    book = chart_workbook(["Market"], [("This service", [60])], deck.on)

    assert b"2026-11-22T00:00:00Z" in parts_of(book)["docProps/core.xml"]
