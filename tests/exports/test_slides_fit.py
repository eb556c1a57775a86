from dataclasses import replace
from pathlib import Path

import pytest
from exports.hostile import LONG_NOTE, LONG_WORD, hostile_sheet
from exports.slides_reading import deck_of, deck_on, one_block_a_slide, opened, text_shapes, words_on
from exports.word_reading import DRAWING
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.shapes.graphfrm import GraphicFrame
from report.report_parts import EXAMPLES, example
from strategies import real_bank, sheets

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet, PlannedAction, Service
from detector.exports.slides import make_slides
from detector.exports.slides.arranging import Placed, Text, arranged, pieces_of
from detector.exports.slides.lines import height_of, rows_in
from detector.exports.slides.places import BODY
from detector.exports.slides.titles import MESSAGE_ROOM, OPENING_ROOM, fitted_title
from detector.report.blocks import Bullets, Column, Paragraph, Table
from detector.report.deck import Deck

TOLERANCE = 0.01


def needed(placed: Placed) -> float:
    """How tall a piece is as it is set."""
    if isinstance(placed.piece, Text):
        return height_of(placed.piece.lines, placed.box.width)
    return placed.table.height if placed.table is not None else placed.box.height


def overfull(deck: Deck) -> list[str]:
    """The slides on which something is taller than its place, stands outside the slide, or on something else."""
    found: list[str] = []
    for slide in deck.slides[1:]:
        placed = arranged(pieces_of(slide.blocks), BODY)
        below = BODY.top + BODY.height + TOLERANCE
        if any(needed(each) > each.box.height + TOLERANCE or each.box.top + needed(each) > below for each in placed):
            found.append(slide.id)
        stacked = [each for each in placed if each.box.left == placed[-1].box.left]
        ends = [each.box.top + each.box.height for each in stacked[:-1]]
        if any(end > each.box.top + TOLERANCE for end, each in zip(ends, stacked[1:], strict=True)):
            found.append(f"{slide.id} overlaps")
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_the_examples_fit(path: Path) -> None:
    deck = deck_on(load_bank(), example(path))

    assert overfull(deck) == []


@settings(max_examples=15, deadline=None)
@given(sheet=sheets(real_bank()), name=st.text(max_size=200), owner=st.text(max_size=200))
def test_whatever_is_answered_fits(sheet: AnswerSheet, name: str, owner: str) -> None:
    bank = real_bank()
    plan = {rule.id: PlannedAction(owner=owner) for rule in bank.actions}

    deck = deck_on(bank, replace(sheet, service=Service(name, name), plan=plan))

    assert overfull(deck) == []


@pytest.mark.parametrize(
    "text", [LONG_NOTE, LONG_WORD, "W" * 300, "word " * 2_000], ids=["note", "word", "W", "words"]
)
def test_any_block_fits_however_long_its_text(text: str) -> None:
    assert overfull(one_block_a_slide(text, DRAWING)) == []


def test_many_rows_are_cut_and_it_is_said() -> None:
    table = Table("long", "Long", (Column("One"), Column("Two")), tuple((f"{row}", "x") for row in range(60)))

    placed = arranged(pieces_of((table,)), BODY)[0]

    assert placed.table is not None
    assert placed.table.height <= BODY.height
    assert placed.table.rows[-1][0] == f"and {60 - len(placed.table.rows) + 2} more"


def test_few_words_stand_in_the_largest_letters() -> None:
    deck = deck_of((Paragraph("One."), Bullets(("Two.", "Three."))), DRAWING)

    placed = arranged(pieces_of(deck.slides[1].blocks), BODY)

    assert [line.size for each in placed if isinstance(each.piece, Text) for line in each.piece.lines] == [24, 24, 24]


@pytest.mark.parametrize("room", [MESSAGE_ROOM, OPENING_ROOM], ids=["message", "opening"])
@given(text=st.text(min_size=1, max_size=400))
def test_titles_take_no_more_rows_than_they_may(room: object, text: str) -> None:
    held = MESSAGE_ROOM if room == MESSAGE_ROOM else OPENING_ROOM

    shown, size = fitted_title(text, held)

    assert shown.strip()
    assert rows_in(shown, size, held.box.width, bold=True) <= held.most_rows


def test_titles_of_the_longest_names_are_cut_with_an_ellipsis() -> None:
    deck = deck_on(load_bank(), hostile_sheet(load_bank(), LONG_NOTE))

    title = opened(make_slides(deck)).slides[0].shapes.title

    assert title is not None
    assert "…" in title.text_frame.text
    assert title.text_frame.text.endswith("become a public service mutual?")


def test_everything_stands_on_the_slide() -> None:
    slides = opened(make_slides(one_block_a_slide(LONG_WORD, DRAWING)))

    for slide in slides.slides:
        for shape in [*text_shapes(slide), *(each for each in slide.shapes if isinstance(each, GraphicFrame))]:
            assert 0 <= shape.left <= shape.left + shape.width <= (slides.slide_width or 0), words_on(slide)
            assert 0 <= shape.top <= shape.top + shape.height <= (slides.slide_height or 0), words_on(slide)
