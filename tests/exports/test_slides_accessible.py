import re

import pytest
from exports.hostile import everything_hostile
from exports.slides_reading import (
    alt_of,
    deck_on,
    notes_of,
    opened,
    parts_of,
    shapes_of,
    tables_of,
    text_in,
    text_shapes,
    words_on,
)
from pptx.presentation import Presentation as Slides
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.picture import Picture
from report.report_parts import EXAMPLES, example

from detector.bank_files import load_bank
from detector.core.answers import AnswerSheet, empty_sheet
from detector.exports.slides import make_slides
from detector.wording.result import PROVISIONAL

SHEETS = {
    **{path.stem: path for path in EXAMPLES},
    "nothing answered": None,
    "everything hostile": "hostile",
}
SMALLEST_LETTERS = 1600


def sheet_called(name: str) -> AnswerSheet:
    bank = load_bank()
    if name == "nothing answered":
        return empty_sheet(bank)
    return everything_hostile(bank) if name == "everything hostile" else example(EXAMPLES[list(SHEETS).index(name)])


@pytest.fixture(scope="module", params=list(SHEETS))
def made(request: pytest.FixtureRequest) -> bytes:
    return make_slides(deck_on(load_bank(), sheet_called(str(request.param))))


@pytest.fixture(scope="module")
def slides(made: bytes) -> Slides:
    return opened(made)


def test_every_slide_has_a_title_of_its_own_first_in_reading_order(slides: Slides) -> None:
    titles = [slide.shapes.title for slide in slides.slides]

    said = [title.text_frame.text.strip() for title in titles if title is not None]
    assert len(said) == len(slides.slides)
    assert all(said)
    assert len(set(said)) == len(said)
    assert [slide.shapes[0].shape_id for slide in slides.slides] == [title.shape_id for title in titles if title]


def test_no_placeholder_is_empty(slides: Slides) -> None:
    empty = [
        shape.name
        for slide in slides.slides
        for shape in text_shapes(slide)
        if shape.is_placeholder and not text_in(shape).strip()
    ]

    assert not empty


def test_pictures_charts_and_tables_are_told_in_words(slides: Slides) -> None:
    seen = [shape for _, shape in shapes_of(slides) if isinstance(shape, Picture | GraphicFrame)]

    assert seen
    assert all(len(alt_of(shape)) >= 30 for shape in seen)


def test_tables_have_a_header_row_and_no_merged_cells(slides: Slides) -> None:
    tables = [table for slide in slides.slides for table in tables_of(slide)]

    assert tables
    assert all(table.first_row for table in tables)
    assert not any(cell.is_spanned or cell.is_merge_origin for table in tables for cell in table.iter_cells())


def test_every_word_is_marked_as_british_english(made: bytes) -> None:
    told = [
        part.decode() for name, part in parts_of(made).items() if re.search(r"(slides|notesSlides)/[^/]+xml$", name)
    ]

    runs = [run for part in told for run in re.findall(r"<a:r>.*?</a:r>", part)]
    assert runs
    assert all('lang="en-GB"' in run for run in runs)


def test_no_other_language_is_named_anywhere(made: bytes) -> None:
    named = {found for part in parts_of(made).values() for found in re.findall(rb'lang="([^"]*)"', part)}

    assert named == {b"en-GB"}


def test_letters_are_large_enough_for_the_back_of_a_room(made: bytes) -> None:
    told = [part for name, part in parts_of(made).items() if re.match(r"ppt/slides/[^/]+xml$", name)]

    sizes = [int(size) for part in told for size in re.findall(rb'sz="(\d+)"', part)]
    assert sizes
    assert min(sizes) >= SMALLEST_LETTERS


def test_every_slide_says_what_to_say(slides: Slides) -> None:
    assert all(notes_of(slide).strip() for slide in slides.slides)


def test_every_slide_carries_the_warning_of_a_provisional_deck(slides: Slides) -> None:
    is_provisional = PROVISIONAL in slides.core_properties.comments

    assert all((PROVISIONAL in words_on(slide)) == is_provisional for slide in slides.slides)


def test_the_file_has_a_title(slides: Slides) -> None:
    assert slides.core_properties.title
    assert slides.core_properties.language == "en-GB"


def test_the_presentation_is_wide(slides: Slides) -> None:
    assert (slides.slide_width, slides.slide_height) == (12_192_000, 6_858_000)
