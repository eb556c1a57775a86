import unicodedata

import pytest
from charts.pictures import room
from hypothesis import given
from hypothesis import strategies as st
from pypdf._codecs.core_font_metrics import CORE_FONT_METRICS

from detector.charts.letter_widths import SAFETY, Font, broken, width

LETTERS = "".join(map(chr, range(32, 127))) + "£€·°²½×–—‘’“”•…ßæøœłđ"
BOLD = pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
FONTS = st.sampled_from(Font)


@BOLD
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_as_wide_as_the_shipped_font_has_it(letter: str, bold: bool) -> None:
    measured = width(letter, 1, Font.SOURCE_SANS, bold=bold)

    assert measured == pytest.approx(room(letter, 1, bold=bold) * SAFETY)


@BOLD
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_as_wide_as_in_helvetica_which_arial_follows(letter: str, bold: bool) -> None:
    helvetica = CORE_FONT_METRICS["Helvetica-Bold" if bold else "Helvetica"].character_widths

    assert width(letter, 1000, Font.ARIAL, bold=bold) == pytest.approx(helvetica[letter] * SAFETY)


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"),
    [
        pytest.param("Hamburgefonstiv", False, 7558, id="regular"),
        pytest.param("Hamburgefonstiv", True, 8223, id="bold"),
        pytest.param("ŵŷŴ", False, 722 + 500 + 944, id="Welsh letters are as wide as their plain ones"),
        pytest.param("中", True, 1050, id="any other letter is taken to be wide"),
    ],
)
def test_a_text_is_as_wide_as_its_letters(text: str, bold: bool, thousandths: int) -> None:
    assert width(text, 1000, Font.ARIAL, bold=bold) == pytest.approx(thousandths * SAFETY, rel=0.002)


@BOLD
@given(text=st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cc"])))
def test_a_figure_has_room_for_either_font(bold: bool, text: str) -> None:
    needed = width(text, 10, Font.FIGURE, bold=bold) + 0.001

    assert needed >= room(text, 10, bold=bold)
    assert needed >= width(text, 10, Font.ARIAL, bold=bold)


@given(text=st.text(), size=st.floats(8, 30), most=st.floats(1, 400), font=FONTS, bold=st.booleans())
def test_broken_lines_keep_every_letter_and_fit_where_a_letter_fits(
    text: str, size: float, most: float, font: Font, bold: bool
) -> None:
    lines = broken(text, size, most, font, bold=bold)

    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        letters = [letter for letter in line if not unicodedata.combining(letter)]
        assert width(line, size, font, bold=bold) <= most + 0.001 or len(letters) <= 1


def test_words_are_broken_only_where_they_fit_on_no_line() -> None:
    four = width("word", 12, Font.ARIAL) + 0.001

    assert broken("word word words", 12, four, Font.ARIAL) == ("word", "word", "word", "s")
