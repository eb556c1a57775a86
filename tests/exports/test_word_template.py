import io
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from exports.word_reading import headings_of, opened, parts_of, short_report, style_of, texts_of, tree_of, values
from exports.word_templates import LOGO, PLUM, W_NAMES, changed, council_template, saved, swapped, with_part

from detector.exports.word import make_word
from detector.exports.word.elements import Element, name, value


@pytest.fixture(scope="module")
def made() -> bytes:
    return make_word(replace(short_report(), provisional="Not ready for a decision."), council_template())


def test_the_templates_fonts_colours_and_page_are_taken(made: bytes) -> None:
    document = opened(made)
    normal, heading = style_of(document, "Normal").font, style_of(document, "Heading 1").font

    assert (normal.name, heading.color.rgb) == ("Georgia", PLUM)
    assert document.sections[0].left_margin == 850 * 635


def test_the_templates_logo_and_footer_stay_above_and_below_ours(made: bytes) -> None:
    parts = parts_of(made)
    footers = [texts_of(tree_of(made, part)) for part in parts if part.startswith("word/template-footer")]

    assert LOGO in parts.values()
    assert any(
        "Anyshire: working together" in text
        for part in parts
        if "header" in part and part.endswith("xml")
        for text in texts_of(tree_of(made, part))
    )
    assert footers == [["County Hall, Anytown", "Not ready for a decision.", "Library of the answers\tPage 1 of 1"]]


def test_no_word_of_the_templates_body_is_left(made: bytes) -> None:
    assert not any(b"of the template" in content for content in parts_of(made).values())
    assert headings_of(made)[0] == (1, "The result")


def test_the_text_is_as_wide_as_the_templates_page_allows(made: bytes) -> None:
    table = next(tree_of(made).iter(name("tbl")))
    across = sum(int(column.get(name("w"), "0")) for column in table.iter(name("gridCol")))

    assert across == 11906 - 2 * 850


def test_a_template_of_word_itself_is_as_good_as_a_document() -> None:
    kind = swapped("document.main+xml", "template.main+xml")

    made = make_word(short_report(), changed(council_template(), {"[Content_Types].xml": kind}))

    assert style_of(opened(made), "Normal").font.name == "Georgia"
    assert b"template.main" not in parts_of(made)["[Content_Types].xml"]


def test_styles_that_a_template_lacks_are_added_and_lists_count() -> None:
    style = '<w:style w:type="paragraph" w:default="1" w:styleId="S"><w:name w:val="Normal"/></w:style>'
    template = with_part("word/styles.xml", f"<w:styles {W_NAMES}>{style}</w:styles>")

    made = make_word(short_report(), template)

    styles = tree_of(made, "word/styles.xml")
    used = {*values(tree_of(made), "pStyle"), *values(tree_of(made), "tblStyle"), *values(tree_of(made), "rStyle")}
    assert used <= {style.get(name("styleId")) for style in styles.iter(name("style"))}
    assert [each.get(name("styleId")) for each in styles.iter(name("style")) if _is_default_text(each)] == ["S"]
    assert len(set(values(tree_of(made), "numId"))) == 2


def test_headings_by_another_name_lend_their_look_to_real_headings() -> None:
    own = (
        f'<w:styles {W_NAMES}><w:style w:type="paragraph" w:customStyle="1" w:styleId="House1">'
        '<w:name w:val="House heading"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
    )
    template = with_part("word/styles.xml", own)

    styles = tree_of(make_word(short_report(), template), "word/styles.xml")

    heading = next(each for each in styles.iter(name("style")) if value(each, "w:name") == "heading 1")
    assert value(heading, "w:basedOn") == "House1"


def test_styles_are_found_by_the_name_that_every_language_of_word_keeps() -> None:
    welsh = swapped('w:styleId="Heading1"', 'w:styleId="Pennawd1"')

    made = make_word(short_report(), changed(council_template(), {"word/styles.xml": welsh}))

    assert values(tree_of(made), "pStyle").count("Pennawd1") == 2


def test_our_own_document_is_a_template_too() -> None:
    made = make_word(short_report(), make_word(short_report()))

    assert texts_of(tree_of(made)) == texts_of(tree_of(make_word(short_report())))


@pytest.mark.parametrize(
    ("across", "margin"),
    [pytest.param(21.0, 9.0, id="margins that meet"), pytest.param(5.0, 1.0, id="a page like a label")],
)
def test_a_page_without_room_to_read_is_ours_instead(across: float, margin: float) -> None:
    document = docx.Document(io.BytesIO(council_template()))
    section = document.sections[0]
    section.page_width, section.left_margin = Cm(across), Cm(margin)
    section.right_margin = Cm(margin)

    made = opened(make_word(short_report(), saved(document.save))).sections[0]

    assert (made.page_width, made.left_margin) == (11906 * 635, 1134 * 635)


def test_a_page_on_its_side_stays_so() -> None:
    document = docx.Document(io.BytesIO(council_template()))
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)

    made = opened(make_word(short_report(), saved(document.save))).sections[0]

    assert made.orientation == WD_ORIENT.LANDSCAPE


def _is_default_text(style: Element) -> bool:
    return style.get(name("default")) == "1" and style.get(name("type")) == "paragraph"
