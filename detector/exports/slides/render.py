"""The deck as a file: every slide set, its notes under it, and the same footer on all."""

import io

from pptx.presentation import Presentation as Slides
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide as SetSlide

from detector.core.text import clean
from detector.exports.shared.clean_text import shortened
from detector.exports.shared.dated_zip import dated, day_begins
from detector.exports.slides.arranging import Placed, Text, arranged, pieces_of
from detector.exports.slides.elements import put_in
from detector.exports.slides.figures import Drawn, add_figure, describe
from detector.exports.slides.language import in_british_english
from detector.exports.slides.lines import as_large_as_fit
from detector.exports.slides.places import BODY, OPENING_TEXT, Box, emu
from detector.exports.slides.setting import add_table, set_lines, table_in_words
from detector.exports.slides.template import MESSAGE, MESSAGE_AND_TEXT, OPENING, empty_presentation
from detector.exports.slides.titles import MESSAGE_ROOM, OPENING_ROOM, add_footer, placeholder, set_title
from detector.report.blocks import Figure, Table
from detector.report.deck import Deck, Slide
from detector.wording.result import PROVISIONAL

_LONGEST_PROPERTY = 255


def make_slides(deck: Deck) -> bytes:
    """The deck as a PowerPoint file, the same bytes for the same deck."""
    slides = empty_presentation()
    for number, slide in enumerate(deck.slides):
        made = _message(slides, slide, deck) if number else _opening(slides, slide)
        add_footer(made, number + 1, PROVISIONAL if deck.provisional else "", deck.service)
        notes = made.notes_slide.notes_text_frame
        if notes is not None:
            notes.text = clean(slide.notes)
        in_british_english(made)
    _set_properties(slides, deck)
    written = io.BytesIO()
    slides.save(written)
    return dated(written.getvalue(), deck.on)


def _opening(slides: Slides, slide: Slide) -> SetSlide:
    made = slides.slides.add_slide(slides.slide_layouts[OPENING])
    set_title(made, slide.title, OPENING_ROOM)
    lines = [line for piece in pieces_of(slide.blocks) if isinstance(piece, Text) for line in piece.lines]
    set_lines(placeholder(made, 1), as_large_as_fit(lines, OPENING_TEXT.width, OPENING_TEXT.height))
    return made


def _message(slides: Slides, slide: Slide, deck: Deck) -> SetSlide:
    placed = arranged(pieces_of(slide.blocks), BODY)
    texts = sum(isinstance(each.piece, Text) for each in placed)
    made = slides.slides.add_slide(slides.slide_layouts[MESSAGE_AND_TEXT if texts else MESSAGE])
    set_title(made, slide.title, MESSAGE_ROOM)
    waiting = [placeholder(made, 1)] if texts else []
    for each in placed:
        match each.piece:
            case Text(lines):
                shape = waiting.pop() if waiting else made.shapes.add_textbox(*emu(each.box))
                _put(made, shape, each.box)
                set_lines(shape, lines)
            case Figure() as figure:
                add_figure(made.shapes, each.box, figure, Drawn(deck.drawing, deck.on))
            case Table() as table:
                _set_table(made, each, table)
    return made


def _put(made: SetSlide, shape: Shape, box: Box) -> None:
    """Puts a text in its place on the slide, and after what was set before it in reading order."""
    shape.left, shape.top, shape.width, shape.height = emu(box)
    put_in(made.shapes.element, shape.element)


def _set_table(made: SetSlide, placed: Placed, table: Table) -> None:
    if placed.table is not None:
        describe(add_table(made.shapes, placed.box, table, placed.table), table.caption, table_in_words(table))


def _set_properties(slides: Slides, deck: Deck) -> None:
    told = slides.core_properties
    told.title, told.subject = shortened(deck.title, _LONGEST_PROPERTY), shortened(deck.subtitle, _LONGEST_PROPERTY)
    told.author = "Mutual Business Detector"
    told.last_modified_by = told.author
    told.comments = shortened(deck.provisional, _LONGEST_PROPERTY)
    told.keywords = deck.history
    told.version, told.language, told.revision = deck.bank_version, "en-GB", 1
    told.created = told.modified = day_begins(deck.on)
